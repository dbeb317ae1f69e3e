package fr.atlasqpv.cli;

/** Exit codes of every command; scripts and schedulers rely on them. */
public final class ExitCode {
    /** Done, or nothing to do. */
    public static final int DONE = 0;
    /** An input or the edition file is wrong; nothing is released. */
    public static final int INPUT_REJECTED = 1;
    /** Wrong usage of the command line. */
    public static final int USAGE = 2;
    /** A disclosure or a quality check stops the release. */
    public static final int BLOCKED = 3;
    /** The machine failed (disk, database, memory): run again, it resumes. */
    public static final int MACHINE_FAILED = 4;
    /** Stopped by the user: run again, it resumes. */
    public static final int STOPPED = 130;

    private ExitCode() {}
}

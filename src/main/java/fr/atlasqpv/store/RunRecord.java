package fr.atlasqpv.store;

import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;

/**
 * A run as the history keeps it: what it read and left, never a figure.
 *
 * @param id key of the run
 * @param edition id of the edition
 * @param identity fingerprint of edition file, inputs, program and regions together
 * @param jobFile edition file
 * @param inputFolder input folder
 * @param booksFolder folder of the edition below the output root
 * @param regions regions asked for, empty for all of the edition
 * @param program version and fingerprint of the program
 * @param startedAt when it was first started
 * @param endedAt when it last ended, null while it runs or when it was killed
 * @param outcome how it last ended
 * @param inputs files read
 * @param books files left
 * @param notices number of notices by code
 */
public record RunRecord(
        long id,
        String edition,
        String identity,
        String jobFile,
        String inputFolder,
        String booksFolder,
        List<String> regions,
        String program,
        Instant startedAt,
        Instant endedAt,
        Outcome outcome,
        List<Input> inputs,
        List<Book> books,
        SequencedMap<String, Long> notices) {

    /** How a run ended. */
    public enum Outcome {
        /** It runs, or was killed. */
        RUNNING,
        /** The books are in place. */
        RELEASED,
        /** An input is wrong. */
        INPUT_REJECTED,
        /** A disclosure or a quality check stops the release. */
        BLOCKED,
        /** The machine failed. */
        FAILED,
        /** The user stopped it. */
        STOPPED
    }

    /**
     * A file read.
     *
     * @param source id of the source
     * @param path path below the input folder
     * @param bytes size
     * @param sha256 fingerprint
     * @param rows what became of its rows
     */
    public record Input(String source, String path, long bytes, String sha256, Rows rows) {}

    /**
     * What became of the rows of a file.
     *
     * @param read data rows
     * @param kept rows used
     * @param rejected rows that cannot be used
     * @param outOfScope rows that do not concern the edition
     */
    public record Rows(long read, long kept, long rejected, long outOfScope) {
        /** Nothing read. */
        public static final Rows NONE = new Rows(0, 0, 0, 0);

        /** Adds the rows of another part of the file. */
        public Rows plus(Rows other) {
            return new Rows(
                    read + other.read,
                    kept + other.kept,
                    rejected + other.rejected,
                    outOfScope + other.outOfScope);
        }
    }

    /**
     * A file left.
     *
     * @param path path below the folder of the edition, {@code /} as separator
     * @param bytes size
     * @param sha256 fingerprint
     */
    public record Book(String path, long bytes, String sha256) {}
}

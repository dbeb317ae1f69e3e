package fr.atlasqpv.cli;

import fr.atlasqpv.batch.Program;
import fr.atlasqpv.edition.EditionFileException;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code atlas} and its sub-commands. Spring is started only inside those that need it. */
@Command(
        name = "atlas",
        description = "Atlas des quartiers prioritaires de la politique de la ville.",
        mixinStandardHelpOptions = true,
        versionProvider = AtlasCommand.Version.class,
        subcommands = {
                NewCommand.class, CheckCommand.class, RunCommand.class, ExplainCommand.class, ReviewCommand.class,
                AuditCommand.class,
                CompareCommand.class, StatusCommand.class, NoticesCommand.class
        })
public final class AtlasCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug", scope = ScopeType.INHERIT,
            description = "En cas d’échec, affiche la pile d’appels.")
    private boolean debug;

    /** The version of the program, for {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() { return new String[] {"atlas " + Program.version()}; }
    }

    /**
     * Runs the command line.
     *
     * @param out where results are said
     * @param err where faults are told
     * @param arguments words typed after {@code atlas}
     * @return the exit code, one of {@link ExitCode}
     */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        AtlasCommand atlas = new AtlasCommand();
        try {
            return Usage.inFrench(new CommandLine(atlas))
                    .setOut(out)
                    .setErr(err)
                    .setExitCodeExceptionMapper(AtlasCommand::exitCode)
                    .setExecutionExceptionHandler((failure, command, parsed) -> atlas.tell(failure))
                    .execute(arguments);
        } catch (VirtualMachineError | LinkageError e) { // too small a heap, a library that is not whole
            Endings.failure(new Screen(out, err), e, atlas.debug());
            return ExitCode.MACHINE_FAILED;
        }
    }

    private static int exitCode(Throwable failure) {
        return switch (failure) {
            case EditionFileException edition -> ExitCode.INPUT_REJECTED;
            case CommandLine.ParameterException usage -> ExitCode.USAGE;
            default -> ExitCode.MACHINE_FAILED;
        };
    }

    private int tell(Exception failure) {
        if (failure instanceof EditionFileException edition) {
            if (edition.faults().stream().noneMatch(f -> f.code().equals("dossier-des-extraits"))) {
                screen().complain("Le fichier d’édition est à corriger\u00a0:");
            }
            screen().notices(
                    edition.faults()
                            .stream()
                            .map(f -> new Notice(
                                    f.file(), f.line(), f.column(), f.code(), Severity.ERROR, f.message(), f.value()))
                            .toList(),
                    null);
            return ExitCode.INPUT_REJECTED;
        }
        System.getLogger(AtlasCommand.class.getName()).log(System.Logger.Level.ERROR, "the command failed", failure);
        Endings.failure(screen(), failure, debug);
        return ExitCode.MACHINE_FAILED;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    boolean debug() {
        return debug;
    }

    Screen screen() {
        return new Screen(spec.commandLine().getOut(), spec.commandLine().getErr());
    }
}

package fr.atlasqpv.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Past runs. */
@Command(name = "status", description = "Passages précédents\u00a0: étapes, durées, lignes, avis, livres.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return ExitCode.DONE;
    }
}

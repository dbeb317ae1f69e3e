package fr.atlasqpv.cli;

import fr.atlasqpv.edition.French;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells what a notice means and what to do about it. */
@Command(
        name = "notices",
        description = "Explique les avis\u00a0: ce qu’ils disent, ce qu’il faut faire.",
        mixinStandardHelpOptions = true)
final class NoticesCommand implements Callable<Integer> {
    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "CODE", description = "Code d’un avis\u00a0; sans lui, tous.")
    private String code;

    @Override
    public Integer call() throws IOException {
        List<NoticesPage.Entry> all = NoticesPage.entries();
        List<NoticesPage.Entry> asked = all.stream().filter(e -> code == null || e.code().equals(code)).toList();
        if (asked.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "Aucun avis n’a le code " + code + "."
                            + French.didYouMean(code, all.stream().map(NoticesPage.Entry::code).toList()));
        }
        Screen screen = atlas.screen();
        asked.forEach(e -> {
            screen.say(e.code());
            screen.say("  " + e.meaning());
            screen.say("  À faire\u00a0: " + e.advice());
        });
        return ExitCode.DONE;
    }
}

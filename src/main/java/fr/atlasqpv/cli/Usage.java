package fr.atlasqpv.cli;

import fr.atlasqpv.edition.Signs;
import java.util.List;
import java.util.ListResourceBundle;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Help and faults of usage, in French throughout. */
final class Usage {
    private Usage() {}

    /** What picocli says by itself, in French. */
    private static final class Words extends ListResourceBundle {
        @Override
        protected Object[][] getContents() {
            return new Object[][] {
                    {"mixinStandardHelpOptions.help", "Affiche cette aide."},
                    {"mixinStandardHelpOptions.version", "Affiche la version."},
            };
        }
    }

    /** Makes a command and its sub-commands speak French. */
    static CommandLine inFrench(CommandLine command) {
        command.setResourceBundle(new Words());
        command.setParameterExceptionHandler((fault, words) -> tell(fault));
        translateHeadings(command);
        return command;
    }

    private static void translateHeadings(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .synopsisHeading("Usage\u00a0: ")
                .synopsisSubcommandLabel("COMMANDE")
                .commandListHeading("Commandes\u00a0:%n");
        command.getSubcommands().values().forEach(Usage::translateHeadings);
    }

    private static int tell(ParameterException fault) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println(Signs.visible(message(fault)));
        command.getErr().println("Aide\u00a0: " + command.getCommandSpec().qualifiedName() + " --help");
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    private static String message(ParameterException fault) {
        return switch (fault) {
            case UnmatchedArgumentException unmatched ->
                    "Mot inconnu\u00a0: " + String.join(" ", unmatched.getUnmatched()) + suggestions(unmatched);
            case MissingParameterException missing -> "Il manque\u00a0: " + missing.getMissing()
                    .stream()
                    .map(Usage::name)
                    .collect(Collectors.joining(", "));
            case OverwrittenOptionException twice -> "Option donnée deux fois\u00a0: " + name(twice.getOverwritten());
            default -> fault.getArgSpec() == null
                    ? fault.getMessage()
                    : "Valeur impossible pour " + name(fault.getArgSpec()) + "\u00a0: " + fault.getValue();
        };
    }

    private static String suggestions(UnmatchedArgumentException unmatched) {
        List<String> near = unmatched.getSuggestions();
        return near.isEmpty() ? "" : ". Vouliez-vous dire\u00a0: " + String.join(", ", near) + "\u00a0?";
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}

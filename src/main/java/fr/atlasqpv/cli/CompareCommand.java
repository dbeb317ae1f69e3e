package fr.atlasqpv.cli;

import fr.atlasqpv.audit.UnreadableBooksException;
import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.publication.csv.ComparisonCsvWriter;
import fr.atlasqpv.publication.report.ComparisonPage;
import fr.atlasqpv.publication.xlsx.ComparisonWorkbook;
import fr.atlasqpv.quality.compare.ComparedEdition;
import fr.atlasqpv.quality.compare.EditionComparer;
import fr.atlasqpv.quality.compare.PublishedComparer;
import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.store.OwnersOnly;
import fr.atlasqpv.territory.Correspondence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Compares two editions, or figures published elsewhere with an edition. */
@Command(
        name = "compare",
        description = "Compare deux éditions, ou des chiffres déjà publiés avec une édition\u00a0: territoires, valeurs,"
                + " ruptures de série.",
        mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {
    private static final int DEFECTS_SHOWN = 10;

    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0", paramLabel = "DOSSIER_A",
            description = "Édition de départ\u00a0: son dossier, ou une racine qui n’en contient qu’une.")
    private Path first;

    @Parameters(
            index = "1", arity = "0..1", paramLabel = "DOSSIER_B",
            description = "Édition d’arrivée, de la même manière.")
    private Path second;

    @Option(
            names = "--published", paramLabel = "FICHIER",
            description = "Chiffres publiés ailleurs, à comparer avec DOSSIER_A\u00a0: CSV aux colonnes de nos données.")
    private Path published;

    @Option(
            names = "--correspondance", paramLabel = "FICHIER",
            description = "Codes qui ont changé, par exemple de QP en QN\u00a0: CSV avant;apres. Un code vide"
                    + " dit que l’autre n’a pas d’équivalent.")
    private Path correspondence;

    @Option(
            names = "--colonnes", paramLabel = "AVANT,APRES", split = ",", defaultValue = "avant,apres",
            description = "Colonnes des codes dans le fichier de --correspondance (par défaut, avant,apres)."
                    + " Après CODE_1 se lisent aussi CODE_2, CODE_3…")
    private List<String> columns;

    @Option(
            names = "--output", paramLabel = "DOSSIER",
            description = "Où écrire la comparaison (par défaut, output/.work/rapports/comparaison-A-B).")
    private Path output;

    @Override
    public Integer call() throws IOException {
        checkUsage();
        Screen screen = atlas.screen();
        ComparedBooks before;
        ComparedBooks after;
        Correspondence changes;
        try {
            changes = correspondence == null
                    ? Correspondence.NONE
                    : ComparedBooks.correspondence(absolute(correspondence), columns.get(0), columns.get(1));
            before = published == null
                    ? ComparedBooks.edition(absolute(first))
                    : ComparedBooks.published(absolute(published), absolute(first));
            after = ComparedBooks.edition(absolute(published == null ? second : first));
        } catch (UnreadableBooksException e) {
            screen.complain("La comparaison ne peut pas se faire. " + e.getMessage());
            return ExitCode.INPUT_REJECTED;
        }
        int code = soundness(screen, before, after);
        return code == ExitCode.DONE ? compare(screen, before, after, changes) : code;
    }

    private void checkUsage() {
        if ((second == null) == (published == null)) {
            throw new ParameterException(
                    spec.commandLine(), "Deux dossiers d’édition sont attendus, ou un dossier et --published FICHIER.");
        }
        if (published != null && correspondence != null) {
            throw new ParameterException(
                    spec.commandLine(), "--correspondance ne sert qu’entre deux éditions, pas avec --published.");
        }
        ComparedBooks.twoColumns(spec, columns);
        if (second != null && absolute(first).equals(absolute(second))) {
            throw new ParameterException(spec.commandLine(), "Les deux dossiers sont le même.");
        }
    }

    /** Books that contradict themselves are not compared: a value beside a withheld status would be told again. */
    private int soundness(Screen screen, ComparedBooks before, ComparedBooks after) {
        if (published != null && !before.defects().isEmpty()) {
            defects(screen, Screen.shown(before.folder()) + " est à corriger", before.defects());
            return ExitCode.INPUT_REJECTED;
        }
        for (ComparedBooks books : List.of(before, after)) {
            if (!books.defects().isEmpty()) {
                defects(screen, "Les livres de " + Screen.shown(books.folder()) + " se contredisent", books.defects());
                return ExitCode.BLOCKED;
            }
        }
        return ExitCode.DONE;
    }

    private static void defects(Screen screen, String head, List<String> defects) {
        screen.complain(head + "\u00a0; rien n’est comparé\u00a0:");
        defects.stream().limit(DEFECTS_SHOWN).forEach(d -> screen.complain("- " + d));
        if (defects.size() > DEFECTS_SHOWN) {
            screen.complain("… et " + French.integer(defects.size() - DEFECTS_SHOWN) + " autres.");
        }
    }

    private int compare(Screen screen, ComparedBooks before, ComparedBooks after, Correspondence changes)
            throws IOException {
        boolean sameName = before.edition().name().equals(after.edition().name());
        ComparedEdition from = sameName ? before.edition().named(before.edition().name() + " (A)") : before.edition();
        ComparedEdition to = sameName ? after.edition().named(after.edition().name() + " (B)") : after.edition();
        EditionComparison comparison = published == null
                ? new EditionComparer(from, to, changes).compare()
                : new PublishedComparer(from, to).compare();
        Path folder = folder(before, after);
        Files.createDirectories(folder);
        new ComparisonCsvWriter().write(comparison, folder);
        new ComparisonWorkbook().write(comparison, folder);
        Path page = new ComparisonPage().write(comparison, folder);
        if (output == null) {
            OwnersOnly.keep(folder.getParent());
        }
        ComparisonSummary.tell(screen, comparison);
        screen.say("Comparaison\u00a0: " + Screen.shown(page) + " (et ses fichiers .xlsx et .csv).");
        return ExitCode.DONE;
    }

    private Path folder(ComparedBooks before, ComparedBooks after) {
        if (output == null) {
            return RunRequest.papersFolder(
                    JobOptions.outputRoot(null), "comparaison-" + word(before) + "-" + word(after));
        }
        Path asked = absolute(output);
        for (ComparedBooks books : List.of(before, after)) {
            if (asked.startsWith(books.folder())) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Un dossier d’édition ne reçoit rien d’autre que ses livres\u00a0: donnez un"
                                + " autre dossier à --output.");
            }
        }
        return asked;
    }

    // Names come from files: nothing of them but letters, digits and the signs of a file name makes a path
    private static String word(ComparedBooks books) {
        return books.edition().name().replaceFirst("\\.csv$", "").replaceAll("[^\\p{L}\\p{N}._-]+|^\\.+", "-");
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}

package fr.atlasqpv.cli;

import fr.atlasqpv.audit.AuditReport;
import fr.atlasqpv.audit.AuditReportFile;
import fr.atlasqpv.audit.BooksAudit;
import fr.atlasqpv.audit.Finding;
import fr.atlasqpv.audit.Known;
import fr.atlasqpv.audit.Origin;
import fr.atlasqpv.audit.UnreadableBooksException;
import fr.atlasqpv.batch.AtlasApplication;
import fr.atlasqpv.batch.Program;
import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.batch.RunResult;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.store.OwnersOnly;
import fr.atlasqpv.territory.Correspondence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Attacks the written books of an edition. */
@Command(
        name = "audit",
        description = "Attaque les livres écrits (CSV, classeur, PDF)\u00a0: une valeur secrète s’y retrouve-t-elle\u00a0?",
        mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
    private static final int FINDINGS_SHOWN = 10;

    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0", arity = "0..1", paramLabel = "DOSSIER",
            description = "Dossier d’une édition, ou racine qui n’en contient qu’une (avec --job, par défaut, celui de l’édition).")
    private Path folder;

    @Option(
            names = "--job", paramLabel = "JOB.yaml",
            description = "Fichier d’édition\u00a0: ses extraits, ceux dont les livres sont faits, disent ce que l’attaquant connaît.")
    private Path job;

    @Option(
            names = "--input", paramLabel = "DOSSIER",
            description = "Avec --job, dossier des extraits (par défaut, celui que nomme l’édition).")
    private Path input;

    @Option(
            names = "--knowledge", paramLabel = "FICHIER",
            description = "Effectifs que l’attaquant connaît, dénominateurs ou autres\u00a0: CSV niveau;code;perimetre;mesure;valeur.")
    private Path knowledge;

    @Option(
            names = "--previous", paramLabel = "DOSSIER",
            description = "Édition précédente\u00a0: les chiffres des deux éditions sont attaqués ensemble.")
    private Path previous;

    @Option(
            names = "--correspondance", paramLabel = "FICHIER",
            description = "Quartiers de --previous dont le périmètre fait exactement celui d’autres codes d’aujourd’hui, de QP en"
                    + " QN\u00a0: CSV avant;apres.")
    private Path correspondence;

    @Option(
            names = "--colonnes", paramLabel = "AVANT,APRES", split = ",", defaultValue = "avant,apres",
            description = "Colonnes des codes dans le fichier de --correspondance (par défaut, avant,apres)."
                    + " Après CODE_1 se lisent aussi CODE_2, CODE_3…")
    private List<String> columns;

    @Option(
            names = "--output", paramLabel = "DOSSIER",
            description = "Racine des sorties, où le rapport est écrit (par défaut, output du projet).")
    private Path output;

    @Override
    public Integer call() throws Exception {
        usage();
        Screen screen = atlas.screen();
        try {
            return job == null ? audited(screen, folder, this::given) : withTheCountsOfTheJob(screen);
        } catch (UnreadableBooksException e) {
            screen.complain("Les livres ne se lisent pas. " + e.getMessage());
            return ExitCode.INPUT_REJECTED;
        }
    }

    private void usage() {
        if (folder == null && job == null) {
            throw usage("Il manque\u00a0: DOSSIER, ou --job.");
        }
        if (job != null && knowledge != null) {
            throw usage("--job dit déjà ce que l’attaquant connaît\u00a0: ôtez --knowledge, ou --job.");
        }
        if (job == null && input != null) {
            throw usage("--input va avec --job.");
        }
        if (correspondence != null && previous == null) {
            throw usage("--correspondance ne sert qu’avec --previous.");
        }
        ComparedBooks.twoColumns(spec, columns);
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private Known given(Catalogue catalogue) {
        return knowledge == null ? Known.nothing() : Known.read(absolute(knowledge), catalogue);
    }

    /** Reads the extracts again, when they are those of the books, and forgets them. */
    private int withTheCountsOfTheJob(Screen screen) throws Exception {
        Path file = Project.jobFile(job);
        Edition edition = EditionFile.load(file);
        RunRequest request = RunRequest.toRead(
                file, edition, JobOptions.inputFolder(edition, input), JobOptions.outputRoot(output), Program.build());
        Origin published = Origin.of(absolute(folder == null ? request.booksFolder() : folder));
        Origin origin = published.with(request.keptFingerprints(published.folder()));
        List<String> differences = origin.differences(edition.id(), request.fingerprints());
        if (!differences.isEmpty()) {
            screen.complain("Ces extraits ne sont pas ceux des livres\u00a0: leurs effectifs n’en diraient rien.");
            screen.reasons(differences);
            screen.complain("Donnez le fichier d’édition et les extraits dont les livres sont faits (--job, --input).");
            return ExitCode.INPUT_REJECTED;
        }
        if (!origin.unverified().isEmpty()) {
            screen.say(
                    "On ne peut vérifier que ces fichiers sont ceux des livres\u00a0: leur empreinte n’est pas publiée, et ces "
                            + "livres n’ont pas paru dans ce dossier de sortie. "
                            + String.join(", ", origin.unverified()) + ".");
        }
        if (!origin.editionFile().equals(request.editionSha256())) {
            screen.say(
                    "Le fichier d’édition a changé depuis que les livres sont faits\u00a0: les effectifs sont ceux qu’il "
                            + "donne aujourd’hui.");
        }
        LogFile.below(request.workFolder());
        try (Stopper stopper = new Stopper(screen);
                AtlasApplication program = stopper.watch(AtlasApplication.inMemory(request, screen.progress()))) {
            RunResult result = program.read();
            int code = Endings.exitCode(result);
            if (code == ExitCode.DONE) {
                List<Known.Row> counts = program.knownToAnAttacker();
                code = audited(screen, origin.folder(), catalogue -> Known.of(counts, catalogue));
            } else if (code == ExitCode.INPUT_REJECTED) {
                screen.complain("Les extraits ne se lisent plus comme quand les livres ont été faits.");
                screen.notices(Endings.errors(result), null);
            } else {
                Endings.tell(screen, request, result, null, atlas.debug());
            }
            stopper.ended(code);
            return code;
        }
    }

    private int audited(Screen screen, Path books, Function<Catalogue, Known> known) throws IOException {
        AuditReport report = BooksAudit.audit(
                absolute(books), known, absolute(previous),
                correspondence == null ? Correspondence.NONE
                        : ComparedBooks.correspondence(absolute(correspondence), columns.get(0), columns.get(1)));
        Path file = AuditReportFile.write(
                report,
                RunRequest.papersFolder(JobOptions.outputRoot(output), report.edition()));
        OwnersOnly.keep(file.getParent().getParent());
        tell(screen, report);
        screen.say("Rapport\u00a0: " + Screen.shown(file));
        return report.safe() ? ExitCode.DONE : ExitCode.BLOCKED;
    }

    private static Path absolute(Path path) {
        return path == null ? null : path.toAbsolutePath().normalize();
    }

    private void tell(Screen screen, AuditReport report) {
        screen.say("Édition " + report.edition() + " attaquée "
                + (report.withKnowledge() ? "avec les dénominateurs " + (job == null ? "donnés" : "des extraits")
                        : "sans dénominateurs")
                + (report.withPrevious() ? " et avec l’édition précédente" : "") + ".");
        if (report.lines().isEmpty()) {
            screen.say("  aucune valeur secrète dans les livres");
        } else {
            table(screen, report.lines());
        }
        List<Finding> stopping = report.findings().stream().filter(Finding::stops).toList();
        List<Finding> remarks = report.findings().stream().filter(f -> !f.stops()).toList();
        show(remarks, screen::say);
        if (stopping.isEmpty()) {
            screen.say("Aucune valeur secrète ne se retrouve\u00a0; les trois livres disent la même chose.");
        } else {
            screen.complain(
                    "Les livres ne doivent pas sortir\u00a0: " + French.integer(stopping.size()) + " constat(s).");
            show(stopping, screen::complain);
        }
    }

    private static void show(List<Finding> findings, java.util.function.Consumer<String> to) {
        findings.stream().limit(FINDINGS_SHOWN).forEach(f -> to.accept("- " + f.message()));
        if (findings.size() > FINDINGS_SHOWN) {
            to.accept("… et " + French.integer(findings.size() - FINDINGS_SHOWN) + " autres.");
        }
    }

    private static void table(Screen screen, List<AuditReport.Line> lines) {
        int width = lines.stream().mapToInt(line -> name(line).length()).max().orElse(0);
        String form = "  %-" + Math.max(width, 10) + "s  %8s  %16s  %18s";
        screen.say(String.format(java.util.Locale.ROOT, form, "indicateur", "secrètes", "retrouvées juste",
                "dans la largeur"));
        for (AuditReport.Line line : lines) {
            screen.say(String.format(
                    java.util.Locale.ROOT, form, name(line), French.integer(line.withheld()),
                    French.integer(line.exact()), French.integer(line.narrow())));
        }
    }

    private static String name(AuditReport.Line line) {
        return line.indicators().stream().map(Indicator::id).collect(Collectors.joining(" + "));
    }
}

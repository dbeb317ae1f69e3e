package fr.atlasqpv.cli;

import fr.atlasqpv.batch.PastRuns;
import fr.atlasqpv.batch.PastRuns.PastRun;
import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.batch.StepName;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.store.RunRecord;
import fr.atlasqpv.store.RunRecord.Rows;
import fr.atlasqpv.store.WorkFolderLock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tells the past runs: steps, times, rows, notices, where the books are. */
@Command(
        name = "status",
        description = "Passages précédents\u00a0: étapes, durées, lignes, avis, livres.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' HH:mm:ss", Locale.FRENCH).withZone(ZoneId.systemDefault());

    @ParentCommand
    private AtlasCommand atlas;

    @Parameters(
            index = "0", arity = "0..1", paramLabel = "JOB.yaml",
            description = "Seulement les passages de cette édition.")
    private Path jobFile;

    @Option(
            names = "--output", paramLabel = "DOSSIER",
            description = "Racine des sorties (par défaut, output du projet).")
    private Path output;

    @Override
    public Integer call() {
        Path root = JobOptions.outputRoot(output);
        Optional<Instant> running = WorkFolderLock.heldSince(root.resolve(RunRequest.WORK_FOLDER));
        if (running.isPresent()) {
            atlas.screen().say("Une exécution travaille dans " + Screen.shown(root) + " depuis le "
                    + DATE.format(running.get()) + "\u00a0; les passages se lisent quand elle est finie.");
            return ExitCode.DONE;
        }
        if (root.resolve(RunRequest.WORK_FOLDER).toFile().isDirectory()) {
            LogFile.below(root.resolve(RunRequest.WORK_FOLDER));
        }
        String edition = jobFile == null ? null : EditionFile.load(Project.jobFile(jobFile)).id();
        List<PastRun> runs = PastRuns.of(root)
                .stream()
                .filter(r -> edition == null || r.run().edition().equals(edition))
                .toList();
        Screen screen = atlas.screen();
        if (runs.isEmpty()) {
            screen.say("Aucun passage dans " + Screen.shown(root) + ".");
        }
        runs.forEach(r -> tell(screen, r));
        return ExitCode.DONE;
    }

    private static void tell(Screen screen, PastRun past) {
        RunRecord run = past.run();
        String length = run.endedAt() == null ? "" : ", " + ending(run);
        screen.say(
                "Édition " + run.edition() + ", " + DATE.format(run.startedAt()) + length + "\u00a0: " + outcome(run));
        screen.say(
                "  étapes\u00a0: " + past.steps()
                        .stream()
                        .map(s -> StepName.of(s.name()) + (s.time() == null ? "" : " " + French.time(s.time()))
                                + (s.status().equals("COMPLETED") ? "" : " (" + status(s.status()) + ")"))
                        .collect(Collectors.joining(" · ")));
        Rows rows = run.inputs().stream().map(RunRecord.Input::rows).reduce(Rows.NONE, Rows::plus);
        screen.say(
                "  lignes\u00a0: " + French.integer(rows.read()) + " lues, " + French.integer(rows.rejected())
                        + " rejetées, " + French.integer(rows.outOfScope()) + " hors champ, de "
                        + French.integer(run.inputs().size()) + " fichiers");
        if (!run.notices().isEmpty()) {
            screen.say("  avis\u00a0: " + Screen.counts(run.notices()));
        }
        if (!run.books().isEmpty()) {
            screen.say(
                    "  livres\u00a0: " + French.integer(run.books().size()) + " fichiers dans "
                            + Screen.shown(Path.of(run.booksFolder())));
        }
    }

    private static String ending(RunRecord run) {
        return French.time(Duration.between(run.startedAt(), run.endedAt()));
    }

    private static String outcome(RunRecord run) {
        return switch (run.outcome()) {
            case RUNNING -> "interrompue";
            case RELEASED -> "publiée";
            case INPUT_REJECTED -> "extraits à corriger";
            case BLOCKED -> "publication arrêtée";
            case FAILED -> "panne, à relancer";
            case STOPPED -> "arrêtée, à relancer";
        };
    }

    private static String status(String status) {
        return switch (status) {
            case "FAILED" -> "échec";
            case "STOPPED" -> "arrêtée";
            default -> "interrompue";
        };
    }
}

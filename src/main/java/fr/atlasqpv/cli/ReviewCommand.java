package fr.atlasqpv.cli;

import fr.atlasqpv.audit.Known;
import fr.atlasqpv.batch.AtlasApplication;
import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.batch.RunResult;
import fr.atlasqpv.review.ReviewFiles;
import fr.atlasqpv.secrecy.Review;
import fr.atlasqpv.store.OwnersOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes what the reviewer of an edition reads before it is published. */
@Command(
        name = "review",
        description = "Écrit la revue confidentielle du secret\u00a0: cellules primaires et complémentaires, ce qu’un attaquant en "
                + "apprend, exports pour τ-ARGUS et R. Rien n’est publié.",
        mixinStandardHelpOptions = true)
final class ReviewCommand implements Callable<Integer> {
    /** What {@code atlas audit --knowledge} asks for. */
    static final String KNOWN = "denominateurs.csv";

    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JobOptions job;

    @Option(
            names = "--sign", paramLabel = "NOM",
            description = "Signe ce qui est revu\u00a0: nom, et fonction.")
    private String who;

    @Option(
            names = "--remark", paramLabel = "TEXTE", defaultValue = "",
            description = "Remarque de qui signe.")
    private String remark;

    @Override
    public Integer call() throws Exception {
        if (who == null ? !remark.isEmpty() : who.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--sign NOM dit qui signe\u00a0; --remark va avec lui.");
        }
        Screen screen = atlas.screen();
        try (Stopper stopper = new Stopper(screen)) {
            LogFile.below(job.outputRoot().resolve(RunRequest.WORK_FOLDER));
            RunRequest request = job.request(List.of(), false);
            try (AtlasApplication program = stopper.watch(AtlasApplication.inMemory(request, screen.progress()))) {
                RunResult result = program.check();
                int code = Endings.exitCode(result);
                if (code == ExitCode.DONE) {
                    code = write(screen, request, program);
                } else {
                    Endings.tell(screen, request, result, null, atlas.debug());
                }
                stopper.ended(code);
                return code;
            }
        }
    }

    private int write(Screen screen, RunRequest request, AtlasApplication program) throws IOException {
        Path folder = request.reviewFolder();
        Files.createDirectories(folder);
        OwnersOnly.keep(folder.getParent());
        Review review = program.review();
        ReviewFiles files = new ReviewFiles(request.edition().title(), request.drawKeyTold(), program.names());
        if (who != null) {
            ReviewFiles.sign(Clock.systemUTC().instant(), who.strip(), remark.strip(), files.write(review, folder),
                    folder);
        }
        String reviewed = files.write(review, folder);
        Known.write(folder.resolve(KNOWN), program.knownToAnAttacker());
        OwnersOnly.keep(folder.getParent());
        long withheld = cells(review, Review.Cell::withheld);
        screen.say(French.integer(withheld) + " cellule(s) retenue(s), dont "
                + French.integer(cells(review, c -> c.role() == Review.Role.PRIMARY)) + " primaire(s).");
        screen.say("Revue confidentielle (effectifs exacts)\u00a0: " + Screen.shown(folder.resolve(ReviewFiles.PAGE)));
        screen.say("Pour atlas audit --knowledge\u00a0: " + Screen.shown(folder.resolve(KNOWN)));
        screen.say(
                who == null ? "Personne ne l’a signée ici\u00a0; --sign NOM la signe." : "Signée\u00a0: " + reviewed);
        long narrow = cells(review, Review.Cell::toldTooWell);
        if (narrow > 0) {
            screen.complain(French.integer(narrow)
                    + " cellule(s) se retrouvent de trop près\u00a0: atlas run ne publierait rien.");
        }
        return narrow == 0 ? ExitCode.DONE : ExitCode.BLOCKED;
    }

    private static long cells(Review review, Predicate<Review.Cell> which) {
        return review.tables().stream().flatMap(t -> t.cells().stream()).filter(which).count();
    }
}

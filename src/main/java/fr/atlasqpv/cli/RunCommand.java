package fr.atlasqpv.cli;

import fr.atlasqpv.batch.AtlasApplication;
import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.batch.RunResult;
import fr.atlasqpv.publication.conformity.PdfJudge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes the books of an edition. */
@Command(
        name = "run",
        description = "Fabrique les livres d’une édition\u00a0: un PDF et un classeur par région.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private AtlasCommand atlas;

    @Spec
    private CommandSpec spec;

    @Mixin
    private JobOptions job;

    @Option(
            names = "--region", paramLabel = "CODE", arity = "1..*", split = ",",
            description = "Ne refaire que ces régions\u00a0; les livres des autres restent.")
    private List<String> regions = new ArrayList<>();

    @Option(names = "--validate",
            description = "Faire juger les PDF par veraPDF avant de les publier (PDF/UA-1 et PDF/A-2a).")
    private boolean validate;

    @Option(names = "--keep",
            description = "Garder les effectifs d’un calcul refusé dans la base de travail, pour l’examiner ou le reprendre\u00a0; "
                    + "sans elle, ils en sont effacés.")
    private boolean keep;

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        checkValidation();
        Screen screen = atlas.screen();
        try (Stopper stopper = new Stopper(screen)) {
            LogFile.below(job.outputRoot().resolve(RunRequest.WORK_FOLDER));
            RunRequest asked = job.request(regions, validate);
            RunRequest request = keep ? asked.keeping() : asked;
            checkRegions(request);
            try (AtlasApplication program = stopper.watch(AtlasApplication.onDisk(request, screen.progress()))) {
                program.setAside()
                        .ifPresent(
                                file -> screen.complain("La base de travail était abîmée\u00a0: elle est mise de côté ("
                                        + Screen.shown(file) + "), et l’édition refaite depuis le début."));
                RunResult result = program.run();
                int code = Endings.exitCode(result);
                stopper.ended(code);
                program.close();
                Endings.tell(screen, request, result, Duration.ofNanos(System.nanoTime() - start), atlas.debug());
                return code;
            }
        }
    }

    /** Before any work: a validation that cannot take place would be known after the books are written otherwise. */
    private void checkValidation() {
        if (validate && !PdfJudge.isInstalled()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--validate a besoin de veraPDF, qui n’accompagne pas ce programme. Lancez ./atlas, qui l’ajoute de"
                            + " lui-même\u00a0; ou ajoutez org.verapdf:validation-model-jakarta et ses dépendances au"
                            + " chemin des classes\u00a0; ou publiez sans --validate.");
        }
    }

    private void checkRegions(RunRequest request) {
        List<String> known = request.edition().regions();
        for (String region : regions) {
            if (!known.isEmpty() && !known.contains(region)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "Région " + region + " absente de l’édition, qui fait les régions " + String.join(", ", known)
                                + ".");
            }
        }
    }
}

package fr.atlasqpv.cli;

import fr.atlasqpv.batch.AtlasApplication;
import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.batch.RunResult;
import fr.atlasqpv.extract.Notice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Reads and checks the inputs of an edition without making a book. */
@Command(
        name = "check",
        description = "Lit et contrôle tous les extraits d’une édition, sans rien publier.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private AtlasCommand atlas;

    @Mixin
    private JobOptions job;

    @Override
    public Integer call() throws Exception {
        LogFile.below(job.outputRoot().resolve(RunRequest.WORK_FOLDER));
        RunRequest request = job.request(List.of(), false);
        Screen screen = atlas.screen();
        AtlasApplication program = AtlasApplication.inMemory(request, screen.progress());
        try (Stopper stopper = new Stopper(program, screen)) {
            RunResult result = program.check();
            int code = Endings.exitCode(result);
            stopper.ended(code);
            switch (result.ending()) {
                case DONE, ALREADY_DONE -> {
                    group(screen, result.notices());
                    screen.say("Extraits utilisables. Rapport\u00a0: " + Screen.shown(request.papersFolder()));
                }
                case INPUT_REJECTED -> {
                    group(screen, result.notices());
                    List<Notice> errors = Endings.errors(result);
                    screen.complain(French.integer(errors.size()) + " erreur(s) à corriger\u00a0:");
                    screen.notices(errors, request.papersFolder());
                }
                case ALREADY_DONE_INVALID, BLOCKED, FAILED, STOPPED ->
                        Endings.failure(screen, result.failure(), atlas.debug());
            }
            return code;
        } finally {
            program.close();
        }
    }

    /** Number of notices by file and code. */
    private static void group(Screen screen, List<Notice> notices) {
        Map<String, Map<String, Long>> groups = notices.stream()
                .collect(
                        Collectors.groupingBy(
                                Notice::file, TreeMap::new,
                                Collectors.groupingBy(Notice::code, TreeMap::new, Collectors.counting())));
        groups.forEach((file, codes) -> {
            screen.say(file);
            codes.forEach((code, count) -> screen.say("  " + code + "\u00a0: " + French.integer(count)));
        });
    }
}

package fr.atlasqpv.cli;

import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.batch.RunResult;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.store.StoreUnavailableException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What is said at the end of a run, and the exit code that goes with it. */
final class Endings {
    private Endings() {}

    static int exitCode(RunResult result) {
        return switch (result.ending()) {
            case DONE, ALREADY_DONE -> ExitCode.DONE;
            case INPUT_REJECTED -> ExitCode.INPUT_REJECTED;
            case BLOCKED, ALREADY_DONE_INVALID -> ExitCode.BLOCKED;
            case FAILED -> ExitCode.MACHINE_FAILED;
            case STOPPED -> ExitCode.STOPPED;
        };
    }

    static void tell(Screen screen, RunRequest request, RunResult result, Duration total, boolean debug) {
        switch (result.ending()) {
            case DONE -> {
                screen.summary(result, total);
                conforming(screen, request);
            }
            case ALREADY_DONE -> {
                screen.say(
                        "Rien à faire\u00a0: les livres de l’édition " + request.edition().id() + " sont à jour dans "
                                + Screen.shown(result.booksFolder()) + " (" + French.integer(result.books().size())
                                + " fichiers vérifiés).");
                conforming(screen, request);
            }
            case ALREADY_DONE_INVALID -> {
                screen.complain(
                        "Les livres de l’édition " + request.edition().id() + ", publiés sans --validate dans "
                                + Screen.shown(result.booksFolder()) + ", ne respectent pas leurs normes\u00a0:");
                screen.reasons(result.reasons());
            }
            case INPUT_REJECTED -> {
                List<Notice> errors = errors(result);
                screen.complain(
                        "Rien n’est publié\u00a0: " + French.integer(errors.size()) + " erreur(s) dans les extraits.");
                screen.notices(errors, papers(request));
            }
            case BLOCKED -> {
                screen.complain("Rien n’est publié\u00a0: la publication est arrêtée.");
                screen.reasons(result.reasons());
                screen.complain("Rapport\u00a0: " + Screen.shown(papers(request)));
            }
            case STOPPED -> {
                // Only a Stopper stops a run, and it says so itself
            }
            case FAILED -> failure(screen, result.failure(), debug);
        }
    }

    private static void conforming(Screen screen, RunRequest request) {
        if (request.validate()) {
            screen.say("  validation\u00a0: PDF/UA-1 et PDF/A-2a, aucune règle enfreinte");
        }
    }

    /** Notices that stop a run. */
    static List<Notice> errors(RunResult result) {
        return result.notices().stream().filter(n -> n.severity() == Severity.ERROR).toList();
    }

    private static Path papers(RunRequest request) {
        return request.papersFolder();
    }

    /** A failure of the machine, without a stack trace unless it was asked for. */
    static void failure(Screen screen, Throwable failure, boolean debug) {
        Throwable root = root(failure);
        String said = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        screen.complain("La machine a failli\u00a0: " + said);
        String detail = LogFile.path().map(log -> " Détail\u00a0: " + Screen.shown(log)).orElse("");
        screen.complain("Relancez la même commande, elle reprendra où elle en était." + detail);
        if (debug) {
            failure.printStackTrace();
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof StoreUnavailableException)) {
            root = root.getCause();
        }
        return root;
    }
}

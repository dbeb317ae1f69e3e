package fr.atlasqpv.cli;

import fr.atlasqpv.store.DamagedStoreException;
import fr.atlasqpv.store.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What failed in the machine, in one sentence, and what to do about it: that the same command resumes is said only where it can.
 *
 * @param said what failed
 * @param advice what to do
 */
record MachineFault(String said, String advice) {
    private static final String RESUMES = "la même commande reprendra où elle en était.";
    private static final List<String> FULL =
            List.of("no space left", "disk quota exceeded", "not enough space", "disk full");

    /** Of a failure, by the first of its causes that tells something. */
    static MachineFault of(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(50).toList();
        Throwable root = causes.getLast();
        if (DamagedStoreException.isCauseOf(failure)) {
            return new MachineFault("la base de travail est abîmée (" + told(root) + ").",
                    "Relancez\u00a0: elle sera mise de côté, et l’édition refaite depuis le début.");
        }
        return first(causes, OutOfMemoryError.class).map(e -> memory())
                .or(() -> first(causes, StoreUnavailableException.class).filter(StoreUnavailableException::inUse)
                        .map(e -> new MachineFault(e.getMessage() + ".", "Relancez quand elle sera finie.")))
                .or(() -> full(causes))
                .or(() -> first(causes, FileSystemException.class).map(MachineFault::file))
                .or(() -> database(causes, root))
                .or(() -> first(causes, IOException.class)
                        .map(e -> new MachineFault(told(e) + ".",
                                "Voyez d’où vient cette panne du disque ou du réseau\u00a0; ensuite, " + RESUMES)))
                .orElseGet(() -> new MachineFault(told(root) + ".",
                        "Si la même commande échoue encore ainsi, c’est une faute du programme\u00a0: signalez-la avec le journal."));
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> causes, Class<T> kind) {
        return causes.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    private static MachineFault memory() {
        return new MachineFault("la mémoire accordée à Java ne suffit pas.",
                "Donnez-en plus, par exemple ATLAS_JAVA_OPTS=-Xmx2g\u00a0; ensuite, " + RESUMES);
    }

    private static Optional<MachineFault> full(List<Throwable> causes) {
        return causes.stream()
                .filter(t -> FULL.stream().anyMatch(told(t).toLowerCase(Locale.ROOT)::contains))
                .findFirst()
                .map(t -> new MachineFault(
                        "le disque est plein" + causes.stream()
                                .filter(FileSystemException.class::isInstance)
                                .map(f -> ((FileSystemException) f).getFile())
                                .filter(f -> f != null)
                                .findFirst()
                                .map(f -> " (" + f + ")")
                                .orElse("") + ".",
                        "Faites de la place\u00a0; ensuite, " + RESUMES));
    }

    private static MachineFault file(FileSystemException e) {
        Path path = Path.of(e.getFile() == null ? "" : e.getFile());
        String folder = Screen.shown(path);
        String reason = e.getReason() == null ? "" : e.getReason();
        String elsewhere = "Corrigez-le, ou donnez un autre dossier avec --output.";
        if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException
                || reason.contains("Not a directory")) {
            return new MachineFault(onTheWay(path).map(Screen::shown).orElse(folder)
                    + " est un fichier, là où il faut un dossier.", elsewhere);
        }
        if (e instanceof AccessDeniedException || reason.contains("not permitted")) {
            return new MachineFault(
                    "l’utilisateur " + System.getProperty("user.name") + " n’a pas le droit d’écrire dans "
                            + folder + ".",
                    "Donnez-lui ce droit, ou donnez un autre dossier avec --output.");
        }
        if (reason.contains("Read-only")) {
            return new MachineFault(folder + " est sur un disque en lecture seule.", elsewhere);
        }
        if (e instanceof NoSuchFileException) {
            return new MachineFault(folder + " n’est pas là, ou n’y est plus.",
                    "Voyez pourquoi\u00a0; ensuite, " + RESUMES);
        }
        return new MachineFault(folder + "\u00a0: " + (reason.isEmpty() ? e.getClass().getSimpleName() : reason) + ".",
                "Voyez d’où cela vient\u00a0; ensuite, " + RESUMES);
    }

    /** The file that stands where a folder of the path should be. */
    private static Optional<Path> onTheWay(Path path) {
        return Stream.iterate(path.toAbsolutePath(), p -> p != null, Path::getParent)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static Optional<MachineFault> database(List<Throwable> causes, Throwable root) {
        boolean database = causes.stream().anyMatch(StoreUnavailableException::tellsOfADatabase);
        String opening = first(causes, StoreUnavailableException.class).map(e -> e.getMessage() + "\u00a0: ")
                .orElse("la base de travail ne répond plus\u00a0: ");
        return database
                ? Optional.of(new MachineFault(opening + told(root) + ".",
                        "Voyez la base\u00a0; quand elle répondra, " + RESUMES))
                : Optional.empty();
    }

    /** Message of a failure without its last full stop nor the statement that a database quotes. */
    private static String told(Throwable t) {
        String message = t.getMessage() == null || t instanceof UncheckedIOException ? "" : t.getMessage();
        String line = message.lines().findFirst().orElse("").replaceAll("; SQL statement:.*", "").strip();
        String said = line.isEmpty() ? t.getClass().getSimpleName() : line;
        return said.endsWith(".") ? said.substring(0, said.length() - 1) : said;
    }
}

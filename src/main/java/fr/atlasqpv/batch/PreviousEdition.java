package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.territory.Correspondence;
import fr.atlasqpv.territory.Level;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tidy files of the books of the previous edition: an attacker has them too. The edition file names their folder
 * ({@code rules: previous-edition}); from then on a run needs them, for a pattern made without them may be undone with them. What this
 * output root has released besides counts as well, named or not ({@link Releases}).
 */
final class PreviousEdition {
    private static final String SOURCE = "edition-precedente";

    private PreviousEdition() {}

    /** Folder of its books, empty when the edition names none. A relative path starts from the output root. */
    static Optional<Path> folder(Edition edition, Path outputRoot) {
        String named = edition.previousEdition();
        return named.isEmpty() ? Optional.empty() : Optional.of(outputRoot.resolve(named).normalize());
    }

    /**
     * Its files, in order, with their fingerprints: they are inputs of the run.
     *
     * @throws UncheckedIOException when one of them cannot be read
     */
    static List<InputFile> files(Edition edition, Path outputRoot) {
        try {
            Optional<Path> folder = folder(edition, outputRoot);
            return folder.isEmpty() ? List.of()
                    : EarlierBooks.in(folder.get(), edition.previousEdition(), SOURCE).files();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its books, empty when there are none. */
    static Optional<EarlierBooks> books(RunRequest request) {
        return request.previous().isEmpty() ? Optional.empty()
                : Optional.of(new EarlierBooks(
                        request.edition().previousEdition(),
                        folder(request.edition(), request.outputRoot()).orElseThrow(), request.previous()));
    }

    /** What is wrong with it, to be told before anything is computed; empty when it reads, or none is named. */
    static List<Notice> faults(RunRequest request) {
        String named = request.edition().previousEdition();
        if (named.isEmpty()) {
            return List.of();
        }
        Optional<EarlierBooks> books = books(request);
        if (books.isEmpty()) {
            return List.of(fault(request, "edition-precedente-absente",
                    "Les livres de l’édition précédente sont introuvables\u00a0: aucun fichier …" + EarlierBooks.FIGURES
                            + " dans le dossier que nomme rules.previous-edition. Remettez-les en place, ou retirez la clé si "
                            + "aucune édition n’a paru.",
                    named));
        }
        try {
            books.get().read(request.edition().frame().reference(), Correspondence.NONE);
            return List.of();
        } catch (IOException | RuntimeException e) {
            return List.of(fault(request, "edition-precedente-illisible",
                    "Les livres de l’édition précédente ne se lisent pas\u00a0: " + e.getMessage() + ".", named));
        }
    }

    private static Notice fault(RunRequest request, String code, String message, String value) {
        return new Notice(
                request.jobFile().getFileName().toString(), 0, "rules.previous-edition", code, Severity.ERROR, message,
                value);
    }

    /** What the books that the edition names published, a QPV that bears another code since under that one; empty when it names none. */
    static SortedMap<CellKey, Publication> published(RunRequest request) {
        Correspondence correspondence = request.correspondence();
        SortedMap<CellKey, Publication> published = new TreeMap<>();
        books(request).ifPresent(books -> {
            try {
                books.cells().forEach((key, told) -> published.put(today(key, correspondence), told.publication()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return published;
    }

    private static CellKey today(CellKey key, Correspondence correspondence) {
        String code = key.territory().code();
        return key.territory().level() == Level.QPV && correspondence.oneToOne(code)
                ? CellKey.of(Level.QPV, correspondence.successors(code).first(), key.perimeter(), key.indicator())
                : key;
    }
}

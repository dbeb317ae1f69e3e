package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.publication.readback.ReadBook;
import fr.atlasqpv.publication.readback.TerritoriesReadback;
import fr.atlasqpv.publication.readback.TidyCsvReadback;
import fr.atlasqpv.release.CatalogueJson;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.Elsewhere;
import fr.atlasqpv.secrecy.Hierarchy;
import fr.atlasqpv.secrecy.Hierarchy.Parents;
import fr.atlasqpv.secrecy.OtherEdition;
import fr.atlasqpv.secrecy.OtherEdition.Told;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.secrecy.UnitCounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The tidy files of the books of the previous edition: an attacker has them too. The edition file names their folder
 * ({@code rules: previous-edition}); from then on a run needs them, for a pattern made without them may be undone with them.
 */
final class PreviousEdition {
    private static final String FIGURES = "-donnees.csv";
    private static final String TERRITORIES = "-territoires.csv";

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
        Optional<Path> folder = folder(edition, outputRoot);
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder.get(), 2)) {
            List<InputFile> files = new ArrayList<>();
            for (Path file : tree.filter(f -> is(f, FIGURES) || is(f, TERRITORIES) || is(f, CatalogueJson.MANIFEST))
                    .sorted().toList()) {
                files.add(InputFile.of("edition-precedente", folder.get().relativize(file).toString(), file));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean is(Path file, String ending) {
        return file.getFileName().toString().endsWith(ending) && Files.isRegularFile(file);
    }

    /** What is wrong with it, to be told before anything is computed; empty when it reads, or none is named. */
    static List<Notice> faults(RunRequest request) {
        String named = request.edition().previousEdition();
        if (named.isEmpty()) {
            return List.of();
        }
        if (request.previous().isEmpty()) {
            return List.of(fault(request, "edition-precedente-absente",
                    "Les livres de l’édition précédente sont introuvables\u00a0: aucun fichier …" + FIGURES
                            + " dans le dossier que nomme rules.previous-edition. Remettez-les en place, ou retirez la clé si "
                            + "aucune édition n’a paru.",
                    named));
        }
        try {
            read(request);
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

    /**
     * What it tells of the counts of this edition.
     *
     * @param now which territory is part of which in this edition
     * @param known denominators of this edition that the attacker knows
     */
    static Elsewhere elsewhere(RunRequest request, Hierarchy now, UnitCounts known) {
        if (request.previous().isEmpty()) {
            return Elsewhere.NOTHING;
        }
        Edition edition = request.edition();
        try {
            return read(request).of(
                    key -> edition.published(key.indicator()).map(IndicatorNotice::millesime), now, known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What its books published; empty when the edition names none. */
    static SortedMap<CellKey, Publication> published(RunRequest request) {
        SortedMap<CellKey, Publication> published = new TreeMap<>();
        if (!request.previous().isEmpty()) {
            try {
                cells(request).forEach((key, told) -> published.put(key, told.publication()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return published;
    }

    private static OtherEdition read(RunRequest request) throws IOException {
        Path folder = folder(request.edition(), request.outputRoot()).orElseThrow();
        List<Parents> parents = new ArrayList<>();
        for (InputFile file : request.previous()) {
            if (file.path().endsWith(TERRITORIES)) {
                new TerritoriesReadback().read(folder.resolve(file.path()))
                        .forEach(r -> parents.add(new Parents(r.territory(), r.epci(), r.departement(), r.region())));
            }
        }
        return new OtherEdition(
                cells(request), Hierarchy.told(parents, Collections.emptySortedSet(), request.edition().qpvOfFrance()));
    }

    private static SortedMap<CellKey, Told> cells(RunRequest request) throws IOException {
        Path folder = folder(request.edition(), request.outputRoot()).orElseThrow();
        Catalogue catalogue = CatalogueJson.of(folder);
        SortedMap<CellKey, Told> cells = new TreeMap<>();
        for (InputFile file : request.previous()) {
            Path path = folder.resolve(file.path());
            if (file.path().endsWith(FIGURES)) {
                ReadBook book = new TidyCsvReadback(catalogue).read(path);
                List<String> defects = book.defects();
                if (!defects.isEmpty()) {
                    throw new IOException(file.path() + ", " + defects.getFirst());
                }
                book.cells()
                        .forEach((key, cell) -> cells.put(key,
                                new Told(publication(cell.published()), cell.millesime())));
            }
        }
        return cells;
    }

    private static Publication publication(PublishedCell cell) {
        return new Publication(cell.value(), cell.text(), cell.status(), cell.estimated());
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.audit.Known;
import fr.atlasqpv.audit.UnreadableBooksException;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.publication.readback.ReadBook;
import fr.atlasqpv.publication.readback.TerritoriesReadback;
import fr.atlasqpv.publication.readback.TidyCsvReadback;
import fr.atlasqpv.release.CatalogueJson;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.Hierarchy;
import fr.atlasqpv.secrecy.Hierarchy.Parents;
import fr.atlasqpv.secrecy.OtherEdition;
import fr.atlasqpv.secrecy.OtherEdition.Told;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.secrecy.UnitCounts;
import fr.atlasqpv.territory.Correspondence;
import fr.atlasqpv.territory.ReferenceTerritory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Books that have been released: what their tidy files tell, an attacker knows.
 *
 * @param edition name of their folder
 * @param folder where they lie
 * @param files tidy files and manifest below it, in order, with their fingerprints
 */
record EarlierBooks(String edition, Path folder, List<InputFile> files) {
    /** End of the names of the tidy files with the figures. */
    static final String FIGURES = "-donnees.csv";
    /** Denominators that were known when the books were released, beside those that this program remembers. */
    static final String KNOWN = "connus.csv";
    private static final String TERRITORIES = "-territoires.csv";

    /** Defensive copy. */
    EarlierBooks {
        files = List.copyOf(files);
    }

    /**
     * The books that lie in a folder; without files when there is no such folder.
     *
     * @param edition name that they go by
     * @param source what they are to the run, part of its identity
     * @throws IOException when one of them cannot be read
     */
    static EarlierBooks in(Path folder, String edition, String source) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new EarlierBooks(edition, folder, List.of());
        }
        List<Path> found;
        try (Stream<Path> tree = Files.walk(folder, 2)) {
            found = tree.filter(EarlierBooks::told).sorted().toList();
        }
        List<InputFile> files = new ArrayList<>();
        for (Path file : found) {
            files.add(InputFile.of(source, folder.relativize(file).toString(), file));
        }
        return new EarlierBooks(edition, folder, files);
    }

    private static boolean told(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(FIGURES) || name.endsWith(TERRITORIES) || name.equals(CatalogueJson.MANIFEST)
                || name.equals(KNOWN))
                && Files.isRegularFile(file);
    }

    /** Tells whether a file is the manifest, or the list of denominators: all others are tidy files. */
    private static boolean paper(InputFile file) {
        return file.path().equals(CatalogueJson.MANIFEST) || file.path().equals(KNOWN);
    }

    /** The tidy files. */
    List<InputFile> tidy() {
        return files.stream().filter(f -> !paper(f)).toList();
    }

    /** Fingerprints of what they tell, and of what was known besides. */
    List<String> content() {
        return files.stream()
                .filter(f -> !f.path().equals(CatalogueJson.MANIFEST))
                .flatMap(f -> bytes(f).stream())
                .toList();
    }

    /** Tells whether every tidy file of other books is among these: there is nothing to learn from the others then. */
    boolean holds(EarlierBooks other) {
        return tidy().stream().map(EarlierBooks::bytes).toList()
                .containsAll(other.tidy().stream().map(EarlierBooks::bytes).toList());
    }

    private static List<String> bytes(InputFile file) {
        return List.of(file.path(), file.sha256());
    }

    /** Tells whether there are figures at all. */
    boolean any() {
        return files.stream().anyMatch(f -> f.path().endsWith(FIGURES));
    }

    /** What they published. */
    SortedMap<CellKey, Told> cells() throws IOException {
        var catalogue = CatalogueJson.of(folder);
        SortedMap<CellKey, Told> cells = new TreeMap<>();
        for (InputFile file : files) {
            if (file.path().endsWith(FIGURES)) {
                ReadBook book = new TidyCsvReadback(catalogue).read(folder.resolve(file.path()));
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

    /**
     * The same, with what they say of which territory is part of which.
     *
     * @param correspondence QPV of today whose perimeters make up theirs
     */
    OtherEdition read(ReferenceTerritory reference, Correspondence correspondence) throws IOException {
        List<Parents> parents = new ArrayList<>();
        for (InputFile file : files) {
            if (file.path().endsWith(TERRITORIES)) {
                new TerritoriesReadback().read(folder.resolve(file.path()))
                        .forEach(r -> parents.add(new Parents(r.territory(), r.epci(), r.departement(), r.region())));
            }
        }
        return new OtherEdition(cells(), Hierarchy.told(parents, Collections.emptySortedSet(), reference),
                correspondence);
    }

    /**
     * Denominators that were known when they were released; where nobody noted them, those of now.
     *
     * @throws IOException when their catalogue cannot be read
     * @throws UnreadableBooksException when the list cannot be read
     */
    UnitCounts knownThen(UnitCounts now) throws IOException {
        Path list = folder.resolve(KNOWN);
        if (!Files.isRegularFile(list)) {
            return now;
        }
        Known then = Known.read(list, CatalogueJson.of(folder));
        return (territory, perimeter, measure) -> then.count(territory, perimeter, measure)
                .or(() -> now.count(territory, perimeter, measure));
    }

    private static Publication publication(PublishedCell cell) {
        return new Publication(cell.value(), cell.text(), cell.status(), cell.estimated());
    }
}

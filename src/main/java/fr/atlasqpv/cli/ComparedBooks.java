package fr.atlasqpv.cli;

import fr.atlasqpv.audit.UnreadableBooksException;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.NoticeCode;
import fr.atlasqpv.extract.SourceReaders;
import fr.atlasqpv.extract.UnreadableSourceException;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.publication.readback.EditionReadback;
import fr.atlasqpv.publication.readback.EditionReadback.ReadEdition;
import fr.atlasqpv.publication.readback.ReadBook;
import fr.atlasqpv.publication.readback.ReadCell;
import fr.atlasqpv.publication.readback.TidyCsvReadback;
import fr.atlasqpv.quality.compare.ComparedEdition;
import fr.atlasqpv.release.CatalogueJson;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.Correspondence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * One side of a comparison, as it was read.
 *
 * @param folder folder of the edition, or the file of figures
 * @param edition what it publishes
 * @param defects what is wrong with it, with its place; no withheld value is told
 */
record ComparedBooks(Path folder, ComparedEdition edition, List<String> defects) {
    private static final String BOOK = "-donnees.csv";

    /**
     * The tidy books of an edition.
     *
     * @param given folder of an edition, or a root that holds exactly one
     * @throws UnreadableBooksException when it is neither, or a book cannot be read
     */
    static ComparedBooks edition(Path given) throws UnreadableBooksException {
        try {
            Path folder = editionFolder(given);
            ReadEdition read = new EditionReadback().read(folder);
            String name = read.id().isEmpty() ? folder.getFileName().toString() : read.id();
            return new ComparedBooks(
                    folder,
                    new ComparedEdition(name, read.labels(), read.parents(), read.cells(), read.vintages(),
                            read.weights()),
                    read.defects());
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw unreadable(given, e);
        }
    }

    /**
     * Figures published elsewhere.
     *
     * @param file CSV with the columns of our tidy books, as many as it has
     * @param edition folder of the edition that it is compared with, which says what its indicators are
     * @throws UnreadableBooksException when it cannot be read
     */
    static ComparedBooks published(Path file, Path edition) throws UnreadableBooksException {
        try {
            ReadBook read = new TidyCsvReadback(CatalogueJson.of(editionFolder(edition))).read(file);
            SortedMap<CellKey, PublishedCell> cells = new TreeMap<>();
            for (ReadCell cell : read.cells().values()) {
                if (cell.sound()) {
                    cells.put(cell.key(), cell.published());
                }
            }
            return new ComparedBooks(
                    file, new ComparedEdition(file.getFileName().toString(), read.labels(), Map.of(), cells,
                            read.vintages(), Map.of()),
                    read.defects());
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * What became of the codes that changed.
     *
     * @param file CSV of our dialect; a line where one of the two codes is empty says that the other has no counterpart
     * @param before column of the codes before
     * @param after column of the codes after
     * @throws UnreadableBooksException when it cannot be read, lacks a column, or a line has neither code
     */
    static Correspondence correspondence(Path file, String before, String after) throws UnreadableBooksException {
        try {
            return SourceReaders.correspondence(file, before, after);
        } catch (UnreadableSourceException e) {
            Notice first = e.notices().getFirst();
            String where = first.line() > 0 ? ", ligne " + first.line() : "";
            boolean column = first.code().equals(NoticeCode.COLONNE_ABSENTE.id());
            throw new UnreadableBooksException(
                    Screen.shown(file) + where + "\u00a0: " + first.message()
                            + (column
                                    ? " Les codes sont attendus dans les colonnes «\u00a0" + before
                                            + "\u00a0» et «\u00a0" + after
                                            + "\u00a0»\u00a0; --colonnes en désigne d’autres."
                                    : ""),
                    e);
        }
    }

    /** Names of the columns of a correspondence, as an option gives them. */
    static void twoColumns(CommandSpec spec, List<String> columns) {
        if (columns.size() != 2) {
            throw new ParameterException(
                    spec.commandLine(), "--colonnes attend deux noms, séparés par une virgule\u00a0: AVANT,APRES.");
        }
    }

    private static Path editionFolder(Path given) throws IOException, UnreadableBooksException {
        if (!Files.isDirectory(given)) {
            throw new UnreadableBooksException(Screen.shown(given) + "\u00a0: ce dossier n’existe pas.");
        }
        if (holdsBooks(given)) {
            return given;
        }
        List<Path> editions = new ArrayList<>();
        try (Stream<Path> children = Files.list(given)) {
            for (Path child : children.filter(Files::isDirectory).sorted().toList()) {
                if (!child.getFileName().toString().startsWith(".") && holdsBooks(child)) {
                    editions.add(child);
                }
            }
        }
        if (editions.size() != 1) {
            throw new UnreadableBooksException(
                    Screen.shown(given) + "\u00a0: un dossier d’édition est attendu, ou une racine qui en contient un"
                            + " seul (" + editions.size() + " trouvé(s)).");
        }
        return editions.getFirst();
    }

    private static boolean holdsBooks(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder, 2)) {
            return tree.anyMatch(file -> file.getFileName().toString().endsWith(BOOK));
        }
    }

    private static UnreadableBooksException unreadable(Path given, Exception failure) {
        String why = failure instanceof NoSuchFileException ? "le fichier n’existe pas" : failure.getMessage();
        return new UnreadableBooksException(Screen.shown(given) + "\u00a0: " + why + ".", failure);
    }
}

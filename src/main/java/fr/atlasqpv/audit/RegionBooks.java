package fr.atlasqpv.audit;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.publication.readback.PdfReadback;
import fr.atlasqpv.publication.readback.ReadBook;
import fr.atlasqpv.publication.readback.TerritoriesReadback;
import fr.atlasqpv.publication.readback.TidyCsvReadback;
import fr.atlasqpv.publication.readback.WorkbookReadback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The books of a region as they lie in its folder.
 *
 * @param folder name of the folder
 * @param csv tidy file
 * @param workbook workbook
 * @param pdf PDF
 * @param territories rows of the file of territories
 */
record RegionBooks(String folder, ReadBook csv, ReadBook workbook, ReadBook pdf,
        List<TerritoriesReadback.Row> territories) {
    /**
     * Reads the books of a folder.
     *
     * @param catalogue measures and indicators of the edition
     * @throws UnreadableBooksException when a book is missing or cannot be read
     */
    static RegionBooks read(Path folder, Catalogue catalogue) throws UnreadableBooksException {
        Path data = only(folder, "-donnees.csv");
        String stem = data.getFileName().toString().replaceFirst("-donnees\\.csv$", "");
        Path file = data;
        try {
            ReadBook csv = new TidyCsvReadback(catalogue).read(data);
            file = existing(folder.resolve(stem + ".xlsx"));
            ReadBook workbook = new WorkbookReadback(catalogue).read(file);
            file = existing(folder.resolve(stem + ".pdf"));
            ReadBook pdf = new PdfReadback(catalogue, csv.labels()).read(file);
            file = existing(folder.resolve(stem + "-territoires.csv"));
            return new RegionBooks(folder.getFileName().toString(), csv, workbook, pdf,
                    new TerritoriesReadback().read(file));
        } catch (IOException | RuntimeException e) {
            throw new UnreadableBooksException(file + "\u00a0: le fichier ne se lit pas.", e);
        }
    }

    List<ReadBook> all() {
        return List.of(csv, workbook, pdf);
    }

    static Path only(Path folder, String ending) throws UnreadableBooksException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(f -> f.getFileName().toString().endsWith(ending)).toList();
            if (found.size() != 1) {
                throw new UnreadableBooksException(
                        folder + "\u00a0: un fichier …" + ending + " attendu, " + found.size() + " trouvé(s).");
            }
            return found.getFirst();
        } catch (IOException e) {
            throw new UnreadableBooksException(folder + "\u00a0: le dossier ne se lit pas.", e);
        }
    }

    private static Path existing(Path file) throws UnreadableBooksException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableBooksException(file + "\u00a0: le fichier manque.");
        }
        return file;
    }
}

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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
    private static final String FIGURES = "-donnees.csv";

    /** Reads one file of a region. */
    private interface Reading<T> {
        T read(Path file) throws IOException;
    }

    /** What the others are read with: the names of the territories. */
    private record Tidy(Path stem, Catalogue catalogue, ReadBook csv, List<TerritoriesReadback.Row> territories) {
        static Tidy of(Path folder, Catalogue catalogue) {
            Path data = only(folder, FIGURES);
            Path stem = folder.resolve(data.getFileName().toString().replaceFirst(FIGURES + "$", ""));
            return new Tidy(
                    stem,
                    catalogue,
                    RegionBooks.read(data, new TidyCsvReadback(catalogue)::read),
                    RegionBooks.read(file(stem, "-territoires.csv"), new TerritoriesReadback()::read));
        }

        ReadBook workbook() {
            return RegionBooks.read(file(stem, ".xlsx"), new WorkbookReadback(catalogue)::read);
        }

        ReadBook pdf() {
            return RegionBooks.read(file(stem, ".pdf"), new PdfReadback(catalogue, csv.labels())::read);
        }
    }

    /**
     * Reads the books of some folders, as many at once as there are processors.
     *
     * @param catalogue measures and indicators of the edition
     * @throws UnreadableBooksException when a book is missing or cannot be read
     */
    static List<RegionBooks> read(List<Path> folders, Catalogue catalogue) {
        List<Tidy> tidy = folders.parallelStream().map(folder -> Tidy.of(folder, catalogue)).toList();
        List<Supplier<ReadBook>> readings = new ArrayList<>();
        tidy.forEach(t -> readings.addAll(List.of(t::pdf, t::workbook)));
        List<ReadBook> others = readings.parallelStream().map(Supplier::get).toList();
        List<RegionBooks> regions = new ArrayList<>();
        for (int i = 0; i < tidy.size(); i++) {
            Tidy region = tidy.get(i);
            regions.add(new RegionBooks(
                    folders.get(i).getFileName().toString(), region.csv(), others.get(2 * i + 1), others.get(2 * i),
                    region.territories()));
        }
        return List.copyOf(regions);
    }

    /**
     * Reads the tidy files of some folders, which then stand for the workbook and the PDF as well.
     *
     * @param catalogue measures and indicators of the edition
     * @throws UnreadableBooksException when one is missing or cannot be read
     */
    static List<RegionBooks> tidy(List<Path> folders, Catalogue catalogue) {
        return folders.parallelStream()
                .map(folder -> {
                    Tidy tidy = Tidy.of(folder, catalogue);
                    return new RegionBooks(
                            folder.getFileName().toString(), tidy.csv(), tidy.csv(), tidy.csv(), tidy.territories());
                })
                .toList();
    }

    private static <T> T read(Path file, Reading<T> reading) {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableBooksException(file + "\u00a0: le fichier manque.");
        }
        try {
            return reading.read(file);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableBooksException(file + "\u00a0: le fichier ne se lit pas.", e);
        }
    }

    List<ReadBook> all() {
        return List.of(csv, workbook, pdf);
    }

    private static Path file(Path stem, String ending) {
        return stem.resolveSibling(stem.getFileName() + ending);
    }

    static Path only(Path folder, String ending) {
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
}

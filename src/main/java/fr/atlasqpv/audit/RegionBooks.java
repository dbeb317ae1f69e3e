package fr.atlasqpv.audit;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.publication.readback.PaperReadback;
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
 * @param papers what else lies there, for its texts
 */
record RegionBooks(String folder, ReadBook csv, ReadBook workbook, ReadBook pdf,
        List<TerritoriesReadback.Row> territories, List<ReadBook> papers) {
    private static final String FIGURES = FileKind.TIDY.ending();

    /** Books beside which nothing lies. */
    RegionBooks(
            String folder, ReadBook csv, ReadBook workbook, ReadBook pdf, List<TerritoriesReadback.Row> territories) {
        this(folder, csv, workbook, pdf, territories, List.of());
    }

    /** Reads one file of a region. */
    interface Reading<T> {
        T read(Path file) throws IOException;
    }

    /** What the others are read with: the names of the territories. */
    private record Tidy(Path folder, Catalogue catalogue, ReadBook csv, TerritoriesReadback.Read territories) {
        static Tidy of(Path folder, Catalogue catalogue) {
            return new Tidy(
                    folder,
                    catalogue,
                    RegionBooks.read(only(folder, FIGURES), new TidyCsvReadback(catalogue)::read),
                    RegionBooks.read(
                            FileKind.TERRITORIES.in(folder, stem(folder)), new TerritoriesReadback()::whole));
        }

        ReadBook workbook() {
            return RegionBooks.read(
                    FileKind.WORKBOOK.in(folder, stem(folder)), new WorkbookReadback(catalogue)::read);
        }

        ReadBook pdf() {
            return RegionBooks.read(
                    FileKind.PDF.in(folder, stem(folder)), new PdfReadback(catalogue, csv.labels())::read);
        }

        List<ReadBook> papers() {
            Path description = FileKind.DESCRIPTION.in(folder, "");
            return Files.isRegularFile(description)
                    ? List.of(territories.texts(), RegionBooks.read(description, new PaperReadback(catalogue)::read))
                    : List.of(territories.texts());
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
                    region.territories().rows(), region.papers()));
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
                            folder.getFileName().toString(), tidy.csv(), tidy.csv(), tidy.csv(),
                            tidy.territories().rows());
                })
                .toList();
    }

    static <T> T read(Path file, Reading<T> reading) {
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

    /** Name of the books in a folder of a region, without what tells them apart. */
    static String stem(Path folder) {
        return only(folder, FIGURES).getFileName().toString().replaceFirst(FIGURES + "$", "");
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

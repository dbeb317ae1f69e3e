package fr.atlasqpv.audit;

import fr.atlasqpv.publication.csv.DataPackageWriter;
import fr.atlasqpv.publication.csv.TerritoriesCsvWriter;
import fr.atlasqpv.publication.csv.TidyCsvWriter;
import fr.atlasqpv.publication.pdf.PdfBook;
import fr.atlasqpv.publication.readback.PaperReadback;
import fr.atlasqpv.publication.readback.PdfReadback;
import fr.atlasqpv.publication.readback.TerritoriesReadback;
import fr.atlasqpv.publication.readback.TidyCsvReadback;
import fr.atlasqpv.publication.readback.WorkbookReadback;
import fr.atlasqpv.publication.report.HtmlReportWriter;
import fr.atlasqpv.publication.report.ManifestWriter;
import fr.atlasqpv.publication.report.NoticesCsvWriter;
import fr.atlasqpv.publication.xlsx.WorkbookWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The register of what an edition is made of: each kind of file, who writes it and who reads it back. A book of another kind is not
 * written, and a file of another kind that lies among the books stops them.
 */
public enum FileKind {
    /** Every published cell, one per line. */
    TIDY(Place.REGION, "-donnees.csv", TidyCsvWriter.class, TidyCsvReadback.class),
    /** Territories, their parents and a point of each. */
    TERRITORIES(Place.REGION, "-territoires.csv", TerritoriesCsvWriter.class, TerritoriesReadback.class),
    /** Workbook. */
    WORKBOOK(Place.REGION, ".xlsx", WorkbookWriter.class, WorkbookReadback.class),
    /** Book. */
    PDF(Place.REGION, ".pdf", PdfBook.class, PdfReadback.class),
    /** Description of the tidy files. */
    DESCRIPTION(Place.EACH_REGION, DataPackageWriter.FILE_NAME, DataPackageWriter.class, PaperReadback.class),
    /** What went in and what came out. */
    MANIFEST(Place.EDITION, ManifestWriter.FILE_NAME, ManifestWriter.class, PaperReadback.class),
    /** Page of the run. */
    REPORT(Place.EDITION, HtmlReportWriter.FILE_NAME, HtmlReportWriter.class, PaperReadback.class),
    /** Notices of the run. */
    NOTICES(Place.EDITION, NoticesCsvWriter.FILE_NAME, NoticesCsvWriter.class, PaperReadback.class);

    private final Place place;
    private final String name;
    private final Class<?> writer;
    private final Class<?> reader;

    private enum Place {
        /** In the folder of a region, under the name of its books. */
        REGION,
        /** In the folder of a region, under a name of its own. */
        EACH_REGION,
        /** In the folder of the edition. */
        EDITION
    }

    FileKind(Place place, String name, Class<?> writer, Class<?> reader) {
        this.place = place;
        this.name = name;
        this.writer = writer;
        this.reader = reader;
    }

    /** Who writes it. */
    public Class<?> writer() {
        return writer;
    }

    /** Who reads it back. */
    public Class<?> reader() {
        return reader;
    }

    /** Tells whether it is written for each region. */
    public boolean ofRegion() {
        return place != Place.EDITION;
    }

    /** Name of its file, or how it ends after the name of the books of the region. */
    String ending() {
        return name;
    }

    /** The file of this kind in a folder. */
    Path in(Path folder, String stem) {
        return folder.resolve(place == Place.REGION ? stem + name : name);
    }

    /**
     * The kind of a file.
     *
     * @param path below the folder of the edition
     * @param stem name of the books of its folder, empty when it has none
     * @return empty when nobody reads such a file
     */
    static Optional<FileKind> of(Path path, String stem) {
        int depth = path.getNameCount();
        return Arrays.stream(values())
                .filter(kind -> depth == (kind.ofRegion() ? 2 : 1))
                .filter(kind -> kind.place != Place.REGION || !stem.isEmpty())
                .filter(kind -> kind.in(Path.of(""), stem).equals(path.getFileName()))
                .findFirst();
    }
}

package fr.atlasqpv.publication.report;

import fr.atlasqpv.publication.CsvDialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code notices.csv}: every notice of a run, one a line. */
public final class NoticesCsvWriter {
    /** Name of the file in the folder of the edition. */
    public static final String FILE_NAME = "notices.csv";
    /** Columns, in order. */
    public static final List<String> HEADER =
            List.of("file", "line", "column", "code", "severity", "message", "value");

    /**
     * Writes the file.
     *
     * @param folder folder of the edition, which exists
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(List<RunReport.Notice> notices, Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        CsvDialect.write(file, HEADER, () -> notices.stream().map(NoticesCsvWriter::row).iterator());
        return file;
    }

    // A notice about a whole file has no line
    private static List<String> row(RunReport.Notice n) {
        return List.of(
                n.file(),
                n.line() == 0 ? "" : Long.toString(n.line()),
                n.column(),
                n.code(),
                n.severity(),
                n.message(),
                n.value());
    }
}

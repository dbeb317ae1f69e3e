package fr.atlasqpv.publication.report;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes {@code rapport.html}: one page, in French, that opens without network and says what went in, what was rejected
 * and why, what was decided, withheld and checked, how long it took, and where the books are.
 */
public final class HtmlReportWriter {
    /** Name of the file in the folder of the edition. */
    public static final String FILE_NAME = "rapport.html";

    /**
     * Writes the file.
     *
     * @param folder folder of the edition, which exists; links to the books are relative to it
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(RunReport report, Path folder) throws IOException {
        return Page.write("report.jte", new ReportView(report), folder.resolve(FILE_NAME));
    }
}

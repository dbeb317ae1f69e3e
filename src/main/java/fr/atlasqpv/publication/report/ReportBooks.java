package fr.atlasqpv.publication.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The report of a run: {@code notices.csv}, {@code manifest.json} and {@code rapport.html}. */
public final class ReportBooks {
    /**
     * Writes the three files; the fingerprint of the notices joins the books in the manifest.
     *
     * @param folder folder of the edition, which exists
     * @return the files
     * @throws IOException when one cannot be written
     */
    public List<Path> write(RunReport report, Path folder) throws IOException {
        Path notices = new NoticesCsvWriter().write(report.notices(), folder);
        List<RunReport.Book> books = new ArrayList<>(report.books());
        books.add(RunReport.Book.of(folder, notices));
        RunReport complete = new RunReport(
                report.edition(), report.catalogue(), report.job(), report.build(), report.rules(),
                report.secrecyRules(), report.regions(),
                report.notices(),
                report.decisions(), report.checks(), report.secrecy(), report.audit(), report.steps(),
                report.startedAt(), books, report.maps());
        return List.of(
                notices,
                new ManifestWriter().write(complete, folder),
                new HtmlReportWriter().write(complete, folder));
    }
}

package fr.atlasqpv.audit;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.CsvDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code audit.csv}: the figures of the attack, then every finding. No value stands in it. */
public final class AuditReportFile {
    /** Name of the file. */
    public static final String NAME = "audit.csv";

    private static final List<String> HEADER =
            List.of("nature", "indicateur", "retenues", "exactes", "etroites", "message");

    private AuditReportFile() {}

    /**
     * Writes the file.
     *
     * @param folder folder of the report, made when it is not there
     * @return the file
     * @throws IOException when it cannot be written
     */
    public static Path write(AuditReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<List<String>> rows = new ArrayList<>();
        for (AuditReport.Line line : report.lines()) {
            rows.add(List.of(
                    "attaque",
                    line.indicators().stream().map(Indicator::id).collect(Collectors.joining(" + ")),
                    Integer.toString(line.withheld()),
                    Integer.toString(line.exact()),
                    Integer.toString(line.narrow()),
                    ""));
        }
        report.findings().forEach(f -> rows.add(List.of(f.kind().id(), "", "", "", "", f.message())));
        Path file = folder.resolve(NAME);
        CsvDialect.write(file, HEADER, rows);
        return file;
    }
}

package fr.atlasqpv.publication.readback;

import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of territories ({@code …-territoires.csv}): which territory is part of which, as attached. */
public final class TerritoriesReadback {
    private static final CSVFormat FORMAT = CsvDialect.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

    /**
     * A territory and those it is part of.
     *
     * @param territory which
     * @param epci code of its EPCI row, empty when none
     * @param departement code of its département
     * @param region code of its region
     */
    public record Row(Territory territory, String epci, String departement, String region) {}

    /**
     * Reads the file.
     *
     * @throws IOException when it cannot be read, or is no CSV
     * @throws IllegalArgumentException when a column is missing, or a level is unknown
     */
    public List<Row> read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            for (CSVRecord row : parser) {
                rows.add(new Row(
                        new Territory(Level.valueOf(row.get("niveau")), row.get("code")), row.get("epci"),
                        row.get("departement"), row.get("region")));
            }
        } catch (UncheckedIOException e) {
            throw new IOException(file.getFileName() + " : " + e.getMessage(), e);
        }
        return rows;
    }
}

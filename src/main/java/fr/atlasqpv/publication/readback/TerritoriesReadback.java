package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of territories ({@code …-territoires.csv}): which territory is part of which, as attached. */
public final class TerritoriesReadback {
    private static final CSVFormat FORMAT = CsvDialect.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Metres of the map: nowhere in France less than ten kilometres from the origin. */
    private static final Pattern POINT = Pattern.compile("|-?\\d{5,8}");

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
     * What a file of territories holds.
     *
     * @param rows its rows
     * @param texts its names, and all that is neither the code of one of its territories nor a point on the ground
     */
    public record Read(List<Row> rows, ReadBook texts) {
        /** Defensive copy. */
        public Read {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Reads the file whole.
     *
     * @throws IOException when it cannot be read, or is no CSV
     * @throws IllegalArgumentException when a column is missing, or a level is unknown
     */
    public Read whole(Path file) throws IOException {
        List<Row> rows = read(file);
        Set<String> codes = rows.stream().map(row -> row.territory().code()).collect(Collectors.toSet());
        CellParser texts = new CellParser(new Catalogue(List.of(), List.of(), null));
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            for (CSVRecord row : parser) {
                String where = "ligne " + (row.getRecordNumber() + 1);
                if (!row.isConsistent()) {
                    texts.fault(where, "nombre de colonnes inattendu");
                }
                row.toMap().forEach((column, text) -> {
                    boolean known = switch (column) {
                        case "niveau" -> true; // read already
                        case "code", "epci", "departement", "region" -> text.isEmpty() || codes.contains(text);
                        case "x", "y" -> POINT.matcher(text).matches();
                        default -> false;
                    };
                    if (!known) {
                        texts.elsewhere(where + ", colonne " + column, CsvDialect.unescape(text), row.get("code"));
                    }
                });
            }
        } catch (UncheckedIOException e) {
            throw new IOException(file.getFileName() + " : " + e.getMessage(), e);
        }
        return new Read(rows, texts.book(file.getFileName().toString()));
    }

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

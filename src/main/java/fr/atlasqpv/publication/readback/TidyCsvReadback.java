package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.publication.CsvDialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a tidy CSV ({@code …-donnees.csv}), ours or one that an institute publishes with the same columns. */
public final class TidyCsvReadback {
    private static final CSVFormat FORMAT = CsvDialect.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final Set<String> KNOWN = Set.of(
            "edition", "niveau", "code", "libelle", "perimetre", "indicateur", "valeur", "statut", "estime",
            "millesime",
            "source");
    private static final List<String> NEEDED = List.of("niveau", "code", "perimetre", "indicateur", "valeur");

    private final Catalogue catalogue;

    /** @param catalogue measures and indicators of the edition that the book is of */
    public TidyCsvReadback(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads the file; columns are found by name.
     *
     * @throws IOException when it cannot be read, or is no CSV
     * @throws IllegalArgumentException when a column is missing
     */
    public ReadBook read(Path file) throws IOException {
        CellParser parser = new CellParser(catalogue);
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            for (String column : NEEDED) {
                if (!rows.getHeaderMap().containsKey(column)) {
                    throw new IllegalArgumentException(file.getFileName() + " : la colonne « " + column + " » manque");
                }
            }
            for (CSVRecord row : rows) {
                row(parser, row, "ligne " + (row.getRecordNumber() + 1));
            }
        } catch (java.io.UncheckedIOException e) {
            throw new IOException(file.getFileName() + " : " + e.getMessage(), e);
        }
        return parser.book(file.getFileName().toString());
    }

    private static void row(CellParser parser, CSVRecord row, String where) {
        if (!row.isConsistent()) {
            parser.fault(where, "nombre de colonnes inattendu");
            return;
        }
        row.toMap().forEach((column, text) -> {
            if (!KNOWN.contains(column)) {
                parser.elsewhere(where + ", colonne " + column, text, text(row, "code"));
            }
        });
        if (row.isMapped("edition")) {
            parser.edition(text(row, "edition"));
        }
        String value = text(row, "valeur");
        parser.cell(
                new CellParser.Words(
                        text(row, "niveau"),
                        text(row, "code"),
                        text(row, "libelle"),
                        text(row, "perimetre"),
                        text(row, "indicateur"),
                        value,
                        // Published figures of another hand may have no statuses: a figure is a figure
                        row.isMapped("statut") ? text(row, "statut") : value.isEmpty() ? "non_disponible" : "publie",
                        text(row, "estime"),
                        text(row, "millesime"),
                        text(row, "source")),
                where);
    }

    private static String text(CSVRecord row, String column) {
        return row.isMapped(column) ? CsvDialect.unescape(row.get(column)) : "";
    }

}

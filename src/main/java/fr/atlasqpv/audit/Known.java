package fr.atlasqpv.audit;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.secrecy.UnitCounts;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * What an attacker knows besides the books: the denominators of the rates, which institutes publish elsewhere, and the counts
 * behind some figures where another publication tells them.
 *
 * <p>The file is a CSV in UTF-8 with the separator {@code ;} and the columns {@code niveau;code;perimetre;mesure;valeur}:
 * {@code QPV;QP059017;QPV;population;1234}. Levels and perimeters are those of the tidy file; measures those of
 * the edition file; the decimal sign is {@code .}.
 */
public final class Known implements UnitCounts {
    /** Columns of the file, in order. */
    public static final List<String> HEADER = List.of("niveau", "code", "perimetre", "mesure", "valeur");

    private static final CSVFormat FORMAT = CsvDialect.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<Key, BigDecimal> counts;

    private record Key(Territory territory, Perimeter perimeter, Measure measure) {}

    private Known(Map<Key, BigDecimal> counts) {
        this.counts = counts;
    }

    /** Somebody who knows nothing but the books. */
    public static Known nothing() {
        return new Known(Map.of());
    }

    /**
     * Reads the file.
     *
     * @param catalogue measures that the file may name
     * @throws UnreadableBooksException when it cannot be read, or a row is wrong; the message names the row
     */
    public static Known read(Path file, Catalogue catalogue) {
        Map<Key, BigDecimal> counts = new HashMap<>();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            if (!rows.getHeaderNames().containsAll(HEADER)) {
                throw new UnreadableBooksException(
                        file + "\u00a0: colonnes attendues\u00a0: " + String.join(";", HEADER) + ".");
            }
            for (CSVRecord row : rows) {
                add(counts, row, file, catalogue);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new UnreadableBooksException(file + "\u00a0: le fichier ne se lit pas.", e);
        }
        return new Known(counts);
    }

    /**
     * What a program that has the counts says.
     *
     * @param catalogue measures that the books speak of; others tell nothing of them
     */
    public static Known of(List<Row> rows, Catalogue catalogue) {
        Map<Key, BigDecimal> counts = new HashMap<>();
        rows.forEach(row -> catalogue.measure(row.measure().id()).ifPresent(
                measure -> counts.put(new Key(row.territory(), row.perimeter(), measure), row.count())));
        return new Known(counts);
    }

    private static void add(Map<Key, BigDecimal> counts, CSVRecord row, Path file, Catalogue catalogue) {
        try {
            counts.put(
                    new Key(
                            new Territory(Level.valueOf(row.get("niveau")), row.get("code")),
                            Perimeter.valueOf(row.get("perimetre")),
                            catalogue.measure(row.get("mesure")).orElseThrow(IllegalArgumentException::new)),
                    new BigDecimal(row.get("valeur")));
        } catch (IllegalArgumentException e) {
            throw new UnreadableBooksException(
                    file + ", ligne " + (row.getRecordNumber() + 1)
                            + "\u00a0: niveau, périmètre, mesure ou valeur inconnus.",
                    e);
        }
    }

    /**
     * Writes such a file.
     *
     * @param counts one row each, in order
     * @throws IOException when it cannot be written
     */
    public static void write(Path file, List<Row> counts) throws IOException {
        CsvDialect.write(
                file, HEADER,
                counts.stream()
                        .map(row -> List.of(
                                row.territory().level().name(), row.territory().code(), row.perimeter().name(),
                                row.measure().id(), row.count().toPlainString()))
                        .toList());
    }

    /**
     * A row of the file.
     *
     * @param territory which territory
     * @param perimeter whom it counts there
     * @param measure what it counts
     * @param count units
     */
    public record Row(Territory territory, Perimeter perimeter, Measure measure, BigDecimal count) {}

    boolean isEmpty() { return counts.isEmpty(); }

    @Override
    public Optional<BigDecimal> count(Territory territory, Perimeter perimeter, Measure measure) {
        return Optional.ofNullable(counts.get(new Key(territory, perimeter, measure)));
    }
}

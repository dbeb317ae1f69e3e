package fr.atlasqpv.sample;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A CSV table held in memory: read whole, or built row by row then turned into text. */
final class Table {
    private final char delimiter;
    private final String header;
    private final List<String> lines = new ArrayList<>();

    /** An empty table; the header carries the delimiter. */
    Table(char delimiter, String header) {
        this.delimiter = delimiter;
        this.header = header;
    }

    /** Adds a row; null makes an empty field. */
    Table row(Object... fields) {
        lines.add(join(delimiter, fields));
        return this;
    }

    /** Adds the rows of a stream. */
    Table rows(Stream<Object[]> rows) {
        rows.forEach(this::row);
        return this;
    }

    /** Rows so far, without the header; may be reordered. */
    List<String> lines() {
        return lines;
    }

    /** The whole file, LF at each line end. */
    String text() {
        return header + "\n" + String.join("\n", lines) + (lines.isEmpty() ? "" : "\n");
    }

    private static String join(char delimiter, Object... fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                line.append(delimiter);
            }
            if (fields[i] != null) {
                line.append(fields[i]);
            }
        }
        return line.toString();
    }

    /** Reads a file in UTF-8. */
    static List<CSVRecord> read(Path file, char delimiter) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader, delimiter);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Reads a table with a header. */
    static List<CSVRecord> read(Reader reader, char delimiter) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(reader).getRecords();
    }
}

package fr.atlasqpv.publication;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * How our CSV files are written: UTF-8 without mark, {@code ;}, {@code "} where needed, LF.
 *
 * <p>A spreadsheet takes a field that begins with {@code = + - @}, a tab or a return for a formula, quoted or not. Such a
 * field gets an apostrophe before it, unless it is a plain number: the spreadsheet shows it as text. A field that already
 * begins with apostrophes and such a sign gets one more, so that {@link #unescape} always gives back what was written.
 */
public final class CsvDialect {
    /** Format of commons-csv; the header is printed by {@link #write}. */
    public static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setRecordSeparator('\n')
            .get();

    private static final Pattern DANGEROUS = Pattern.compile("'*\\s*[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);
    private static final Pattern ESCAPED = Pattern.compile("'" + DANGEROUS.pattern(), Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)?");

    private CsvDialect() {}

    /** Text that no spreadsheet takes for a formula. */
    public static String escape(String text) {
        return DANGEROUS.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** What {@link #escape} was given. */
    public static String unescape(String field) {
        return ESCAPED.matcher(field).matches() ? field.substring(1) : field;
    }

    /**
     * Writes a file: header, then rows. Every field is escaped.
     *
     * @throws IOException when the file cannot be written
     */
    public static void write(Path file, List<String> header, Iterable<List<String>> rows) throws IOException {
        try (Writer text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(text, header, rows);
        }
    }

    /**
     * Writes the text of such a file; what it is written to stays open.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(Appendable text, List<String> header, Iterable<List<String>> rows) throws IOException {
        CSVPrinter printer = new CSVPrinter(text, FORMAT);
        printer.printRecord(header);
        for (List<String> row : rows) {
            printer.printRecord(row.stream().map(CsvDialect::escape));
        }
    }
}

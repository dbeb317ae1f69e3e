package fr.atlasqpv.publication.xlsx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A sheet before it is written: one table, its header in the first row.
 *
 * @param name name of the tab
 * @param table name of the Excel table
 * @param columns columns
 * @param rows cells by row, as many as there are columns: a {@link String}, a {@link Number}, or null for an empty cell
 * @param frozen number of columns that stay when the sheet is scrolled sideways, and are printed on each page
 * @param links tab that a row leads to, by index of the row; from its first cell
 */
record Sheet(
        String name,
        String table,
        List<Column> columns,
        List<List<Object>> rows,
        int frozen,
        Map<Integer, String> links) {
    /**
     * @throws IllegalArgumentException when a row has not the width of the table, or two columns have one name (Excel
     *     does not tell capitals from small letters)
     */
    Sheet {
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.header().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two columns have one name in " + name + ": " + column.header());
            }
        }
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("row of another width in " + name + ": " + row);
            }
        }
        rows = rows.isEmpty() ? List.of(emptyTable(columns.size())) : rows;
        columns = fitted(columns, rows);
    }

    Sheet(String name, String table, List<Column> columns, List<List<Object>> rows, int frozen) {
        this(name, table, columns, rows, frozen, Map.of());
    }

    // A name that is cut cannot be told from its neighbour
    private static List<Column> fitted(List<Column> columns, List<List<Object>> rows) {
        List<Column> fitted = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            int place = c;
            int longest =
                    rows.stream().mapToInt(row -> row.get(place) instanceof String s ? s.length() : 0).max().orElse(0);
            fitted.add(columns.get(c).fitting(longest));
        }
        return fitted;
    }

    // Excel repairs a table without any row of data
    private static List<Object> emptyTable(int width) {
        List<Object> row = new ArrayList<>();
        row.add("(aucune ligne)");
        while (row.size() < width) {
            row.add(null);
        }
        return row;
    }

    /** Lines of text that the tallest cell of a row takes. */
    int lines(int row) {
        int lines = 1;
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).format() == Column.Format.WRAPPED && rows.get(row).get(c) instanceof String text) {
                lines = Math.max(lines, columns.get(c).lines(text));
            }
        }
        return lines;
    }

    /** Lines that the header takes. */
    int headerLines() {
        // Bold letters and the button of the filter take room
        return columns.stream().mapToInt(column -> column.narrower(3).lines(column.header())).max().orElse(1);
    }

    /** Number of rows with the header. */
    int height() {
        return rows.size() + 1;
    }

    /** Reference of the whole table, such as {@code A1:K4600}. */
    String area() {
        return "A1:" + letters(columns.size() - 1) + height();
    }

    /** Letters of a column, from 0. */
    static String letters(int column) {
        String letters = "";
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters = (char) ('A' + left % 26) + letters;
        }
        return letters;
    }
}

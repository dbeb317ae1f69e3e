package fr.atlasqpv.publication.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Renders rows and shared strings as SpreadsheetML.
 *
 * <p>POI holds a DOM node per cell: a region costs it more than a second. It writes everything else of the workbook; the
 * rows are text with a place and a style, which is little code and a few milliseconds.
 */
final class SheetData {
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");
    private static final int LONGEST_TEXT = 32_767;
    private static final int LINE_HEIGHT = 15;

    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Styles styles;
    private int uses;

    /**
     * Styles of the cells, as numbers of the workbook.
     *
     * @param header style of the header above text
     * @param figureHeader style of the header above figures
     * @param byFormat style per format
     * @param quoted style of a text that begins like a formula: it stays text even when the cell is edited
     * @param link style of a link
     */
    record Styles(int header, int figureHeader, Map<Column.Format, Integer> byFormat, int quoted, int link) {}

    SheetData(Styles styles) {
        this.styles = styles;
    }

    /** The element {@code sheetData} of a sheet. */
    byte[] rows(Sheet sheet) {
        StringBuilder xml = new StringBuilder(64 * sheet.height() * sheet.columns().size());
        xml.append("<sheetData>");
        openRow(xml, 1, sheet.headerLines() * LINE_HEIGHT + 6);
        for (int c = 0; c < sheet.columns().size(); c++) {
            Column column = sheet.columns().get(c);
            text(xml, c, 1, column.header(), column.figures() ? styles.figureHeader() : styles.header());
        }
        xml.append("</row>");
        for (int r = 0; r < sheet.rows().size(); r++) {
            row(xml, sheet, r);
        }
        return xml.append("</sheetData>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void row(StringBuilder xml, Sheet sheet, int r) {
        List<Object> row = sheet.rows().get(r);
        openRow(xml, r + 2, sheet.lines(r) * LINE_HEIGHT);
        for (int c = 0; c < row.size(); c++) {
            Object value = row.get(c);
            int style = styles.byFormat().get(sheet.columns().get(c).format());
            switch (value) {
                case null -> {}
                case Number number -> place(xml, c, r + 2, style).append("><v>").append(number).append("</v></c>");
                case String text when text.isEmpty() -> {}
                case String text when "=+-@".indexOf(text.charAt(0)) >= 0 -> text(xml, c, r + 2, text, styles.quoted());
                case String text -> text(xml, c, r + 2, text, leads(sheet, r, c) ? styles.link() : style);
                default -> throw new IllegalArgumentException("neither text nor number: " + value);
            }
        }
        xml.append("</row>");
    }

    private static void openRow(StringBuilder xml, int row, int points) {
        xml.append("<row r=\"").append(row).append("\" ht=\"").append(points).append("\" customHeight=\"1\">");
    }

    private static boolean leads(Sheet sheet, int row, int column) {
        return column == 0 && sheet.links().containsKey(row);
    }

    private void text(StringBuilder xml, int column, int row, String text, int style) {
        Integer known = strings.putIfAbsent(text, strings.size());
        uses++;
        place(xml, column, row, style).append(" t=\"s\"><v>").append(known == null ? strings.size() - 1 : known)
                .append("</v></c>");
    }

    private static StringBuilder place(StringBuilder xml, int column, int row, int style) {
        return xml.append("<c r=\"").append(Sheet.letters(column)).append(row).append("\" s=\"").append(style)
                .append('"');
    }

    /** The part {@code sharedStrings.xml}, once every sheet is rendered. */
    byte[] sharedStrings() {
        StringBuilder xml = new StringBuilder(64 * strings.size());
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
                .append("<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"")
                .append(uses)
                .append("\" uniqueCount=\"")
                .append(strings.size())
                .append("\">");
        for (String text : strings.keySet()) {
            xml.append("<si><t xml:space=\"preserve\">");
            escape(xml, text);
            xml.append("</t></si>");
        }
        return xml.append("</sst>").toString().getBytes(StandardCharsets.UTF_8);
    }

    // Characters that XML forbids have no place in a book: they become the replacement character
    private static void escape(StringBuilder xml, String text) {
        String safe = LOOKS_ESCAPED.matcher(text).replaceAll("_x005F_");
        int end = Math.min(safe.length(), LONGEST_TEXT);
        for (int i = 0; i < end; i += Character.charCount(safe.codePointAt(i))) {
            int c = safe.codePointAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '\r' -> xml.append("_x000D_");
                default -> xml.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        }
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }
}

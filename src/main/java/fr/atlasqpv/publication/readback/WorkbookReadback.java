package fr.atlasqpv.publication.readback;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * Reads a workbook whole: the tidy sheet, the sheets by level through the dictionary, and everything else that the file
 * holds, seen or not (hidden sheets, comments, defined names, properties). The XML is read as it stands in the zip, not
 * through the library that wrote it.
 */
public final class WorkbookReadback {
    /**
     * Reads the file.
     *
     * @throws IOException when it cannot be read or is no workbook
     */
    public ReadBook read(Path file) throws IOException {
        CellParser parser = new CellParser();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            WorkbookParts parts = new WorkbookParts(zip);
            Map<String, String> sheets = parts.sheets();
            Map<String, Table> tables = new LinkedHashMap<>();
            for (Map.Entry<String, String> sheet : sheets.entrySet()) {
                tables.put(sheet.getKey(), Table.of(parts.cells(sheet.getValue())));
            }
            Map<String, String> dictionary = dictionary(tables);
            tables.forEach((name, table) -> sheet(parser, name, table, dictionary));
            for (String part : parts.xmlParts()) {
                if (!sheets.containsValue(part) && !part.equals("xl/sharedStrings.xml")) {
                    parts.texts(part).forEach(text -> parser.elsewhere(part, text));
                }
            }
            parts.otherParts().forEach(part -> parser.fault(part, "partie qui n’est pas du XML"));
        }
        return parser.book(file.getFileName().toString());
    }

    /** Rows of a sheet under its header. */
    private record Table(List<String> header, List<Row> rows, List<Integer> formulas) {
        static Table of(List<WorkbookParts.SheetCell> cells) {
            List<String> header = new ArrayList<>();
            Map<Integer, Row> rows = new LinkedHashMap<>();
            List<Integer> formulas = new ArrayList<>();
            for (WorkbookParts.SheetCell cell : cells) {
                if (cell.formula()) {
                    formulas.add(cell.row());
                }
                if (cell.row() == 1) {
                    while (header.size() <= cell.column()) {
                        header.add("");
                    }
                    header.set(cell.column(), cell.text());
                } else {
                    rows.computeIfAbsent(cell.row(), number -> new Row(number, new HashMap<>()))
                            .cells()
                            .put(cell.column(), cell.text());
                }
            }
            return new Table(header, List.copyOf(rows.values()), formulas);
        }

        String text(Row row, String column) {
            int place = header.indexOf(column);
            return place < 0 ? "" : row.cells().getOrDefault(place, "");
        }
    }

    private record Row(int number, Map<Integer, String> cells) {}

    // Header of a column of figures → identifier of its indicator
    private static Map<String, String> dictionary(Map<String, Table> tables) {
        Map<String, String> dictionary = new HashMap<>();
        for (Table table : tables.values()) {
            if (table.header().contains("Colonne des feuilles par niveau")) {
                table.rows().forEach(row -> dictionary.put(
                        table.text(row, "Colonne des feuilles par niveau"), table.text(row, "Indicateur")));
            }
        }
        return dictionary;
    }

    private static void sheet(CellParser parser, String name, Table table, Map<String, String> dictionary) {
        table.formulas().forEach(row -> parser.fault(name + "!" + row, "formule"));
        if (table.header().containsAll(List.of("niveau", "code", "perimetre", "indicateur", "valeur", "statut"))) {
            table.rows().forEach(row -> tidy(parser, name, table, row));
        } else if (table.header().containsAll(List.of("Niveau", "Code", "Périmètre"))) {
            table.rows().forEach(row -> wide(parser, name, table, row, dictionary));
        } else {
            table.rows().forEach(row -> row.cells()
                    .forEach((column, text) -> parser.elsewhere(name + "!" + place(column, row.number()), text)));
        }
    }

    private static void tidy(CellParser parser, String name, Table table, Row row) {
        parser.edition(table.text(row, "edition"));
        parser.cell(
                new CellParser.Words(
                        table.text(row, "niveau"),
                        table.text(row, "code"),
                        table.text(row, "libelle"),
                        table.text(row, "perimetre"),
                        table.text(row, "indicateur"),
                        table.text(row, "valeur") + table.text(row, "code_valeur"),
                        table.text(row, "statut"),
                        table.text(row, "estime"),
                        table.text(row, "millesime"),
                        table.text(row, "source")),
                name + "!" + row.number());
    }

    private static void wide(CellParser parser, String name, Table table, Row row, Map<String, String> dictionary) {
        for (int column = 0; column < table.header().size(); column++) {
            String header = table.header().get(column);
            String where = name + "!" + place(column, row.number());
            String text = row.cells().getOrDefault(column, "");
            String status = table.text(row, header + " – statut");
            if (!dictionary.containsKey(header)) {
                parser.elsewhere(where, text);
            } else if (!text.isEmpty() || !status.isEmpty()) {
                parser.cell(
                        new CellParser.Words(
                                table.text(row, "Niveau"),
                                table.text(row, "Code"),
                                table.text(row, "Libellé"),
                                table.text(row, "Périmètre"),
                                dictionary.get(header),
                                text,
                                status,
                                table.text(row, header + " – estimé"),
                                "",
                                ""),
                        where);
            }
        }
    }

    private static String place(int column, int row) {
        String letters = "";
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters = (char) ('A' + left % 26) + letters;
        }
        return letters + row;
    }
}

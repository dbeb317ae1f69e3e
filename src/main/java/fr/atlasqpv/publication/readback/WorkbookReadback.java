package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.publication.Tab;
import fr.atlasqpv.publication.Tab.Told;
import fr.atlasqpv.publication.readback.WorkbookParts.SheetPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/**
 * Reads a workbook whole: the tidy sheet, the sheets by level through the dictionary, and everything else that the file
 * holds, seen or not (hidden sheets, comments, defined names, properties). The XML is read as it stands in the zip, not
 * through the library that wrote it.
 */
public final class WorkbookReadback {
    private static final Set<String> TIDY = Set.of(
            "edition", "niveau", "code", "libelle", "perimetre", "indicateur", "valeur", "code_valeur", "statut",
            "estime",
            "millesime", "source");
    private static final Set<String> WIDE = Set.of(
            "Niveau", "Code", "Libellé", "Périmètre", "Communes", "Code EPCI", "EPCI", "Code département",
            "Département");

    private static final List<String> TIDY_KEYS =
            List.of("niveau", "code", "perimetre", "indicateur", "valeur", "statut");
    private static final List<String> WIDE_KEYS = List.of("Niveau", "Code", "Périmètre");

    private static final Pattern FIGURE = Pattern.compile("\\d{3}|\\d[.,]\\d");

    private final Catalogue catalogue;

    /** @param catalogue measures and indicators of the edition that the book is of */
    public WorkbookReadback(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads the file.
     *
     * @throws IOException when it cannot be read or is no workbook
     */
    public ReadBook read(Path file) throws IOException {
        CellParser parser = new CellParser(catalogue);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            WorkbookParts parts = new WorkbookParts(zip);
            Map<String, SheetPart> sheets = parts.sheets();
            Map<String, Table> tables = new LinkedHashMap<>();
            for (Map.Entry<String, SheetPart> sheet : sheets.entrySet()) {
                WorkbookParts.SheetContent content = parts.sheet(sheet.getValue().part());
                tables.put(sheet.getKey(), Table.of(content.cells(), sheet.getValue().hidden()));
                aside(parser, sheet.getKey(), content);
            }
            Map<String, String> dictionary = dictionary(tables);
            tables.forEach((name, table) -> sheet(parser, name, table, dictionary));
            parts.unusedStrings().forEach(text -> parser.hidden("chaîne que rien n’emploie", text));
            parts.definedNames()
                    .forEach(name -> parser.hidden("nom défini «\u00a0" + name.name() + "\u00a0»", name.text()));
            for (String part : parts.xmlParts()) {
                if (sheets.values().stream().noneMatch(sheet -> sheet.part().equals(part))) {
                    part(parser, parts, part);
                }
            }
            parts.strangeParts()
                    .forEach(part -> parser.fault(part.replaceAll("\\d", "…"), "partie qu’un livre n’a pas"));
            markup(parser, parts, tables);
        }
        ZipRemains.of(file).forEach(what -> parser.fault("fichier", what));
        return parser.book(file.getFileName().toString());
    }

    private static void aside(CellParser parser, String name, WorkbookParts.SheetContent sheet) {
        if (sheet.hidesLines()) {
            parser.fault(name, "lignes ou colonnes masquées");
        }
        sheet.margins().forEach(text -> parser.elsewhere(name + ", hors des cellules", text));
    }

    /** Whatever no reader of its cells sees. */
    private static void markup(CellParser parser, WorkbookParts parts, Map<String, Table> tables) throws IOException {
        Set<String> heads = new HashSet<>();
        tables.values().forEach(table -> heads.addAll(table.header()));
        WorkbookMarkup markup = new WorkbookMarkup(heads, parts.xmlParts());
        for (String part : parts.xmlParts()) {
            parts.read(part, markup::take);
            markup.strange().forEach(text -> parser.hidden(part.replaceAll("\\d", "…") + ", balisage", text));
        }
    }

    /** Anything but a sheet: the properties that every file has, the texts read elsewhere, and what no book of ours has. */
    private static void part(CellParser parser, WorkbookParts parts, String part) throws IOException {
        switch (part) {
            case "xl/sharedStrings.xml", "xl/workbook.xml" -> {}
            case "docProps/core.xml", "docProps/app.xml" ->
                    parts.texts(part).forEach(text -> parser.metadata(part, text));
            default -> parts.texts(part).forEach(text -> parser.hidden(part, text));
        }
    }

    /** Rows of a sheet under its header. */
    private record Table(List<String> header, List<Row> rows, List<Integer> formulas, boolean hidden) {
        static Table of(List<WorkbookParts.SheetCell> cells, boolean hidden) {
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
            return new Table(header, List.copyOf(rows.values()), formulas, hidden);
        }

        /** Cells under no head that a book of ours has. */
        void strange(Row row, Predicate<String> known, BiConsumer<Integer, String> to) {
            row.cells().forEach((column, text) -> {
                boolean headed = column < header.size() && header.indexOf(header.get(column)) == column;
                if (!headed || !known.test(header.get(column))) {
                    to.accept(column, text);
                }
            });
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
        Table table = tables.get(Tab.DICTIONARY.title());
        if (table != null) {
            table.rows().forEach(row -> dictionary.put(
                    table.text(row, "Colonne des feuilles par niveau"), table.text(row, "Indicateur")));
        }
        return dictionary;
    }

    private static void sheet(CellParser parser, String name, Table table, Map<String, String> dictionary) {
        table.formulas().forEach(row -> parser.fault(name + "!" + row, "formule"));
        table.header().forEach(head -> other(parser, table, name + "!1", head, ""));
        if (table.hidden()) {
            parser.fault(name, "feuille masquée");
        }
        Optional<Tab> tab = Tab.of(name);
        if (tab.isEmpty()) {
            parser.fault(name.replaceAll("\\d", "…"), "feuille qui n’est pas au registre");
        }
        switch (tab.map(Tab::told).orElse(Told.WORDS)) {
            case CELLS_BY_ROW -> {
                headed(parser, name, table, TIDY_KEYS);
                table.rows().forEach(row -> tidy(parser, name, table, row));
            }
            case CELLS_BY_COLUMN -> {
                headed(parser, name, table, WIDE_KEYS);
                table.rows().forEach(row -> wide(parser, name, table, row, dictionary));
            }
            case WORDS -> table.rows().forEach(row -> row.cells().forEach((column, text) -> other(
                    parser, table, name + "!" + place(column, row.number()), text,
                    String.join(" | ", row.cells().values()))));
        }
    }

    private static void headed(CellParser parser, String name, Table table, List<String> keys) {
        if (!table.header().containsAll(keys)) {
            parser.fault(name, "colonnes inattendues");
        }
    }

    private static void other(CellParser parser, Table table, String where, String text, String beside) {
        if (table.hidden()) {
            parser.hidden(where, text);
        } else {
            parser.elsewhere(where, text, beside);
        }
    }

    private static void tidy(CellParser parser, String name, Table table, Row row) {
        table.strange(row, TIDY::contains, (column, text) -> parser.elsewhere(
                name + "!" + place(column, row.number()), text, table.text(row, "code")));
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
        Predicate<String> known = header -> WIDE.contains(header) || dictionary.containsKey(header)
                || dictionary.containsKey(header.replaceFirst(" – (statut|estimé)$", ""));
        table.strange(row, known, (column, text) -> parser.elsewhere(
                name + "!" + place(column, row.number()), text, table.text(row, "Code")));
        for (int column = 0; column < table.header().size(); column++) {
            String header = table.header().get(column);
            String where = name + "!" + place(column, row.number());
            String text = row.cells().getOrDefault(column, "");
            String status = table.text(row, header + " – statut");
            String estimated = table.text(row, header + " – estimé");
            if (!dictionary.containsKey(header)) {
                parser.elsewhere(where, text, besideItsCode(header, text) ? table.text(row, "Code") : "");
            } else if (!text.isEmpty() || !status.isEmpty() || !estimated.isEmpty()) {
                parser.cell(
                        new CellParser.Words(
                                table.text(row, "Niveau"),
                                table.text(row, "Code"),
                                table.text(row, "Libellé"),
                                table.text(row, "Périmètre"),
                                dictionary.get(header),
                                text,
                                status,
                                estimated,
                                "",
                                ""),
                        where);
            }
        }
    }

    /** Words of a row tell of its territory; a commune whose name bears a number of one or two digits tells no figure. */
    private static boolean besideItsCode(String header, String text) {
        return WIDE.contains(header) && !WIDE_KEYS.contains(header)
                && (!header.equals("Communes") || FIGURE.matcher(Digits.plain(text)).find());
    }

    private static String place(int column, int row) {
        String letters = "";
        for (int left = column; left >= 0; left = left / 26 - 1) {
            letters = (char) ('A' + left % 26) + letters;
        }
        return letters + row;
    }
}

package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Finds the cells of the atlas: in tables, by the names of the heads of their column ({@code indicator} or
 * {@code indicator PERIMETER}) and of their row ({@code LEVEL code PERIMETER}); elsewhere, by their own
 * ({@code LEVEL code PERIMETER indicator}). All other words are texts.
 */
final class PdfTables {
    private static final int ROW_WORDS = 3;
    private static final int CELL_WORDS = 4;

    private final CellParser parser;
    private final Catalogue catalogue;
    private final SortedMap<Territory, String> labels;

    PdfTables(CellParser parser, Catalogue catalogue, SortedMap<Territory, String> labels) {
        this.parser = parser;
        this.catalogue = catalogue;
        this.labels = labels;
    }

    /** The cells in a text: key figures, counts beside the name of a territory. */
    void cellsIn(PdfNode block) {
        for (PdfNode node : block.named(CELL_WORDS)) {
            int last = node.title().lastIndexOf(' ');
            figure(node, node.title().substring(0, last), node.title().substring(last + 1));
        }
    }

    /** A table. */
    void table(PdfNode table) {
        List<PdfNode> heads = table.all("THead").stream().flatMap(h -> h.all("TR").stream()).toList();
        Map<Integer, String> columns = columns(heads);
        heads.forEach(this::text);
        for (PdfNode row : table.all("TBody").stream().flatMap(b -> b.all("TR").stream()).toList()) {
            List<PdfNode> named = row.children().stream().filter(c -> c.named(ROW_WORDS).contains(c)).toList();
            if (named.size() == 1) {
                row(row, named.getFirst().title(), columns);
            } else {
                cellsIn(row);
                text(row);
            }
        }
    }

    /** The name of each column that has one, by its place from 0. */
    private static Map<Integer, String> columns(List<PdfNode> heads) {
        Map<Integer, String> columns = new HashMap<>();
        Map<Integer, Integer> held = new HashMap<>();
        for (PdfNode row : heads) {
            int place = 0;
            for (PdfNode head : row.children()) {
                while (held.getOrDefault(place, 0) > 0) {
                    held.merge(place++, -1, Integer::sum);
                }
                for (int i = 0; i < head.columns(); i++) {
                    held.put(place, head.rows() - 1);
                    if (!head.title().isEmpty()) {
                        columns.put(place, head.title());
                    }
                    place++;
                }
            }
        }
        return columns;
    }

    private void row(PdfNode row, String address, Map<Integer, String> columns) {
        String code = address.split(" ")[1];
        String where = "page " + row.page();
        int place = 0;
        for (PdfNode cell : row.children()) {
            String column = columns.getOrDefault(place, "");
            place += cell.columns();
            if (column.isEmpty()) {
                cellsIn(cell);
                words(PdfValue.plain(cell.text()).strip(), address, where);
                cell.allSaid().forEach(said -> parser.elsewhere(where + ", texte de remplacement", said, code));
            } else {
                int space = column.indexOf(' ');
                String indicator = space < 0 ? column : column.substring(0, space);
                String ofRow = space < 0 ? address
                        : address.substring(0, address.lastIndexOf(' ')) + column.substring(space);
                figure(cell, ofRow, indicator);
            }
        }
    }

    /** What names a row, unless it is the name that all books give; a number that counts the rows of a list is no figure. */
    private void words(String words, String address, String where) {
        String[] of = address.split(" ");
        String label = PdfValue.letters(labels.getOrDefault(new Territory(Level.valueOf(of[0]), of[1]), ""));
        String letters = PdfValue.letters(words);
        boolean name = letters.equals(label) || words.endsWith("…") && label.startsWith(letters);
        if (!name && !words.equals(of[1])) {
            parser.elsewhere(where + ", tableau", words, words.matches("\\d+") ? "" : of[1]);
        }
    }

    private void text(PdfNode row) {
        String text = row.children().stream().map(c -> PdfValue.plain(c.text()).strip())
                .collect(Collectors.joining(" | "));
        parser.elsewhere("page " + row.page() + ", tableau", text);
        row.allSaid().forEach(said -> parser.elsewhere("page " + row.page() + ", texte de remplacement", said));
    }

    /** A cell, whose territory and perimeter and whose indicator the structure names. */
    private void figure(PdfNode node, String address, String id) {
        String where = "page " + node.page();
        try {
            String[] words = address.split(" ");
            Territory territory = new Territory(Level.valueOf(words[0]), words[1]);
            Perimeter perimeter = Perimeter.valueOf(words[2]);
            Indicator indicator = catalogue.indicator(id).orElseThrow();
            if (!labels.containsKey(territory)) {
                throw new NoSuchElementException(words[1]);
            }
            figure(node, new CellKey(territory, perimeter, indicator), where);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            parser.fault(where, "cellule d’un territoire ou d’un indicateur inconnu");
            parser.elsewhere(where, PdfValue.plain(node.text()));
            node.allSaid().forEach(said -> parser.elsewhere(where + ", texte de remplacement", said));
        }
    }

    private void figure(PdfNode node, CellKey key, String where) {
        Optional<PdfValue> value = Optional.empty();
        try {
            value = PdfValue.of(node, key.indicator());
        } catch (IllegalArgumentException e) {
            parser.fault(where, e.getMessage());
        }
        value.ifPresent(v -> cell(key, v, where));
        List<String> said = node.allSaid();
        if (key.indicator().kind() == Indicator.Kind.CODE) {
            said.forEach(s -> parser.elsewhere(where + ", texte de remplacement", s, key.territory().code()));
            return;
        }
        PdfValue shown = value.orElse(new PdfValue("", CellStatus.NON_DISPONIBLE, false));
        for (String number : shown.unshown(said)) {
            if (!number.equals(shown.value())) {
                cell(key, new PdfValue(number, CellStatus.PUBLIE, false), where + ", texte de remplacement");
            }
        }
    }

    private void cell(CellKey key, PdfValue value, String where) {
        Territory territory = key.territory();
        if (!key.indicator().exists(territory.level(), key.perimeter())) {
            parser.elsewhere(where, value.value(), territory.code());
            return;
        }
        parser.cell(
                new CellParser.Words(
                        territory.level().name(), territory.code(), labels.getOrDefault(territory, ""),
                        key.perimeter().name(), key.indicator().id(), value.value(), value.status().id(),
                        value.estimated() ? "1" : "0", "", ""),
                where);
    }
}

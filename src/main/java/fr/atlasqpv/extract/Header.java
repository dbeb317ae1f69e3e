package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.ValueColumn;
import fr.atlasqpv.edition.French;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The header of a table: where each column that the edition maps stands. Order and extra columns do not matter. */
final class Header {
    /** Records among which the header is looked for. */
    static final int FARTHEST = 30;

    private final Map<String, Column> fields;
    private final List<Column> values;
    private final int width;
    private final int lastMapped;
    private final Table.Cells record;

    private Header(Map<String, Column> fields, List<Column> values, Table.Cells record) {
        this.fields = fields;
        this.values = values;
        this.record = record;
        this.width = width(record.texts());
        this.lastMapped = Stream.concat(fields.values().stream(), values.stream())
                .mapToInt(Column::index)
                .max()
                .orElse(0);
    }

    /**
     * Finds the header: the first of the first thirty records that holds every mapped column (producers put titles above).
     *
     * @throws UnreadableSourceException one notice per column that is missing or stands twice
     */
    static Header find(Table table, Edition.Source source, Notices notices) {
        List<String> wanted = new ArrayList<>(source.columns().values());
        source.values().forEach(v -> wanted.add(v.column()));
        Table.Cells best = null;
        long most = -1;
        for (int i = 0; i < FARTHEST; i++) {
            Table.Cells record = table.next();
            if (record == null) {
                break;
            }
            long found = wanted.stream().filter(name -> count(record.texts(), name) > 0).count();
            if (found > most) {
                best = record;
                most = found;
            }
            if (found == wanted.size()) {
                break;
            }
        }
        if (best == null) {
            throw notices.unreadable(0, "", NoticeCode.FICHIER_SANS_DONNEE, "Le fichier est vide.", "");
        }
        return new Locator(table, best, notices).header(source);
    }

    /**
     * Name of a column without what the eye does not see: outer and double spaces, no-break spaces, curly apostrophes, accents
     * written apart from their letters.
     */
    static String plain(String name) {
        return Normalizer.normalize(Cell.clean(name), Normalizer.Form.NFC)
                .replaceAll("[\\s\\u00a0\\u202f]+", " ")
                .replace('’', '\'');
    }

    private static long count(List<String> cells, String name) {
        String plain = plain(name);
        return cells.stream().filter(cell -> plain(cell).equals(plain)).count();
    }

    private static int width(List<String> cells) {
        int width = cells.size();
        while (width > 0 && Cell.clean(cells.get(width - 1)).isEmpty()) {
            width--; // spreadsheets export hundreds of empty columns
        }
        return width;
    }

    /** Column of a field, null when the edition does not map it. */
    Column column(String field) {
        return fields.get(field);
    }

    /**
     * Column of a field and, where its name ends in 1, those numbered after it: {@code QP2015_1}, {@code QP2015_2} and so on hold as
     * many codes of one row. Empty when the edition does not map the field.
     */
    List<Column> numbered(String field) {
        List<Column> columns = new ArrayList<>();
        Column first = fields.get(field);
        if (first != null) {
            columns.add(first);
        }
        if (first != null && first.name().endsWith("_1")) {
            String stem = plain(first.name()).substring(0, plain(first.name()).length() - 1);
            List<String> names = record.texts().stream().map(Header::plain).toList();
            for (int place = names.indexOf(stem + 2); place >= 0;) {
                columns.add(new Column(names.get(place), place));
                place = names.indexOf(stem + (columns.size() + 1));
            }
        }
        return columns;
    }

    /** Columns of the figures, in the order of the edition. */
    List<Column> values() {
        return values;
    }

    /** Number of columns that have a name or stand before one that has. */
    int width() {
        return width;
    }

    /** Place of the last mapped column. */
    int lastMapped() {
        return lastMapped;
    }

    /** First mapped column that a record of this length does not reach, or that it may have cut. */
    Column firstBeyond(int length) {
        return mapped()
                .filter(c -> c.index() >= length)
                .min(java.util.Comparator.comparingInt(Column::index))
                .orElse(null);
    }

    /** Mapped column at this place, null when none. */
    Column at(int index) {
        return mapped()
                .filter(c -> c.index() == index)
                .findFirst()
                .orElse(null);
    }

    /** Tells whether a record is this header once more: files put end to end, or a page break. */
    boolean repeatedIn(Table.Cells other) {
        return mapped().allMatch(c -> plain(other.text(c.index())).equals(plain(c.name())));
    }

    /** Name that the header gives to a place, or its number. */
    String name(int index) {
        String name = Cell.clean(record.text(index));
        return name.isEmpty() ? "colonne " + (index + 1) : name;
    }

    private Stream<Column> mapped() {
        return Stream.concat(fields.values().stream(), values.stream());
    }

    /** The record it was read from. */
    Table.Cells record() {
        return record;
    }

    private static final class Locator {
        private final Table table;
        private final Table.Cells record;
        private final Notices notices;
        private final List<Notice> faults = new ArrayList<>();

        Locator(Table table, Table.Cells record, Notices notices) {
            this.table = table;
            this.record = record;
            this.notices = notices;
        }

        Header header(Edition.Source source) {
            Map<String, Column> fields = new LinkedHashMap<>();
            source.columns().forEach((field, name) -> fields.put(field, locate(name)));
            List<Column> values =
                    source.values().stream().map(ValueColumn::column).map(this::locate).toList();
            if (!faults.isEmpty()) {
                checkDelimiter(source.delimiter());
                throw new UnreadableSourceException(faults);
            }
            return new Header(fields, values, record);
        }

        /** One notice instead of one per column when the separator is the fault. */
        private void checkDelimiter(char declared) {
            Character other = table.otherDelimiter(record);
            if (other != null) {
                throw notices.unreadable(
                        record.line(),
                        "",
                        NoticeCode.SEPARATEUR,
                        "Le séparateur déclaré est " + sign(declared) + ", le fichier semble utiliser " + sign(other)
                                + "\u00a0: corrigez delimiter dans l’édition.",
                        record.texts().getFirst());
            }
        }

        private static String sign(char delimiter) {
            return delimiter == '\t' ? "la tabulation" : French.quoted(String.valueOf(delimiter));
        }

        private Column locate(String name) {
            long count = count(record.texts(), name);
            if (count != 1) {
                faults.add(count == 0 ? missing(name) : twice(name, count));
                return new Column(name, 0);
            }
            int index = 0;
            while (!plain(record.texts().get(index)).equals(plain(name))) {
                index++;
            }
            return new Column(Cell.clean(record.texts().get(index)), index);
        }

        private Notice missing(String name) {
            List<String> found = record.texts().stream()
                    .map(Header::plain)
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            return notices.error(
                    record.line(),
                    name,
                    NoticeCode.COLONNE_ABSENTE,
                    "La colonne " + French.quoted(name) + " déclarée dans l’édition n’est pas dans le fichier."
                            + French.didYouMean(name, found) + " Colonnes trouvées\u00a0: " + French.enumeration(found)
                            + "."
                            + table.hint(),
                    "");
        }

        private Notice twice(String name, long count) {
            return notices.error(
                    record.line(),
                    name,
                    NoticeCode.COLONNE_EN_DOUBLE,
                    "La colonne " + French.quoted(name) + " figure " + count
                            + " fois dans l’en-tête\u00a0: renommez celle qui ne sert pas.",
                    name);
        }
    }
}

package fr.atlasqpv.audit;

import fr.atlasqpv.audit.Finding.Kind;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.readback.ReadBook;
import fr.atlasqpv.publication.readback.ReadCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Do the books of an edition publish the same cells? Differences are told by address, without the values. */
final class BookComparison {
    private final EditionRules rules;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<CellKey, String> seen = new TreeMap<>();
    private final SortedMap<CellKey, ReadCell> first = new TreeMap<>();

    private BookComparison(EditionRules rules) {
        this.rules = rules;
    }

    static List<Finding> of(EditionBooks edition) {
        BookComparison comparison = new BookComparison(edition.rules());
        for (RegionBooks region : edition.regions()) {
            comparison.region(region);
        }
        return comparison.findings;
    }

    private void region(RegionBooks region) {
        for (ReadBook book : region.all()) {
            book.defects().forEach(defect -> differs(book.name() + ", " + defect));
            words(book);
            book.occurrences().stream().filter(cell -> !cell.fits()).forEach(cell -> differs(
                    book.name() + ", " + cell.where() + "\u00a0: " + cell.key()
                            + " a plus de décimales que son indicateur"));
            if (!book.edition().isEmpty() && !book.edition().equals(rules.edition())) {
                differs(book.name() + "\u00a0: le livre est d’une autre édition que le manifeste");
            }
        }
        SortedMap<CellKey, ReadCell> csv = region.csv().cells();
        same(region, csv, region.workbook(), false);
        same(region, csv, region.pdf(), true);
        csv.forEach((key, cell) -> {
            ReadCell known = first.putIfAbsent(key, cell);
            if (known != null && !known.agreesWith(cell)) {
                differs(region.folder() + "\u00a0: " + key + " n’est pas publié comme dans " + seen.get(key));
            }
            seen.putIfAbsent(key, region.folder());
        });
    }

    /** Vintage and source are the same for all the cells of an indicator: other words may hide a figure. */
    private void words(ReadBook book) {
        Map<Indicator, Map<String, List<ReadCell>>> byWords = new TreeMap<>();
        for (ReadCell cell : book.occurrences()) {
            if (!cell.millesime().isEmpty() || !cell.source().isEmpty()) {
                byWords.computeIfAbsent(cell.key().indicator(), i -> new TreeMap<>())
                        .computeIfAbsent(cell.millesime() + "\n" + cell.source(), w -> new ArrayList<>())
                        .add(cell);
            }
        }
        for (Map<String, List<ReadCell>> cells : byWords.values()) {
            int most = cells.values().stream().mapToInt(List::size).max().orElse(0);
            cells.values().stream().filter(c -> c.size() < most).flatMap(List::stream).forEach(cell -> differs(
                    book.name() + ", " + cell.where() + "\u00a0: " + cell.key()
                            + " n’a pas le millésime ou la source des autres cellules de l’indicateur"));
        }
    }

    private void same(RegionBooks region, SortedMap<CellKey, ReadCell> csv, ReadBook book, boolean chosen) {
        SortedMap<CellKey, ReadCell> cells = book.cells();
        SortedSet<CellKey> keys = new TreeSet<>(csv.keySet());
        keys.addAll(cells.keySet());
        for (CellKey key : keys) {
            ReadCell one = csv.get(key);
            ReadCell other = cells.get(key);
            if (other == null && chosen && !shown(key, cells)) {
                continue;
            }
            if (one == null || other == null) {
                differs(
                        (one == null ? region.csv().name() : book.name()) + "\u00a0: " + key
                                + " manque, l’autre livre l’a");
            } else if (!agree(one, other)) {
                differs(
                        book.name() + ", " + other.where() + "\u00a0: " + key + " ne dit pas la même chose que "
                                + region.csv().name() + ", " + one.where());
            }
        }
    }

    /**
     * The PDF shows what the edition asked for: all the cells of an indicator at a level, or none of them. Those of a QPV
     * that no detailed table asks for stand on the maps alone, where the edition wants one.
     */
    private boolean shown(CellKey key, SortedMap<CellKey, ReadCell> cells) {
        Level level = key.territory().level();
        boolean asked = level != Level.QPV || rules.detail().contains(key.indicator().id());
        return cells.isEmpty()
                || asked && cells.keySet().stream().anyMatch(other -> other.indicator().equals(key.indicator())
                        && other.territory().level() == level && other.perimeter() == key.perimeter());
    }

    private static boolean agree(ReadCell csv, ReadCell other) {
        boolean same = csv.value().equals(other.value()) && csv.status() == other.status();
        return same || bothNone(csv, other);
    }

    /** The PDF prints one sign for “none” and for “not concerned”. */
    private static boolean bothNone(ReadCell csv, ReadCell other) {
        Indicator.Kind kind = csv.key().indicator().kind();
        return other.status() == CellStatus.SANS_OBJET
                && csv.status() == CellStatus.PUBLIE
                && csv.value().equals("0")
                && (kind == Indicator.Kind.COUNT || kind == Indicator.Kind.FLAG);
    }

    private void differs(String message) {
        findings.add(new Finding(Kind.DISAGREEMENT, message + "."));
    }
}

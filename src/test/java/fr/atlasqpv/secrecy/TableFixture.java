package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small tables of cells by name, for tests that do not need an atlas. */
final class TableFixture {
    private static final double NO_BOUND = 1_000;

    private final Map<String, Integer> positions = new LinkedHashMap<>();
    private final List<Cell> cells = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final double width;

    TableFixture(double width) {
        this.width = width;
    }

    /** An integer count told exactly when it is not withheld. */
    TableFixture count(String name, double value) {
        return cell(name, new Interval(0, NO_BOUND), Interval.exactly(value), List.of());
    }

    /** An integer count below a known whole, told as an interval when it is not withheld. */
    TableFixture cell(String name, Interval open, Interval shown, List<Span> sensitive) {
        positions.put(name, cells.size());
        cells.add(new Cell(
                name, List.of(), true, open, shown, new Interval(0, NO_BOUND), width, sensitive,
                TableBuilder.COST_OF_A_POINT + cells.size(), false));
        return this;
    }

    TableFixture sum(String total, String... parts) {
        links.add(Link.sum(positions.get(total), Arrays.stream(parts).map(positions::get).toList()));
        return this;
    }

    LinkedTable table() {
        return new LinkedTable(cells, links);
    }

    BitSet cells(String... names) {
        BitSet set = new BitSet();
        Arrays.stream(names).map(positions::get).forEach(set::set);
        return set;
    }

    int cell(String name) {
        return positions.get(name);
    }

    /** Exact attack on a pattern, as seen for one cell. */
    Interval attacked(String name, String... withheld) {
        return new Attacker(table()).exact(cells(withheld)).of(cell(name));
    }
}

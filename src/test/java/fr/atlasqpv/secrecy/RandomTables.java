package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;

/**
 * Small random tables of integer counts, with their true values, small enough to try every solution. Every cell is a set
 * of atoms; the first cells are the atoms themselves.
 */
final class RandomTables {
    private final Random random;
    private final List<Cell> cells = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Integer> truth = new ArrayList<>();
    private final List<int[]> atomsOf = new ArrayList<>();
    private final boolean intervals;
    private final int width;

    /** A table, the counts behind it and a pattern of withheld cells. */
    record Sample(LinkedTable table, int[] truth, List<int[]> atomsOf, int atoms, BitSet withheld) {}

    /** Shape of the links. */
    enum Shape {
        /** Groups of atoms and their total: every link on a tree. */
        TREE,
        /** Rows and columns of a rectangle, with totals. */
        RECTANGLE,
        /** Two hierarchies over the same atoms, like EPCI that straddle départements. */
        STRADDLING,
        /** A hierarchy and, around each of its cells, a larger one that contains it. */
        PERIMETERS,
        /** Any sets of atoms. */
        ANY
    }

    private RandomTables(long seed) {
        this.random = new Random(seed);
        this.intervals = random.nextInt(3) == 0;
        this.width = 2 + random.nextInt(3);
    }

    static Sample sample(Shape shape, long seed) {
        RandomTables tables = new RandomTables(seed);
        int atoms = switch (shape) {
            case TREE -> tables.tree();
            case RECTANGLE -> tables.rectangle();
            case STRADDLING -> tables.straddling();
            case PERIMETERS -> tables.perimeters();
            case ANY -> tables.any();
        };
        LinkedTable table = new LinkedTable(tables.cells, tables.links);
        int[] truth = tables.truth.stream().mapToInt(Integer::intValue).toArray();
        return new Sample(table, truth, tables.atomsOf, atoms, tables.withheld());
    }

    private BitSet withheld() {
        BitSet withheld = new BitSet();
        int wanted = 1 + random.nextInt(5);
        for (int i = 0; i < wanted; i++) {
            withheld.set(random.nextInt(cells.size()));
        }
        return withheld;
    }

    private int atom() {
        return cell(new int[] {cells.size()}, random.nextInt(6), 5 + random.nextInt(3));
    }

    private int cell(int[] atoms, int value, int ceiling) {
        Interval open = new Interval(0, Math.max(ceiling, value));
        int below = intervals ? random.nextInt(2) : 0;
        int above = intervals ? random.nextInt(2) : 0;
        Interval shown = new Interval(value - below, value + above).and(open);
        List<Span> sensitive = random.nextBoolean()
                ? List.of()
                : List.of(new Span(0, random.nextBoolean(), 3, false));
        cells.add(new Cell("c" + cells.size(), List.of(), true, open, shown, new Interval(0, 1000), width, sensitive,
                TableBuilder.COST_OF_A_POINT + cells.size(), false));
        truth.add(value);
        atomsOf.add(atoms);
        return cells.size() - 1;
    }

    /** A cell that is the sum of others, and the link that says so. */
    private int total(List<Integer> parts) {
        int value = parts.stream().mapToInt(truth::get).sum();
        int ceiling = parts.stream().mapToInt(p -> (int) cells.get(p).open().high()).sum();
        int[] atoms = parts.stream().flatMapToInt(p -> java.util.Arrays.stream(atomsOf.get(p))).toArray();
        int total = cell(atoms, value, ceiling);
        links.add(Link.sum(total, parts));
        return total;
    }

    private List<Integer> atoms(int number) {
        List<Integer> atoms = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            atoms.add(atom());
        }
        return atoms;
    }

    private int tree() {
        List<Integer> atoms = atoms(3 + random.nextInt(4));
        List<Integer> tops = new ArrayList<>();
        int from = 0;
        while (from < atoms.size()) {
            int to = Math.min(atoms.size(), from + 1 + random.nextInt(3));
            List<Integer> group = atoms.subList(from, to);
            tops.add(group.size() == 1 ? group.getFirst() : total(group));
            from = to;
        }
        if (tops.size() > 1) {
            total(tops);
        }
        return atoms.size();
    }

    private int rectangle() {
        int rows = 2 + random.nextInt(2);
        int columns = 2 + random.nextInt(2);
        List<Integer> atoms = atoms(rows * columns);
        List<Integer> rowTotals = new ArrayList<>();
        List<Integer> columnTotals = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            rowTotals.add(total(atoms.subList(r * columns, (r + 1) * columns)));
        }
        for (int c = 0; c < columns; c++) {
            List<Integer> column = new ArrayList<>();
            for (int r = 0; r < rows; r++) {
                column.add(atoms.get(r * columns + c));
            }
            columnTotals.add(total(column));
        }
        int all = total(rowTotals);
        links.add(Link.sum(all, columnTotals));
        return atoms.size();
    }

    private int straddling() {
        List<Integer> atoms = atoms(4 + random.nextInt(3));
        int cut = 1 + random.nextInt(atoms.size() - 2);
        int other = 1 + random.nextInt(atoms.size() - 2);
        int first = total(atoms.subList(0, cut + 1));
        total(atoms.subList(cut + 1, atoms.size()));
        int left = other > cut
                ? total(join(List.of(first), atoms.subList(cut + 1, other + 1)))
                : total(atoms.subList(0, other + 1));
        int right = total(atoms.subList(other + 1, atoms.size()));
        total(List.of(left, right));
        return atoms.size();
    }

    private static List<Integer> join(List<Integer> a, List<Integer> b) {
        List<Integer> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private int perimeters() {
        List<Integer> inner = atoms(2 + random.nextInt(2));
        List<Integer> rest = atoms(inner.size());
        rest.forEach(this::hide);
        List<Integer> outer = new ArrayList<>();
        for (int i = 0; i < inner.size(); i++) {
            outer.add(around(inner.get(i), rest.get(i)));
        }
        int innerTotal = total(inner);
        int outerTotal = total(outer);
        links.add(Link.excess(outerTotal, List.of(innerTotal), 0, 100));
        return 2 * inner.size();
    }

    /** An atom that no book tells: the inhabitants outside the QPV. */
    private void hide(int atom) {
        Cell c = cells.get(atom);
        cells.set(atom, new Cell(c.name(), c.keys(), c.whole(), c.open(), c.open(), c.known(), c.width(), c.sensitive(),
                c.cost(), c.clamped()));
    }

    private int around(int inner, int rest) {
        int[] atoms = {inner, rest};
        int ceiling = (int) (cells.get(inner).open().high() + cells.get(rest).open().high());
        int outer = cell(atoms, truth.get(inner) + truth.get(rest), ceiling);
        links.add(Link.excess(outer, List.of(inner), 0, cells.get(rest).open().high()));
        return outer;
    }

    private int any() {
        List<Integer> atoms = atoms(4 + random.nextInt(2));
        int sums = 2 + random.nextInt(4);
        for (int s = 0; s < sums; s++) {
            List<Integer> parts = new ArrayList<>();
            atoms.forEach(a -> {
                if (random.nextBoolean()) {
                    parts.add(a);
                }
            });
            if (parts.size() > 1) {
                total(parts);
            }
        }
        return atoms.size();
    }
}

package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Cells linked by sums and inequalities, as an attacker writes them down. One unknown per distinct count: cells that
 * count the very same people are one cell here.
 *
 * @param cells unknowns, in an order that depends on their addresses only
 * @param links what ties them
 */
record LinkedTable(List<Cell> cells, List<Link> links) {
    /** Stands for “no upper bound”: above any count of the atlas, small enough for sums to stay exact. */
    static final double NO_BOUND = 1e8;

    LinkedTable {
        cells = List.copyOf(cells);
        links = List.copyOf(links);
    }

    /**
     * An unknown count.
     *
     * @param name what to call it in a report
     * @param keys published cells that tell it
     * @param whole whether it is known to be an integer
     * @param open what anybody knows of it when it is withheld
     * @param shown what its published figure tells
     * @param known what other publications tell, whatever this one says
     * @param levels what an attacker must be left not to know
     * @param sensitive what must not be known of it
     * @param cost what withholding it costs
     * @param clamped whether its published figure is a bound
     * @param standing whether it may be withheld to protect others
     */
    record Cell(
            String name,
            List<CellKey> keys,
            boolean whole,
            Interval open,
            Interval shown,
            Interval known,
            Levels levels,
            List<Span> sensitive,
            long cost,
            boolean clamped,
            Standing standing) {
        /** A cell that may be withheld. */
        Cell(
                String name, List<CellKey> keys, boolean whole, Interval open, Interval shown, Interval known,
                Levels levels, List<Span> sensitive, long cost, boolean clamped) {
            this(name, keys, whole, open, shown, known, levels, sensitive, cost, clamped, Standing.FREE);
        }

        /** A cell of which a width is protected. */
        Cell(
                String name, List<CellKey> keys, boolean whole, Interval open, Interval shown, Interval known,
                double width, List<Span> sensitive, long cost, boolean clamped) {
            this(name, keys, whole, open, shown, known, Levels.width(width), sensitive, cost, clamped);
        }

        /** Least width of what may be learnt of the count when it is withheld. */
        double width() {
            return levels.width;
        }

        /** Whether it is told as a bound that protects somebody. */
        boolean guarded() {
            return clamped && levels.clampWidth > 0;
        }

        /** The same cell at another cost. */
        Cell costing(long other) {
            return new Cell(name, keys, whole, open, shown, known, levels, sensitive, other, clamped, standing);
        }

        /** The same cell, of another standing. */
        Cell standing(Standing other) {
            return new Cell(name, keys, whole, open, shown, known, levels, sensitive, cost, clamped, other);
        }

        /** Whether it may be withheld to protect others. */
        boolean available() {
            return standing == Standing.FREE;
        }

        /** Why an interval tells too much of the withheld count, null when it does not. */
        Disclosure.Reason reason(Interval interval) {
            if (standing == Standing.KNOWN) {
                return null;
            }
            if (interval.length() < Math.min(levels.width, open.length()) - Interval.TOLERANCE) {
                return interval.length() < Interval.TOLERANCE ? Disclosure.Reason.EXACT : Disclosure.Reason.NARROW;
            }
            if (tooNear(interval)) {
                return Disclosure.Reason.NARROW;
            }
            return sensitiveIn(interval) ? Disclosure.Reason.SENSITIVE_RANGE : null;
        }

        /** Why an interval tells too much of the count told as a bound, null when it does not. */
        Disclosure.Reason reasonWhenTold(Interval interval) {
            boolean narrow = interval.length() < Math.min(levels.clampWidth, open.length()) - Interval.TOLERANCE;
            return guarded() && narrow && standing != Standing.KNOWN ? Disclosure.Reason.CLAMP_UNDONE : null;
        }

        private boolean tooNear(Interval interval) {
            double low = Math.max(open.low(), levels.truth - levels.lower);
            double high = Math.min(open.high(), levels.truth + levels.upper);
            // Comparisons with an unknown truth, a NaN, are false
            return interval.low() > low + Interval.TOLERANCE || interval.high() < high - Interval.TOLERANCE;
        }

        /** Whether a rule may be why the count is withheld, for somebody who knows that it lies in the interval. */
        boolean mayBeSensitive(Interval interval) {
            return sensitive.isEmpty() || sensitive.stream().anyMatch(s -> s.meets(interval));
        }

        /** Whether the interval lies in what a rule protects, when not everything the count can be does. */
        boolean sensitiveIn(Interval interval) {
            boolean anyway = sensitive.stream().anyMatch(s -> s.holds(open.low(), open.high()));
            return !anyway && sensitive.stream().anyMatch(s -> s.holds(interval.low(), interval.high()));
        }
    }

    /** Whether a cell may be withheld to protect others. */
    enum Standing {
        /** Like any other. */
        FREE,
        /** Somebody has decided that it is told, unless a rule withholds it for itself. */
        TOLD,
        /** Anybody can read it elsewhere, nearly enough: to withhold it protects nobody, and no other cell. */
        KNOWN
    }

    /**
     * What an attacker must be left not to know of a count.
     *
     * @param width least width of what he learns when it is withheld
     * @param lower how far below the truth that must reach
     * @param upper how far above it
     * @param truth the count, not a number when it is not known
     * @param clampWidth least width of what he learns when it is told as a bound, 0 when that is a manner of printing
     */
    record Levels(double width, double lower, double upper, double truth, double clampWidth) {
        static Levels width(double width) {
            return new Levels(width, 0, 0, Double.NaN, 0);
        }
    }

    /**
     * A linear constraint: low ≤ Σ sign × count ≤ high.
     *
     * @param cells positions of the unknowns
     * @param signs +1 or −1 for each
     * @param low least value
     * @param high greatest value
     * @param sum whether the rule of sums holds: a published sum, whose first cell is the total of the others, or one status
     */
    record Link(int[] cells, int[] signs, double low, double high, boolean sum) {
        /** A total and its parts. */
        static Link sum(int total, List<Integer> parts) {
            int[] cells = new int[parts.size() + 1];
            int[] signs = new int[cells.length];
            cells[0] = total;
            signs[0] = 1;
            for (int i = 0; i < parts.size(); i++) {
                cells[i + 1] = parts.get(i);
                signs[i + 1] = -1;
            }
            return new Link(cells, signs, 0, 0, true);
        }

        /** Two counts that are withheld together or not at all; nothing is said of their difference. */
        static Link status(int one, int other) {
            return new Link(new int[] {one, other}, new int[] {1, -1}, -NO_BOUND, NO_BOUND, true);
        }

        /** Whether it says something of a status only. */
        boolean status() {
            return sum && low == -NO_BOUND && high == NO_BOUND;
        }

        /** What a total has beyond the parts that are published: between low and high. */
        static Link excess(int total, List<Integer> parts, double low, double high) {
            Link sum = sum(total, parts);
            return new Link(sum.cells, sum.signs, low, high, false);
        }

        /** Cells whose sum lies in an interval. */
        static Link together(List<Integer> parts, Interval told) {
            int[] cells = parts.stream().mapToInt(Integer::intValue).toArray();
            int[] signs = new int[cells.length];
            Arrays.fill(signs, 1);
            return new Link(cells, signs, told.low(), told.high(), false);
        }
    }

    /** The same table, of other standings. */
    LinkedTable standing(Map<Integer, Standing> others) {
        List<Cell> changed = new ArrayList<>(cells);
        others.forEach((cell, standing) -> changed.set(cell, cells.get(cell).standing(standing)));
        return new LinkedTable(changed, links);
    }

    /** Published sums, the links that the rule of sums speaks of. */
    List<Link> sums() {
        return links.stream().filter(Link::sum).toList();
    }

    /** Whether what is known of a cell is too much: of a withheld count, or of one told as a bound that protects. */
    boolean exposed(int cell, BitSet withheld, Interval known) {
        Cell c = cells.get(cell);
        return (withheld.get(cell) ? c.reason(known) : c.reasonWhenTold(known)) != null;
    }

    /** Withheld cells, and those told as a bound that protects. */
    BitSet watched(BitSet withheld) {
        BitSet watched = (BitSet) withheld.clone();
        for (int c = 0; c < cells.size(); c++) {
            if (cells.get(c).guarded()) {
                watched.set(c);
            }
        }
        return watched;
    }

    /** For each cell, positions of the links it stands in. */
    int[][] linksOfCells() {
        List<List<Integer>> of = new ArrayList<>();
        cells.forEach(c -> of.add(new ArrayList<>()));
        for (int l = 0; l < links.size(); l++) {
            for (int cell : links.get(l).cells()) {
                of.get(cell).add(l);
            }
        }
        return of.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}

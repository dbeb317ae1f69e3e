package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
     * @param width protection width
     * @param sensitive what must not be known of it
     * @param cost what withholding it costs
     * @param clamped whether its published figure is a bound
     */
    record Cell(
            String name,
            List<CellKey> keys,
            boolean whole,
            Interval open,
            Interval shown,
            Interval known,
            double width,
            List<Span> sensitive,
            long cost,
            boolean clamped) {
        /** Whether somebody who knows that the count lies in the interval knows too much. */
        boolean exposedBy(Interval interval) {
            return reason(interval) != null;
        }

        /** Why the interval tells too much, null when it does not. */
        Disclosure.Reason reason(Interval interval) {
            double required = Math.min(width, open.length());
            if (interval.length() < required - Interval.TOLERANCE) {
                return interval.length() < Interval.TOLERANCE ? Disclosure.Reason.EXACT : Disclosure.Reason.NARROW;
            }
            return sensitiveIn(interval) ? Disclosure.Reason.SENSITIVE_RANGE : null;
        }

        /** Whether the interval lies in what a rule protects, when not everything the count can be does. */
        boolean sensitiveIn(Interval interval) {
            boolean anyway = sensitive.stream().anyMatch(s -> s.holds(open.low(), open.high()));
            return !anyway && sensitive.stream().anyMatch(s -> s.holds(interval.low(), interval.high()));
        }
    }

    /**
     * A linear constraint: low ≤ Σ sign × count ≤ high.
     *
     * @param cells positions of the unknowns
     * @param signs +1 or −1 for each
     * @param low least value
     * @param high greatest value
     * @param sum whether it is a published sum: the first cell is the total of the others
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

    /** Published sums, the links that the rule of sums speaks of. */
    List<Link> sums() {
        return links.stream().filter(Link::sum).toList();
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

package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.ArrayDeque;
import java.util.BitSet;

/**
 * What an attacker knows of every count of a table, tightened link by link until nothing moves: each count must leave
 * room for the others of its sums.
 *
 * <p>Where links form a tree this is the exact answer of the linear program; where they form cycles it contains it, and
 * {@link Attacker} goes on from here.
 */
final class Knowledge {
    /** Passes over a cycle may creep for ever; what is left to gain then is for the linear programs. */
    private static final int PASSES = 60;

    private static final double GAIN = 1e-7;

    private final LinkedTable table;
    private final int[][] linksOfCells;
    final double[] low;
    final double[] high;
    private boolean contradiction;

    private Knowledge(LinkedTable table, int[][] linksOfCells) {
        this.table = table;
        this.linksOfCells = linksOfCells;
        this.low = new double[table.cells().size()];
        this.high = new double[table.cells().size()];
    }

    /** What the figures themselves tell, each alone. */
    static Knowledge of(LinkedTable table, int[][] linksOfCells, BitSet withheld) {
        Knowledge knowledge = new Knowledge(table, linksOfCells);
        for (int i = 0; i < table.cells().size(); i++) {
            Cell cell = table.cells().get(i);
            Interval told = withheld.get(i) ? cell.open() : cell.shown();
            knowledge.low[i] = Math.max(told.low(), cell.known().low());
            knowledge.high[i] = Math.min(told.high(), cell.known().high());
        }
        return knowledge;
    }

    Interval of(int cell) {
        return new Interval(low[cell], high[cell]);
    }

    /** Whether the figures contradict one another: no counts print like this. */
    boolean contradiction() {
        return contradiction;
    }

    /** Tightens over all links. */
    Knowledge tighten() {
        BitSet all = new BitSet();
        all.set(0, table.links().size());
        tighten(all);
        return this;
    }

    /** Tightens from some links on. */
    void tighten(BitSet first) {
        ArrayDeque<Integer> waiting = new ArrayDeque<>();
        BitSet queued = (BitSet) first.clone();
        queued.stream().forEach(waiting::add);
        long budget = (long) PASSES * Math.max(1, table.links().size());
        while (!waiting.isEmpty() && budget-- > 0 && !contradiction) {
            int link = waiting.poll();
            queued.clear(link);
            tighten(link, waiting, queued);
        }
    }

    private void tighten(int position, ArrayDeque<Integer> waiting, BitSet queued) {
        Link link = table.links().get(position);
        double least = 0;
        double most = 0;
        for (int i = 0; i < link.cells().length; i++) {
            int cell = link.cells()[i];
            boolean plus = link.signs()[i] > 0;
            least += plus ? low[cell] : -high[cell];
            most += plus ? high[cell] : -low[cell];
        }
        if (least >= link.low() && most <= link.high()) {
            return;
        }
        for (int i = 0; i < link.cells().length; i++) {
            int cell = link.cells()[i];
            double from;
            double to;
            if (link.signs()[i] > 0) {
                from = link.low() - (most - high[cell]);
                to = link.high() - (least - low[cell]);
            } else {
                from = least + high[cell] - link.high();
                to = most + low[cell] - link.low();
            }
            if (narrow(cell, from, to)) {
                for (int other : linksOfCells[cell]) {
                    if (other != position && !queued.get(other)) {
                        queued.set(other);
                        waiting.add(other);
                    }
                }
            }
        }
    }

    /**
     * Narrows what is known of a cell.
     *
     * @return whether anything was gained
     */
    boolean narrow(int cell, double from, double to) {
        boolean whole = table.cells().get(cell).whole();
        double newLow = whole ? Math.ceil(from - Interval.TOLERANCE) : from;
        double newHigh = whole ? Math.floor(to + Interval.TOLERANCE) : to;
        boolean gained = false;
        if (newLow > low[cell] + GAIN) {
            low[cell] = newLow;
            gained = true;
        }
        if (newHigh < high[cell] - GAIN) {
            high[cell] = newHigh;
            gained = true;
        }
        if (low[cell] > high[cell]) {
            settle(cell);
        }
        return gained;
    }

    /** Ends that cross by less than the noise of the arithmetic meet; otherwise no counts print like this. */
    private void settle(int cell) {
        if (low[cell] > high[cell] + 10 * Interval.TOLERANCE) {
            contradiction = true;
        }
        double middle = (low[cell] + high[cell]) / 2;
        low[cell] = middle;
        high[cell] = middle;
    }

    /** Whether the link says more than what is known of its cells already. */
    boolean binds(Link link) {
        double least = 0;
        double most = 0;
        for (int i = 0; i < link.cells().length; i++) {
            int cell = link.cells()[i];
            least += link.signs()[i] > 0 ? low[cell] : -high[cell];
            most += link.signs()[i] > 0 ? high[cell] : -low[cell];
        }
        return least < link.low() - GAIN || most > link.high() + GAIN;
    }
}

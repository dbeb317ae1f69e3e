package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.secrecy.LinkedTable.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The rule of sums: in every published sum the withheld cells, total and parts together, are none or at least two.
 *
 * <p>A single one is the difference of what is told. Clamped cells are published cells and do not count: whoever knows the
 * people of a clamped neighbour must not learn those of a withheld cell.
 */
final class RuleOfSums {
    private static final long NO_WAY = Long.MAX_VALUE / 4;

    private final LinkedTable table;
    private final List<Link> sums;
    private final int[][] sumsOfCells;

    RuleOfSums(LinkedTable table) {
        this.table = table;
        this.sums = table.sums();
        this.sumsOfCells = new LinkedTable(table.cells(), sums).linksOfCells();
    }

    /** Whether the pattern obeys the rule. */
    boolean holds(BitSet withheld) {
        return sums.stream().noneMatch(s -> withheldIn(s, withheld) == 1);
    }

    /** Sums with exactly one withheld cell. */
    List<Link> broken(BitSet withheld) {
        return sums.stream().filter(s -> withheldIn(s, withheld) == 1).toList();
    }

    private int withheldIn(Link sum, BitSet withheld) {
        int count = 0;
        for (int cell : sum.cells()) {
            if (withheld.get(cell) && counts(sum, cell)) {
                count++;
            }
        }
        return count;
    }

    /** A cell that anybody can read elsewhere is no second one; of two that have one status it is one all the same. */
    boolean counts(Link sum, int cell) {
        return sum.status() || table.cells().get(cell).standing() != Standing.KNOWN;
    }

    /** Whether a cell may be withheld to protect others. */
    private boolean available(int cell, BitSet withheld, BitSet barred) {
        return !withheld.get(cell) && !barred.get(cell) && table.cells().get(cell).available();
    }

    /**
     * Cheapest cells to withhold besides, for one cell of a sum to be withheld and every sum to obey the rule.
     *
     * @param withheld pattern so far
     * @param barred cells that must stay published
     * @return cost of withholding each cell and what follows, {@link #NO_WAY} when it cannot be done
     */
    private long[] costs(BitSet withheld, BitSet barred) {
        int[] counts = new int[sums.size()];
        for (int s = 0; s < counts.length; s++) {
            counts[s] = withheldIn(sums.get(s), withheld);
        }
        // Cost of giving an untouched sum, into which one cell has just come, its second cell.
        long[] second = new long[sums.size()];
        Arrays.fill(second, NO_WAY);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (int s = 0; s < second.length; s++) {
                if (counts[s] > 0) {
                    continue;
                }
                for (int cell : sums.get(s).cells()) {
                    if (available(cell, withheld, barred)) {
                        long cost = cost(cell, s, counts, second);
                        if (cost < second[s]) {
                            second[s] = cost;
                            moved = true;
                        }
                    }
                }
            }
        }
        long[] costs = new long[table.cells().size()];
        for (int cell = 0; cell < costs.length; cell++) {
            costs[cell] = available(cell, withheld, barred) ? cost(cell, -1, counts, second) : NO_WAY;
        }
        return costs;
    }

    /** Cost of a cell seen from one of its sums: its own, and a second cell for each other sum it enters first. */
    private long cost(int cell, int from, int[] counts, long[] second) {
        long cost = table.cells().get(cell).cost();
        for (int s : sumsOfCells[cell]) {
            if (s != from && counts[s] == 0) {
                cost = Math.min(NO_WAY, cost + second[s]);
            }
        }
        return cost;
    }

    /**
     * Withholds the cheapest cells that make the pattern obey the rule, one broken sum after the other.
     *
     * @param withheld pattern, completed in place
     * @param barred cells that must stay published
     * @return whether every sum obeys now
     */
    boolean repair(BitSet withheld, BitSet barred) {
        for (int s = 0; s < sums.size(); s++) {
            if (withheldIn(sums.get(s), withheld) == 1) {
                Optional<Integer> best = cheapest(sums.get(s), withheld, barred);
                if (best.isEmpty()) {
                    return false;
                }
                withheld.set(best.get());
                s = -1;
            }
        }
        return true;
    }

    private Optional<Integer> cheapest(Link sum, BitSet withheld, BitSet barred) {
        long[] costs = costs(withheld, barred);
        int best = -1;
        for (int cell : sum.cells()) {
            if (costs[cell] < NO_WAY && (best < 0 || costs[cell] < costs[best])) {
                best = cell;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    /** Cells that may be withheld besides, cheapest first, each with all that it entails. */
    List<Integer> candidates(BitSet withheld, BitSet barred) {
        long[] costs = costs(withheld, barred);
        List<Integer> candidates = new ArrayList<>();
        for (int cell = 0; cell < costs.length; cell++) {
            if (costs[cell] < NO_WAY) {
                candidates.add(cell);
            }
        }
        candidates.sort((a, b) -> {
            int byCost = Long.compare(costs[a], costs[b]);
            return byCost != 0 ? byCost : Integer.compare(a, b);
        });
        return candidates;
    }

    /** Takes a cell back and, one after the other, those that protected nothing but it. */
    void release(int cell, BitSet withheld, BitSet kept) {
        withheld.clear(cell);
        for (int s : sumsOfCells[cell]) {
            Link sum = sums.get(s);
            if (withheldIn(sum, withheld) == 1) {
                for (int other : sum.cells()) {
                    if (withheld.get(other) && !kept.get(other)) {
                        release(other, withheld, kept);
                    }
                }
            }
        }
    }
}

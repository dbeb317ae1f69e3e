package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Cheapest pattern that contains a given one: tries patterns in order of cost, adding at each step one of the cells that
 * could mend what is wrong, so that the first that is safe is the best. Gives up beyond a number of patterns; the caller
 * then keeps what it has.
 */
final class BestPattern {
    /** Cells times patterns attacked before giving up: a number of steps, not a time, so that every machine stops alike. */
    private static final int EFFORT = 1_000_000;

    private static final int FEWEST_PATTERNS = 200;
    private static final int MOST_PATTERNS = 4_000;

    /** Linear programs solved before giving up. */
    private static final int MOST_PROGRAMS = 2_000;

    /** A remedy further away than this many links is not tried. */
    private static final int FAR = 4;

    private final LinkedTable table;
    private final Suppression suppression;
    private final RuleOfSums rule;
    private final Neighbourhood neighbourhood;
    private final Attacker attacker;

    /** A pattern, and the cells that earlier branches have tried: withholding them here would only repeat those. */
    private record State(BitSet withheld, BitSet barred, long cost, int rank) {}

    BestPattern(
            LinkedTable table,
            Suppression suppression,
            RuleOfSums rule,
            Neighbourhood neighbourhood,
            Attacker attacker) {
        this.table = table;
        this.suppression = suppression;
        this.rule = rule;
        this.neighbourhood = neighbourhood;
        this.attacker = attacker;
    }

    /**
     * Searches.
     *
     * @param start cells withheld in any case
     * @param limit cost that a pattern must stay below to be of interest
     * @return the cheapest safe pattern; empty when none is below the limit, or the budget is spent
     */
    Optional<BitSet> from(BitSet start, long limit) {
        PriorityQueue<State> open =
                new PriorityQueue<>(Comparator.comparingLong(State::cost).thenComparingInt(State::rank));
        int budget = Math.clamp(EFFORT / table.cells().size(), FEWEST_PATTERNS, MOST_PATTERNS);
        int programs = attacker.programs() + MOST_PROGRAMS;
        int rank = 0;
        open.add(new State(start, new BitSet(), suppression.cost(start), rank++));
        for (int tried = 0; tried < budget && attacker.programs() < programs && !open.isEmpty(); tried++) {
            State state = open.poll();
            if (state.cost >= limit) {
                return Optional.empty();
            }
            List<Integer> remedies = remedies(state);
            if (remedies == null) {
                return Optional.of(state.withheld);
            }
            BitSet barred = (BitSet) state.barred.clone();
            for (int remedy : remedies) {
                if (state.withheld.get(remedy) || state.barred.get(remedy)
                        || !table.cells().get(remedy).available()) {
                    continue;
                }
                BitSet next = (BitSet) state.withheld.clone();
                next.set(remedy);
                long cost = state.cost + table.cells().get(remedy).cost();
                if (cost < limit) {
                    open.add(new State(next, (BitSet) barred.clone(), cost, rank++));
                }
                barred.set(remedy);
            }
        }
        return Optional.empty();
    }

    /** Cells of which one at least must be withheld besides; null when the pattern is safe as it is. */
    private List<Integer> remedies(State state) {
        List<Link> broken = rule.broken(state.withheld);
        if (!broken.isEmpty()) {
            List<Integer> cells = new ArrayList<>();
            for (int cell : broken.getFirst().cells()) {
                cells.add(cell);
            }
            return cells;
        }
        return suppression
                .firstExposed(state.withheld)
                .map(cell -> neighbourhood.within(cell, FAR).stream().boxed().toList())
                .orElse(null);
    }
}

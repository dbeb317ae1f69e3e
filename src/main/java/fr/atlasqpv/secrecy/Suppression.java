package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Complementary suppression of one table: withholds as little as it can besides the primary cells, so that the rule of
 * sums holds and no withheld cell is given away. Ties are drawn: the costs of the cells hold the draw ({@link DrawKey}).
 *
 * <ol>
 *   <li>complete every broken sum by the cheapest chain of cells;
 *   <li>attack; where a cell is exposed, withhold the cheapest further cell that covers it, or, when no single one does,
 *       its neighbourhood; again until none is exposed;
 *   <li>take back what is not needed any more, dearest first;
 *   <li>cluster by cluster, search for the cheapest pattern ({@link BestPattern}) and keep it when it is cheaper;
 *   <li>draw the partners anew among those of the same cost ({@link PartnerDraw}).
 * </ol>
 */
final class Suppression {
    private static final int PASSES = 3;

    /** A cell further than this many links away is not tried alone to cover an exposed one. */
    private static final int NEAR = 2;

    private final LinkedTable table;
    private final BitSet primary;
    private final RuleOfSums rule;
    private final Attacker attacker;
    private final Neighbourhood neighbourhood;
    private final BitSet hopeless = new BitSet();

    Suppression(LinkedTable table, BitSet primary, Attacker attacker) {
        this.table = table;
        this.primary = primary;
        this.rule = new RuleOfSums(table);
        this.attacker = attacker;
        this.neighbourhood = new Neighbourhood(table);
    }

    /** Only “none or at least two per sum”, cheapest cells first, no audit: what the attack is compared with. */
    BitSet naive() {
        BitSet withheld = (BitSet) primary.clone();
        rule.repair(withheld, new BitSet());
        return withheld;
    }

    /** The pattern of the edition. */
    BitSet pattern() {
        return partnerDraw().of(cheapest());
    }

    PartnerDraw partnerDraw() {
        return new PartnerDraw(table, primary, rule, attacker, neighbourhood, this);
    }

    private BitSet cheapest() {
        BitSet best = prune(protect(naive()), primary);
        for (int pass = 0; pass < PASSES; pass++) {
            BitSet better = improve(best);
            if (cost(better) >= cost(best)) {
                return best;
            }
            best = better;
        }
        return best;
    }

    /** Cells that no pattern can protect. */
    BitSet hopeless() {
        return hopeless;
    }

    long cost(BitSet withheld) {
        return withheld.stream().filter(c -> !primary.get(c)).mapToLong(c -> table.cells().get(c).cost()).sum();
    }

    /** Points of the cells withheld besides the primary ones, without what the draw adds. */
    double points(BitSet withheld) {
        return withheld.stream()
                .filter(c -> !primary.get(c))
                .mapToLong(c -> TableBuilder.points(table.cells().get(c).cost()))
                .sum();
    }

    boolean exposed(int cell, BitSet withheld, Knowledge knowledge) {
        return !hopeless.get(cell) && table.exposed(cell, withheld, knowledge.of(cell));
    }

    private Optional<Integer> firstExposed(BitSet withheld, Knowledge knowledge) {
        return table.watched(withheld).stream().filter(c -> exposed(c, withheld, knowledge)).boxed().findFirst();
    }

    /** First cell that the figures give away, withheld or told as a bound that protects, by address. */
    Optional<Integer> firstExposed(BitSet withheld) {
        return firstExposedAtAll(withheld, attacker.quick(withheld));
    }

    /** The same, from what is known already of that pattern, which is narrowed in place. */
    Optional<Integer> firstExposedAtAll(BitSet withheld, Knowledge knowledge) {
        Optional<Integer> exposed = firstExposed(withheld, knowledge);
        return exposed.isPresent()
                ? exposed
                : firstExposed(withheld, attacker.sharpen(knowledge, table.watched(withheld)));
    }

    private BitSet protect(BitSet start) {
        BitSet withheld = (BitSet) start.clone();
        Optional<Integer> exposed = firstExposed(withheld);
        while (exposed.isPresent()) {
            Optional<BitSet> covered = cover(exposed.get(), withheld);
            if (covered.isPresent()) {
                withheld = covered.get();
            } else {
                hopeless.set(exposed.get());
            }
            exposed = firstExposed(withheld);
        }
        return withheld;
    }

    private Optional<BitSet> cover(int cell, BitSet withheld) {
        BitSet near = neighbourhood.within(cell, NEAR);
        for (int candidate : rule.candidates(withheld, new BitSet())) {
            if (near.get(candidate)) {
                BitSet trial = (BitSet) withheld.clone();
                trial.set(candidate);
                if (rule.repair(trial, new BitSet()) && covers(trial, cell)) {
                    return Optional.of(trial);
                }
            }
        }
        return coverByNeighbourhood(cell, withheld);
    }

    private boolean covers(BitSet pattern, int cell) {
        Knowledge knowledge = attacker.quick(pattern);
        BitSet alone = new BitSet();
        alone.set(cell);
        return !exposed(cell, pattern, knowledge) && !exposed(cell, pattern, attacker.sharpen(knowledge, alone));
    }

    /** Withholds everything around, as far as it takes, then takes back what is not needed. */
    private Optional<BitSet> coverByNeighbourhood(int cell, BitSet withheld) {
        BitSet around = new BitSet();
        for (int distance = 1;; distance++) {
            BitSet wider = neighbourhood.within(cell, distance);
            if (wider.equals(around)) {
                return Optional.empty();
            }
            around = wider;
            BitSet trial = (BitSet) withheld.clone();
            around.stream().filter(c -> cell(c).available()).forEach(trial::set);
            if (rule.repair(trial, new BitSet()) && covers(trial, cell)) {
                return Optional.of(prune(trial, withheld));
            }
        }
    }

    /** Takes back cells that are not to be kept, dearest first, alone or with those that protected them only. */
    private BitSet prune(BitSet pattern, BitSet keep) {
        BitSet kept = (BitSet) pattern.clone();
        // Cells exposed already are for the next round of the caller; pruning must expose no other.
        BitSet exposedAnyway = exposedOf(kept);
        for (int cell : dearestFirst(pattern, keep)) {
            if (kept.get(cell)) {
                BitSet alone = (BitSet) kept.clone();
                alone.clear(cell);
                BitSet chain = (BitSet) kept.clone();
                rule.release(cell, chain, keep);
                if (noWorse(alone, exposedAnyway)) {
                    kept = alone;
                } else if (!chain.equals(alone) && noWorse(chain, exposedAnyway)) {
                    kept = chain;
                }
            }
        }
        return kept;
    }

    private BitSet exposedOf(BitSet pattern) {
        BitSet exposed = new BitSet();
        BitSet watched = table.watched(pattern);
        Knowledge knowledge = attacker.sharpen(attacker.quick(pattern), watched);
        watched.stream().filter(c -> exposed(c, pattern, knowledge)).forEach(exposed::set);
        return exposed;
    }

    private boolean noWorse(BitSet pattern, BitSet exposedAnyway) {
        if (!rule.holds(pattern)) {
            return false;
        }
        Knowledge knowledge = attacker.quick(pattern);
        return noneExposed(pattern, exposedAnyway, knowledge)
                && noneExposed(pattern, exposedAnyway, attacker.sharpen(knowledge, table.watched(pattern)));
    }

    private boolean noneExposed(BitSet pattern, BitSet exposedAnyway, Knowledge knowledge) {
        return table.watched(pattern).stream()
                .noneMatch(c -> !exposedAnyway.get(c) && exposed(c, pattern, knowledge));
    }

    private List<Integer> dearestFirst(BitSet pattern, BitSet keep) {
        List<Integer> cells = new ArrayList<>();
        pattern.stream().filter(c -> !keep.get(c)).forEach(cells::add);
        cells.sort(Comparator.<Integer>comparingLong(c -> -cell(c).cost()).thenComparing(c -> c));
        return cells;
    }

    private Cell cell(int position) {
        return table.cells().get(position);
    }

    /** Searches cluster by cluster, then for clusters that lie near each other together; the others stay as they are. */
    private BitSet improve(BitSet pattern) {
        BitSet best = (BitSet) pattern.clone();
        for (BitSet cluster : neighbourhood.clusters(pattern)) {
            best = improve(best, cluster);
        }
        List<BitSet> clusters = neighbourhood.clusters(best);
        for (int i = 0; i < clusters.size(); i++) {
            BitSet near = neighbourhood.around(clusters.get(i), NEAR);
            for (int j = i + 1; j < clusters.size(); j++) {
                if (near.intersects(clusters.get(j))) {
                    BitSet both = (BitSet) clusters.get(i).clone();
                    both.or(clusters.get(j));
                    best = improve(best, both);
                }
            }
        }
        return best;
    }

    private BitSet improve(BitSet pattern, BitSet cluster) {
        BitSet complementary = (BitSet) cluster.clone();
        complementary.and(pattern);
        complementary.andNot(primary);
        if (complementary.isEmpty()) {
            return pattern;
        }
        BitSet start = (BitSet) pattern.clone();
        start.andNot(complementary);
        return new BestPattern(table, this, rule, neighbourhood, attacker).from(start, cost(pattern)).orElse(pattern);
    }
}

package fr.atlasqpv.secrecy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Complementary suppression of one table: withholds as little as it can besides the primary cells, so that the rule of
 * sums holds and no withheld cell is given away. Deterministic: ties go to the smaller cell, then to the lower code.
 *
 * <ol>
 *   <li>complete every broken sum by the cheapest chain of cells;
 *   <li>attack; where a cell is exposed, withhold the cheapest further cell that covers it; again until none is;
 *   <li>take back what is not needed any more, dearest first;
 *   <li>look for cheaper patterns: bar each complementary cell in turn, protect anew, keep the cheaper.
 * </ol>
 */
final class Suppression {
    private static final int IMPROVEMENTS = 4;

    private final LinkedTable table;
    private final BitSet primary;
    private final RuleOfSums rule;
    private final Attacker attacker;
    private final BitSet hopeless = new BitSet();

    Suppression(LinkedTable table, BitSet primary, Attacker attacker) {
        this.table = table;
        this.primary = primary;
        this.rule = new RuleOfSums(table);
        this.attacker = attacker;
    }

    /** Only “none or at least two per sum”, cheapest cells first, no audit: what the attack is compared with. */
    BitSet naive() {
        BitSet withheld = (BitSet) primary.clone();
        rule.repair(withheld, new BitSet());
        return withheld;
    }

    /** The pattern of the edition. */
    BitSet pattern() {
        BitSet best = protect(naive(), new BitSet());
        best = prune(best);
        for (int pass = 0; pass < IMPROVEMENTS; pass++) {
            BitSet better = improve(best);
            if (cost(better) >= cost(best)) {
                return best;
            }
            best = better;
        }
        return best;
    }

    /** Cells that no pattern can protect: everything that could be withheld for them has been. */
    BitSet hopeless() {
        return hopeless;
    }

    long cost(BitSet withheld) {
        return withheld.stream().filter(c -> !primary.get(c)).mapToLong(c -> table.cells().get(c).cost()).sum();
    }

    /** Withheld cells that the figures give away. */
    List<Integer> exposed(BitSet withheld, Knowledge knowledge) {
        List<Integer> exposed = new ArrayList<>();
        for (int c = withheld.nextSetBit(0); c >= 0; c = withheld.nextSetBit(c + 1)) {
            if (!hopeless.get(c) && table.cells().get(c).exposedBy(knowledge.of(c))) {
                exposed.add(c);
            }
        }
        return exposed;
    }

    private List<Integer> exposed(BitSet withheld) {
        Knowledge knowledge = attacker.quick(withheld);
        List<Integer> exposed = exposed(withheld, knowledge);
        return exposed.isEmpty() ? exposed(withheld, attacker.sharpen(knowledge)) : exposed;
    }

    /** Withholds further cells until none is exposed, or nothing helps. */
    private BitSet protect(BitSet start, BitSet barred) {
        BitSet withheld = (BitSet) start.clone();
        List<Integer> exposed = exposed(withheld);
        while (!exposed.isEmpty()) {
            int cell = exposed.getFirst();
            BitSet covered = cover(cell, withheld, barred);
            if (covered == null) {
                if (!barred.isEmpty()) {
                    return null;
                }
                hopeless.set(cell);
            } else {
                withheld = covered;
            }
            exposed = exposed(withheld);
        }
        return withheld;
    }

    /** Cheapest single addition, with what it entails, that covers the cell; else the one that covers most of it. */
    private BitSet cover(int cell, BitSet withheld, BitSet barred) {
        double before = slack(cell, withheld);
        double bestGain = Interval.TOLERANCE;
        BitSet best = null;
        for (int candidate : rule.candidates(withheld, barred)) {
            BitSet trial = (BitSet) withheld.clone();
            trial.set(candidate);
            if (!rule.repair(trial, barred)) {
                continue;
            }
            Knowledge knowledge = attacker.quick(trial);
            Interval interval = knowledge.of(cell);
            if (!table.cells().get(cell).exposedBy(interval)
                    && !table.cells().get(cell).exposedBy(attacker.sharpen(knowledge).of(cell))) {
                return trial;
            }
            double gain = interval.length() - before;
            if (gain > bestGain) {
                bestGain = gain;
                best = trial;
            }
        }
        return best;
    }

    private double slack(int cell, BitSet withheld) {
        return attacker.quick(withheld).of(cell).length();
    }

    private boolean safe(BitSet withheld) {
        return rule.holds(withheld) && exposed(withheld).isEmpty();
    }

    /** Takes back complementary cells, dearest first, with those that protected them alone. */
    private BitSet prune(BitSet pattern) {
        BitSet kept = (BitSet) pattern.clone();
        for (int cell : complementary(pattern)) {
            if (kept.get(cell)) {
                BitSet alone = (BitSet) kept.clone();
                alone.clear(cell);
                if (safe(alone)) {
                    kept = alone;
                    continue;
                }
                BitSet chain = (BitSet) kept.clone();
                rule.release(cell, chain, primary);
                if (safe(chain)) {
                    kept = chain;
                }
            }
        }
        return kept;
    }

    private List<Integer> complementary(BitSet pattern) {
        List<Integer> cells = new ArrayList<>();
        pattern.stream().filter(c -> !primary.get(c)).forEach(cells::add);
        cells.sort(Comparator.<Integer>comparingLong(c -> -table.cells().get(c).cost()).thenComparing(c -> c));
        return cells;
    }

    private BitSet improve(BitSet pattern) {
        BitSet best = pattern;
        for (int cell : complementary(pattern)) {
            if (!best.get(cell)) {
                continue;
            }
            BitSet barred = new BitSet();
            barred.set(cell);
            BitSet trial = (BitSet) best.clone();
            rule.release(cell, trial, primary);
            if (!rule.repair(trial, barred)) {
                continue;
            }
            if (cost(trial) < cost(best)) {
                BitSet safe = protect(trial, barred);
                if (safe != null) {
                    safe = prune(safe);
                    best = cost(safe) < cost(best) ? safe : best;
                }
            }
        }
        return best;
    }
}

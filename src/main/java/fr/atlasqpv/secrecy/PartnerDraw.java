package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Draws anew the cell that protects others, among all that would do so at the same cost.
 *
 * <p>The draw is of a set of cells, not of a cell: it is the same whichever of them a rule withholds. Of two cells that have as
 * many possible partners each, neither is the likelier to be primary for whoever knows the code and not the key. Partners that could
 * be primary themselves, as far as the figures tell, come first: beside another, the primary cell would be known by elimination.
 */
final class PartnerDraw {
    /** Partners are looked for at most so many links away. */
    private static final int NEAR = 2;

    private final LinkedTable table;
    private final BitSet primary;
    private final RuleOfSums rule;
    private final Attacker attacker;
    private final Neighbourhood neighbourhood;
    private final Suppression suppression;

    PartnerDraw(
            LinkedTable table,
            BitSet primary,
            RuleOfSums rule,
            Attacker attacker,
            Neighbourhood neighbourhood,
            Suppression suppression) {
        this.table = table;
        this.primary = primary;
        this.rule = rule;
        this.attacker = attacker;
        this.neighbourhood = neighbourhood;
        this.suppression = suppression;
    }

    /** The pattern, with the single partner of each cluster drawn anew; as safe as it was, at the same cost. */
    BitSet of(BitSet pattern) {
        BitSet drawn = (BitSet) pattern.clone();
        for (BitSet cluster : neighbourhood.clusters(pattern)) {
            BitSet partner = (BitSet) cluster.clone();
            partner.andNot(primary);
            if (partner.cardinality() == 1 && cluster.cardinality() > 1) {
                draw(drawn, cluster, partner.nextSetBit(0));
            }
        }
        return drawn;
    }

    private void draw(BitSet pattern, BitSet cluster, int partner) {
        BitSet protectedCells = (BitSet) cluster.clone();
        protectedCells.clear(partner);
        pattern.clear(partner);
        int chosen = partner;
        boolean found = false;
        for (int candidate : candidates(pattern, protectedCells, partner)) {
            Fitness fitness = fitness(pattern, protectedCells, candidate, partner);
            if (fitness == Fitness.DENIABLE || (fitness == Fitness.SAFE && !found)) {
                chosen = candidate;
                found = true;
            }
            if (fitness == Fitness.DENIABLE) {
                break;
            }
        }
        pattern.set(chosen);
    }

    /** What a candidate is worth as a partner. */
    private enum Fitness {
        UNSAFE, SAFE, DENIABLE
    }

    private Fitness fitness(BitSet pattern, BitSet protectedCells, int candidate, int partner) {
        BitSet trial = (BitSet) pattern.clone();
        trial.set(candidate);
        if (!rule.holds(trial)) {
            return Fitness.UNSAFE;
        }
        BitSet together = (BitSet) protectedCells.clone();
        together.set(candidate);
        Knowledge knowledge = attacker.quick(trial);
        // What the bounds without linear programs give away is given away: most candidates need none
        boolean exposed =
                exposed(together, trial, knowledge) || exposed(together, trial, attacker.sharpen(knowledge, together));
        boolean deniable = cell(candidate).mayBeSensitive(knowledge.of(candidate));
        if (exposed || (candidate != partner && suppression.firstExposedAtAll(trial, knowledge).isPresent())) {
            return Fitness.UNSAFE;
        }
        return deniable ? Fitness.DENIABLE : Fitness.SAFE;
    }

    private boolean exposed(BitSet cells, BitSet trial, Knowledge knowledge) {
        return cells.stream().anyMatch(c -> suppression.exposed(c, trial, knowledge));
    }

    /**
     * All that the partner of a cluster is drawn from, itself among them.
     *
     * @param pattern withheld cells
     * @param cluster some of them, that meet in links
     * @param partner the one among them that protects the others
     */
    BitSet partners(BitSet pattern, BitSet cluster, int partner) {
        BitSet without = (BitSet) pattern.clone();
        without.clear(partner);
        BitSet protectedCells = (BitSet) cluster.clone();
        protectedCells.clear(partner);
        BitSet safe = new BitSet();
        BitSet deniable = new BitSet();
        for (int candidate : candidates(without, protectedCells, partner)) {
            switch (fitness(without, protectedCells, candidate, partner)) {
                case DENIABLE -> deniable.set(candidate);
                case SAFE -> safe.set(candidate);
                case UNSAFE -> {}
            }
        }
        return deniable.isEmpty() ? safe : deniable;
    }

    /** In the order of the draw of the set that each makes with the protected cells. */
    private List<Integer> candidates(BitSet pattern, BitSet protectedCells, int partner) {
        long drawn = protectedCells.stream().mapToLong(c -> cell(c).cost()).sum();
        long points = TableBuilder.points(cell(partner).cost());
        return neighbourhood.around(protectedCells, NEAR).stream()
                .filter(c -> !pattern.get(c) && cell(c).available()
                        && TableBuilder.points(cell(c).cost()) == points)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(c -> mixed(drawn + cell(c).cost())).thenComparing(c -> c))
                .toList();
    }

    private Cell cell(int position) {
        return table.cells().get(position);
    }

    /** The costs hold the draws of the cells; their sum is the set's, mixed so that its order is not theirs (Stafford's variant 13). */
    private static long mixed(long sum) {
        long z = (sum ^ (sum >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}

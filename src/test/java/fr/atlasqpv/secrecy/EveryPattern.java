package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.RandomTables.Sample;
import java.util.BitSet;

/** Tries every pattern of a small table: the oracle of the suppression. */
final class EveryPattern {
    private EveryPattern() {}

    /** Cells of a sample to be protected: the first two that it withholds. */
    static BitSet primary(Sample sample) {
        BitSet primary = new BitSet();
        sample.withheld().stream().limit(2).forEach(primary::set);
        return primary;
    }

    static boolean safe(Sample sample, BitSet pattern) {
        Knowledge knowledge = new Attacker(sample.table()).exact(pattern);
        return new Audit(sample.table(), pattern, knowledge).disclosures().isEmpty();
    }

    /** Least cost over every pattern that contains the primary cells, −1 when none is safe. */
    static long best(Sample sample, BitSet primary) {
        int size = sample.table().cells().size();
        long best = -1;
        for (int bits = 0; bits < 1 << size; bits++) {
            BitSet pattern = BitSet.valueOf(new long[] {bits});
            BitSet missing = (BitSet) primary.clone();
            missing.andNot(pattern);
            if (!missing.isEmpty()) {
                continue;
            }
            long cost =
                    pattern.stream().filter(c -> !primary.get(c)).mapToLong(c -> sample.table().cells().get(c).cost())
                            .sum();
            if ((best < 0 || cost < best) && safe(sample, pattern)) {
                best = cost;
            }
        }
        return best;
    }

    /** Cost in whole points. */
    static double points(long cost) {
        return Math.floor(cost / (double) TableBuilder.COST_OF_A_POINT);
    }
}

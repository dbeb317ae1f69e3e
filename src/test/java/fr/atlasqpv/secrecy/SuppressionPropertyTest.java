package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.RandomTables.Sample;
import fr.atlasqpv.secrecy.RandomTables.Shape;
import java.util.BitSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionPropertyTest {

    @ParameterizedTest
    @CsvSource({"TREE, 1000", "RECTANGLE, 20", "STRADDLING, 60", "PERIMETERS, 200", "ANY, 200"})
    void thePatternIsSafeMinimalAndNearTheBestThatTryingAllFinds(Shape shape, int tables) {
        for (int seed = 0; seed < tables; seed++) {
            Sample sample = RandomTables.sample(shape, seed);
            BitSet primary = primary(sample);
            Attacker attacker = new Attacker(sample.table());
            Suppression suppression = new Suppression(sample.table(), primary, attacker);
            BitSet pattern = suppression.pattern();
            String where = shape + " seed " + seed;
            long best = best(sample, primary);
            if (best < 0) {
                assertThat(safe(sample, pattern)).as(where).isFalse();
                continue;
            }
            assertThat(safe(sample, pattern)).as(where).isTrue();
            assertThat(suppression.hopeless().isEmpty()).as(where).isTrue();
            pattern.stream().filter(c -> !primary.get(c)).forEach(c -> {
                BitSet without = (BitSet) pattern.clone();
                without.clear(c);
                assertThat(safe(sample, without)).as(where + " without " + c).isFalse();
            });
            assertThat(points(suppression.cost(pattern))).as(where).isLessThanOrEqualTo(1.5 * points(best));
        }
    }

    private static double points(long cost) {
        return Math.floor(cost / (double) TableBuilder.COST_OF_A_POINT);
    }

    private static BitSet primary(Sample sample) {
        BitSet primary = new BitSet();
        sample.withheld().stream().limit(2).forEach(primary::set);
        return primary;
    }

    private static boolean safe(Sample sample, BitSet pattern) {
        Knowledge knowledge = new Attacker(sample.table()).exact(pattern);
        return new Audit(sample.table(), pattern, knowledge).disclosures().isEmpty();
    }

    /** Least cost over every pattern that contains the primary cells, −1 when none is safe. */
    private static long best(Sample sample, BitSet primary) {
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
}

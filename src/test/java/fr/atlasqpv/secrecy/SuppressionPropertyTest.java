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
            BitSet primary = EveryPattern.primary(sample);
            Attacker attacker = new Attacker(sample.table());
            Suppression suppression = new Suppression(sample.table(), primary, attacker);
            BitSet pattern = suppression.pattern();
            String where = shape + " seed " + seed;
            long best = EveryPattern.best(sample, primary);
            if (best < 0) {
                assertThat(EveryPattern.safe(sample, pattern)).as(where).isFalse();
                continue;
            }
            assertThat(EveryPattern.safe(sample, pattern)).as(where).isTrue();
            assertThat(suppression.hopeless().isEmpty()).as(where).isTrue();
            pattern.stream().filter(c -> !primary.get(c)).forEach(c -> {
                BitSet without = (BitSet) pattern.clone();
                without.clear(c);
                assertThat(EveryPattern.safe(sample, without)).as(where + " without " + c).isFalse();
            });
            assertThat(EveryPattern.points(suppression.cost(pattern))).as(where)
                    .isLessThanOrEqualTo(1.5 * EveryPattern.points(best));
        }
    }
}

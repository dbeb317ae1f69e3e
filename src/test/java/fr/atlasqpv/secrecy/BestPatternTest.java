package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.RandomTables.Sample;
import fr.atlasqpv.secrecy.RandomTables.Shape;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first safe pattern in order of cost is the best that trying all of them finds. */
class BestPatternTest {
    private static final long NO_LIMIT = Long.MAX_VALUE / 4;

    private static Optional<BitSet> search(LinkedTable table, BitSet primary, long limit) {
        Attacker attacker = new Attacker(table);
        Suppression suppression = new Suppression(table, primary, attacker);
        return new BestPattern(table, suppression, new RuleOfSums(table), new Neighbourhood(table), attacker)
                .from(primary, limit);
    }

    /** Compares with every pattern of a small random table. */
    static void check(Shape shape, int seed) {
        Sample sample = RandomTables.sample(shape, seed);
        BitSet primary = EveryPattern.primary(sample);
        long best = EveryPattern.best(sample, primary);
        String where = shape + " seed " + seed;
        Optional<BitSet> found = search(sample.table(), primary, NO_LIMIT);
        assertThat(found.isPresent()).as(where).isEqualTo(best >= 0);
        found.ifPresent(pattern -> {
            assertThat(EveryPattern.safe(sample, pattern)).as(where).isTrue();
            assertThat(new Suppression(sample.table(), primary, new Attacker(sample.table())).cost(pattern))
                    .as(where).isEqualTo(best);
            assertThat(search(sample.table(), primary, best)).as(where + ", nothing cheaper").isEmpty();
        });
    }

    /** Many more tables: {@link BestPatternPropertyTest}. */
    @ParameterizedTest
    @CsvSource({"TREE, 12", "PERIMETERS, 4", "ANY, 4"})
    void findsWhatTryingEveryPatternFindsAndNothingWhereNoneIsSafe(Shape shape, int tables) {
        for (int seed = 0; seed < tables; seed++) {
            check(shape, seed);
        }
    }

    @Test
    void withholdsNothingMoreWhereThePatternIsSafeAsItIs() {
        TableFixture sum = new TableFixture(11).count("a", 40).count("b", 60).count("total", 100)
                .sum("total", "a", "b");

        assertThat(search(sum.table(), sum.cells("a", "b"), NO_LIMIT)).hasValue(sum.cells("a", "b"));
    }

    @Test
    void takesTheCheapestPartnerThatMakesRoomEnough() {
        // The first partner costs least but has room for four people: with it the cell would be known within four.
        TableFixture sum = new TableFixture(11)
                .cell("small", new Interval(0, 4), Interval.exactly(3), List.of()).count("wide", 80).count("wider", 90)
                .count("cell", 40).count("total", 213).sum("total", "small", "wide", "wider", "cell");

        assertThat(search(sum.table(), sum.cells("cell"), NO_LIMIT)).hasValue(sum.cells("cell", "wide"));
    }
}

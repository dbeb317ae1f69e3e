package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.RandomTables.Sample;
import fr.atlasqpv.secrecy.RandomTables.Shape;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No safe pattern costs less than the bound. */
class LowerBoundTest {

    private static double points(LinkedTable table, BitSet primary) {
        return new LowerBound(table, primary, new BitSet(), new Attacker(table)).points();
    }

    /** Compares with the best pattern of small random tables. */
    static void check(Shape shape, int tables) {
        double bounds = 0;
        double costs = 0;
        for (int seed = 0; seed < tables; seed++) {
            Sample sample = RandomTables.sample(shape, seed);
            BitSet primary = EveryPattern.primary(sample);
            long best = EveryPattern.best(sample, primary);
            if (best < 0) {
                continue;
            }
            double bound = points(sample.table(), primary);
            assertThat(bound).as(shape + " seed " + seed).isBetween(0.0, EveryPattern.points(best));
            bounds += bound;
            costs += EveryPattern.points(best);
        }
        assertThat(bounds).as("a bound of nothing would be true and useless").isGreaterThan(costs / 2);
    }

    /** Many more tables: {@link LowerBoundPropertyTest}. */
    @ParameterizedTest
    @CsvSource({"TREE, 20", "PERIMETERS, 6", "ANY, 6"})
    void isAtMostTheCostOfTheBestPatternThatTryingAllFinds(Shape shape, int tables) {
        check(shape, tables);
    }

    @Test
    void proofOfOnePartnerAndOfNoneWhereTwoHideOneAnother() {
        TableFixture sum = new TableFixture(11).count("a", 40).count("b", 60).count("c", 70).count("total", 170)
                .sum("total", "a", "b", "c");

        assertThat(points(sum.table(), sum.cells("a"))).isEqualTo(1);
        assertThat(points(sum.table(), sum.cells("a", "b"))).isZero();
        assertThat(points(sum.table(), new BitSet())).isZero();
    }

    @Test
    void countsWhatTheAttackAsksForBeyondTheRuleOfSums() {
        // Two withheld cells obey the rule of sums; where the second has room for four people only, a third one is needed.
        TableFixture sum = new TableFixture(11).count("cell", 40).count("small", 3).count("wide", 80)
                .count("total", 123).sum("total", "cell", "small", "wide");

        assertThat(points(sum.table(), sum.cells("cell", "small"))).isZero();
        TableFixture known = new TableFixture(11)
                .cell("cell", new Interval(0, 45), Interval.exactly(40), List.of())
                .cell("small", new Interval(0, 4), Interval.exactly(3), List.of())
                .count("wide", 80).count("total", 123).sum("total", "cell", "small", "wide");
        assertThat(points(known.table(), known.cells("cell", "small"))).isEqualTo(1);
    }
}

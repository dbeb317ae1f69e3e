package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.RandomTables.Sample;
import fr.atlasqpv.secrecy.RandomTables.Shape;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Withholds as little as it can for the rule of sums and the attack to find nothing; earlier cells cost less. */
class SuppressionTest {

    private static Suppression of(TableFixture fixture, BitSet primary) {
        LinkedTable table = fixture.table();
        return new Suppression(table, primary, new Attacker(table));
    }

    private static TableFixture room(TableFixture fixture, String name, double most, double value) {
        return fixture.cell(name, new Interval(0, most), Interval.exactly(value), List.of());
    }

    /** Compares with every pattern of a small random table. */
    static void check(Shape shape, int seed) {
        Sample sample = RandomTables.sample(shape, seed);
        BitSet primary = EveryPattern.primary(sample);
        Suppression suppression = new Suppression(sample.table(), primary, new Attacker(sample.table()));
        BitSet pattern = suppression.pattern();
        String where = shape + " seed " + seed;
        long best = EveryPattern.best(sample, primary);
        if (best < 0) {
            assertThat(EveryPattern.safe(sample, pattern)).as(where).isFalse();
            return;
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

    /** Many more tables: {@link SuppressionPropertyTest}. */
    @ParameterizedTest
    @CsvSource({"TREE, 15", "PERIMETERS, 4", "ANY, 4"})
    void thePatternIsSafeMinimalAndNearTheBestThatTryingAllFinds(Shape shape, int tables) {
        for (int seed = 0; seed < tables; seed++) {
            check(shape, seed);
        }
    }

    @Test
    void theCheapestPartnerGoesWithACellAloneInItsSum() {
        TableFixture sum = new TableFixture(11).count("a", 40).count("b", 60).count("c", 70).count("total", 170)
                .sum("total", "a", "b", "c");
        Suppression suppression = of(sum, sum.cells("b"));

        assertThat(suppression.naive()).isEqualTo(sum.cells("a", "b"));
        assertThat(suppression.pattern()).isEqualTo(sum.cells("a", "b"));
        assertThat(suppression.hopeless().isEmpty()).isTrue();
    }

    @Test
    void whatThePrimaryRulesAskForCostsNothing() {
        TableFixture sum = new TableFixture(11).count("a", 40).count("b", 60).count("c", 70).count("total", 170)
                .sum("total", "a", "b", "c");
        Suppression suppression = of(sum, sum.cells("b"));

        assertThat(suppression.cost(sum.cells("b"))).isZero();
        assertThat(suppression.cost(sum.cells("a", "b", "c")))
                .isEqualTo(2 * TableBuilder.COST_OF_A_POINT + sum.cell("a") + sum.cell("c"));
    }

    @Test
    void noPartnerIsAskedForWhereNoSumIsBroken() {
        TableFixture sum = new TableFixture(11).count("a", 40).count("b", 60).count("total", 100).count("alone", 30)
                .sum("total", "a", "b");

        assertThat(of(sum, sum.cells("alone")).pattern()).isEqualTo(sum.cells("alone"));
        assertThat(of(sum, sum.cells("a", "b")).pattern()).isEqualTo(sum.cells("a", "b"));
        assertThat(of(sum, new BitSet()).pattern().isEmpty()).isTrue();
    }

    @Test
    void aPartnerThatLeavesTooLittleRoomIsNoPartner() {
        // The rule of sums is content with the first, which has room for four; the attack is not
        TableFixture sum = room(new TableFixture(11), "small", 4, 3).count("wide", 80).count("wider", 90)
                .count("cell", 40).count("total", 213).sum("total", "small", "wide", "wider", "cell");
        Suppression suppression = of(sum, sum.cells("cell"));

        assertThat(suppression.naive()).isEqualTo(sum.cells("small", "cell"));
        assertThat(suppression.pattern()).isIn(
                sum.cells("wide", "cell"), sum.cells("wider", "cell"), sum.cells("total", "cell"));
    }

    @Test
    void severalGoWhereNoSingleOneLeavesRoomEnough() {
        // Six each: it takes two of them to hide a cell within eleven
        TableFixture sum = room(room(room(new TableFixture(11), "s1", 6, 3), "s2", 6, 4), "s3", 6, 5)
                .cell("cell", new Interval(0, 500), Interval.exactly(40), List.of())
                .cell("total", new Interval(51, 53), Interval.exactly(52), List.of())
                .sum("total", "s1", "s2", "s3", "cell");
        Suppression suppression = of(sum, sum.cells("cell"));

        assertThat(suppression.pattern()).isEqualTo(sum.cells("s1", "s2", "cell"));
        assertThat(suppression.hopeless().isEmpty()).isTrue();
    }

    @Test
    void aCellThatNothingCanHideIsSaidToBeAndTheOthersAreProtectedAllTheSame() {
        // Known elsewhere as what it is, whatever is withheld around; the other sum has nothing to do with it
        TableFixture sums = new TableFixture(11).cell("told", new Interval(0, 500), Interval.exactly(40), List.of())
                .cell("pinned", new Interval(0, 4), Interval.exactly(4), List.of())
                .cell("total", new Interval(40, 44), Interval.exactly(44), List.of()).sum("total", "told", "pinned")
                .count("a", 40).count("b", 60).count("ab", 100).sum("ab", "a", "b");
        Suppression suppression = of(sums, sums.cells("told", "b"));
        BitSet pattern = suppression.pattern();

        assertThat(suppression.hopeless()).isEqualTo(sums.cells("told"));
        assertThat(pattern.get(sums.cell("told"))).isTrue();
        assertThat(pattern.get(sums.cell("a")) || pattern.get(sums.cell("ab"))).isTrue();
        assertThat(pattern.get(sums.cell("b"))).isTrue();
        assertThat(suppression.exposed(sums.cell("told"), pattern, new Attacker(sums.table()).exact(pattern)))
                .as("spoken of no more").isFalse();
    }

    @Test
    void theFirstExposedIsTheFirstByAddress() {
        TableFixture sums = new TableFixture(11).count("a", 40).count("b", 60).count("ab", 100).count("c", 40)
                .count("d", 60).count("cd", 100).sum("ab", "a", "b").sum("cd", "c", "d");
        Suppression suppression = of(sums, sums.cells("b", "c"));

        assertThat(suppression.firstExposed(sums.cells("b", "c"))).hasValue(sums.cell("b"));
        assertThat(suppression.firstExposed(sums.cells("a", "b", "c"))).hasValue(sums.cell("c"));
        assertThat(suppression.firstExposed(sums.cells("a", "b", "c", "d"))).isEmpty();
    }

    @Test
    void whatOnlyLinearProgramsFindIsExposedTooAndMended() {
        // Three sums of two out of three: each cell is the solution of three equations
        TableFixture three = new TableFixture(11).count("a", 40).count("b", 60).count("c", 50)
                .count("ab", 100).count("bc", 110).count("ca", 90)
                .sum("ab", "a", "b").sum("bc", "b", "c").sum("ca", "c", "a");
        Suppression suppression = of(three, three.cells("a", "b", "c"));

        assertThat(suppression.naive()).isEqualTo(three.cells("a", "b", "c"));
        assertThat(suppression.firstExposed(three.cells("a", "b", "c"))).hasValue(three.cell("a"));
        assertThat(suppression.pattern()).isIn(
                three.cells("a", "b", "c", "ab"), three.cells("a", "b", "c", "bc"), three.cells("a", "b", "c", "ca"));
    }

    @Test
    void whatLiesTwoSumsAwayGoesWhereWhatLiesNearIsNotEnough() {
        // The total of the sum can hide the cell, but only once both its neighbours, of six at most each, hide the total
        TableFixture sums = room(room(room(new TableFixture(11), "s", 1, 1), "o1", 6, 3), "o2", 6, 4)
                .cell("cell", new Interval(0, 500), Interval.exactly(40), List.of())
                .cell("total", new Interval(0, 600), Interval.exactly(41), List.of())
                .cell("grand", new Interval(47, 49), Interval.exactly(48), List.of())
                .sum("total", "cell", "s").sum("grand", "total", "o1", "o2");
        Suppression suppression = of(sums, sums.cells("cell"));

        assertThat(suppression.pattern()).isEqualTo(sums.cells("cell", "total", "o1", "o2"));
        assertThat(suppression.hopeless().isEmpty()).isTrue();
    }

    /** Each of two cells of neighbouring groups would take a partner of its own, the cheapest: one cell serves both. */
    @Test
    void clustersThatLieNearEachOtherAreSearchedTogether() {
        TableFixture groups = new TableFixture(11).count("p", 40).count("q", 50).count("p2", 70).count("q2", 80)
                .count("shared", 60).count("P", 170).count("Q", 190)
                .sum("P", "p", "shared", "p2").sum("Q", "q", "shared", "q2");
        Suppression suppression = of(groups, groups.cells("p", "q"));

        assertThat(suppression.naive()).isEqualTo(groups.cells("p", "q", "p2", "q2"));
        assertThat(suppression.pattern()).isEqualTo(groups.cells("p", "q", "shared"));
    }

    @Test
    void groupsThatHaveNothingToDoWithOneAnotherAreEachSearchedAlone() {
        TableFixture groups = room(new TableFixture(11), "small", 4, 3).count("a", 40).count("b", 50).count("A", 93)
                .count("c", 40).count("d", 60).count("C", 100).sum("A", "small", "a", "b").sum("C", "c", "d");

        assertThat(of(groups, groups.cells("a", "d")).pattern()).isEqualTo(groups.cells("a", "b", "c", "d"));
    }
}

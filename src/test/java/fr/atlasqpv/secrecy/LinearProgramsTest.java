package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.secrecy.RandomTables.Sample;
import fr.atlasqpv.secrecy.RandomTables.Shape;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bounds of a block are those of its linear programs, in whole counts where counts are whole. */
class LinearProgramsTest {
    private static BitSet all(LinkedTable table) {
        BitSet all = new BitSet();
        all.set(0, table.cells().size());
        return all;
    }

    private static LinearPrograms only(LinkedTable table, Knowledge knowledge) {
        List<Cycles.Block> blocks = Cycles.of(table, knowledge, all(table));
        assertThat(blocks).hasSize(1);
        return new LinearPrograms(table, knowledge, blocks.getFirst());
    }

    @ParameterizedTest
    @CsvSource({"RECTANGLE, 150", "STRADDLING, 40", "ANY, 40"})
    void neverLeaveOutACountThatTryingEverySolutionFinds(Shape shape, int tables) {
        int narrowed = 0;
        for (int seed = 0; seed < tables; seed++) {
            Sample sample = RandomTables.sample(shape, seed);
            LinkedTable table = sample.table();
            Interval[] truth = BruteForce.of(sample, sample.withheld());
            Knowledge knowledge = new Attacker(table).quick(sample.withheld());
            for (Cycles.Block block : Cycles.of(table, knowledge, sample.withheld())) {
                narrowed += new LinearPrograms(table, knowledge, block).narrow() ? 1 : 0;
            }
            for (int cell = 0; cell < truth.length; cell++) {
                assertThat(knowledge.low[cell]).as(shape + " seed " + seed + " cell " + cell)
                        .isLessThanOrEqualTo(truth[cell].low() + Interval.TOLERANCE);
                assertThat(knowledge.high[cell]).as(shape + " seed " + seed + " cell " + cell)
                        .isGreaterThanOrEqualTo(truth[cell].high() - Interval.TOLERANCE);
            }
        }
        assertThat(narrowed).as("blocks that gained something").isPositive();
    }

    @Test
    void findWhatTighteningLinkByLinkCannot() {
        // a + b = 100, b + c = 110, c + a = 90: three equations, three unknowns.
        TableFixture three = new TableFixture(11).count("a", 40).count("b", 60).count("c", 50)
                .count("ab", 100).count("bc", 110).count("ca", 90)
                .sum("ab", "a", "b").sum("bc", "b", "c").sum("ca", "c", "a");
        Knowledge knowledge = new Attacker(three.table()).quick(three.cells("a", "b", "c"));
        assertThat(knowledge.of(three.cell("a")).length()).isPositive();
        LinearPrograms programs = only(three.table(), knowledge);

        assertThat(programs.narrow()).isTrue();
        assertThat(programs.solved()).isPositive();
        assertThat(knowledge.of(three.cell("a"))).isEqualTo(Interval.exactly(40));
        assertThat(knowledge.of(three.cell("b"))).isEqualTo(Interval.exactly(60));
        assertThat(knowledge.of(three.cell("c"))).isEqualTo(Interval.exactly(50));
    }

    /** Three counts of 0 or 1, no two of them together more than 1, and the total of the three. */
    private static LinkedTable oddCircle(boolean whole) {
        List<Cell> cells = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> cells.add(new Cell(
                "c" + i, List.of(), whole, new Interval(0, i < 3 ? 1 : 3), new Interval(0, 1), new Interval(0, 3), 1,
                List.of(), 1, false)));
        Interval one = new Interval(0, 1);
        return new LinkedTable(cells, List.of(
                Link.together(List.of(0, 1), one), Link.together(List.of(1, 2), one),
                Link.together(List.of(2, 0), one), Link.sum(3, List.of(0, 1, 2))));
    }

    @ParameterizedTest(name = "whole counts: {0}, at most {1}")
    @CsvSource({"true, 1.0", "false, 1.5"})
    void aVertexBetweenIntegersIsNoAnswerForWholeCounts(boolean whole, double most) {
        LinkedTable table = oddCircle(whole);
        Knowledge knowledge = new Attacker(table).quick(all(table));

        only(table, knowledge).narrow();

        assertThat(knowledge.high[3]).isCloseTo(most, Offset.offset(1e-4));
    }

    @Test
    void onlyWhatIsWantedIsNarrowedAndOnlyOnce() {
        TableFixture three = new TableFixture(11).count("a", 40).count("b", 60).count("c", 50)
                .count("ab", 100).count("bc", 110).count("ca", 90)
                .sum("ab", "a", "b").sum("bc", "b", "c").sum("ca", "c", "a");
        LinkedTable table = three.table();
        Knowledge knowledge = new Attacker(table).quick(three.cells("a", "b", "c"));
        Interval before = knowledge.of(three.cell("b"));
        LinearPrograms programs = new LinearPrograms(
                table, knowledge, Cycles.of(table, knowledge, three.cells("a")).getFirst());

        assertThat(programs.narrow()).isTrue();
        assertThat(programs.solved()).isEqualTo(2);
        assertThat(knowledge.of(three.cell("a"))).isEqualTo(Interval.exactly(40));
        assertThat(knowledge.of(three.cell("b"))).isEqualTo(before);
        assertThat(new LinearPrograms(table, knowledge, new Cycles.Block(List.of(0, 1, 2), three.cells("a"))).narrow())
                .as("nothing is left to gain").isFalse();
    }

    @Test
    void countsThatNoIntegersSolveCannotBeAttacked() {
        // Three counts of which each two make one: a half each, and no integers
        TableFixture odd = new TableFixture(11);
        for (String name : List.of("a", "b", "c")) {
            odd.cell(name, new Interval(0, 1), new Interval(0, 1), List.of());
        }
        odd.count("ab", 1).count("bc", 1).count("ca", 1)
                .sum("ab", "a", "b").sum("bc", "b", "c").sum("ca", "c", "a");
        Knowledge knowledge = new Attacker(odd.table()).quick(odd.cells("a", "b", "c"));
        LinearPrograms programs = only(odd.table(), knowledge);

        assertThatThrownBy(programs::narrow).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("3 links, 6 unknowns");
    }
}

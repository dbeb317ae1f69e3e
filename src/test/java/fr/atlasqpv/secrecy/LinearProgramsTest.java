package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

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
    @CsvSource({"RECTANGLE, 150", "STRADDLING, 150", "ANY, 150"})
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
}

package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.RandomTables.Sample;
import fr.atlasqpv.secrecy.RandomTables.Shape;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackerTest {

    /** Compares with every solution of a small random table. */
    static void check(Shape shape, int seed) {
        Sample sample = RandomTables.sample(shape, seed);
        Interval[] truth = BruteForce.of(sample, sample.withheld());
        Knowledge attack = new Attacker(sample.table()).exact(sample.withheld());
        assertThat(attack.contradiction()).isFalse();
        int[][] linksOfCells = sample.table().linksOfCells();
        for (int c = 0; c < truth.length; c++) {
            if (linksOfCells[c].length == 0) {
                continue;
            }
            Cell cell = sample.table().cells().get(c);
            String where = shape + " seed " + seed + " cell " + c;
            assertThat(truth[c].contains(sample.truth()[c])).as(where).isTrue();
            assertThat(attack.of(c)).as(where).isEqualTo(truth[c]);
            assertThat(cell.reason(attack.of(c))).as(where).isEqualTo(cell.reason(truth[c]));
        }
    }

    /** Many more tables: {@link AttackerPropertyTest}. */
    @ParameterizedTest
    @CsvSource({"TREE, 40", "RECTANGLE, 20", "STRADDLING, 30", "PERIMETERS, 30", "ANY, 30"})
    void theAttackFindsWhatTryingEverySolutionFinds(Shape shape, int tables) {
        for (int seed = 0; seed < tables; seed++) {
            check(shape, seed);
        }
    }

    /** The same tables, of weighted counts: any number between the integers may be. */
    @ParameterizedTest
    @CsvSource({"RECTANGLE, 6", "STRADDLING, 10", "PERIMETERS, 10", "ANY, 12"})
    void ofWeightedCountsItFindsWhatTwoProgramsOverTheWholeTableFind(Shape shape, int tables) {
        for (int seed = 0; seed < tables; seed++) {
            Sample sample = RandomTables.sample(shape, seed);
            List<Cell> weighted = sample.table().cells().stream().map(c -> new Cell(
                    c.name(), c.keys(), false, c.open(), c.shown(), c.known(), c.width(), c.sensitive(), c.cost(),
                    false))
                    .toList();
            LinkedTable table = new LinkedTable(weighted, sample.table().links());
            Knowledge attack = new Attacker(table).exact(sample.withheld());
            for (int c : sample.withheld().stream().toArray()) {
                Interval whole = WholeProgram.of(table, sample.withheld(), c);
                String where = shape + " seed " + seed + " cell " + c;
                assertThat(attack.low[c]).as(where).isCloseTo(whole.low(), Offset.offset(1e-3));
                assertThat(attack.high[c]).as(where).isCloseTo(whole.high(), Offset.offset(1e-3));
            }
        }
    }

    @Test
    void twoSuppressionsPerLineMayStillGiveACellAway() {
        // At least two withheld cells in every line, and yet what is withheld in the first two rows (236) is what is
        // withheld in the first two columns (189) and one cell more: 236 - 189 = 47.
        TableFixture square = new TableFixture(11);
        int[][] values = {{40, 60, 12, 70}, {50, 39, 47, 59}, {33, 14, 62, 91}, {55, 21, 40, 38}};
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 4; c++) {
                square.count("r" + r + "c" + c, values[r][c]);
            }
        }
        totals(square, values);
        String[] withheld = {"r0c0", "r0c1", "r1c0", "r1c1", "r1c2", "r2c2", "r2c3", "r3c2", "r3c3"};
        assertThat(square.attacked("r1c2", withheld)).isEqualTo(Interval.exactly(47));
        assertThat(square.attacked("r0c0", withheld).length()).isGreaterThan(11);
    }

    private static void totals(TableFixture square, int[][] values) {
        int all = 0;
        for (int i = 0; i < 4; i++) {
            int row = 0;
            int column = 0;
            for (int j = 0; j < 4; j++) {
                row += values[i][j];
                column += values[j][i];
            }
            square.count("r" + i, row).count("c" + i, column);
            all += row;
        }
        square.count("all", all);
        for (int i = 0; i < 4; i++) {
            square.sum("r" + i, "r" + i + "c0", "r" + i + "c1", "r" + i + "c2", "r" + i + "c3");
            square.sum("c" + i, "r0c" + i, "r1c" + i, "r2c" + i, "r3c" + i);
        }
        square.sum("all", "r0", "r1", "r2", "r3").sum("all", "c0", "c1", "c2", "c3");
    }

    @Test
    void twoTablesSafeAloneMayRevealACellTogether() {
        TableFixture rows = new TableFixture(11).count("a", 40)
                .count("b", 60)
                .count("c", 50)
                .count("ab", 100)
                .count("bc", 110)
                .count("ca", 90);
        assertThat(new TableFixture(11).count("a", 40)
                .count("b", 60)
                .count("ab", 100)
                .sum("ab", "a", "b")
                .attacked("a", "a", "b")
                .length()).isEqualTo(100);
        rows.sum("ab", "a", "b").sum("bc", "b", "c").sum("ca", "c", "a");
        assertThat(rows.attacked("a", "a", "b", "c")).isEqualTo(Interval.exactly(40));
    }

    @Test
    void aClampBetweenTwoPublishedSumsLeavesOnlyItsOwnSlack() {
        // 500 dwellings each; the clamped neighbour has more than 475 social ones, the sum is known.
        TableFixture pair = new TableFixture(11)
                .cell("withheld", new Interval(0, 500), new Interval(0, 500), List.of())
                .cell("clamped", new Interval(0, 500), new Interval(476, 500), List.of())
                .count("total", 980)
                .sum("total", "withheld", "clamped");
        assertThat(pair.attacked("withheld", "withheld")).isEqualTo(new Interval(480, 500));
        assertThat(pair.attacked("withheld", "withheld", "clamped")).isEqualTo(new Interval(480, 500));
    }
}

package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttackerTest {

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

package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.RandomTables.Sample;
import fr.atlasqpv.secrecy.RandomTables.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackerPropertyTest {

    @ParameterizedTest
    @CsvSource({"TREE, 5000", "RECTANGLE, 2000", "STRADDLING, 2500", "PERIMETERS, 2500", "ANY, 1500"})
    void theAttackFindsWhatTryingEverySolutionFinds(Shape shape, int tables) {
        for (int seed = 0; seed < tables; seed++) {
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
    }
}

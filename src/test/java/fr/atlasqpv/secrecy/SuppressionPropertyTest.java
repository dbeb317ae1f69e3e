package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.RandomTables.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuppressionPropertyTest {

    @ParameterizedTest
    @CsvSource({"TREE, 1000", "RECTANGLE, 20", "STRADDLING, 60", "PERIMETERS, 200", "ANY, 200"})
    void thePatternIsSafeMinimalAndNearTheBestThatTryingAllFinds(Shape shape, int tables) {
        for (int seed = 0; seed < tables; seed++) {
            SuppressionTest.check(shape, seed);
        }
    }
}

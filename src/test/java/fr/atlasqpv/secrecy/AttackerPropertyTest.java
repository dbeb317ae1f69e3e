package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.RandomTables.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttackerPropertyTest {

    @ParameterizedTest
    @CsvSource({"TREE, 5000", "RECTANGLE, 2000", "STRADDLING, 2500", "PERIMETERS, 2500", "ANY, 1500"})
    void theAttackFindsWhatTryingEverySolutionFinds(Shape shape, int tables) {
        for (int seed = 0; seed < tables; seed++) {
            AttackerTest.check(shape, seed);
        }
    }
}

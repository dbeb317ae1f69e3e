package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.RandomTables.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No safe pattern of many small random tables costs less than the bound. */
class LowerBoundPropertyTest {

    @ParameterizedTest
    @CsvSource({"TREE, 100", "STRADDLING, 20", "PERIMETERS, 40", "ANY, 40"})
    void isAtMostTheCostOfTheBestPatternThatTryingAllFinds(Shape shape, int tables) {
        LowerBoundTest.check(shape, tables);
    }
}

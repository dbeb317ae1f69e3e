package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.RandomTables.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first safe pattern in order of cost is the best that trying all of them finds, on many small random tables. */
class BestPatternPropertyTest {

    @ParameterizedTest
    @CsvSource({"TREE, 60", "STRADDLING, 15", "PERIMETERS, 30", "ANY, 30"})
    void findsWhatTryingEveryPatternFindsAndNothingWhereNoneIsSafe(Shape shape, int tables) {
        for (int seed = 0; seed < tables; seed++) {
            BestPatternTest.check(shape, seed);
        }
    }
}

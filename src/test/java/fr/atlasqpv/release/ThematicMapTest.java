package fr.atlasqpv.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Classes that a reader can name, each with about as many figures as the others. */
class ThematicMapTest {
    private static List<BigDecimal> numbers(String words) {
        return words.isBlank() ? List.of() : Arrays.stream(words.split(" ")).map(BigDecimal::new).toList();
    }

    @ParameterizedTest
    @CsvSource({
            "'1 2 3 4 5', ''", // too few for two classes
            "'7 7 7 7 7 7 7 7', ''", // nothing to tell apart
            "'10 11 12 20 21 22', '20'",
            "'1 2 3 4 5 6 7 8 9 10 11 12 13 14 15', '4 7 10 13'",
            "'0 0 0 0 0 0 0 0 0 0 0 0 0 1 2', ''", // four fifths are one figure
            "'10 10 10 20 20 20 30 30 30', '20 30'",
            "'-9 -8 -7 -3 -2 -1 4 5 6', '-3 4'",
            "'0.11 0.12 0.13 0.21 0.22 0.23', '0.21'",
            "'1000 2000 3000 41000 42000 43000', '42000'",
    })
    void boundsAreRoundAndPartTheFigures(String figures, String bounds) {
        assertThat(ThematicMap.quantiles(numbers(figures))).usingElementComparator(BigDecimal::compareTo)
                .isEqualTo(numbers(bounds));
    }

    @ParameterizedTest
    @CsvSource({"9.9, 0", "10, 1", "19.9, 1", "20, 2", "95, 2"})
    void aFigureIsInTheClassThatItsBoundBegins(BigDecimal figure, int rank) {
        assertThat(ThematicMap.of(figure, numbers("10 20"))).isEqualTo(rank);
    }

    /** Whatever the figures: bounds rise, no class at an end is empty, and the order of the figures does not matter. */
    @Test
    void noClassAtAnEndIsEmpty() {
        Random random = new Random(97);
        for (int n = 0; n < 2_000; n++) {
            List<BigDecimal> figures = new ArrayList<>();
            int size = random.nextInt(60);
            double spread = Math.pow(10, random.nextInt(5) - 1);
            for (int i = 0; i < size; i++) {
                figures.add(BigDecimal.valueOf(Math.round((random.nextDouble() - 0.3) * spread * 10), 1));
            }
            List<BigDecimal> bounds = ThematicMap.quantiles(figures);
            assertThat(bounds).isSorted().doesNotHaveDuplicates().hasSizeLessThan(ThematicMap.MOST);
            if (!bounds.isEmpty()) {
                assertThat(figures).anyMatch(f -> ThematicMap.of(f, bounds) == 0)
                        .anyMatch(f -> ThematicMap.of(f, bounds) == bounds.size());
            }
            Collections.shuffle(figures, random);
            assertThat(ThematicMap.quantiles(figures)).isEqualTo(bounds);
        }
    }
}

package fr.atlasqpv.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

    /** Figures of QPV and of the whole, and how far they are apart. */
    @ParameterizedTest
    @CsvSource({"40, 15, 25", "15, 40, -25", "≥95, 15, ''", "40, ≤5, ''", "s, 15, ''", "40, s, ''"})
    void aGapIsToldOfTwoFiguresThatArePublishedAsTheyAre(String qpv, String whole, String gap) {
        assertThat(ThematicMap.gap(Optional.of(cell(1, Perimeter.QPV, qpv)),
                Optional.of(cell(1, Perimeter.ENSEMBLE, whole))).map(g -> g.stripTrailingZeros().toPlainString())
                .orElse(""))
                .isEqualTo(gap);
    }

    /** Those that are withheld or clamped make no gap, hence no bound of one. */
    @Test
    void onlyGapsThatAMapShowsMakeItsClasses() {
        List<PublishedCell> cells = new ArrayList<>();
        for (int epci = 0; epci < 12; epci++) {
            cells.add(cell(epci, Perimeter.QPV, epci < 6 ? "" + (30 + epci) : "≥95"));
            cells.add(cell(epci, Perimeter.ENSEMBLE, epci % 6 == 5 ? "s" : "" + (20 - epci)));
        }
        ThematicMap map = new ThematicMap(Indicators2022.TAUX_PAUVRETE).over(cells);
        List<BigDecimal> gaps = numbers("10 12 14 16 18");

        assertThat(map.gaps()).isEqualTo(ThematicMap.quantiles(gaps));
        assertThat(map.bounds()).isEqualTo(ThematicMap.quantiles(
                cells.stream().map(PublishedCell::value).filter(Objects::nonNull).toList()));
    }

    private static PublishedCell cell(int epci, Perimeter perimeter, String word) {
        CellKey key = CellKey.of(Level.EPCI, "20000000" + (char) ('a' + epci), perimeter, Indicators2022.TAUX_PAUVRETE);
        CellStatus status = switch (word.charAt(0)) {
            case 's' -> CellStatus.SECRET;
            case '≥' -> CellStatus.PLAFONNE;
            case '≤' -> CellStatus.PLANCHER;
            default -> CellStatus.PUBLIE;
        };
        String number = word.replaceAll("[^0-9]", "");
        return new PublishedCell(key, number.isEmpty() ? null : new BigDecimal(number), null, status, false);
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

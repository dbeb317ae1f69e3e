package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
    private static final CellKey KEY =
            CellKey.of(Level.QPV, "QP059017", Perimeter.QPV, Indicators2022.PART_LOGEMENTS_SOCIAUX);

    @ParameterizedTest(name = "denominator {0}")
    @ValueSource(ints = {1, 7, 40, 200, 999, 1000, 2001})
    void theIntegersReadFromAFigureAreThoseThatPrintIt(int denominator) {
        for (boolean inclusive : new boolean[] {true, false}) {
            Clamp clamp = new Clamp(KEY.indicator(), BigDecimal.valueOf(5), BigDecimal.valueOf(95), inclusive);
            for (int count = 0; count <= denominator; count++) {
                Publication told = publication(count, denominator, clamp);
                Interval read = read(told, denominator, clamp, true);
                assertThat(read.contains(count)).as(count + " of " + denominator).isTrue();
                assertEdge(read.low(), read.low() - 1, told, denominator, clamp);
                assertEdge(read.high(), read.high() + 1, told, denominator, clamp);
            }
        }
    }

    private static void assertEdge(double inside, double outside, Publication told, int denominator, Clamp clamp) {
        assertThat(publication((int) inside, denominator, clamp)).isEqualTo(told);
        if (outside >= 0 && outside <= denominator) {
            assertThat(publication((int) outside, denominator, clamp)).isNotEqualTo(told);
        }
    }

    @ParameterizedTest
    @CsvSource({"12.3, 1000, 122.5, 123.5", "5.0, 1000, 50, 50.5", "95.0, 1000, 949.5, 950",
            "50.0, 330.5, 165.08475, 165.41525"})
    void aRateOfWeightedCountsIsAnIntervalOfRealNumbers(String rate, String denominator, double low, double high) {
        Clamp clamp = new Clamp(KEY.indicator(), BigDecimal.valueOf(5), BigDecimal.valueOf(95), false);
        Publication told = new Publication(new BigDecimal(rate), null, CellStatus.PUBLIE, false);
        Figure figure = new Figure(KEY, told, null, new BigDecimal(denominator), true);
        Interval read = Reading.of(figure, figure.ceiling(), Optional.of(clamp), false);
        assertThat(read.low()).isCloseTo(low, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(read.high()).isCloseTo(high, org.assertj.core.data.Offset.offset(1e-9));
    }

    private static Publication publication(int count, int denominator, Clamp clamp) {
        RawCell cell = RawCell.rate(KEY, BigDecimal.valueOf(count), BigDecimal.valueOf(denominator), false);
        return Publication.of(cell, Optional.of(clamp));
    }

    private static Interval read(Publication told, int denominator, Clamp clamp, boolean whole) {
        Figure figure = new Figure(KEY, told, null, BigDecimal.valueOf(denominator), true);
        return Reading.of(figure, figure.ceiling(), Optional.of(clamp), whole);
    }
}

package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.extract.Fact.MissingMark;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "6034 | 6034",
                    "6 034 | 6034",
                    "6\u202f034 | 6034",
                    "6\u00a0034 | 6034",
                    "5\u202f019\u202f573 | 5019573",
                    "49,7 | 49.7",
                    "49.7 | 49.7",
                    "1\u202f234,5 | 1234.5",
                    "2,493.0 | 2493.0",
                    "12,345 | 12.345",
                    "0 | 0",
                    "-3,5 | -3.5",
                    "007 | 7",
                    "\u00a012\u202f | 12",
                    "6278.1479 | 6278.1479"
            })
    void readsTheNumbersThatProducersWrite(String written, BigDecimal expected) {
        assertThat(Cell.number(written)).isEqualTo(new Cell.Value(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12a", "1O", "1 23", "1.234,5", "12 34", "1,2,3", "1E+05", "1/2", "NaN", "n.d.", "=1+1",
            "12 %", "--", "1,", ",5"})
    void doesNotGuessWhatItCannotRead(String written) {
        assertThat(Cell.number(written)).isInstanceOf(Cell.Illegible.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "'' | EMPTY",
                    "'\u00a0' | EMPTY",
                    "ns | NON_SIGNIFICATIF",
                    "nd | NON_DISPONIBLE",
                    "s | SECRET",
                    "S | SECRET",
                    "so | SANS_OBJET",
                    "- | DASH"
            })
    void tellsTheMarksOfMissingFiguresApart(String written, MissingMark mark) {
        assertThat(Cell.number(written)).isEqualTo(new Cell.Missing(mark));
    }

    @Test
    void readsTheRateThatTheDeppWritesAsText() {
        assertThat(Cell.rate("93,20%")).isEqualTo(new Cell.Value(new BigDecimal("93.20")));
        assertThat(Cell.rate("93,20\u00a0%")).isEqualTo(new Cell.Value(new BigDecimal("93.20")));
    }
}

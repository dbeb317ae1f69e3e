package fr.atlasqpv.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RespondentsTest {
    private static final Respondents FOUR = Respondents.of(List.of(
            new BigDecimal("2.5"), BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ONE, new BigDecimal("2.5")));

    @Test
    void standWithTheLargestFirstAndWhoContributesNothingIsNone() {
        assertThat(FOUR.contributions()).map(BigDecimal::doubleValue).containsExactly(10.0, 2.5, 2.5, 1.0);
        assertThat(FOUR.number()).isEqualTo(4);
        assertThat(FOUR.total()).isEqualByComparingTo("16");
    }

    @Test
    void theLargestAreAddedUpAndNoMoreThanThereAre() {
        assertThat(FOUR.largest(1)).isEqualByComparingTo("10");
        assertThat(FOUR.largest(3)).isEqualByComparingTo("15");
        assertThat(FOUR.largest(9)).isEqualByComparingTo("16");
        assertThat(Respondents.NONE.largest(2)).isEqualByComparingTo("0");
    }
}

package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueRangeTest {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(20);

    private static BigDecimal number(int value) {
        return BigDecimal.valueOf(value);
    }

    static List<ValueRange> ranges() {
        return List.of(
                ValueRange.below(number(11)), ValueRange.between(number(0), number(11)),
                new ValueRange(number(3), true, number(7), true), new ValueRange(number(3), false, number(7), true));
    }

    private static boolean holds(ValueRange range, BigDecimal x) {
        int low = x.compareTo(range.low());
        int high = x.compareTo(range.high());
        return (low > 0 || (low == 0 && range.lowIncluded())) && (high < 0 || (high == 0 && range.highIncluded()));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void theMirrorHoldsTheComplementsAndNothingElse(ValueRange range) {
        ValueRange mirrored = range.mirrored(WHOLE);

        for (int x = 0; x <= 20; x++) {
            assertThat(holds(mirrored, number(20 - x))).as("%d of 20", x).isEqualTo(holds(range, number(x)));
        }
        assertThat(mirrored.mirrored(WHOLE)).isEqualTo(range);
    }

    @Test
    void belowAMinimumHoldsZeroAndBetweenDoesNot() {
        assertThat(holds(ValueRange.below(number(11)), number(0))).isTrue();
        assertThat(holds(ValueRange.below(number(11)), number(10))).isTrue();
        assertThat(holds(ValueRange.below(number(11)), number(11))).isFalse();
        assertThat(holds(ValueRange.between(number(0), number(11)), number(0))).isFalse();
        assertThat(holds(ValueRange.between(number(0), number(11)), number(11))).isFalse();
        assertThat(holds(ValueRange.between(number(0), number(11)), number(1))).isTrue();
    }
}

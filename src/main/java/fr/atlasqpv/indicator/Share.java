package fr.atlasqpv.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A share in per cent, from exact sums; rounded only when it is published.
 *
 * @param percent exact to 34 significant digits, 0–100 in sound data
 */
public record Share(BigDecimal percent) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * Ratio of sums.
     *
     * @param numerator sum of numerators
     * @param denominator sum of denominators, not zero
     * @throws ArithmeticException when the denominator is zero
     */
    public static Share of(BigDecimal numerator, BigDecimal denominator) {
        return new Share(numerator.multiply(HUNDRED).divide(denominator, MathContext.DECIMAL128));
    }

    /** The one rounding: half-up, to the given number of decimals. */
    public BigDecimal rounded(int decimals) {
        return percent.setScale(decimals, RoundingMode.HALF_UP);
    }
}

package fr.atlasqpv.secrecy;

import java.math.BigDecimal;

/**
 * A range of counts that a rule forbids to reveal, in the units of the indicator's numerator.
 *
 * @param low lower end
 * @param lowIncluded whether the lower end belongs to it
 * @param high upper end
 * @param highIncluded whether the upper end belongs to it
 */
public record ValueRange(BigDecimal low, boolean lowIncluded, BigDecimal high, boolean highIncluded) {
    /** Strictly between the two ends. */
    static ValueRange between(BigDecimal low, BigDecimal high) {
        return new ValueRange(low, false, high, false);
    }

    /** From zero, included, to the minimum, left out. */
    static ValueRange below(BigDecimal minimum) {
        return new ValueRange(BigDecimal.ZERO, true, minimum, false);
    }

    /** What leaves a complement in the other range: {@code whole - x} lies here exactly when {@code x} lies there. */
    ValueRange mirrored(BigDecimal whole) {
        return new ValueRange(whole.subtract(high), highIncluded, whole.subtract(low), lowIncluded);
    }
}

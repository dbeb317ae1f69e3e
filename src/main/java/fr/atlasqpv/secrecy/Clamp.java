package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;

/**
 * A clamping rule: rates beyond a bound are told as the bound.
 *
 * <p>Judged on the exact ratio of counts, before any rounding: 94.96 % is not clamped though it prints as 95.0.
 *
 * @param indicator cells concerned
 * @param floor published instead of anything lower, per cent
 * @param ceiling published instead of anything higher, per cent
 * @param inclusive whether a rate equal to a bound is clamped (poverty) or told (social share)
 */
public record Clamp(
        Indicator indicator,
        @Within(low = 0, high = 100) BigDecimal floor,
        @Within(low = 0, high = 100) BigDecimal ceiling,
        boolean inclusive) {
    /** @throws IllegalArgumentException when the floor is not below the ceiling, in French */
    public Clamp {
        if (floor.compareTo(ceiling) >= 0) {
            throw new IllegalArgumentException("ceiling doit dépasser floor.");
        }
    }

    /** Whether the rate is told as the ceiling. Exact: compares counts, divides nothing. */
    boolean atCeiling(BigDecimal numerator, BigDecimal denominator) {
        int comparison = numerator.multiply(indicator.scale()).compareTo(ceiling.multiply(denominator));
        return inclusive ? comparison >= 0 : comparison > 0;
    }

    /** Whether the rate is told as the floor. Exact: compares counts, divides nothing. */
    boolean atFloor(BigDecimal numerator, BigDecimal denominator) {
        int comparison = numerator.multiply(indicator.scale()).compareTo(floor.multiply(denominator));
        return inclusive ? comparison <= 0 : comparison < 0;
    }
}

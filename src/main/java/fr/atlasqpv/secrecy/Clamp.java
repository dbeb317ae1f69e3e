package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A clamping rule: rates beyond a bound are told as the bound.
 *
 * <p>Judged on the exact ratio of counts, before any rounding: 94.96 % is not clamped though it prints as 95.0.
 *
 * @param indicator cells concerned
 * @param floor published instead of anything lower, per cent
 * @param ceiling published instead of anything higher, per cent
 * @param inclusive whether a rate equal to a bound is clamped (poverty) or told (social share)
 * @param purpose whether it protects somebody
 * @param width for a clamp that does, least width of what may be learnt of the count behind it, units; the protection width
 *     of the edition when empty
 */
public record Clamp(
        Indicator indicator,
        @Within(low = 0, high = 100) BigDecimal floor,
        @Within(low = 0, high = 100) BigDecimal ceiling,
        boolean inclusive,
        Purpose purpose,
        @Within(low = 1, high = 1_000_000) Optional<BigDecimal> width) {
    /** Why rates are clamped. */
    public enum Purpose {
        /** What lies beyond must not be known: the attack must leave the width of the clamp. */
        SECRECY,
        /** A manner of printing: the figures around may tell what lies beyond. */
        PRESENTATION
    }

    /** A clamp that is a matter of presentation. */
    public Clamp(Indicator indicator, BigDecimal floor, BigDecimal ceiling, boolean inclusive) {
        this(indicator, floor, ceiling, inclusive, Purpose.PRESENTATION, Optional.empty());
    }

    /** @throws IllegalArgumentException when the floor is not below the ceiling, or presentation has a width, in French */
    public Clamp {
        if (floor.compareTo(ceiling) >= 0) {
            throw new IllegalArgumentException("ceiling doit dépasser floor.");
        }
        if (purpose == Purpose.PRESENTATION && width.isPresent()) {
            throw new IllegalArgumentException("width n’a de sens qu’avec purpose: secrecy.");
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

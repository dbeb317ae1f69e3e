package fr.atlasqpv.indicator;

import fr.atlasqpv.indicator.RawCell.Availability;
import java.math.BigDecimal;

/**
 * Running ratio of sums over the members of a territory: adds numerators and denominators, never rates.
 * Members without figure are counted, so that the result is marked as estimated.
 */
final class RatioSum {
    private BigDecimal numerator = BigDecimal.ZERO;
    private BigDecimal denominator = BigDecimal.ZERO;
    private int known;
    private int unknown;
    private boolean rateOnly;
    private boolean incomplete;

    void add(Part part) {
        switch (part) {
            case Part.Counted counted -> add(counted.numerator(), counted.denominator());
            case Part.Incomplete counted -> {
                add(counted.numerator(), counted.denominator());
                incomplete = true;
            }
            case Part.FromRate rate -> {
                add(rate.numerator(), rate.base());
                rateOnly = true;
            }
            case Part.Unknown nothing -> unknown++;
        }
    }

    private void add(BigDecimal top, BigDecimal bottom) {
        numerator = numerator.add(top);
        denominator = denominator.add(bottom);
        known++;
    }

    int unknown() {
        return unknown;
    }

    int known() {
        return known;
    }

    /** A single member known only by its rate keeps that rate, which is not an estimate. */
    RawCell rate(CellKey key) {
        if (known == 0 && unknown > 0) {
            return RawCell.absent(key, Availability.NON_DISPONIBLE);
        }
        if (denominator.signum() == 0) {
            return RawCell.absent(key, Availability.SANS_OBJET);
        }
        return RawCell.rate(key, numerator, denominator, unknown > 0 || incomplete || (rateOnly && known > 1));
    }

    RawCell count(CellKey key) {
        if (known == 0 && unknown > 0) {
            return RawCell.absent(key, Availability.NON_DISPONIBLE);
        }
        return RawCell.count(key, numerator, unknown > 0 || incomplete);
    }

    /** What one member brings. */
    sealed interface Part {
        /** Two counts of the same source. */
        record Counted(BigDecimal numerator, BigDecimal denominator) implements Part {}

        /** The same, of a territory that has more than is counted. */
        record Incomplete(BigDecimal numerator, BigDecimal denominator) implements Part {}

        /** A rate and the base that weighs it. */
        record FromRate(BigDecimal numerator, BigDecimal base) implements Part {}

        /** Nothing known. */
        record Unknown() implements Part {}
    }
}

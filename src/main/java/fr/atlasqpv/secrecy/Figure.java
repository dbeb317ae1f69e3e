package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import java.math.BigDecimal;

/**
 * A cell that has a figure, told or withheld.
 *
 * @param key address
 * @param shown what it tells when it is published; null when only a withheld cell is known of, as in a book
 * @param numerator exact count behind it; null when it is not known to us, as in a book
 * @param denominator denominator of a rate; null for a count, or when it is not known
 * @param denominatorKnown whether the attacker knows the denominator
 * @param saidAbove whether the books say that the part is above the whole, to somebody who has no exact count
 */
record Figure(
        CellKey key, Publication shown, BigDecimal numerator, BigDecimal denominator, boolean denominatorKnown,
        boolean saidAbove) {
    /** A figure of which the books do not say so. */
    Figure(CellKey key, Publication shown, BigDecimal numerator, BigDecimal denominator, boolean denominatorKnown) {
        this(key, shown, numerator, denominator, denominatorKnown, false);
    }

    /** Greatest value the count can have for somebody who knows the denominator. */
    double ceiling() {
        if (denominator == null || !denominatorKnown || !key.indicator().share() || saidAbove) {
            return LinkedTable.NO_BOUND;
        }
        // Two sources may count more on top than below: the true bound is then the count itself.
        return numerator == null ? denominator.doubleValue() : denominator.max(numerator).doubleValue();
    }

    /** Whether two sources contradict each other: more people concerned than people. */
    boolean excessive() {
        return key.indicator().share() && denominator != null && denominatorKnown
                && (saidAbove || (numerator != null && numerator.compareTo(denominator) > 0));
    }

    /** Whether it is told as the most that a share can be: its part may be above its whole. */
    boolean atTheTop() {
        return shown != null && key.indicator().share()
                && (shown.status() == CellStatus.PLAFONNE
                        || (shown.value() != null && shown.value().compareTo(key.indicator().scale()) >= 0));
    }
}

package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;

/**
 * A primary rule: a figure is withheld because of the units it counts itself, whatever stands around it.
 *
 * <p>Each rule is a record; its documentation is the rule, its components are the figures that an edition file sets.
 */
public sealed interface PrimaryRule permits MinimumOnOneSide, MinimumOnBothSides, FewOnOneSide, FewOnEitherSide {
    /** Identifier of the rule in reports. */
    String code();

    /** Indicator whose cells it judges. */
    Indicator indicator();

    /** Measure of the side that is counted. */
    Measure numerator();

    /** Fewest units that may be told. */
    BigDecimal minimum();

    /**
     * Judges a cell.
     *
     * @param counts sums of the measures
     * @param territory where
     * @param perimeter whom it counts
     * @return whether the rule lets the figure pass, withholds it, or lacks the counts to say
     */
    Finding judge(UnitCounts counts, Territory territory, Perimeter perimeter);

    /**
     * Values of the numerator that the rule withholds: a withheld cell must not be known to lie wholly inside.
     *
     * @param denominator denominator of the cell, null for a count
     * @return the ranges, empty when the rule counts other units than the indicator's numerator
     */
    List<ValueRange> sensitive(BigDecimal denominator);

    /** What a rule says of a cell. */
    enum Finding {
        /** The figure may be told. */
        PASSES,
        /** The figure is withheld. */
        WITHHELD,
        /** No source gives the counts. */
        NOT_CHECKED
    }

    /**
     * The rule with these settings, as an edition file writes them.
     *
     * @param indicator cells concerned
     * @param numerator measure of the side counted
     * @param denominator measure of the whole, null when only one side exists
     * @param minimum fewest units that a side may count
     * @param bothSides whether the complement is a side too
     * @param zeroAllowed whether a side of exactly zero passes
     * @throws IllegalArgumentException when both sides are asked for without a whole
     */
    static PrimaryRule of(
            Indicator indicator,
            Measure numerator,
            Measure denominator,
            BigDecimal minimum,
            boolean bothSides,
            boolean zeroAllowed) {
        if (bothSides && denominator == null) {
            throw new IllegalArgumentException(
                    "a rule on both sides needs the measure of the whole: " + indicator.id());
        }
        if (bothSides) {
            return zeroAllowed
                    ? new FewOnEitherSide(indicator, numerator, denominator, minimum)
                    : new MinimumOnBothSides(indicator, numerator, denominator, minimum);
        }
        return zeroAllowed
                ? new FewOnOneSide(indicator, numerator, minimum)
                : new MinimumOnOneSide(indicator, numerator, minimum);
    }

    /** Whether the rule counts the very units of the indicator's numerator. */
    default boolean countsTheNumerator() {
        return indicator().numerator().filter(m -> m == numerator()).isPresent();
    }

    /** Withheld when the condition holds. */
    static Finding withheldIf(boolean condition) {
        return condition ? Finding.WITHHELD : Finding.PASSES;
    }
}

package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Respondents;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A primary rule: a figure is withheld because of the units it counts itself, whatever stands around it.
 *
 * <p>Each rule is a record; its documentation is the rule, its components are what an edition file sets.
 */
public sealed interface PrimaryRule
        permits MinimumOnBase, MinimumOnBothSides, FewOnOneSide, FewOnEitherSide, MinimumOfRespondents, Dominance,
        PPercent {
    /** Indicator whose cells it judges. */
    Indicator indicator();

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
    default List<ValueRange> sensitive(BigDecimal denominator) {
        return List.of();
    }

    /** Fewest units that may be told of, where they are those of the indicator's numerator; empty otherwise. */
    default Optional<BigDecimal> fewest() {
        return Optional.empty();
    }

    /** Measure whose respondents it looks at, so that a source must name them; empty when it counts units alone. */
    default Optional<Measure> asksRespondentsOf() {
        return Optional.empty();
    }

    /**
     * Protection level of a cell that the rule withholds: how far from the true count, on either side, what an attacker can learn
     * must reach.
     *
     * @param counts sums of the measures, with their respondents
     * @param territory where
     * @param perimeter whom it counts
     * @return units of the numerator; empty when the rule has no such level, or counts other units
     */
    default Optional<BigDecimal> level(UnitCounts counts, Territory territory, Perimeter perimeter) {
        return asksRespondentsOf()
                .filter(counted -> isNumerator(counted, indicator()))
                .flatMap(counted -> counts.respondents(territory, perimeter, counted))
                .map(this::level);
    }

    /**
     * Protection level of a count that respondents make up, units.
     *
     * @param respondents who make it up
     */
    default BigDecimal level(Respondents respondents) {
        return BigDecimal.ZERO;
    }

    /** What a rule says of a cell. */
    enum Finding {
        /** The figure may be told. */
        PASSES,
        /** The figure is withheld. */
        WITHHELD,
        /** No source gives the counts. */
        NOT_CHECKED
    }

    /** Whether a rule that counts this measure counts the very units of the indicator's numerator. */
    static boolean isNumerator(Measure counted, Indicator indicator) {
        return indicator.numerator().filter(counted::equals).isPresent();
    }

    /** The minimum of a rule that counts this measure, when it is in the units of the indicator's numerator. */
    static Optional<BigDecimal> fewest(Measure counted, Indicator indicator, BigDecimal minimum) {
        return isNumerator(counted, indicator) ? Optional.of(minimum) : Optional.empty();
    }

    /** Judges a cell by the respondents who make up its count. */
    static Finding judge(Optional<Respondents> respondents, Predicate<Respondents> withheld) {
        return respondents.map(r -> withheldIf(withheld.test(r))).orElse(Finding.NOT_CHECKED);
    }

    /** Withheld when the condition holds. */
    static Finding withheldIf(boolean condition) {
        return condition ? Finding.WITHHELD : Finding.PASSES;
    }
}

package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Respondents;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Withholds a figure to which some respondents contribute, but fewer than the minimum.
 *
 * <p>With one respondent the figure is his own; with two, each reads that of the other. A figure to which nobody contributes is
 * zero, and passes. What they contribute says nothing of how far an attacker must be kept from the count: the rule takes a part of it,
 * the safety range. Source: Hundepool <i>et al.</i>, <i>Statistical Disclosure Control</i>, ch. 4, minimum frequency rule;
 * manual of τ-ARGUS, “minimum frequency” and its “frequency range”.
 *
 * @param indicator cells concerned
 * @param counted measure whose respondents are counted
 * @param minimum fewest respondents
 * @param range part of the count that the interval of an attacker must reach below and above it, per cent
 */
public record MinimumOfRespondents(
        Indicator indicator, Measure counted, @Within(low = 2, high = 100) int minimum,
        @Within(low = 1, high = 100) BigDecimal range)
        implements PrimaryRule {
    @Override
    public Finding judge(UnitCounts counts, Territory territory, Perimeter perimeter) {
        return PrimaryRule.judge(
                counts.respondents(territory, perimeter, counted),
                r -> r.number() > 0 && r.number() < minimum);
    }

    @Override
    public Optional<Measure> asksRespondentsOf() {
        return Optional.of(counted);
    }

    @Override
    public BigDecimal level(Respondents respondents) {
        return respondents.total().multiply(range).movePointLeft(2);
    }
}

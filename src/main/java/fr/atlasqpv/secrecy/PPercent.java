package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Respondents;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Withholds a figure from which the second largest respondent, or the next largest ones together, would estimate the largest within
 * a percentage: the <i>p</i> % rule.
 *
 * <p>Whoever knows his own contribution takes it off the sum, and what is left is at least the largest one. With
 * <i>x</i>₁ ≥ <i>x</i>₂ ≥ … the contributions, <i>X</i> their sum and <i>c</i> respondents who tell each other what they contribute,
 * withheld where <i>X</i> − <i>x</i>₁ − (<i>x</i>₂ + … + <i>x</i><sub>c+1</sub>) &lt; <i>p</i>/100 <i>x</i>₁. What an attacker can learn must
 * reach as far above the count, and as far below, as the first falls short of the second. Source: Hundepool <i>et al.</i>,
 * <i>Statistical Disclosure Control</i>, ch. 4, tables of sensitivity rules and of upper protection levels; manual of
 * τ-ARGUS, “p % rule”.
 *
 * @param indicator cells concerned
 * @param counted measure to which respondents contribute
 * @param percent least error that the estimate of the largest contribution must leave, <i>p</i>, per cent
 * @param coalition how many respondents put together what they know: 1 for the second largest alone
 */
public record PPercent(
        Indicator indicator, Measure counted, @Within(low = 1, high = 100) BigDecimal percent,
        @Within(low = 1, high = 10) int coalition)
        implements PrimaryRule {
    @Override
    public Finding judge(UnitCounts counts, Territory territory, Perimeter perimeter) {
        return PrimaryRule.judge(
                counts.respondents(territory, perimeter, counted), r -> shortfall(r).signum() > 0);
    }

    @Override
    public Optional<Measure> asksRespondentsOf() {
        return Optional.of(counted);
    }

    @Override
    public BigDecimal level(Respondents respondents) {
        return shortfall(respondents).max(BigDecimal.ZERO);
    }

    /** How much the contributions of the others fall short of the error that must be left. */
    private BigDecimal shortfall(Respondents respondents) {
        BigDecimal others = respondents.total().subtract(respondents.largest(1 + coalition));
        return respondents.largest(1).multiply(percent).movePointLeft(2).subtract(others);
    }
}

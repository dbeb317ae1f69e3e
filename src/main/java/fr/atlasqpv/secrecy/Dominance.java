package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Respondents;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Withholds a figure of which the largest respondents make up more than a percentage: the (<i>n</i>, <i>k</i>) rule.
 *
 * <p>With <i>x</i>₁ ≥ <i>x</i>₂ ≥ … the contributions and <i>X</i> their sum, withheld where
 * <i>x</i>₁ + … + <i>x</i><sub>n</sub> &gt; <i>k</i>/100 <i>X</i>. What an attacker can learn must reach as far above the count as a sum of
 * which they would make up just <i>k</i> per cent, 100/<i>k</i> (<i>x</i>₁ + … + <i>x</i><sub>n</sub>) − <i>X</i>, and as far below.
 * Source: Hundepool <i>et al.</i>, <i>Statistical Disclosure Control</i>, ch. 4, tables of sensitivity rules and of upper
 * protection levels; manual of τ-ARGUS, “dominance rule”.
 *
 * @param indicator cells concerned
 * @param counted measure to which respondents contribute
 * @param largest how many of the largest respondents are taken together, <i>n</i>
 * @param percent largest part of the count that they may make up, <i>k</i>, per cent
 */
public record Dominance(
        Indicator indicator, Measure counted, @Within(low = 1, high = 10) int largest,
        @Within(low = 1, high = 99) BigDecimal percent)
        implements PrimaryRule {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Finding judge(UnitCounts counts, Territory territory, Perimeter perimeter) {
        return PrimaryRule.judge(
                counts.respondents(territory, perimeter, counted),
                r -> r.largest(largest).multiply(HUNDRED).compareTo(r.total().multiply(percent)) > 0);
    }

    @Override
    public Optional<Measure> asksRespondentsOf() {
        return Optional.of(counted);
    }

    @Override
    public BigDecimal level(Respondents respondents) {
        return respondents.largest(largest)
                .multiply(HUNDRED)
                .divide(percent, MathContext.DECIMAL64)
                .subtract(respondents.total())
                .max(BigDecimal.ZERO);
    }
}

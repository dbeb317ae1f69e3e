package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Withholds a figure that counts some units but fewer than the minimum: strictly between zero and it.
 *
 * <p>The rule of the number of social dwellings: 1 to 10 are withheld, 0 is told, for nobody lives there. Counts may be
 * weighted: 0.4 is some.
 *
 * @param indicator cells concerned
 * @param numerator measure counted
 * @param minimum fewest units that may be told, zero apart
 */
public record FewOnOneSide(Indicator indicator, Measure numerator,
        @Within(low = 1, high = 1_000_000) BigDecimal minimum) implements PrimaryRule {
    @Override
    public Finding judge(UnitCounts counts, Territory territory, Perimeter perimeter) {
        return counts.count(territory, perimeter, numerator)
                .map(n -> PrimaryRule.withheldIf(few(n, minimum)))
                .orElse(Finding.NOT_CHECKED);
    }

    static boolean few(BigDecimal count, BigDecimal minimum) {
        return count.signum() > 0 && count.compareTo(minimum) < 0;
    }

    @Override
    public List<ValueRange> sensitive(BigDecimal denominator) {
        return PrimaryRule.isNumerator(numerator, indicator) ? List.of(ValueRange.between(BigDecimal.ZERO, minimum))
                : List.of();
    }

    @Override
    public Optional<BigDecimal> fewest() {
        return PrimaryRule.fewest(numerator, indicator, minimum);
    }
}

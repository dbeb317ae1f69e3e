package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Withholds a figure whose base counts fewer units than the minimum, zero included.
 *
 * <p>For a figure whose base must be large enough to be told at all, whatever its form: a count, a rate, or a median that the
 * producer delivers.
 *
 * @param indicator cells concerned
 * @param base measure of those whom the figure is about
 * @param minimum fewest units of the base
 */
public record MinimumOnBase(Indicator indicator, Measure base, @Within(low = 1, high = 1_000_000) BigDecimal minimum)
        implements PrimaryRule {
    @Override
    public Finding judge(UnitCounts counts, Territory territory, Perimeter perimeter) {
        return counts.count(territory, perimeter, base)
                .map(n -> PrimaryRule.withheldIf(n.compareTo(minimum) < 0))
                .orElse(Finding.NOT_CHECKED);
    }

    @Override
    public List<ValueRange> sensitive(BigDecimal denominator) {
        return PrimaryRule.isNumerator(base, indicator) ? List.of(ValueRange.below(minimum)) : List.of();
    }

    @Override
    public Optional<BigDecimal> fewest() {
        return PrimaryRule.fewest(base, indicator, minimum);
    }
}

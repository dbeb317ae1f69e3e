package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Withholds a share when those concerned, or those not concerned, are some but fewer than the minimum.
 *
 * <p>The rule of the share of social dwellings: withheld where it informs on fewer than 11 dwellings, that is when the
 * social dwellings, or the main residences that are not, lie strictly between 0 and 11. None on a side passes. Counts may be
 * weighted. Numerator and denominator come from two sources: where the first exceeds the second, nothing is left on
 * the other side.
 *
 * @param indicator cells concerned
 * @param numerator measure of those concerned
 * @param denominator measure of all
 * @param minimum fewest units that a side may count, zero apart
 */
public record FewOnEitherSide(Indicator indicator, Measure numerator, Measure denominator,
        @Within(low = 1, high = 1_000_000) BigDecimal minimum)
        implements PrimaryRule {
    @Override
    public Finding judge(UnitCounts counts, Territory territory, Perimeter perimeter) {
        var side = counts.count(territory, perimeter, numerator);
        var whole = counts.count(territory, perimeter, denominator);
        if (side.isEmpty() || whole.isEmpty()) {
            return Finding.NOT_CHECKED;
        }
        BigDecimal other = whole.get().subtract(side.get());
        return PrimaryRule.withheldIf(
                FewOnOneSide.few(side.get(), minimum) || FewOnOneSide.few(other, minimum));
    }

    @Override
    public List<ValueRange> sensitive(BigDecimal whole) {
        if (!PrimaryRule.isNumerator(numerator, indicator) || whole == null) {
            return List.of();
        }
        ValueRange low = ValueRange.between(BigDecimal.ZERO, minimum);
        return List.of(low, low.mirrored(whole));
    }

    @Override
    public Optional<BigDecimal> fewest() {
        return PrimaryRule.fewest(numerator, indicator, minimum);
    }
}

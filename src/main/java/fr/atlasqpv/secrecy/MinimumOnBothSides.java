package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Withholds a rate when those concerned, or those not concerned, count fewer units than the minimum, zero included.
 *
 * <p>The rule of the poverty rate: told only if at least 200 persons and 11 households are poor, and at least 200 persons
 * and 11 households are not. It takes one record for persons and one for households; either withholds. Source: INSEE,
 * diffusion rules of FiLoSoFi at sub-communal scale, as the 2022 edition states them.
 *
 * @param indicator cells concerned
 * @param numerator measure of those concerned
 * @param denominator measure of all
 * @param minimum fewest units that either side may count
 */
public record MinimumOnBothSides(Indicator indicator, Measure numerator, Measure denominator,
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
        return PrimaryRule.withheldIf(side.get().compareTo(minimum) < 0 || other.compareTo(minimum) < 0);
    }

    @Override
    public List<ValueRange> sensitive(BigDecimal whole) {
        if (!PrimaryRule.isNumerator(numerator, indicator) || whole == null) {
            return List.of();
        }
        ValueRange low = ValueRange.below(minimum);
        return List.of(low, low.mirrored(whole));
    }

    @Override
    public Optional<BigDecimal> fewest() {
        return PrimaryRule.fewest(numerator, indicator, minimum);
    }
}

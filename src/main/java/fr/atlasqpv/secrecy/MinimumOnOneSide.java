package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;

/**
 * Withholds a figure that counts fewer units than the minimum, zero included.
 *
 * <p>For a figure whose base must be large enough to be told at all.
 *
 * @param indicator cells concerned
 * @param numerator measure counted
 * @param minimum fewest units that may be told
 */
public record MinimumOnOneSide(Indicator indicator, Measure numerator, BigDecimal minimum) implements PrimaryRule {
    @Override
    public String code() {
        return "minimum";
    }

    @Override
    public Finding judge(UnitCounts counts, Territory territory, Perimeter perimeter) {
        return counts.count(territory, perimeter, numerator)
                .map(n -> PrimaryRule.withheldIf(n.compareTo(minimum) < 0))
                .orElse(Finding.NOT_CHECKED);
    }

    @Override
    public List<ValueRange> sensitive(BigDecimal denominator) {
        return countsTheNumerator() ? List.of(ValueRange.below(minimum)) : List.of();
    }
}

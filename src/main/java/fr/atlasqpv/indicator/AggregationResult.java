package fr.atlasqpv.indicator;

import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Raw figures of the edition, before secrecy.
 *
 * @param cells every cell of the books of the edition
 * @param totals sums of measures, for the rules that count units; absent where no source gives the measure
 * @param respondents who contributes what to those sums, where the sources name respondents; absent elsewhere
 * @param remarks what was estimated or left out, sentences in French by code of notice
 */
public record AggregationResult(
        SortedMap<CellKey, RawCell> cells, Map<TotalKey, BigDecimal> totals, Map<TotalKey, Respondents> respondents,
        List<Remark> remarks) {
    /** Address of a sum. */
    public record TotalKey(Territory territory, Perimeter perimeter, Measure measure) {}

    /**
     * A remark on the aggregation.
     *
     * @param code code of the notice
     * @param subject identifier of the indicator
     * @param message sentence in French
     */
    public record Remark(String code, String subject, String message) {}

    /** Sum of a measure; empty when no source gives it. */
    public Optional<BigDecimal> total(Territory territory, Perimeter perimeter, Measure measure) {
        return Optional.ofNullable(totals.get(new TotalKey(territory, perimeter, measure)));
    }
}

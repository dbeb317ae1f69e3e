package fr.atlasqpv.store;

import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.indicator.Respondents;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.PublishedCell;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of a run: raw sums, then published cells, and the checks on them. */
public final class Cells {
    private final StepOutput output;

    /** @param output what the steps hand on */
    public Cells(StepOutput output) {
        this.output = output;
    }

    /** A sum of a measure. */
    private record Total(TotalKey key, BigDecimal sum) {}

    /** Who contributes to a sum. */
    private record Contributors(TotalKey key, Respondents respondents) {}

    /** Keeps the raw figures of a run, instead of earlier ones. */
    public void saveRaw(long run, Collection<RawCell> cells, Map<TotalKey, BigDecimal> totals) {
        output.replace(run, "aggregate", RawCell.class, cells);
        output.replace(run, "aggregate", Total.class, totals.entrySet()
                .stream()
                .map(t -> new Total(t.getKey(), t.getValue()))
                .toList());
    }

    /** Raw figures of a run. */
    public SortedMap<CellKey, RawCell> raw(long run) {
        SortedMap<CellKey, RawCell> cells = new TreeMap<>();
        output.each(run, RawCell.class, c -> cells.put(c.key(), c));
        return cells;
    }

    /** Sums of measures of a run, for the rules that count units. */
    public Map<TotalKey, BigDecimal> totals(long run) {
        Map<TotalKey, BigDecimal> totals = new HashMap<>();
        output.each(run, Total.class, t -> totals.put(t.key(), t.sum()));
        return totals;
    }

    /** Keeps who contributes what to the sums of a run, instead of what was kept earlier. */
    public void saveRespondents(long run, Map<TotalKey, Respondents> respondents) {
        output.replace(run, "aggregate", Contributors.class, respondents.entrySet()
                .stream()
                .map(t -> new Contributors(t.getKey(), t.getValue()))
                .toList());
    }

    /** Who contributes what to the sums of a run; absent where no source names respondents. */
    public Map<TotalKey, Respondents> respondents(long run) {
        Map<TotalKey, Respondents> respondents = new HashMap<>();
        output.each(run, Contributors.class, c -> respondents.put(c.key(), c.respondents()));
        return respondents;
    }

    /** Keeps the published cells of a run, instead of earlier ones. */
    public void savePublished(long run, Collection<PublishedCell> cells) {
        output.replace(run, "protect", PublishedCell.class, cells);
    }

    /** Published cells of a run. */
    public SortedMap<CellKey, PublishedCell> published(long run) {
        SortedMap<CellKey, PublishedCell> cells = new TreeMap<>();
        output.each(run, PublishedCell.class, c -> cells.put(c.key(), c));
        return cells;
    }

    /** Keeps the checks of a run, instead of earlier ones. */
    public void saveChecks(long run, List<Check> checks) {
        output.replace(run, "verify", Check.class, checks);
    }

    /** Checks of a run, in order. */
    public List<Check> checks(long run) {
        return output.all(run, Check.class);
    }
}

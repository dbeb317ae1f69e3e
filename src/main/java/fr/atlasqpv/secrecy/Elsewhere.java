package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What other publications tell of the counts of an edition.
 *
 * @param figures figures of the same cells
 * @param sums figures of several cells together
 * @param withheld cells that were withheld there: they stay so, or one publication would complete the other
 * @param counts counts that are not figures of an edition and that anybody can read somewhere
 */
public record Elsewhere(
        List<KnownFigure> figures, List<KnownSum> sums, SortedSet<CellKey> withheld, Map<TotalKey, BigDecimal> counts) {
    /** No other publication. */
    public static final Elsewhere NOTHING = new Elsewhere(List.of(), List.of(), Collections.emptySortedSet());

    /** Defensive copies. */
    public Elsewhere {
        figures = List.copyOf(figures);
        sums = List.copyOf(sums);
        withheld = Collections.unmodifiableSortedSet(new TreeSet<>(withheld));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** What other editions tell. */
    public Elsewhere(List<KnownFigure> figures, List<KnownSum> sums, SortedSet<CellKey> withheld) {
        this(figures, sums, withheld, Map.of());
    }

    /** Counts that anybody can read somewhere. */
    public static Elsewhere counted(Map<TotalKey, BigDecimal> counts) {
        return new Elsewhere(List.of(), List.of(), Collections.emptySortedSet(), counts);
    }

    /** Such a count. */
    Optional<BigDecimal> count(Territory territory, Perimeter perimeter, Measure measure) {
        return Optional.ofNullable(counts.get(new TotalKey(territory, perimeter, measure)));
    }

    /** With what further publications tell. */
    public Elsewhere and(Elsewhere more) {
        List<KnownFigure> both = new ArrayList<>(figures);
        both.addAll(more.figures);
        List<KnownSum> together = new ArrayList<>(sums);
        together.addAll(more.sums);
        SortedSet<CellKey> all = new TreeSet<>(withheld);
        all.addAll(more.withheld);
        Map<TotalKey, BigDecimal> counted = new LinkedHashMap<>(counts);
        counted.putAll(more.counts);
        return new Elsewhere(both, together, all, counted);
    }
}

package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What other publications tell of the counts of an edition.
 *
 * @param figures figures of the same cells
 * @param sums figures of several cells together
 * @param withheld cells that were withheld there: they stay so, or one publication would complete the other
 */
public record Elsewhere(List<KnownFigure> figures, List<KnownSum> sums, SortedSet<CellKey> withheld) {
    /** No other publication. */
    public static final Elsewhere NOTHING = new Elsewhere(List.of(), List.of(), Collections.emptySortedSet());

    /** Defensive copies. */
    public Elsewhere {
        figures = List.copyOf(figures);
        sums = List.copyOf(sums);
        withheld = Collections.unmodifiableSortedSet(new TreeSet<>(withheld));
    }

    /** With what further publications tell. */
    public Elsewhere and(Elsewhere more) {
        List<KnownFigure> both = new ArrayList<>(figures);
        both.addAll(more.figures);
        List<KnownSum> together = new ArrayList<>(sums);
        together.addAll(more.sums);
        SortedSet<CellKey> all = new TreeSet<>(withheld);
        all.addAll(more.withheld);
        return new Elsewhere(both, together, all);
    }
}

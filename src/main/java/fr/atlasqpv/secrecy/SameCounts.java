package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.OtherEdition.Told;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Recognises what other books count by their figures. Whoever lays two books side by side sees that the numbers are the same; what name
 * or vintage stands beside them, and which file they were made from, does not matter to him.
 *
 * <p>An indicator of the others counts what one of these does when all figures that both tell are equal, zeros apart, or most: half of them
 * where the same vintage stands beside them, for a correction changes some; nine tenths where another does, for much stays as it is from
 * one year to the next. Under another name fewer than {@value #CHANCE} equal ones may be chance, where one differs.
 */
public final class SameCounts {
    private static final int CHANCE = 3;
    /** Tenths of the figures. */
    private static final int CORRECTED = 5;
    private static final int OF_ANOTHER_YEAR = 9;

    private SameCounts() {}

    /**
     * Indicators of other books under the names of these.
     *
     * @param then what the others tell
     * @param figures figures of these books; null for a cell that has none, or whose figure is not known
     * @param ours indicators of these books: one of the others that goes by such a name is no other one
     * @param millesimes vintages of these books
     */
    public static SortedMap<Indicator, Indicator> of(
            SortedMap<CellKey, Told> then,
            Map<CellKey, BigDecimal> figures,
            Collection<Indicator> ours,
            Function<Indicator, Optional<String>> millesimes) {
        SortedMap<Indicator, SequencedMap<CellKey, BigDecimal>> told = told(then);
        SortedSet<Indicator> names = new TreeSet<>(ours);
        SortedMap<Indicator, Indicator> same = new TreeMap<>();
        told.forEach((theirs, cells) -> {
            int most = 0;
            for (Indicator our : names) {
                boolean named = our.equals(theirs);
                if (our.kind() == theirs.kind() && our.restsOnUnits() && (named || !names.contains(theirs))) {
                    boolean vintage = millesimes.apply(our)
                            .filter(m -> OtherEdition.sameVintage(m, then.get(cells.firstEntry().getKey()).millesime()))
                            .isPresent();
                    int equal = equal(cells, figures, our, named ? 1 : CHANCE, vintage ? CORRECTED : OF_ANOTHER_YEAR);
                    if (equal > most) {
                        most = equal;
                        same.put(theirs, our);
                    }
                }
            }
        });
        return same;
    }

    /** Figures that are not bounds, by indicator; a figure of none is like many others. */
    private static SortedMap<Indicator, SequencedMap<CellKey, BigDecimal>> told(SortedMap<CellKey, Told> then) {
        SortedMap<Indicator, SequencedMap<CellKey, BigDecimal>> told = new TreeMap<>();
        then.forEach((key, cell) -> {
            Publication publication = cell.publication();
            if (publication.status() == CellStatus.PUBLIE && publication.value() != null
                    && publication.value().signum() != 0 && key.indicator().restsOnUnits()) {
                told.computeIfAbsent(key.indicator(), i -> new TreeMap<>()).put(key, publication.value());
            }
        });
        return told;
    }

    /** How many figures are equal; none when too few are to be the same counts. */
    private static int equal(
            Map<CellKey, BigDecimal> told, Map<CellKey, BigDecimal> figures, Indicator our, int least, int tenths) {
        int both = 0;
        int equal = 0;
        for (Map.Entry<CellKey, BigDecimal> cell : told.entrySet()) {
            CellKey key = cell.getKey();
            BigDecimal figure = figures.get(new CellKey(key.territory(), key.perimeter(), our));
            if (figure != null) {
                both++;
                int scale = Math.min(figure.scale(), cell.getValue().scale());
                equal += rounded(figure, scale).compareTo(rounded(cell.getValue(), scale)) == 0 ? 1 : 0;
            }
        }
        return equal == both || (equal >= least && 10 * equal >= tenths * both) ? equal : 0;
    }

    private static BigDecimal rounded(BigDecimal figure, int scale) {
        return figure.setScale(scale, RoundingMode.HALF_UP);
    }
}

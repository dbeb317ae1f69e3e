package fr.atlasqpv.indicator;

import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;

/**
 * Address of a figure: which territory, whom it counts, which indicator.
 *
 * @param territory level and code
 * @param perimeter whom it counts
 * @param indicator what it says
 */
public record CellKey(Territory territory, Perimeter perimeter, Indicator indicator) implements Comparable<CellKey> {
    /** Shorthand. */
    public static CellKey of(Level level, String code, Perimeter perimeter, Indicator indicator) {
        return new CellKey(new Territory(level, code), perimeter, indicator);
    }

    /** Order of the tidy file: level, code, perimeter, identifier of the indicator. */
    @Override
    public int compareTo(CellKey other) {
        // Millions of comparisons when books are read back
        int byTerritory = territory.compareTo(other.territory);
        int place = byTerritory != 0 ? byTerritory : perimeter.compareTo(other.perimeter);
        return place != 0 ? place : indicator.id().compareTo(other.indicator.id());
    }

    @Override
    public String toString() {
        return territory + " " + perimeter + " " + indicator.id();
    }
}

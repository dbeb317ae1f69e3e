package fr.atlasqpv.quality.compare;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An edition as its books publish it.
 *
 * @param name name for the reader: its id, or the name of a file of figures
 * @param labels name of each territory
 * @param parents territory → the one above it: QPV → EPCI, EPCI → département, département → region; what is unknown is absent
 * @param cells published cells
 * @param vintages vintage of each indicator
 * @param weights vintage of the bases that weigh the rates of an indicator, empty when none is weighed; indicators of which
 *     nothing is known are absent
 */
public record ComparedEdition(
        String name,
        SortedMap<Territory, String> labels,
        Map<Territory, Territory> parents,
        SortedMap<CellKey, PublishedCell> cells,
        Map<Indicator, String> vintages,
        Map<Indicator, String> weights) {
    /** Defensive copies. */
    public ComparedEdition {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        parents = Collections.unmodifiableMap(new LinkedHashMap<>(parents));
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        vintages = Collections.unmodifiableMap(new LinkedHashMap<>(vintages));
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    /** The same edition under another name. */
    public ComparedEdition named(String other) {
        return new ComparedEdition(other, labels, parents, cells, vintages, weights);
    }

    /** A cell, when it exists. */
    Optional<PublishedCell> cell(Territory territory, Perimeter perimeter, Indicator indicator) {
        return Optional.ofNullable(cells.get(new CellKey(territory, perimeter, indicator)));
    }

    /** Territories right below another, by code. */
    List<Territory> children(Territory territory) {
        if (territory.level() == Level.FRANCE) {
            return List.of();
        }
        return parents.entrySet()
                .stream()
                .filter(e -> e.getValue().equals(territory))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}

package fr.atlasqpv.quality.compare;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.Collections;
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
 */
public record ComparedEdition(
        String name,
        SortedMap<Territory, String> labels,
        Map<Territory, Territory> parents,
        SortedMap<CellKey, PublishedCell> cells) {
    /** Defensive copies. */
    public ComparedEdition {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        parents = Map.copyOf(parents);
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
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

package fr.atlasqpv.publication.report;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Number of cells of an indicator at a level, by status as published: primary and complementary suppression are one.
 *
 * @param indicator which
 * @param level level
 * @param byStatus number of cells by status, statuses without cell left out
 * @param estimated number of cells that bear the mark {@code estimé}
 */
public record SecrecyCount(Indicator indicator, Level level, Map<CellStatus, Long> byStatus, long estimated) {
    /** Defensive copy. */
    public SecrecyCount {
        byStatus = Collections.unmodifiableSortedMap(new TreeMap<>(byStatus));
    }

    /** Number of cells. */
    public long cells() {
        return byStatus.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Number of cells of a status. */
    public long of(CellStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }

    /**
     * Counts the cells of an edition.
     *
     * @param cells each cell once
     * @return one count per indicator and level, in their order
     */
    public static List<SecrecyCount> count(Collection<PublishedCell> cells) {
        record Place(Indicator indicator, Level level) {}
        Map<Place, List<PublishedCell>> places = new LinkedHashMap<>();
        for (PublishedCell cell : cells) {
            places.computeIfAbsent(
                    new Place(cell.indicator(), cell.key().territory().level()), place -> new ArrayList<>())
                    .add(cell);
        }
        return places.entrySet()
                .stream()
                .map(entry -> count(entry.getKey().indicator(), entry.getKey().level(), entry.getValue()))
                .sorted(Comparator.comparing(SecrecyCount::indicator).thenComparing(SecrecyCount::level))
                .toList();
    }

    private static SecrecyCount count(Indicator indicator, Level level, List<PublishedCell> cells) {
        Map<CellStatus, Long> byStatus = new EnumMap<>(CellStatus.class);
        cells.forEach(cell -> byStatus.merge(cell.status(), 1L, Long::sum));
        return new SecrecyCount(
                indicator, level, byStatus, cells.stream().filter(PublishedCell::estimated).count());
    }
}

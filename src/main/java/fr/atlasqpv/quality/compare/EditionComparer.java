package fr.atlasqpv.quality.compare;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.release.EditionComparison.FigureNature;
import fr.atlasqpv.release.EditionComparison.SeriesBreak;
import fr.atlasqpv.release.EditionComparison.Shown;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Correspondence;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Compares two editions by what they publish.
 *
 * <p>A difference is computed only when both sides publish the figure itself: nothing is computed from a cell that is
 * withheld on one side, and the value of the other side is not repeated beside it; a bound (95, 5) has no difference
 * either. When the vintage changed, the change is a break in the series, whatever the figures say; so it is for an
 * estimated cell when the vintage of what weighs its rates changed.
 */
public final class EditionComparer {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final String WEIGHTS = ", poids\u00a0: ";

    private final ComparedEdition before;
    private final ComparedEdition after;
    private final Correspondence correspondence;

    /**
     * @param before the older edition
     * @param after the newer one
     * @param correspondence what became of the codes that changed
     */
    public EditionComparer(ComparedEdition before, ComparedEdition after, Correspondence correspondence) {
        this.before = before;
        this.after = after;
        this.correspondence = correspondence;
    }

    /** The comparison. */
    public EditionComparison compare() {
        List<FigureChange> changes = new ArrayList<>();
        Map<Indicator, Break> breaks = new TreeMap<>();
        long unchanged = 0;
        long withheld = 0;
        for (Map.Entry<CellKey, CellKey> pair : pairs().entrySet()) {
            PublishedCell old = before.cells().get(pair.getValue());
            PublishedCell recent = after.cells().get(pair.getKey());
            boolean broken = old != null && recent != null && !vintage(before, old).equals(vintage(after, recent));
            Optional<FigureChange> change = change(pair.getKey(), pair.getValue(), old, recent, broken);
            change.ifPresent(changes::add);
            unchanged += change.isPresent() ? 0 : 1;
            withheld += withheld(old) || withheld(recent) ? 1 : 0;
            if (broken) {
                breaks.computeIfAbsent(pair.getKey().indicator(), i -> new Break())
                        .add(vintage(before, old), vintage(after, recent), change.isPresent());
            }
        }
        return new EditionComparison(
                before.name(),
                after.name(),
                new TerritoryChanges(before, after, correspondence).changes(),
                breaks.entrySet().stream().map(e -> e.getValue().told(e.getKey())).toList(),
                changes,
                unchanged,
                withheld);
    }

    // Address after → address before: the same, or that of the territory it was recoded from
    private Map<CellKey, CellKey> pairs() {
        Map<Territory, Territory> recoded = new HashMap<>();
        for (Territory territory : before.labels().keySet()) {
            if (!after.labels().containsKey(territory) && correspondence.oneToOne(territory.code())) {
                String code = correspondence.successors(territory.code()).first();
                recoded.put(territory, new Territory(territory.level(), code));
            }
        }
        Map<CellKey, CellKey> pairs = new TreeMap<>();
        for (CellKey key : before.cells().keySet()) {
            Territory now = recoded.getOrDefault(key.territory(), key.territory());
            if (after.labels().containsKey(now)) {
                pairs.put(new CellKey(now, key.perimeter(), key.indicator()), key);
            }
        }
        for (CellKey key : after.cells().keySet()) {
            if (before.labels().containsKey(key.territory()) || recoded.containsValue(key.territory())) {
                pairs.putIfAbsent(key, key);
            }
        }
        return pairs;
    }

    private Optional<FigureChange> change(
            CellKey key, CellKey oldKey, PublishedCell old, PublishedCell recent, boolean broken) {
        if (old == null || recent == null) {
            FigureNature nature = old == null ? FigureNature.APPARUE : FigureNature.DISPARUE;
            return Optional.of(told(nature, key, oldKey, old, recent, null));
        }
        boolean figures = old.status() == CellStatus.PUBLIE && recent.status() == CellStatus.PUBLIE;
        if (old.status() != recent.status()) {
            return Optional.of(told(FigureNature.STATUT, key, oldKey, old, recent, null));
        }
        if (!figures || old.plainValue().equals(recent.plainValue())) {
            return Optional.empty();
        }
        BigDecimal difference = old.value() == null ? null : recent.value().subtract(old.value());
        return Optional.of(
                told(broken ? FigureNature.RUPTURE : FigureNature.REVISION, key, oldKey, old, recent, difference));
    }

    private FigureChange told(
            FigureNature nature,
            CellKey key,
            CellKey oldKey,
            PublishedCell old,
            PublishedCell recent,
            BigDecimal difference) {
        boolean withheld = withheld(old) || withheld(recent);
        String label =
                after.labels().getOrDefault(key.territory(), before.labels().getOrDefault(oldKey.territory(), ""));
        return new FigureChange(
                nature,
                key,
                oldKey.territory().code(),
                label,
                shown(before, old, withheld),
                shown(after, recent, withheld),
                difference,
                difference == null || old.value().signum() == 0 ? null
                        : difference.multiply(HUNDRED).divide(old.value(), 1, RoundingMode.HALF_UP),
                "");
    }

    private static boolean withheld(PublishedCell cell) {
        return cell != null && cell.status() == CellStatus.SECRET;
    }

    private Shown shown(ComparedEdition edition, PublishedCell cell, boolean withheld) {
        return cell == null
                ? null
                : new Shown(
                        withheld ? "" : cell.plainValue(), cell.status(), cell.estimated(), vintage(edition, cell));
    }

    // The same rates weighed by other inhabitants make another aggregate. Books that do not tell their weights are
    // compared by the vintage of the rates alone: a side that is silent has not changed.
    private String vintage(ComparedEdition edition, PublishedCell cell) {
        boolean told = before.weights().containsKey(cell.indicator()) && after.weights().containsKey(cell.indicator());
        String weights = told ? edition.weights().get(cell.indicator()) : "";
        String vintage = edition.vintages().getOrDefault(cell.indicator(), "");
        return cell.estimated() && !weights.isEmpty() ? vintage + WEIGHTS + weights : vintage;
    }

    /** Gathers the cells of an indicator whose vintage changed. */
    private static final class Break {
        private final TreeSet<String> before = new TreeSet<>();
        private final TreeSet<String> after = new TreeSet<>();
        private long cells;
        private long changed;

        void add(String old, String recent, boolean differs) {
            before.add(old);
            after.add(recent);
            cells++;
            changed += differs ? 1 : 0;
        }

        SeriesBreak told(Indicator indicator) {
            return new SeriesBreak(indicator, joined(before), joined(after), cells, changed);
        }

        // The vintage with its weights says the one without
        private static String joined(TreeSet<String> vintages) {
            return vintages.stream()
                    .filter(v -> vintages.stream().noneMatch(other -> other.startsWith(v + WEIGHTS)))
                    .collect(Collectors.joining("\u00a0; "));
        }
    }
}

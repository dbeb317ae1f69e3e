package fr.atlasqpv.quality.compare;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Editions written as lines: {@code QPV QP1 QPV population 1200}, a status where there is no figure, {@code estime} for an estimate, a
 * vintage after @.
 */
final class Figures {
    private final TreeMap<CellKey, PublishedCell> cells = new TreeMap<>();
    private final TreeMap<Territory, String> labels = new TreeMap<>();
    private final Map<Territory, Territory> parents = new HashMap<>();
    private final Map<Indicator, String> vintages = new HashMap<>();
    private final Map<Indicator, String> weights = new HashMap<>();
    private final String name;

    Figures(String name) {
        this.name = name;
    }

    Figures cell(String line) {
        String[] vintage = line.split("@");
        String[] words = vintage[0].strip().split(" ");
        Territory territory = new Territory(Level.valueOf(words[0]), words[1]);
        Indicator indicator = Indicators2022.of(words[3]).orElseThrow();
        CellKey key = new CellKey(territory, Perimeter.valueOf(words[2]), indicator);
        CellStatus status = CellStatus.of(words[words.length - 1]).orElse(CellStatus.PUBLIE);
        boolean code = indicator.kind() == Indicator.Kind.CODE;
        BigDecimal value = code || !status.hasValue() ? null : new BigDecimal(words[4]);
        cells.put(
                key,
                new PublishedCell(
                        key, value, code && status.hasValue() ? words[4] : null, status,
                        line.contains(" estime")));
        vintages.put(indicator, vintage.length > 1 ? vintage[1] : "2018");
        labels.putIfAbsent(territory, territory.code());
        return this;
    }

    Figures label(Level level, String code, String label) {
        labels.put(new Territory(level, code), label);
        return this;
    }

    Figures parent(Level level, String code, Level above, String parent) {
        parents.put(new Territory(level, code), new Territory(above, parent));
        labels.putIfAbsent(new Territory(level, code), code);
        return this;
    }

    /** The vintage of what weighs the rates of an indicator. */
    Figures weights(Indicator indicator, String vintage) {
        weights.put(indicator, vintage);
        return this;
    }

    ComparedEdition edition() {
        return new ComparedEdition(name, labels, parents, cells, vintages, weights);
    }
}

package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.territory.Level;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * {@code derive-des-quartiers}: for many QPV, an indicator is far from the previous edition. Rows have been shuffled or a column taken
 * for another, even where the totals hold.
 */
final class DriftOfQpv implements InputCheck {
    /** A QPV has changed when its figure has by more: per cent of what was published. */
    private static final double CHANGED = 50;
    /** Fewer QPV with both figures say little. */
    private static final int FEWEST = 10;

    @Override
    public Terms terms() {
        return Terms.bound("derive-des-quartiers", Severity.ERROR, 25, "% des quartiers").ofFigures();
    }

    @Override
    public String reserve() {
        return "un indicateur a beaucoup changé dans les quartiers depuis l’édition précédente";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        SortedMap<Indicator, List<Change>> all = Change.since(evidence, key -> key.territory().level() == Level.QPV)
                .stream()
                .collect(Collectors.groupingBy(c -> c.key().indicator(), TreeMap::new, Collectors.toList()));
        all.forEach((indicator, changes) -> {
            long changed = changes.stream().filter(c -> c.percent() > CHANGED).count();
            if (changes.size() >= FEWEST && changed * 100.0 > changes.size() * threshold.doubleValue()) {
                found.accept(Finding.of(
                        new Where(indicator.id(), evidence.editionFile(), 0, "indicators." + indicator.id()),
                        indicator.id(),
                        "L’indicateur " + indicator.id() + " a changé de plus de " + French.number(CHANGED)
                                + "\u00a0% dans "
                                + French.integer(changed) + " quartiers sur " + French.integer(changes.size())
                                + " depuis l’édition précédente. Comparez les deux fichiers ligne à ligne.",
                        indicator.id()));
            }
        });
    }
}

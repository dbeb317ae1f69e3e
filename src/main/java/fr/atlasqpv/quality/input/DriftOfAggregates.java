package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.territory.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code derive-des-agregats}: the figures of an indicator for France, a region or a département are far from those of the previous
 * edition. Such sums move slowly: rather a file, a column or a definition has changed.
 */
final class DriftOfAggregates implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.bound("derive-des-agregats", Severity.ERROR, 25, "% de la valeur précédente").ofFigures();
    }

    @Override
    public String reserve() {
        return "un indicateur s’écarte beaucoup de l’édition précédente";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        SortedMap<Indicator, List<Change>> far = new TreeMap<>();
        Change.since(evidence, key -> key.territory().level().compareTo(Level.EPCI) < 0)
                .stream()
                .filter(c -> c.percent() > threshold.doubleValue())
                .forEach(c -> far.computeIfAbsent(c.key().indicator(), i -> new ArrayList<>()).add(c));
        far.forEach((indicator, changes) -> {
            List<String> worst = changes.stream().sorted(Comparator.comparingDouble(Change::percent).reversed())
                    .map(Change::told).toList();
            found.accept(Finding.of(
                    new Where(indicator.id(), evidence.editionFile(), 0, "indicators." + indicator.id()),
                    indicator.id(),
                    "L’indicateur " + indicator.id() + " s’écarte de plus de " + French.number(threshold)
                            + "\u00a0% de l’édition précédente pour "
                            + French.count(worst.size(), "agrégat", "agrégats")
                            + "\u00a0: comparez les fichiers, leurs colonnes et leurs définitions.",
                    indicator.id()).with("Les plus éloignés\u00a0: " + French.first(worst) + "."));
        });
    }
}

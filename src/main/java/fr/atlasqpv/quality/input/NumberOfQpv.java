package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * {@code nombre-de-quartiers}: QPV of the previous edition are gone, or new ones have come, more than the threshold. Their list is
 * set by decree: it changes all at once or hardly at all.
 */
final class NumberOfQpv implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.bound("nombre-de-quartiers", Severity.ERROR, 2, "% des quartiers").ofFigures();
    }

    @Override
    public String reserve() {
        return "la liste des quartiers a changé depuis l’édition précédente";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Set<String> before = quartiers(evidence.previous().keySet());
        Set<String> now = quartiers(evidence.figures().keySet());
        if (before.isEmpty() || now.isEmpty()) {
            return;
        }
        List<String> gone = before.stream().filter(q -> !now.contains(q)).toList();
        List<String> come = now.stream().filter(q -> !before.contains(q)).toList();
        if ((gone.size() + come.size()) * 100.0 > before.size() * threshold.doubleValue()) {
            found.accept(Finding.of(
                    new Where("quartiers", evidence.editionFile(), 0, "sources"), "quartiers",
                    "L’édition précédente a " + French.count(before.size(), "quartier", "quartiers") + ", celle-ci "
                            + French.count(now.size(), "quartier", "quartiers")
                            + (gone.isEmpty() ? "" : "\u00a0; disparus\u00a0: " + French.first(gone))
                            + (come.isEmpty() ? "" : "\u00a0; nouveaux\u00a0: " + French.first(come))
                            + ". Est-ce la bonne liste\u00a0?",
                    ""));
        }
    }

    private static Set<String> quartiers(Collection<CellKey> keys) {
        return keys.stream().map(CellKey::territory).filter(t -> t.level() == Level.QPV).map(Territory::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

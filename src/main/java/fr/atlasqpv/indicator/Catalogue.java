package fr.atlasqpv.indicator;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The measures and indicators of an edition, as its file declares them. What is not in it does not exist for the run, the
 * books, the manifest and the audit.
 *
 * @param measures additive counts, in the order of the file
 * @param indicators indicators, in printed order
 * @param inhabitants measure of the inhabitants, which decides majorities and orders; null when the edition has none
 */
public record Catalogue(List<Measure> measures, List<Indicator> indicators, Measure inhabitants) {
    /** Defensive copies. */
    public Catalogue {
        measures = List.copyOf(measures);
        indicators = List.copyOf(indicators);
    }

    /** Finds a measure by its identifier. */
    public Optional<Measure> measure(String id) {
        return measures.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** Finds an indicator by its identifier. */
    public Optional<Indicator> indicator(String id) {
        return indicators.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** The indicator that counts the inhabitants; empty when the edition publishes none. */
    public Optional<Indicator> inhabitantsCounted() {
        return indicators.stream()
                .filter(i -> i.form() instanceof Form.Count count && count.measure().equals(inhabitants))
                .findFirst();
    }

    /** Greatest distance at which an indicator looks for establishments, metres; 0 when none does. */
    public int reach() {
        return indicators.stream().flatMap(i -> i.establishments().stream()).mapToInt(Form.Establishments::metres).max()
                .orElse(0);
    }

    /** Measures that are counted unit by unit. */
    public Set<Measure> wholeMeasures() {
        return measures.stream().filter(m -> !m.weighted()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Types of establishments that an indicator looks for; an empty one stands for any type. */
    public Set<String> kinds() {
        return indicators.stream()
                .flatMap(i -> i.establishments().stream())
                .map(Form.Establishments::kind)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Measures counted in establishments, not in territories. */
    public Set<Measure> ofEstablishments() {
        return indicators.stream()
                .filter(i -> i.form() instanceof Form.RatioNear)
                .flatMap(i -> i.measures().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

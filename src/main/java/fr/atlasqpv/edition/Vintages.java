package fr.atlasqpv.edition;

import fr.atlasqpv.edition.Edition.Carries;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Edition.ValueColumn;
import fr.atlasqpv.indicator.Indicator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which vintages the figures of an indicator rest on: those of the counts or rates that it is made of, and those of the
 * bases that weigh its rates where a source gives no count.
 */
final class Vintages {
    private Vintages() {}

    /** Sources of an indicator whose columns carry its own counts, its rate, its figure or its code. */
    static List<Source> figures(Indicator indicator, List<String> named, List<Source> sources) {
        return sources.stream()
                .filter(s -> named.contains(s.id()))
                .filter(s -> s.values()
                        .stream()
                        .anyMatch(v -> v.carries() == Carries.MEASURE
                                ? indicator.measures().contains(v.measure())
                                : indicator.equals(v.indicator())))
                .toList();
    }

    /** Vintages of the bases that weigh the rates of an indicator, joined by {@code ; }; empty when none is weighed. */
    static String weights(Indicator indicator, List<Source> sources) {
        return sources.stream()
                .flatMap(s -> s.values()
                        .stream()
                        .filter(v -> v.carries() == Carries.RATE && indicator.equals(v.indicator()))
                        .flatMap(v -> bases(indicator, v, s.layout(), sources).stream()))
                .map(Source::millesime)
                .distinct()
                .sorted()
                .collect(Collectors.joining("\u00a0; "));
    }

    // As the aggregation weighs: by the denominator of the indicator where it is known, else by the base that is named
    private static List<Source> bases(Indicator indicator, ValueColumn rate, Layout layout, List<Source> sources) {
        List<Source> own =
                bases(layout, sources, v -> indicator.denominator().filter(d -> d.equals(v.measure())).isPresent());
        return own.isEmpty() ? bases(layout, sources, v -> v.measure().equals(rate.measure())) : own;
    }

    private static List<Source> bases(Layout layout, List<Source> sources, Predicate<ValueColumn> gives) {
        return sources.stream()
                .filter(s -> s.layout() == layout)
                .filter(s -> s.values().stream().anyMatch(v -> v.carries() == Carries.MEASURE && gives.test(v)))
                .toList();
    }
}

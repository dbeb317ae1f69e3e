package fr.atlasqpv.edition;

import fr.atlasqpv.edition.Edition.Carries;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Edition.ValueColumn;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Whether the sources that give some measures are all of one vintage with those of another. */
    static BiPredicate<List<Measure>, Measure> agree(List<Source> sources) {
        return (parts, whole) -> Stream.concat(parts.stream(), Stream.of(whole))
                .flatMap(m -> sources.stream().filter(s -> gives(s, m)))
                .map(Source::millesime)
                .distinct()
                .count() <= 1;
    }

    private static boolean gives(Source source, Measure measure) {
        return measure.equals(source.measure())
                || source.values().stream()
                        .anyMatch(v -> v.carries() == Carries.MEASURE && measure.equals(v.measure()));
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

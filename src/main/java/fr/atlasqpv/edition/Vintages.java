package fr.atlasqpv.edition;

import fr.atlasqpv.edition.Edition.PublishedIndicator;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Edition.ValueColumn;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Which vintages the figures of an indicator rest on: those of the counts or rates that it is made of, and those of the
 * bases that weigh its rates where a source gives no count.
 */
final class Vintages {
    private Vintages() {}

    /** Sources of an indicator whose columns carry its own counts or its rate. */
    static List<Source> figures(PublishedIndicator published, List<Source> sources) {
        Indicator indicator = published.indicator();
        return sources.stream()
                .filter(s -> published.sources().contains(s.id()))
                .filter(s -> s.values()
                        .stream()
                        .anyMatch(v -> v.rate() == indicator || counts(v, indicator.numerator())
                                || counts(v, indicator.denominator())))
                .toList();
    }

    /** Vintages of the bases that weigh the rates of an indicator, joined by {@code ; }; empty when none is weighed. */
    static String weights(Indicator indicator, List<Source> sources) {
        return sources.stream()
                .filter(s -> s.values().stream().anyMatch(v -> v.rate() == indicator))
                .map(Source::layout)
                .distinct()
                .flatMap(layout -> bases(indicator, layout, sources).stream())
                .map(Source::millesime)
                .distinct()
                .sorted()
                .collect(Collectors.joining("\u00a0; "));
    }

    // As the aggregation weighs: by the denominator of the indicator where it is known, else by the inhabitants
    private static List<Source> bases(Indicator indicator, Layout layout, List<Source> sources) {
        List<Source> own = bases(layout, sources, v -> counts(v, indicator.denominator()));
        return own.isEmpty() ? bases(layout, sources, v -> v.measure() == Measure.POPULATION) : own;
    }

    private static List<Source> bases(Layout layout, List<Source> sources, Predicate<ValueColumn> gives) {
        return sources.stream().filter(s -> s.layout() == layout && s.values().stream().anyMatch(gives)).toList();
    }

    private static boolean counts(ValueColumn column, Optional<Measure> measure) {
        return column.measure() != null && Optional.of(column.measure()).equals(measure);
    }
}

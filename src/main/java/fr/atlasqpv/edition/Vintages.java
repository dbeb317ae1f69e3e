package fr.atlasqpv.edition;

import fr.atlasqpv.edition.Edition.Carries;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Edition.ValueColumn;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.secrecy.OtherEdition;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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

    /** Whether the sources that give some measures are all of one vintage with those of another, however each writes it. */
    static BiPredicate<List<Measure>, Measure> agree(List<Source> sources) {
        return (parts, whole) -> {
            List<String> vintages = Stream.concat(parts.stream(), Stream.of(whole))
                    .flatMap(m -> sources.stream().filter(s -> gives(s, m)))
                    .map(Source::millesime)
                    .distinct()
                    .toList();
            return vintages.stream().skip(1).allMatch(v -> OtherEdition.sameVintage(v, vintages.getFirst()));
        };
    }

    /**
     * Whether some measures, which count disjoint units, make up another: all count the rows of one file, and what one of them leaves
     * out is counted by another unless the whole leaves it out too.
     */
    static BiPredicate<List<Measure>, Measure> makeUp(List<Source> sources) {
        return (parts, whole) -> sources.stream()
                .filter(s -> s.layout() != null && gives(s, whole))
                .anyMatch(all -> makeUp(parts, all, sources.stream()
                        .filter(s -> s.layout() == all.layout() && s.file().equals(all.file())
                                && Objects.equals(s.member(), all.member()))
                        .toList()));
    }

    /** @param sources those of the file of the whole: a measure may have others, of other territories */
    private static boolean makeUp(List<Measure> parts, Source all, List<Source> sources) {
        Set<String> leftOut = null;
        for (Measure part : parts) {
            List<Source> given = sources.stream().filter(s -> gives(s, part)).toList();
            if (given.size() != 1 || given.getFirst().excluded().isEmpty()) {
                return false;
            }
            if (leftOut == null) {
                leftOut = new LinkedHashSet<>(given.getFirst().excluded());
            }
            leftOut.retainAll(given.getFirst().excluded());
        }
        return leftOut != null && all.excluded().containsAll(leftOut);
    }

    /** Whether two measures count the same rows, or are read from the same columns, of the same files. */
    static BiPredicate<Measure, Measure> sameUnits(List<Source> sources) {
        return (one, other) -> {
            Set<List<Object>> rows = rows(one, sources);
            return !rows.isEmpty() && rows.equals(rows(other, sources));
        };
    }

    /** What each source of a measure counts: which rows of which file, or which of its columns. */
    private static Set<List<Object>> rows(Measure measure, List<Source> sources) {
        Set<List<Object>> rows = new LinkedHashSet<>();
        for (Source source : sources) {
            List<Object> file = Arrays.asList(source.layout(), source.file(), source.member(), source.sheet());
            if (measure.equals(source.measure())) {
                rows.add(List.of(file, new TreeSet<>(source.excluded())));
            }
            source.values().stream()
                    .filter(v -> v.carries() == Carries.MEASURE && measure.equals(v.measure()))
                    .forEach(v -> rows.add(List.of(file, v.column())));
        }
        return rows;
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

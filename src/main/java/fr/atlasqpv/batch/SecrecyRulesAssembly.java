package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Rules;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.publication.report.SecrecyRules;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;

/** The rules of secrecy of an edition as the manifest tells them. */
final class SecrecyRulesAssembly {
    private SecrecyRulesAssembly() {}

    static SecrecyRules of(RunRequest request) {
        Edition edition = request.edition();
        Rules rules = edition.rules();
        return new SecrecyRules(
                rules.thresholds()
                        .stream()
                        .map(
                                t -> new SecrecyRules.Threshold(
                                        t.indicator().id(), t.unit(), id(t.numerator()),
                                        t.denominator() == null ? "" : id(t.denominator()), t.minimum(),
                                        t.bothSides(),
                                        t.zeroAllowed()))
                        .toList(),
                rules.clamps()
                        .stream()
                        .map(
                                c -> new SecrecyRules.Clamp(
                                        c.indicator().id(), c.floor(), c.ceiling(), c.inclusive()))
                        .toList(),
                rules.protectionWidth(),
                rules.knownMeasures().stream().map(SecrecyRulesAssembly::id).toList(),
                whole(edition),
                rules.linkedShareAndCount(),
                request.previous().stream().map(f -> new SecrecyRules.PreviousFile(f.path(), f.sha256())).toList());
    }

    /** Measures that every source counts dwelling by dwelling: a weighted count has decimals. */
    private static List<String> whole(Edition edition) {
        TreeSet<Measure> oneByOne = new TreeSet<>();
        edition.sources().stream().map(Edition.Source::measure).filter(Objects::nonNull).forEach(oneByOne::add);
        edition.sources()
                .stream()
                .flatMap(s -> s.values().stream())
                .map(Edition.ValueColumn::measure)
                .filter(Objects::nonNull)
                .forEach(oneByOne::remove);
        return oneByOne.stream().map(SecrecyRulesAssembly::id).toList();
    }

    private static String id(Measure measure) {
        return measure.id();
    }
}

package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.territory.Level;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a source gives of an indicator.
 *
 * @param source id of the source
 * @param indicator id of the indicator
 * @param expected territories that it should speak of, -1 where nobody is missing: a list, which holds whom it likes, and a source of
 *     which the edition says that absence is zero
 * @param found territories that it gives a figure of, or that it lists
 * @param missing expected territories without a figure, -1 where nobody is missing
 * @param implausible warnings and errors of the checks on the source and what the indicator is made of
 * @param changed QPV whose figure is another than in the previous edition, -1 when none is declared
 */
public record SourceCoverage(
        String source, String indicator, long expected, long found, long missing, long implausible, long changed) {
    static final Set<String> OF_ABSENCE = Set.of(
            new MissingTerritory().terms().code(), new MissingInhabitants().terms().code(),
            new QpvWithoutEvent().terms().code(),
            new IncompleteQpv().terms().code(), new SourceWithoutRow().terms().code());

    /** Every source and indicator, in the order of the edition. */
    public static List<SourceCoverage> of(Evidence evidence, List<Notice> notices) {
        Map<String, Map<String, SortedSet<String>>> held = held(evidence);
        SortedSet<String> quartiers = evidence.qpv();
        SortedSet<String> communes = evidence.communes();
        List<SourceCoverage> lines = new ArrayList<>();
        for (Source source : evidence.edition().sources()) {
            Map<String, SortedSet<String>> own = held.getOrDefault(source.id(), Map.of());
            for (Indicator indicator : evidence.edition().catalogue().indicators()) {
                SortedSet<String> found = found(own, indicator);
                if (found != null) {
                    SortedSet<String> expected = found.first().startsWith("Q") ? quartiers : communes;
                    boolean complete = source.layout().list() || source.zeroWhenAbsent();
                    lines.add(new SourceCoverage(
                            source.id(), indicator.id(), complete ? -1 : expected.size(), found.size(),
                            complete ? -1 : expected.stream().filter(c -> !found.contains(c)).count(),
                            implausible(notices, source, indicator), changed(evidence, indicator)));
                }
            }
        }
        return lines;
    }

    /** Territories of which a source gives all that it gives of the indicator; null when it gives nothing of it. */
    private static SortedSet<String> found(Map<String, SortedSet<String>> own, Indicator indicator) {
        List<String> parts = new ArrayList<>(indicator.measures().stream().map(m -> m.id()).toList());
        parts.add("=" + indicator.id());
        List<SortedSet<String>> given = parts.stream().filter(own::containsKey).map(own::get).toList();
        if (given.isEmpty()) {
            return null;
        }
        SortedSet<String> all = new TreeSet<>(given.getFirst());
        given.forEach(all::retainAll);
        return all.isEmpty() ? given.getFirst() : all;
    }

    private static Map<String, Map<String, SortedSet<String>>> held(Evidence evidence) {
        Map<String, Map<String, SortedSet<String>>> held = new TreeMap<>();
        evidence.measures().forEach(f -> add(held, f, f.fact().measure().id(), f.fact().code()));
        evidence.facts(Fact.RateFact.class)
                .forEach(f -> add(held, f, "=" + f.fact().indicator().id(), f.fact().code()));
        evidence.facts(Fact.ListedFact.class)
                .forEach(f -> add(held, f, "=" + f.fact().indicator().id(), f.fact().code()));
        evidence.facts(Fact.ContourFact.class).stream().filter(f -> f.fact().kind() == Kind.QPV)
                .filter(f -> !evidence.source(f).standIn())
                .forEach(f -> evidence.edition().catalogue().indicators().stream()
                        .filter(i -> i.establishments().isPresent())
                        .forEach(i -> add(held, f, "=" + i.id(), f.fact().code())));
        return held;
    }

    private static void add(
            Map<String, Map<String, SortedSet<String>>> held, Located<?> located, String what, String code) {
        held.computeIfAbsent(located.source(), s -> new TreeMap<>())
                .computeIfAbsent(what, w -> new TreeSet<>()).add(code);
    }

    private static long implausible(List<Notice> notices, Source source, Indicator indicator) {
        return notices.stream()
                .filter(n -> n.file().equals(source.file()) && n.severity() != Severity.INFO)
                .filter(n -> InputChecks.of(n.code()).isPresent() && !OF_ABSENCE.contains(n.code()))
                .filter(n -> named(n, indicator.id()) || indicator.measures().stream().anyMatch(m -> named(n, m.id()))
                        || indicator.establishments().isPresent())
                .count();
    }

    private static boolean named(Notice notice, String id) {
        return notice.message().matches("(?s).*\\b" + id + "\\b.*");
    }

    private static long changed(Evidence evidence, Indicator indicator) {
        if (evidence.previous().isEmpty()) {
            return -1;
        }
        return Change.since(evidence, k -> k.territory().level() == Level.QPV && k.indicator().equals(indicator))
                .stream()
                .filter(c -> c.now().setScale(Math.max(0, c.before().scale()), RoundingMode.HALF_UP)
                        .compareTo(c.before()) != 0)
                .count();
    }
}

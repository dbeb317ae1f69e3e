package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * {@code territoire-absent}: a commune or a QPV of the books that a source has no row for, while it is a source that holds every
 * territory. A list by programme holds those of the programme alone, and is not concerned.
 */
final class MissingTerritory implements InputCheck {
    private static final Set<Layout> OF_QPV = Set.of(Layout.BASE_QPV, Layout.COMPTAGES_QPV, Layout.CONTOURS_QPV);
    private static final Set<Layout> OF_COMMUNES = Set.of(
            Layout.BASE_COMMUNES, Layout.COMPTAGES_COMMUNES, Layout.RPLS_COMMUNES, Layout.RPLS_COMPTAGES,
            Layout.POPULATIONS_LEGALES,
            Layout.EPCI_COMPOSITION, Layout.CENTRES_COMMUNES, Layout.CONTOURS_COMMUNES);

    @Override
    public Terms terms() {
        return Terms.plain("territoire-absent", Severity.WARNING);
    }

    @Override
    public boolean ofPlaces() {
        return true;
    }

    @Override
    public String reserve() {
        return "des territoires n’y figurent pas\u00a0; ce qui en dépend est non disponible ou porte sur les autres";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Map<String, SortedMap<String, SortedSet<String>>> held = held(evidence);
        if (!evidence.faulty(Layout.COG_COMMUNES)) {
            for (Source source : evidence.sources(s -> OF_COMMUNES.contains(s.layout()) && !s.zeroWhenAbsent())) {
                tell(evidence, source, Kind.COMMUNE, evidence.communes(), held, found);
            }
        }
        for (Source source : evidence.sources(s -> OF_QPV.contains(s.layout()))) {
            tell(evidence, source, Kind.QPV, evidence.qpv(), held, found);
        }
    }

    /** What is missing alike is told once, whatever the number of measures. */
    private static void tell(
            Evidence evidence, Source source, Kind kind, SortedSet<String> expected,
            Map<String, SortedMap<String, SortedSet<String>>> held, Consumer<Finding> found) {
        List<Source> together = together(evidence, source);
        if (!together.isEmpty() && !together.getFirst().equals(source)) {
            return;
        }
        Measure inhabitants = evidence.edition().catalogue().inhabitants();
        Map<List<String>, List<String>> missing = new TreeMap<>(java.util.Comparator.comparing(Object::toString));
        held.getOrDefault(source.id(), new TreeMap<>()).forEach((what, codes) -> {
            boolean counted = kind == Kind.COMMUNE && inhabitants != null && what.equals(inhabitants.id());
            SortedSet<String> there = new TreeSet<>(codes);
            together.forEach(s -> there.addAll(held.getOrDefault(s.id(), new TreeMap<>())
                    .getOrDefault(what, new TreeSet<>())));
            List<String> absent = expected.stream().filter(c -> !there.contains(c)).toList();
            if (!absent.isEmpty() && !counted) {
                missing.computeIfAbsent(absent, a -> new ArrayList<>()).add(what);
            }
        });
        missing.forEach((absent, whats) -> found.accept(Finding.of(
                Where.file(source), source.id(),
                "Sans ligne dans ce fichier" + of(whats) + "\u00a0: "
                        + (kind == Kind.QPV ? French.count(absent.size(), "quartier", "quartiers")
                                : French.count(absent.size(), "commune", "communes"))
                        + " sur " + French.integer(expected.size()) + ", " + evidence.names(kind, absent)
                        + ". Ce qui en dépend est non disponible, et les agrégats portent sur le reste\u00a0: complétez le fichier.",
                absent.getFirst())));
    }

    /** Files that hold with it what one would hold alone, contours of the overseas for one: what all lack is told of the first. */
    private static List<Source> together(Evidence evidence, Source source) {
        return evidence.sources(s -> s.layout() == source.layout() && s.layout().geographic());
    }

    private static String of(List<String> whats) {
        List<String> named = whats.stream().filter(w -> !w.isEmpty()).toList();
        return named.isEmpty() ? "" : " pour " + French.first(named);
    }

    /** What each source speaks of, by figure. A figure without a value is there: the producer says why. */
    private static Map<String, SortedMap<String, SortedSet<String>>> held(Evidence evidence) {
        Map<String, SortedMap<String, SortedSet<String>>> held = new TreeMap<>();
        evidence.facts(Fact.MeasureFact.class).forEach(f -> add(held, f, f.fact().measure(), null, f.fact().code()));
        evidence.facts(Fact.RateFact.class).forEach(f -> add(held, f, null, f.fact().indicator(), f.fact().code()));
        evidence.facts(Fact.ListedFact.class).forEach(f -> add(held, f, null, f.fact().indicator(), f.fact().code()));
        evidence.facts(Fact.MissingFact.class).forEach(
                f -> add(held, f, f.fact().measure(), f.fact().indicator(), f.fact().code()));
        evidence.facts(Fact.ContourFact.class).forEach(f -> add(held, f, null, null, f.fact().code()));
        evidence.facts(Fact.CentreFact.class).forEach(f -> add(held, f, null, null, f.fact().commune()));
        evidence.facts(Fact.EpciMembershipFact.class).forEach(f -> add(held, f, null, null, f.fact().commune()));
        return held;
    }

    private static void add(
            Map<String, SortedMap<String, SortedSet<String>>> held, Located<?> located, Measure measure,
            Indicator indicator, String code) {
        String what = measure != null ? measure.id() : indicator != null ? indicator.id() : "";
        held.computeIfAbsent(located.source(), s -> new TreeMap<>())
                .computeIfAbsent(what, w -> new TreeSet<>()).add(code);
    }
}

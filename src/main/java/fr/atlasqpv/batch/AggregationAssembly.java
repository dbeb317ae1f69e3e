package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.PublishedIndicator;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Fact.MissingMark;
import fr.atlasqpv.indicator.AggregationInput;
import fr.atlasqpv.indicator.BrevetResult;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Contributions;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Programme;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.College;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Region;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the aggregation needs, put together from what the extracts state. */
final class AggregationAssembly {
    private final RunRequest request;
    private final Edition edition;
    private final Facts facts;
    private final Attachments attachments;
    private final long run;

    AggregationAssembly(RunRequest request, Facts facts, Attachments attachments, long run) {
        this.request = request;
        this.edition = request.edition();
        this.facts = facts;
        this.attachments = attachments;
        this.run = run;
    }

    AggregationInput input() {
        Attachment attachment = attachments.load(run);
        SortedSet<String> regions = regions(edition, attachment);
        Map<Kind, Map<Measure, Map<String, BigDecimal>>> measures = measures();
        return new AggregationInput(
                attachment,
                edition.indicators()
                        .stream()
                        .map(PublishedIndicator::indicator)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Indicator.class))),
                regions,
                wholeOfFrance(edition, attachment),
                contributions(Kind.COMMUNE, measures),
                contributions(Kind.QPV, measures),
                colleges(),
                brevet(),
                attachments.near(run),
                programmes(),
                references(),
                edition.qpvOfFrance());
    }

    /** Regions whose books the edition makes: those it names, else the metropolitan ones that it knows. */
    static SortedSet<String> regions(Edition edition, Attachment attachment) {
        if (!edition.regions().isEmpty()) {
            return new TreeSet<>(edition.regions());
        }
        return attachment.regions()
                .values()
                .stream()
                .filter(Region::metropolitan)
                .map(Region::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The input covers metropolitan France when it attaches as many QPV as France has. */
    static boolean wholeOfFrance(Edition edition, Attachment attachment) {
        return attachment.qpv().size() >= edition.qpvOfFrance();
    }

    /** Counts of all kinds of territories, in one reading of the greatest table. */
    private Map<Kind, Map<Measure, Map<String, BigDecimal>>> measures() {
        Map<Kind, Map<Measure, Map<String, BigDecimal>>> measures = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            measures.put(kind, new EnumMap<>(Measure.class));
        }
        facts.each(run, Fact.MeasureFact.class, located -> add(measures.get(located.fact().kind()), located.fact()));
        facts.counters(run).forEach(located -> add(measures.get(Kind.QPV), located.fact()));
        return measures;
    }

    private Contributions contributions(Kind kind, Map<Kind, Map<Measure, Map<String, BigDecimal>>> measures) {
        Map<Indicator, Map<String, BigDecimal>> rates = new EnumMap<>(Indicator.class);
        facts.each(run, Fact.RateFact.class, located -> {
            Fact.RateFact fact = located.fact();
            if (fact.kind() == kind) {
                rates.computeIfAbsent(fact.indicator(), i -> new HashMap<>()).put(fact.code(), fact.rate());
            }
        });
        return new Contributions(measures.get(kind), rates, missing(kind), countedFromLists(kind));
    }

    private static void add(Map<Measure, Map<String, BigDecimal>> measures, Fact.MeasureFact fact) {
        measures.computeIfAbsent(fact.measure(), m -> new HashMap<>()).merge(fact.code(), fact.value(),
                BigDecimal::add);
    }

    private Map<Indicator, Map<String, Availability>> missing(Kind kind) {
        Map<Indicator, Map<String, Availability>> missing = new EnumMap<>(Indicator.class);
        facts.each(run, Fact.MissingFact.class, located -> {
            Fact.MissingFact fact = located.fact();
            if (fact.kind() == kind) {
                concerned(fact).forEach(
                        i -> missing.computeIfAbsent(i, x -> new HashMap<>()).merge(
                                fact.code(), availability(fact.mark()), AggregationAssembly::strongest));
            }
        });
        return missing;
    }

    /** Two marks on one cell: what the producer withholds outweighs what it does not have. */
    private static Availability strongest(Availability a, Availability b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Collection<Indicator> concerned(Fact.MissingFact fact) {
        if (fact.indicator() != null) {
            return List.of(fact.indicator());
        }
        return EnumSet.allOf(Indicator.class)
                .stream()
                .filter(
                        i -> i.numerator().equals(Optional.of(fact.measure()))
                                || i.denominator().equals(Optional.of(fact.measure())))
                .toList();
    }

    private static Availability availability(MissingMark mark) {
        return switch (mark) {
            case SANS_OBJET -> Availability.SANS_OBJET;
            case SECRET, NON_SIGNIFICATIF -> Availability.SECRET_A_LA_SOURCE;
            case EMPTY, NON_DISPONIBLE, DASH -> Availability.NON_DISPONIBLE;
        };
    }

    /** Dwellings come from lists of what exists: a territory that is not on the list has none. */
    private Set<Measure> countedFromLists(Kind kind) {
        Layout layout = kind == Kind.QPV ? Layout.RPLS_LOGEMENTS : Layout.RPLS_COMMUNES;
        return present(s -> s.layout() == layout && s.measure() != null)
                .stream()
                .map(Source::measure)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Measure.class)));
    }

    private List<Source> present(Predicate<Source> condition) {
        return edition.sources().stream().filter(condition).filter(request::has).toList();
    }

    private Map<String, College> colleges() {
        return present(s -> s.layout() == Layout.ANNUAIRE_EDUCATION).isEmpty() ? null : PublicColleges.of(facts, run);
    }

    private Map<String, BrevetResult> brevet() {
        if (present(s -> s.layout() == Layout.BREVET).isEmpty()) {
            return null;
        }
        Map<String, BrevetResult> results = new HashMap<>();
        facts.each(run, Fact.BrevetFact.class, located -> {
            Fact.BrevetFact fact = located.fact();
            boolean counted = fact.college() && fact.open() && edition.brevetSessions().contains(fact.session());
            if (counted && fact.sat() != null && fact.passed() != null) {
                results.merge(
                        fact.uai(),
                        new BrevetResult(fact.sat(), fact.passed()),
                        (a, b) -> new BrevetResult(a.sat().add(b.sat()), a.passed().add(b.passed())));
            }
        });
        return results;
    }

    private Map<Indicator, Map<String, Programme>> programmes() {
        Map<Indicator, Map<String, Programme>> programmes = new EnumMap<>(Indicator.class);
        present(s -> s.layout() == Layout.LISTE_QPV).forEach(s -> programmes.put(s.indicator(), new HashMap<>()));
        if (!present(s -> s.layout() == Layout.TYPOLOGIES).isEmpty()) {
            List.of(Indicator.TYPOLOGIE_CADRE_VIE, Indicator.TYPOLOGIE_COHESION, Indicator.TYPOLOGIE_EMPLOI)
                    .forEach(i -> programmes.put(i, new HashMap<>()));
        }
        facts.each(run, Fact.ProgrammeFact.class, located -> {
            Fact.ProgrammeFact fact = located.fact();
            programmes.computeIfAbsent(fact.indicator(), i -> new HashMap<>())
                    .put(fact.qpv(), new Programme(fact.value(), fact.text()));
        });
        return programmes;
    }

    private Map<CellKey, BigDecimal> references() {
        Map<CellKey, BigDecimal> references = new TreeMap<>();
        facts.each(run, Fact.ReferenceFact.class, located -> {
            Fact.ReferenceFact fact = located.fact();
            Indicator.of(fact.indicator()).ifPresent(
                    i -> references.put(
                            CellKey.of(Level.valueOf(fact.level()), fact.code(), fact.perimeter(), i), fact.value()));
        });
        return references;
    }
}

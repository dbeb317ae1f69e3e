package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Carries;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Fact.MissingMark;
import fr.atlasqpv.indicator.AggregationInput;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Contributions;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Programme;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Counters;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Establishment;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the aggregation needs, put together from what the extracts state. */
final class AggregationAssembly {
    private final Edition edition;
    private final Facts facts;
    private final Counters counters;
    private final Attachments attachments;
    private final RunHistory history;
    private final long run;
    private final Set<String> filled;

    AggregationAssembly(RunRequest request, RunTables tables, long run) {
        this.edition = request.edition();
        this.facts = tables.facts();
        this.counters = tables.counters();
        this.attachments = tables.attachments();
        this.history = tables.history();
        this.run = run;
        this.filled = history
                .inputs(run)
                .stream()
                .filter(i -> i.rows().read() > 0)
                .map(Input::source)
                .collect(Collectors.toSet());
    }

    AggregationInput input() {
        Attachment attachment = attachments.load(run);
        SortedSet<String> regions = regions(edition, attachment);
        Map<Kind, Map<Measure, Map<String, BigDecimal>>> measures = measures();
        return new AggregationInput(
                attachment,
                edition.catalogue(),
                regions,
                covered(edition, attachment),
                contributions(Kind.COMMUNE, measures, Map.of()),
                contributions(Kind.QPV, measures, incomplete(attachment)),
                establishments(),
                withoutFile(Layout.ANNUAIRE_EDUCATION, attachment),
                withoutFile(Layout.EDUCATION_PRIORITAIRE, attachment),
                results(),
                attachments.near(run),
                programmes(),
                references(),
                edition.frame().reference(),
                respondents());
    }

    /** Départements that no file of a layout holds. */
    private Set<String> withoutFile(Layout layout, Attachment attachment) {
        return attachment.departements().keySet().stream()
                .filter(Predicate.not(Directory.holding(layout, edition, history, run))).collect(Collectors.toSet());
    }

    private List<AggregationInput.Contribution> respondents() {
        List<AggregationInput.Contribution> respondents = new ArrayList<>();
        counters.contributions(
                run,
                (one, units) -> respondents.add(
                        new AggregationInput.Contribution(
                                one.kind() == Kind.QPV ? Perimeter.QPV : Perimeter.ENSEMBLE, one.code(), one.measure(),
                                one.respondent(), BigDecimal.valueOf(units))));
        return respondents;
    }

    /** Regions whose books the edition makes: those it names, else all that it places and that have a QPV. */
    static SortedSet<String> regions(Edition edition, Attachment attachment) {
        if (!edition.regions().isEmpty()) {
            return new TreeSet<>(edition.regions());
        }
        return attachment.qpv().values().stream().map(AttachedQpv::region)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether the input covers the territory of reference. */
    static boolean covered(Edition edition, Attachment attachment) {
        return edition.frame().reference().covered(
                attachment.qpv().values().stream().map(AttachedQpv::region).toList());
    }

    /** Counts of all kinds of territories, in one reading of the greatest table. */
    private Map<Kind, Map<Measure, Map<String, BigDecimal>>> measures() {
        Map<Kind, Map<Measure, Map<String, BigDecimal>>> measures = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            measures.put(kind, new TreeMap<>());
        }
        facts.each(run, Fact.MeasureFact.class, located -> add(measures.get(located.fact().kind()), located.fact()));
        facts.counters(run).forEach(located -> add(measures.get(Kind.QPV), located.fact()));
        return measures;
    }

    /** QPV of which an unusable row of dwellings speaks: by its code, or as one of those of its commune. */
    private Map<Measure, Set<String>> incomplete(Attachment attachment) {
        Map<Measure, Set<String>> incomplete = new TreeMap<>();
        facts.each(run, Fact.LostDwellingFact.class, located -> {
            Fact.LostDwellingFact lost = located.fact();
            attachment.qpv()
                    .values()
                    .stream()
                    .filter(q -> lost.qpv().isEmpty() ? q.communes().contains(lost.commune())
                            : q.code().equals(lost.qpv()))
                    .forEach(q -> incomplete.computeIfAbsent(lost.measure(), m -> new TreeSet<>()).add(q.code()));
        });
        return incomplete;
    }

    private Contributions contributions(
            Kind kind, Map<Kind, Map<Measure, Map<String, BigDecimal>>> measures,
            Map<Measure, Set<String>> incomplete) {
        Map<Indicator, Map<String, BigDecimal>> rates = new TreeMap<>();
        facts.each(run, Fact.RateFact.class, located -> {
            Fact.RateFact fact = located.fact();
            if (fact.kind() == kind) {
                rates.computeIfAbsent(fact.indicator(), i -> new HashMap<>()).put(fact.code(), fact.rate());
            }
        });
        Map<Indicator, Map<String, BigDecimal>> figures = new TreeMap<>(rates);
        figures.keySet().removeIf(i -> !(i.form() instanceof Form.Delivered));
        rates.keySet().removeAll(figures.keySet());
        return new Contributions(
                measures.get(kind), rates, bases(kind), figures, missing(kind), countedFromLists(kind),
                incomplete);
    }

    /** The base that the edition names for the rates of each indicator, in the sources of a kind of territory. */
    private Map<Indicator, Measure> bases(Kind kind) {
        Layout layout = kind == Kind.QPV ? Layout.BASE_QPV : Layout.BASE_COMMUNES;
        Map<Indicator, Measure> bases = new TreeMap<>();
        edition.sources()
                .stream()
                .filter(s -> s.layout() == layout)
                .flatMap(s -> s.values().stream())
                .filter(v -> v.carries() == Carries.RATE)
                .forEach(v -> bases.put(v.indicator(), v.measure()));
        return bases;
    }

    private static void add(Map<Measure, Map<String, BigDecimal>> measures, Fact.MeasureFact fact) {
        measures.computeIfAbsent(fact.measure(), m -> new HashMap<>()).merge(fact.code(), fact.value(),
                BigDecimal::add);
    }

    private Map<Indicator, Map<String, Availability>> missing(Kind kind) {
        Map<Indicator, Map<String, Availability>> missing = new TreeMap<>();
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

    private Collection<Indicator> concerned(Fact.MissingFact fact) {
        if (fact.indicator() != null) {
            return List.of(fact.indicator());
        }
        return edition.catalogue().indicators().stream().filter(i -> i.measures().contains(fact.measure())).toList();
    }

    private static Availability availability(MissingMark mark) {
        return switch (mark) {
            case SANS_OBJET -> Availability.SANS_OBJET;
            case SECRET, NON_SIGNIFICATIF -> Availability.SECRET_A_LA_SOURCE;
            case EMPTY, NON_DISPONIBLE, DASH -> Availability.NON_DISPONIBLE;
        };
    }

    /** Dwellings of which the edition says that a territory without a row has none. */
    private Set<Measure> countedFromLists(Kind kind) {
        Predicate<Layout> counts =
                kind == Kind.QPV ? Layout.RPLS_LOGEMENTS::equals : Layout::dwellingsOfCommunes;
        return present(s -> counts.test(s.layout()) && s.measure() != null && s.zeroWhenAbsent())
                .stream()
                .map(Source::measure)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A file without a row says nothing: whom a list that lost its rows would have named, nobody knows. */
    private List<Source> present(Predicate<Source> condition) {
        return edition.sources().stream().filter(condition).filter(s -> filled.contains(s.id())).toList();
    }

    private Map<String, Establishment> establishments() {
        return present(s -> s.layout() == Layout.ANNUAIRE_EDUCATION).isEmpty() ? null : Directory.of(facts, run);
    }

    private Contributions results() {
        Map<Measure, Map<String, BigDecimal>> results = new TreeMap<>();
        present(s -> s.layout() == Layout.BREVET).stream()
                .flatMap(s -> s.values().stream())
                .forEach(v -> results.put(v.measure(), new HashMap<>()));
        Set<String> partly = new HashSet<>();
        facts.each(run, Fact.ResultFact.class, located -> {
            Fact.ResultFact fact = located.fact();
            if (fact.value() == null) {
                partly.add(fact.establishment() + " " + fact.session());
            }
        });
        // A session of which one count is missing is left out whole: its parts would not belong together
        facts.each(run, Fact.ResultFact.class, located -> {
            Fact.ResultFact fact = located.fact();
            if (!partly.contains(fact.establishment() + " " + fact.session())) {
                results.get(fact.measure()).merge(fact.establishment(), fact.value(), BigDecimal::add);
            }
        });
        return new Contributions(results, Map.of(), Map.of(), Map.of(), Map.of(), Set.of());
    }

    private Map<Indicator, Map<String, Programme>> programmes() {
        Map<Indicator, Map<String, Programme>> programmes = new TreeMap<>();
        present(s -> s.layout().list()).forEach(s -> programmes.put(s.indicator(), new HashMap<>()));
        present(s -> s.layout() == Layout.BASE_QPV)
                .stream()
                .flatMap(s -> s.values().stream())
                .filter(v -> v.carries() == Carries.CODE)
                .forEach(v -> programmes.put(v.indicator(), new HashMap<>()));
        Map<Indicator, Map<String, Programme>> ofCommunes = new TreeMap<>();
        facts.each(run, Fact.ListedFact.class, located -> {
            Fact.ListedFact fact = located.fact();
            (fact.kind() == Kind.QPV ? programmes : ofCommunes)
                    .computeIfAbsent(fact.indicator(), i -> new HashMap<>())
                    .put(fact.code(), new Programme(fact.value(), fact.text()));
        });
        ofCommunes.forEach((indicator, list) -> attachments.load(run).qpv().values().forEach(
                qpv -> ofItsCommunes(indicator, qpv, list)
                        .ifPresent(p -> programmes.get(indicator).put(qpv.code(), p))));
        return programmes;
    }

    /** A QPV belongs as soon as one of its communes does; a number or a code is that of the commune most of it lies in. */
    private static Optional<Programme> ofItsCommunes(
            Indicator indicator, AttachedQpv qpv, Map<String, Programme> list) {
        return indicator.kind() == Indicator.Kind.FLAG
                ? qpv.communes().stream().map(list::get).filter(Objects::nonNull).findFirst()
                : Optional.ofNullable(list.get(qpv.commune()));
    }

    private Map<CellKey, BigDecimal> references() {
        Map<CellKey, BigDecimal> references = new TreeMap<>();
        facts.each(run, Fact.ReferenceFact.class, located -> {
            Fact.ReferenceFact fact = located.fact();
            edition.catalogue().indicator(fact.indicator()).ifPresent(
                    i -> references.put(
                            CellKey.of(Level.valueOf(fact.level()), fact.code(), fact.perimeter(), i), fact.value()));
        });
        return references;
    }
}

package fr.atlasqpv.indicator;

import fr.atlasqpv.indicator.AggregationInput.Contribution;
import fr.atlasqpv.indicator.AggregationResult.Remark;
import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.indicator.Indicator.Kind;
import fr.atlasqpv.indicator.RatioSum.Part;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Establishment;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.PublishedEpci;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Sums every measure by level, then takes ratios of sums. No mean of ratios, no first match, no rounding.
 *
 * <p>A source that only gives a rate weighs rate × its base (its own denominator, else the one that the edition names). Where parts are
 * unknown the figure is that of the known parts and is marked as estimated; where nothing is known it is not available.
 */
public final class Aggregation {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final AggregationInput input;
    private final SortedMap<CellKey, RawCell> cells = new TreeMap<>();
    private final Map<TotalKey, BigDecimal> totals = new HashMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final SortedSet<Territory> published = new TreeSet<>();
    private final Map<String, List<Territory>> containersOfCommune = new HashMap<>();
    private final Map<String, List<Territory>> containersOfQpv = new HashMap<>();

    private Aggregation(AggregationInput input) {
        this.input = input;
    }

    /**
     * Aggregates the whole edition.
     *
     * @param input attachment and what the sources say
     * @return every cell of the books, the sums behind the rules, and remarks
     */
    public static AggregationResult of(AggregationInput input) {
        Aggregation aggregation = new Aggregation(input);
        aggregation.indexTerritories();
        // A change is made of cells that stand: it comes last
        input.catalogue()
                .indicators()
                .stream()
                .sorted(Comparator.comparing(i -> i.form() instanceof Form.Change))
                .forEach(aggregation::aggregate);
        aggregation.sumMeasures();
        Map<TotalKey, Respondents> respondents = aggregation.respondents();
        return new AggregationResult(aggregation.cells, aggregation.totals, respondents, aggregation.remarks);
    }

    private void indexTerritories() {
        var attachment = input.attachment();
        Set<String> rowsWithQpv = new HashSet<>();
        published.add(france());
        input.regions().forEach(r -> published.add(new Territory(Level.REG, r)));
        for (Departement departement : attachment.departements().values()) {
            if (input.regions().contains(departement.region())) {
                published.add(new Territory(Level.DEP, departement.code()));
            }
        }
        for (AttachedQpv qpv : attachment.qpv().values()) {
            List<Territory> containers = containers(qpv.epci(), qpv.departement(), qpv.region());
            containersOfQpv.put(qpv.code(), containers);
            rowsWithQpv.add(qpv.epci());
            if (inBooks(qpv)) {
                published.add(new Territory(Level.QPV, qpv.code()));
            }
        }
        for (PublishedEpci row : attachment.epci().values()) {
            if (rowsWithQpv.contains(row.code()) && input.regions().contains(row.region())) {
                published.add(new Territory(Level.EPCI, row.code()));
            }
        }
        for (Commune commune : attachment.communes().values()) {
            containersOfCommune.put(
                    commune.code(),
                    containers(
                            attachment.epciRowOf(commune.code()).orElse(""), commune.departement(), commune.region()));
        }
    }

    /** A QPV stands in the book of its EPCI; without one, in that of its region. */
    private boolean inBooks(AttachedQpv qpv) {
        PublishedEpci row = input.attachment().epci().get(qpv.epci());
        return input.regions().contains(row == null ? qpv.region() : row.region());
    }

    private List<Territory> containers(String row, String departement, String region) {
        List<Territory> containers = new ArrayList<>(4);
        if (!row.isEmpty()) {
            containers.add(new Territory(Level.EPCI, row));
        }
        containers.add(new Territory(Level.DEP, departement));
        containers.add(new Territory(Level.REG, region));
        if (input.reference().regions().contains(region)) {
            containers.add(france());
        }
        return containers;
    }

    private Territory france() {
        return input.reference().territory();
    }

    private void aggregate(Indicator indicator) {
        switch (indicator.form()) {
            case Form.Count count -> sum(indicator);
            case Form.Ratio ratio -> sum(indicator);
            case Form.RatioNear ratio -> ratioNear(indicator, ratio.which());
            case Form.Near near -> near(indicator, near.which());
            case Form.ShareOf share -> share(indicator, share);
            case Form.Listed list -> programme(indicator);
            case Form.Code code -> programme(indicator);
            case Form.Delivered delivered -> delivered(indicator);
            case Form.Change change -> change(indicator, change);
        }
    }

    private void sum(Indicator indicator) {
        Map<Territory, RatioSum> all = sums(indicator, input.communes(), containersOfCommune);
        Map<Territory, RatioSum> inQpv = sums(indicator, input.qpv(), containersOfQpv);
        List<String> withoutFigure = new ArrayList<>();
        for (String qpv : input.attachment().qpv().keySet()) {
            Part part = part(indicator, input.qpv(), qpv);
            if (part instanceof Part.Unknown) {
                withoutFigure.add(qpv);
            }
            RatioSum own = new RatioSum();
            own.add(part);
            put(indicator, new Territory(Level.QPV, qpv), Perimeter.QPV, own);
        }
        remarkUnknown(indicator, inTheBooks(all), withoutFigure);
        for (Territory territory : published) {
            if (territory.level() != Level.QPV) {
                put(indicator, territory, Perimeter.ENSEMBLE, all.getOrDefault(territory, new RatioSum()));
                put(indicator, territory, Perimeter.QPV, inQpv.getOrDefault(territory, new RatioSum()));
            }
        }
    }

    /** Sums over the communes, or the QPV, of each territory above them. */
    private Map<Territory, RatioSum> sums(
            Indicator indicator, Contributions sources, Map<String, List<Territory>> containers) {
        Map<Territory, RatioSum> sums = new HashMap<>();
        containers.forEach((code, above) -> {
            Part part = part(indicator, sources, code);
            above.forEach(t -> sums.computeIfAbsent(t, x -> new RatioSum()).add(part));
        });
        return sums;
    }

    private Part part(Indicator indicator, Contributions sources, String code) {
        Measure top = indicator.numerator().orElseThrow();
        if (top.equals(Measure.QPV)) {
            return input.attachment().qpv().containsKey(code) ? new Part.Counted(BigDecimal.ONE, BigDecimal.ZERO)
                    : new Part.Unknown();
        }
        var numerator = sources.measure(top, code);
        if (indicator.denominator().isEmpty()) {
            return numerator.map(n -> counted(n, BigDecimal.ZERO, sources.incomplete(top, code)))
                    .orElseGet(Part.Unknown::new);
        }
        Measure bottom = indicator.denominator().get();
        var denominator = sources.measure(bottom, code);
        if (numerator.isPresent() && denominator.isPresent()) {
            return counted(numerator.get(), denominator.get(),
                    sources.incomplete(top, code) || sources.incomplete(bottom, code));
        }
        // No inhabitant of the base is known: the rate stands for itself, and weighs nothing much in a sum
        return sources.rate(indicator, code)
                .<Part>map(rate -> {
                    BigDecimal base = denominator
                            .or(() -> sources.base(indicator, code))
                            .filter(b -> b.signum() > 0)
                            .orElse(HUNDRED);
                    return new Part.FromRate(
                            rate.multiply(base).divide(indicator.scale(), MathContext.DECIMAL128), base);
                })
                .orElseGet(Part.Unknown::new);
    }

    private static Part counted(BigDecimal numerator, BigDecimal denominator, boolean incomplete) {
        return incomplete ? new Part.Incomplete(numerator, denominator) : new Part.Counted(numerator, denominator);
    }

    private void put(Indicator indicator, Territory territory, Perimeter perimeter, RatioSum sum) {
        if (!published.contains(territory) || !indicator.exists(territory.level(), perimeter)) {
            return;
        }
        CellKey key = new CellKey(territory, perimeter, indicator);
        RawCell cell = figure(key, sum);
        if (territory.level() == Level.QPV && cell.availability() == Availability.NON_DISPONIBLE) {
            cell = RawCell.absent(key, input.qpv().whyMissing(indicator, territory.code()));
        }
        cells.put(key, cell);
    }

    /** A published figure stands for a territory that the input does not cover. */
    private RawCell figure(CellKey key, RatioSum sum) {
        if (key.territory().level() == Level.FRANCE && !input.wholeOfFrance()) {
            return reference(key);
        }
        return key.indicator().kind() == Kind.RATE ? sum.rate(key) : sum.count(key);
    }

    private RawCell reference(CellKey key) {
        BigDecimal value = input.references().get(key);
        if (value == null) {
            return RawCell.absent(key, Availability.NON_DISPONIBLE);
        }
        return key.indicator().kind() == Kind.RATE
                ? RawCell.rate(key, value, key.indicator().scale(), false)
                : RawCell.count(key, value, false);
    }

    /** The communes that a figure of the books rests on: others miss nothing. */
    private List<RatioSum> inTheBooks(Map<Territory, RatioSum> sums) {
        return input.wholeOfFrance()
                ? Stream.concat(Stream.of(france()), besides()).map(sums::get).filter(Objects::nonNull).toList()
                : input.regions().stream().map(r -> sums.get(new Territory(Level.REG, r))).filter(Objects::nonNull)
                        .toList();
    }

    /** Regions of the books that are no part of the territory of reference. */
    private Stream<Territory> besides() {
        return input.regions().stream().filter(r -> !input.reference().regions().contains(r))
                .map(r -> new Territory(Level.REG, r));
    }

    private void remarkUnknown(Indicator indicator, List<RatioSum> sums, List<String> qpvWithoutFigure) {
        int without = sums.stream().mapToInt(RatioSum::unknown).sum();
        if (sums.stream().anyMatch(s -> s.known() > 0) && without > 0) {
            remarks.add(new Remark(
                    "parts-inconnues",
                    indicator.id(),
                    (without == 1 ? "1 commune n’a" : without + " communes n’ont")
                            + " pas de valeur ; les agrégats qui les contiennent portent sur "
                            + "les autres et sont marqués estimés."));
        }
        int known = input.attachment().qpv().size() - qpvWithoutFigure.size();
        if (known > 0 && !qpvWithoutFigure.isEmpty()) {
            remarks.add(new Remark(
                    "parts-inconnues",
                    indicator.id(),
                    (qpvWithoutFigure.size() == 1 ? "1 quartier n’a" : qpvWithoutFigure.size() + " quartiers n’ont")
                            + " pas de valeur ("
                            + String.join(", ", qpvWithoutFigure.subList(0, Math.min(5, qpvWithoutFigure.size())))
                            + (qpvWithoutFigure.size() > 5 ? "…" : "")
                            + ") ; les agrégats qui les contiennent portent sur les autres et sont marqués estimés."));
        }
    }

    /** A ratio over distinct establishments: one near two QPV counts once above them. */
    private void ratioNear(Indicator indicator, Form.Establishments which) {
        if (input.establishments() == null || !input.results().knows(indicator.denominator().orElseThrow())) {
            keys(indicator).forEach(key -> cells.put(key, RawCell.absent(key, Availability.NON_DISPONIBLE)));
            return;
        }
        Set<String> untold = new HashSet<>();
        Set<Territory> partly = new HashSet<>();
        input.attachment().communes().values().stream().filter(c -> !told(which, c.departement())).forEach(c -> {
            untold.add(c.code());
            partly.addAll(containersOfCommune.get(c.code()));
        });
        Map<Territory, Set<String>> of = new HashMap<>();
        for (Establishment establishment : input.establishments().values()) {
            if (which.accept(establishment) && !untold.contains(establishment.commune())) {
                containersOfCommune
                        .getOrDefault(establishment.commune(), List.of())
                        .forEach(t -> of.computeIfAbsent(t, x -> new TreeSet<>()).add(establishment.id()));
            }
        }
        Nearby nearby = nearby(which);
        remarkContours(indicator, nearby);
        for (CellKey key : keys(indicator)) {
            boolean inQpv = key.perimeter() == Perimeter.QPV;
            RatioSum sum = new RatioSum();
            (inQpv ? nearby.found() : of).getOrDefault(key.territory(), Set.of())
                    .forEach(id -> sum.add(part(indicator, input.results(), id)));
            int unknown = inQpv ? nearby.withoutContour().getOrDefault(key.territory(), 0)
                    : partly.contains(key.territory()) ? 1 : 0;
            for (int i = 0; i < unknown; i++) {
                sum.add(new Part.Unknown());
            }
            cells.put(key, figure(key, sum));
        }
    }

    private void remarkContours(Indicator indicator, Nearby nearby) {
        long missing = nearby.withoutContour().keySet().stream().filter(t -> t.level() == Level.QPV).count();
        if (missing > 0) {
            remarks.add(new Remark(
                    "contour-absent",
                    indicator.id(),
                    (missing == 1 ? "1 quartier n’a" : missing + " quartiers n’ont")
                            + " pas de contour à mesurer, ou pas d’annuaire ; ce qui leur est proche n’est pas "
                            + "disponible."));
        }
    }

    /** Establishments near the QPV of each territory, each counted once, and how many of its QPV have no contour. */
    private record Nearby(Map<Territory, Set<String>> found, Map<Territory, Integer> withoutContour) {}

    private Nearby nearby(Form.Establishments which) {
        Nearby nearby = new Nearby(new HashMap<>(), new HashMap<>());
        for (AttachedQpv attached : input.attachment().qpv().values()) {
            String qpv = attached.code();
            SortedMap<String, Double> distances = input.establishments() != null && told(which, attached.departement())
                    ? input.near().get(qpv)
                    : null;
            if (distances == null) {
                withItself(qpv).forEach(t -> nearby.withoutContour().merge(t, 1, Integer::sum));
            } else {
                Set<String> near = which.near(distances, input.establishments());
                withItself(qpv).forEach(
                        t -> nearby.found().computeIfAbsent(t, x -> new TreeSet<>()).addAll(near));
            }
        }
        return nearby;
    }

    /** Tells whether the files say which establishments of a département are of these, and which are not. */
    private boolean told(Form.Establishments which, String departement) {
        return !input.unlisted().contains(departement)
                && (which.labels().isEmpty() || !input.unlabelled().contains(departement));
    }

    private void near(Indicator indicator, Form.Establishments which) {
        Nearby nearby = nearby(which);
        if (input.establishments() != null && !nearby.found().isEmpty()) {
            remarkContours(indicator, nearby);
        }
        for (CellKey key : keys(indicator)) {
            Set<String> near = nearby.found().get(key.territory());
            boolean known = near != null || !nearby.withoutContour().containsKey(key.territory());
            cells.put(
                    key,
                    key.perimeter() == Perimeter.QPV && known
                            ? RawCell.count(
                                    key, BigDecimal.valueOf(near == null ? 0 : near.size()),
                                    nearby.withoutContour().containsKey(key.territory()))
                            : RawCell.absent(key, Availability.NON_DISPONIBLE));
        }
    }

    /** Cells of an indicator that stand in the books. */
    private List<CellKey> keys(Indicator indicator) {
        return published.stream()
                .flatMap(t -> Stream.of(Perimeter.values())
                        .filter(p -> indicator.exists(t.level(), p))
                        .map(p -> new CellKey(t, p, indicator)))
                .toList();
    }

    private void share(Indicator indicator, Form.ShareOf share) {
        Map<Territory, RatioSum> inQpv = sums(indicator, input.qpv(), containersOfQpv);
        Map<Territory, RatioSum> all = share.whole() == Form.Whole.TERRITOIRE
                ? sums(indicator, input.communes(), containersOfCommune)
                : Map.of();
        for (CellKey key : keys(indicator)) {
            RawCell top = inQpv.getOrDefault(key.territory(), new RatioSum()).count(key);
            RawCell bottom = share.whole() == Form.Whole.FRANCE
                    ? ofFrance(key, share.measure(), inQpv)
                    : all.getOrDefault(key.territory(), new RatioSum()).count(key);
            cells.put(key, quotient(key, top, bottom));
        }
    }

    /** The whole that the QPV of France make: as many as the edition says, or their sum where the input has them all. */
    private RawCell ofFrance(CellKey key, Measure measure, Map<Territory, RatioSum> inQpv) {
        if (measure.equals(Measure.QPV)) {
            return RawCell.count(key, BigDecimal.valueOf(input.reference().qpv()), false);
        }
        if (input.wholeOfFrance()) {
            return inQpv.getOrDefault(france(), new RatioSum()).count(key);
        }
        return input.catalogue()
                .indicators()
                .stream()
                .filter(i -> i.form().equals(new Form.Count(measure)))
                .map(i -> reference(new CellKey(france(), Perimeter.QPV, i)))
                .findFirst()
                .orElseGet(() -> RawCell.absent(key, Availability.NON_DISPONIBLE));
    }

    private static RawCell quotient(CellKey key, RawCell top, RawCell bottom) {
        if (top.availability() != Availability.KNOWN || bottom.availability() != Availability.KNOWN) {
            return RawCell.absent(key, Availability.NON_DISPONIBLE);
        }
        if (bottom.numerator().signum() == 0) {
            return RawCell.absent(key, Availability.SANS_OBJET);
        }
        return RawCell.rate(key, top.numerator(), bottom.numerator(), top.estimated() || bottom.estimated());
    }

    /** No sum gives it: each level shows what the producer says of it, or nothing. */
    private void delivered(Indicator indicator) {
        boolean nothingAbove = false;
        for (CellKey key : keys(indicator)) {
            Territory territory = key.territory();
            Optional<BigDecimal> figure = territory.level() == Level.QPV
                    ? input.qpv().figure(indicator, territory.code())
                    : Optional.ofNullable(input.references().get(key));
            nothingAbove |= figure.isEmpty() && territory.level() != Level.QPV;
            Availability why = territory.level() == Level.QPV
                    ? input.qpv().whyMissing(indicator, territory.code())
                    : Availability.NON_DISPONIBLE;
            cells.put(key, figure.map(f -> RawCell.count(key, f, false)).orElseGet(() -> RawCell.absent(key, why)));
        }
        if (nothingAbove) {
            remarks.add(new Remark(
                    "figure-non-agregee",
                    indicator.id(),
                    "Cette figure ne se calcule pas par somme : au-dessus du quartier, elle n’est donnée que là où une "
                            + "source la livre."));
        }
    }

    private void change(Indicator indicator, Form.Change change) {
        for (CellKey key : keys(indicator)) {
            RawCell from = cells.get(new CellKey(key.territory(), key.perimeter(), change.from()));
            RawCell to = cells.get(new CellKey(key.territory(), key.perimeter(), change.to()));
            cells.put(key, from == null || to == null
                    ? RawCell.absent(key, Availability.NON_DISPONIBLE)
                    : change(key, from, to));
        }
    }

    private static RawCell change(CellKey key, RawCell from, RawCell to) {
        if (from.availability() != Availability.KNOWN || to.availability() != Availability.KNOWN) {
            boolean first = from.availability().compareTo(to.availability()) > 0;
            return RawCell.absent(key, first ? from.availability() : to.availability());
        }
        return change(key, from.figure(), to.figure(), from.estimated() || to.estimated());
    }

    /**
     * The change between two figures, as the indicator of the key tells it.
     *
     * @param key cell of an indicator of form change
     * @param from the earlier figure
     * @param to the later figure
     * @param estimated whether one of them is estimated
     * @return the change; without object when it is relative to zero
     */
    public static RawCell change(CellKey key, BigDecimal from, BigDecimal to, boolean estimated) {
        BigDecimal difference = to.subtract(from);
        if (!((Form.Change) key.indicator().form()).relative()) {
            return RawCell.count(key, difference, estimated);
        }
        return from.signum() == 0
                ? RawCell.absent(key, Availability.SANS_OBJET)
                : RawCell.count(
                        key, difference.multiply(HUNDRED).divide(from, MathContext.DECIMAL128), estimated);
    }

    /** A list by QPV: a QPV that is not on it has no programme; without a list nothing is known. */
    private void programme(Indicator indicator) {
        Map<String, Programme> list = input.programmes().get(indicator);
        for (Territory territory : published) {
            if (!indicator.exists(territory.level(), Perimeter.QPV)) {
                continue;
            }
            CellKey key = new CellKey(territory, Perimeter.QPV, indicator);
            if (list == null) {
                cells.put(key, RawCell.absent(key, Availability.NON_DISPONIBLE));
                continue;
            }
            Programme programme = list.get(territory.code());
            Optional<Availability> mark = programme == null ? mark(indicator, territory) : Optional.empty();
            if (mark.isPresent()) {
                cells.put(key, RawCell.absent(key, mark.get()));
                continue;
            }
            cells.put(key, indicator.kind() == Kind.CODE ? code(key, programme) : number(key, programme));
        }
    }

    /** Whoever is not on a list is not concerned; who is on it with a mark is, and the mark is never zero. */
    private Optional<Availability> mark(Indicator indicator, Territory territory) {
        if (territory.level() != Level.QPV) {
            return Optional.empty();
        }
        return input.qpv().mark(indicator, territory.code()).or(() -> {
            AttachedQpv qpv = input.attachment().qpv().get(territory.code());
            return (indicator.kind() == Kind.FLAG ? qpv.communes().stream() : Stream.of(qpv.commune()))
                    .flatMap(commune -> input.communes().mark(indicator, commune).stream())
                    .max(Comparator.naturalOrder());
        });
    }

    private static RawCell code(CellKey key, Programme programme) {
        if (programme != null && programme.text() != null && !programme.text().isEmpty()) {
            return RawCell.code(key, programme.text());
        }
        boolean everyQpvHasOne = key.indicator().form() instanceof Form.Code;
        return RawCell.absent(key, everyQpvHasOne ? Availability.NON_DISPONIBLE : Availability.SANS_OBJET);
    }

    private static RawCell number(CellKey key, Programme programme) {
        BigDecimal value = programme == null || programme.value() == null ? BigDecimal.ZERO : programme.value();
        return RawCell.count(key, value, false);
    }

    /** Sums of measures for the rules that count units, where every member is known. */
    private void sumMeasures() {
        for (Measure measure : input.catalogue().measures()) {
            if (input.communes().knows(measure)) {
                sumMeasure(measure, Perimeter.ENSEMBLE, input.communes(), containersOfCommune.keySet(),
                        containersOfCommune::get);
            }
            if (input.qpv().knows(measure)) {
                sumMeasure(measure, Perimeter.QPV, input.qpv(), containersOfQpv.keySet(), this::withItself);
            }
        }
    }

    private List<Territory> withItself(String qpv) {
        List<Territory> containers = new ArrayList<>(containersOfQpv.get(qpv));
        containers.add(new Territory(Level.QPV, qpv));
        return containers;
    }

    private void sumMeasure(
            Measure measure,
            Perimeter perimeter,
            Contributions sources,
            Collection<String> codes,
            Function<String, List<Territory>> containers) {
        for (String code : codes) {
            sources.measure(measure, code).ifPresent(value -> {
                for (Territory territory : containers.apply(code)) {
                    if (published.contains(territory)) {
                        totals.merge(new TotalKey(territory, perimeter, measure), value, BigDecimal::add);
                    }
                }
            });
        }
    }

    /** A respondent of two communes, or of two QPV, of a territory is one of its respondents. */
    private Map<TotalKey, Respondents> respondents() {
        Map<TotalKey, Map<String, BigDecimal>> units = new HashMap<>();
        SortedMap<Measure, BigDecimal> unnamed = new TreeMap<>();
        Map<Measure, BigDecimal> all = new HashMap<>();
        for (Contribution one : input.respondents()) {
            List<Territory> containers = one.perimeter() == Perimeter.ENSEMBLE
                    ? containersOfCommune.getOrDefault(one.code(), List.of())
                    : containersOfQpv.containsKey(one.code()) ? withItself(one.code()) : List.of();
            containers.stream()
                    .filter(published::contains)
                    .map(territory -> new TotalKey(territory, one.perimeter(), one.measure()))
                    .forEach(key -> units.computeIfAbsent(key, k -> new HashMap<>())
                            .merge(one.respondent(), one.units(), BigDecimal::add));
            if (one.perimeter() == Perimeter.ENSEMBLE) {
                all.merge(one.measure(), one.units(), BigDecimal::add);
                if (one.respondent().isEmpty()) {
                    unnamed.merge(one.measure(), one.units(), BigDecimal::add);
                }
            }
        }
        unnamed.forEach((measure, without) -> remarkUnnamed(measure, without, all.get(measure)));
        Map<TotalKey, Respondents> respondents = new HashMap<>();
        units.forEach((key, of) -> respondents.put(key, Respondents.of(of.values())));
        return respondents;
    }

    private void remarkUnnamed(Measure measure, BigDecimal without, BigDecimal all) {
        int percent = without.multiply(HUNDRED).divide(all, 0, RoundingMode.HALF_UP).intValue();
        remarks.add(new Remark(
                "repondant-non-nomme",
                measure.id(),
                "Des lignes ne disent pas de qui elles viennent ("
                        + (percent < 1 ? "moins de 1" : "environ " + percent)
                        + "\u00a0% des unités comptées) ; partout, elles comptent ensemble pour un seul répondant inconnu."));
    }
}

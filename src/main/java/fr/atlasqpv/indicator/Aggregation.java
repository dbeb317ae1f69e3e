package fr.atlasqpv.indicator;

import fr.atlasqpv.indicator.AggregationResult.Remark;
import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.indicator.RatioSum.Part;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.College;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.PublishedEpci;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Sums every measure by level, then takes ratios of sums. No mean of ratios, no first match, no rounding.
 *
 * <p>A source that only gives a rate weighs rate × its base (its own denominator, else the population). Where parts are
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
        for (Indicator indicator : input.indicators()) {
            aggregation.aggregate(indicator);
        }
        aggregation.sumMeasures();
        return new AggregationResult(aggregation.cells, aggregation.totals, aggregation.remarks);
    }

    private void indexTerritories() {
        var attachment = input.attachment();
        Set<String> rowsWithQpv = new HashSet<>();
        published.add(Territory.FRANCE);
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

    private static List<Territory> containers(String row, String departement, String region) {
        List<Territory> containers = new ArrayList<>(4);
        if (!row.isEmpty()) {
            containers.add(new Territory(Level.EPCI, row));
        }
        containers.add(new Territory(Level.DEP, departement));
        containers.add(new Territory(Level.REG, region));
        containers.add(Territory.FRANCE);
        return containers;
    }

    private void aggregate(Indicator indicator) {
        switch (indicator) {
            case REUSSITE_BREVET -> brevet();
            case COLLEGES_PUBLICS -> colleges(indicator, c -> true);
            case COLLEGES_REP -> colleges(indicator, c -> c.label().equals("REP"));
            case COLLEGES_REP_PLUS -> colleges(indicator, c -> c.label().equals("REP+"));
            case NB_QPV, PART_QPV_FRANCE, PART_POPULATION_QPV -> keyFigure(indicator);
            default -> {
                if (indicator.numerator().isPresent()) {
                    sum(indicator);
                } else {
                    programme(indicator);
                }
            }
        }
    }

    private void sum(Indicator indicator) {
        Map<Territory, RatioSum> all = new HashMap<>();
        for (String commune : input.attachment().communes().keySet()) {
            Part part = part(indicator, input.communes(), commune);
            containersOfCommune.get(commune).forEach(t -> sumAt(all, t).add(part));
        }
        Map<Territory, RatioSum> inQpv = new HashMap<>();
        List<String> withoutFigure = new ArrayList<>();
        for (String qpv : input.attachment().qpv().keySet()) {
            Part part = part(indicator, input.qpv(), qpv);
            if (part instanceof Part.Unknown) {
                withoutFigure.add(qpv);
            }
            containersOfQpv.get(qpv).forEach(t -> sumAt(inQpv, t).add(part));
            RatioSum own = new RatioSum();
            own.add(part);
            put(indicator, new Territory(Level.QPV, qpv), Perimeter.QPV, own);
        }
        remarkUnknown(indicator, all.get(Territory.FRANCE), withoutFigure);
        for (Territory territory : published) {
            if (territory.level() != Level.QPV) {
                put(indicator, territory, Perimeter.ENSEMBLE, all.getOrDefault(territory, new RatioSum()));
                put(indicator, territory, Perimeter.QPV, inQpv.getOrDefault(territory, new RatioSum()));
            }
        }
    }

    private static RatioSum sumAt(Map<Territory, RatioSum> sums, Territory territory) {
        return sums.computeIfAbsent(territory, t -> new RatioSum());
    }

    private Part part(Indicator indicator, Contributions sources, String code) {
        Measure top = indicator.numerator().orElseThrow();
        var numerator = sources.measure(top, code);
        if (indicator.denominator().isEmpty()) {
            return numerator.<Part>map(n -> new Part.Counted(n, BigDecimal.ZERO)).orElseGet(Part.Unknown::new);
        }
        var denominator = sources.measure(indicator.denominator().get(), code);
        if (numerator.isPresent() && denominator.isPresent()) {
            return new Part.Counted(numerator.get(), denominator.get());
        }
        return sources.rate(indicator, code)
                .<Part>map(rate -> {
                    BigDecimal base = denominator
                            .or(() -> sources.measure(Measure.POPULATION, code))
                            .filter(b -> b.signum() > 0)
                            .orElse(HUNDRED);
                    return new Part.FromRate(rate.multiply(base).movePointLeft(2), base);
                })
                .orElseGet(Part.Unknown::new);
    }

    private void put(Indicator indicator, Territory territory, Perimeter perimeter, RatioSum sum) {
        if (!published.contains(territory) || !indicator.exists(territory.level(), perimeter)) {
            return;
        }
        CellKey key = new CellKey(territory, perimeter, indicator);
        if (territory.level() == Level.FRANCE && !input.wholeOfFrance()) {
            cells.put(key, reference(key));
            return;
        }
        RawCell cell = indicator.denominator().isPresent() ? sum.rate(key) : sum.count(key);
        if (territory.level() == Level.QPV && cell.availability() == Availability.NON_DISPONIBLE) {
            cell = RawCell.absent(key, input.qpv().whyMissing(indicator, territory.code()));
        }
        cells.put(key, cell);
    }

    /** A published figure stands for a territory that the input does not cover. */
    private RawCell reference(CellKey key) {
        BigDecimal value = input.references().get(key);
        if (value == null) {
            return RawCell.absent(key, Availability.NON_DISPONIBLE);
        }
        return key.indicator().denominator().isPresent()
                ? RawCell.rate(key, value, HUNDRED, false)
                : RawCell.count(key, value, false);
    }

    private void remarkUnknown(Indicator indicator, RatioSum communes, List<String> qpvWithoutFigure) {
        if (communes != null && communes.known() > 0 && communes.unknown() > 0) {
            remarks.add(new Remark(
                    "parts-inconnues",
                    indicator.id(),
                    communes.unknown() + " communes n’ont pas de valeur ; les agrégats qui les contiennent portent sur "
                            + "les autres et sont marqués estimés."));
        }
        int known = input.attachment().qpv().size() - qpvWithoutFigure.size();
        if (known > 0 && !qpvWithoutFigure.isEmpty()) {
            remarks.add(new Remark(
                    "parts-inconnues",
                    indicator.id(),
                    qpvWithoutFigure.size() + " quartiers n’ont pas de valeur ("
                            + String.join(", ", qpvWithoutFigure.subList(0, Math.min(5, qpvWithoutFigure.size())))
                            + (qpvWithoutFigure.size() > 5 ? "…" : "")
                            + ") ; les agrégats qui les contiennent portent sur les autres et sont marqués estimés."));
        }
    }

    private void brevet() {
        Indicator indicator = Indicator.REUSSITE_BREVET;
        if (input.colleges() == null || input.brevet() == null) {
            everywhere(indicator, Availability.NON_DISPONIBLE);
            return;
        }
        Map<Territory, Set<String>> of = new HashMap<>();
        for (College college : input.colleges().values()) {
            containersOfCommune
                    .getOrDefault(college.commune(), List.of())
                    .forEach(t -> of.computeIfAbsent(t, x -> new TreeSet<>()).add(college.uai()));
        }
        Map<Territory, Set<String>> nearQpv = new HashMap<>();
        Map<Territory, Integer> withoutContour = new HashMap<>();
        for (String qpv : input.attachment().qpv().keySet()) {
            Territory own = new Territory(Level.QPV, qpv);
            SortedSet<String> near = input.near().get(qpv);
            List<Territory> containers = containersOfQpv.get(qpv);
            if (near == null) {
                containers.forEach(t -> withoutContour.merge(t, 1, Integer::sum));
                withoutContour.put(own, 1);
            } else {
                nearQpv.put(own, near);
                containers.forEach(
                        t -> nearQpv.computeIfAbsent(t, x -> new TreeSet<>()).addAll(near));
            }
        }
        remarkContours(withoutContour.getOrDefault(Territory.FRANCE, 0));
        for (Territory territory : published) {
            success(indicator, territory, Perimeter.ENSEMBLE, of.getOrDefault(territory, Set.of()), 0);
            success(
                    indicator,
                    territory,
                    Perimeter.QPV,
                    nearQpv.getOrDefault(territory, Set.of()),
                    withoutContour.getOrDefault(territory, 0));
        }
    }

    /** Distinct collèges: one near two QPV counts once above them. */
    private void success(
            Indicator indicator, Territory territory, Perimeter perimeter, Collection<String> uais, int unknown) {
        if (!indicator.exists(territory.level(), perimeter)) {
            return;
        }
        CellKey key = new CellKey(territory, perimeter, indicator);
        if (territory.level() == Level.FRANCE && !input.wholeOfFrance()) {
            cells.put(key, reference(key));
            return;
        }
        RatioSum sum = new RatioSum();
        for (String uai : uais) {
            BrevetResult result = input.brevet().get(uai);
            sum.add(result == null ? new Part.Unknown() : new Part.Counted(result.passed(), result.sat()));
        }
        for (int i = 0; i < unknown; i++) {
            sum.add(new Part.Unknown());
        }
        cells.put(key, sum.rate(key));
    }

    private void remarkContours(int missing) {
        if (missing > 0) {
            remarks.add(new Remark(
                    "contour-absent",
                    Indicator.REUSSITE_BREVET.id(),
                    missing + " quartiers n’ont pas de contour ; leurs collèges à 300 m ne sont pas disponibles."));
        }
    }

    private void colleges(Indicator indicator, java.util.function.Predicate<College> kept) {
        for (Territory territory : published) {
            if (!indicator.exists(territory.level(), Perimeter.QPV)) {
                continue;
            }
            CellKey key = new CellKey(territory, Perimeter.QPV, indicator);
            SortedSet<String> near = input.near().get(territory.code());
            if (input.colleges() == null || near == null) {
                cells.put(key, RawCell.absent(key, Availability.NON_DISPONIBLE));
            } else {
                long count = near.stream().map(input.colleges()::get).filter(kept).count();
                cells.put(key, RawCell.count(key, BigDecimal.valueOf(count), false));
            }
        }
    }

    private void keyFigure(Indicator indicator) {
        Map<Territory, Integer> numbers = new HashMap<>();
        containersOfQpv.values().forEach(l -> l.forEach(t -> numbers.merge(t, 1, Integer::sum)));
        for (Territory territory : published) {
            if (!indicator.exists(territory.level(), Perimeter.QPV)) {
                continue;
            }
            CellKey key = new CellKey(territory, Perimeter.QPV, indicator);
            BigDecimal number = BigDecimal.valueOf(numbers.getOrDefault(territory, 0));
            cells.put(key, switch (indicator) {
                case NB_QPV -> RawCell.count(key, number, false);
                case PART_QPV_FRANCE -> RawCell.rate(key, number, BigDecimal.valueOf(input.qpvOfFrance()), false);
                default -> shareOfInhabitants(key);
            });
        }
    }

    private RawCell shareOfInhabitants(CellKey key) {
        RatioSum inQpv = new RatioSum();
        RatioSum all = new RatioSum();
        input.attachment()
                .qpv()
                .keySet()
                .stream()
                .filter(q -> containersOfQpv.get(q).contains(key.territory()))
                .forEach(q -> inQpv.add(part(Indicator.POPULATION, input.qpv(), q)));
        containersOfCommune.forEach((commune, containers) -> {
            if (containers.contains(key.territory())) {
                all.add(part(Indicator.POPULATION, input.communes(), commune));
            }
        });
        RawCell top = inQpv.count(key);
        RawCell bottom = all.count(key);
        if (top.availability() != Availability.KNOWN || bottom.availability() != Availability.KNOWN) {
            return RawCell.absent(key, Availability.NON_DISPONIBLE);
        }
        if (bottom.numerator().signum() == 0) {
            return RawCell.absent(key, Availability.SANS_OBJET);
        }
        return RawCell.rate(key, top.numerator(), bottom.numerator(), top.estimated() || bottom.estimated());
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
            cells.put(key, indicator.kind() == Indicator.Kind.CODE ? code(key, programme) : number(key, programme));
        }
    }

    private static RawCell code(CellKey key, Programme programme) {
        if (programme != null && programme.text() != null && !programme.text().isEmpty()) {
            return RawCell.code(key, programme.text());
        }
        boolean everyQpvHasOne = key.indicator() != Indicator.NPNRU;
        return RawCell.absent(key, everyQpvHasOne ? Availability.NON_DISPONIBLE : Availability.SANS_OBJET);
    }

    private static RawCell number(CellKey key, Programme programme) {
        BigDecimal value = programme == null || programme.value() == null ? BigDecimal.ZERO : programme.value();
        return RawCell.count(key, value, false);
    }

    private void everywhere(Indicator indicator, Availability why) {
        for (Territory territory : published) {
            for (Perimeter perimeter : Perimeter.values()) {
                if (indicator.exists(territory.level(), perimeter)) {
                    CellKey key = new CellKey(territory, perimeter, indicator);
                    cells.put(key, RawCell.absent(key, why));
                }
            }
        }
    }

    /** Sums of measures for the rules that count units, where every member is known. */
    private void sumMeasures() {
        for (Measure measure : Measure.values()) {
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
}

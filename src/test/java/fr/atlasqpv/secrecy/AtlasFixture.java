package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A small atlas of one indicator: the test gives counts by QPV and by département, the fixture adds them up as the
 * aggregation does.
 */
final class AtlasFixture {
    private static final Set<Measure> KNOWN = Set.of(Measures2022.RESIDENCES_PRINCIPALES, Measures2022.PERSONNES);

    /** Key of the draws of the tests. */
    static final DrawKey KEY = DrawKey.of("37".repeat(DrawKey.LEAST_BYTES));

    private final Indicator indicator;
    private final SortedMap<String, String> epciOfQpv = new TreeMap<>();
    private final SortedMap<String, String> departementOfQpv = new TreeMap<>();
    private final SortedMap<String, String> departementOfEpci = new TreeMap<>();
    private final SortedMap<String, String> regionOfDepartement = new TreeMap<>();
    private final SortedMap<Territory, BigDecimal[]> inQpv = new TreeMap<>();
    private final SortedMap<Territory, BigDecimal[]> everywhere = new TreeMap<>();
    private boolean wholeOfFrance;
    private boolean linked;
    private final List<KnownFigure> elsewhere = new ArrayList<>();
    private final List<KnownSum> together = new ArrayList<>();
    private final SortedSet<CellKey> withheldElsewhere = new TreeSet<>();
    private final List<RawCell> more = new ArrayList<>();
    private final List<APriori.Decision> decided = new ArrayList<>();
    private final SortedSet<CellKey> counted = new TreeSet<>();

    AtlasFixture(Indicator indicator) {
        this.indicator = indicator;
    }

    /**
     * Shares of three QPV of an EPCI of the Nord, of 500, 400 and 700 dwellings, and of two of one of the Pas-de-Calais.
     *
     * @param first dwellings of QP000001 that are concerned
     * @param second dwellings of QP000002 that are
     */
    static AtlasFixture fiveQpv(String first, String second) {
        return new AtlasFixture(Indicators2022.PART_LOGEMENTS_SOCIAUX)
                .departement("59", "32", "250000", "1100000")
                .departement("62", "32", "160000", "630000")
                .qpv("QP000001", "A", "59", first, "500")
                .qpv("QP000002", "A", "59", second, "400")
                .qpv("QP000003", "A", "59", "300", "700")
                .qpv("QP000004", "B", "62", "390", "800")
                .qpv("QP000005", "B", "62", "510", "900");
    }

    AtlasFixture wholeOfFrance() {
        wholeOfFrance = true;
        return this;
    }

    /** Tells the number of social dwellings besides their share, of the same dwellings and vintage. */
    AtlasFixture withLinkedCount() {
        linked = true;
        return this;
    }

    AtlasFixture elsewhere(KnownFigure figure) {
        elsewhere.add(figure);
        return this;
    }

    AtlasFixture elsewhere(KnownSum sum) {
        together.add(sum);
        return this;
    }

    AtlasFixture withheldElsewhere(CellKey key) {
        withheldElsewhere.add(key);
        return this;
    }

    /** The count behind a figure, which anybody can read in another publication. */
    AtlasFixture countedElsewhere(CellKey key) {
        counted.add(key);
        return this;
    }

    private Map<TotalKey, BigDecimal> counts() {
        Map<TotalKey, BigDecimal> counts = new HashMap<>();
        for (CellKey key : counted) {
            Measure measure = key.indicator().numerator().orElseThrow();
            counts.put(
                    new TotalKey(key.territory(), key.perimeter(), measure),
                    count(key.territory(), key.perimeter(), measure).orElseThrow());
        }
        return counts;
    }

    /** A decision on a cell: a status, or none and a weight. */
    AtlasFixture decided(CellKey key, APriori.Status status, int weight) {
        decided.add(new APriori.Decision(key, Optional.ofNullable(status), weight, "somebody", "a reason"));
        return this;
    }

    private Elsewhere otherEditions() {
        return new Elsewhere(elsewhere, together, withheldElsewhere);
    }

    AtlasFixture departement(String code, String region, String numerator, String denominator) {
        regionOfDepartement.put(code, region);
        add(everywhere, numerator, denominator, new Territory(Level.DEP, code), new Territory(Level.REG, region));
        return this;
    }

    AtlasFixture epci(String code, String departement, String numerator, String denominator) {
        departementOfEpci.put(code, departement);
        add(everywhere, numerator, denominator, new Territory(Level.EPCI, code));
        return this;
    }

    AtlasFixture qpv(String code, String epci, String departement, String numerator, String denominator) {
        epciOfQpv.put(code, epci);
        departementOfQpv.put(code, departement);
        departementOfEpci.putIfAbsent(epci, departement);
        String region = regionOfDepartement.get(departement);
        add(inQpv, numerator, denominator, new Territory(Level.QPV, code), new Territory(Level.EPCI, epci),
                new Territory(Level.DEP, departement), new Territory(Level.REG, region));
        return this;
    }

    AtlasFixture with(RawCell cell) {
        more.add(cell);
        return this;
    }

    private void add(
            Map<Territory, BigDecimal[]> sums, String numerator, String denominator, Territory... territories) {
        for (Territory territory : territories) {
            sum(sums, territory, new BigDecimal(numerator), new BigDecimal(denominator));
        }
        if (wholeOfFrance && territories.length > 1) {
            sum(sums, Frames.FRANCE, new BigDecimal(numerator), new BigDecimal(denominator));
        }
    }

    private static void sum(
            Map<Territory, BigDecimal[]> sums, Territory territory, BigDecimal numerator, BigDecimal denominator) {
        sums.merge(territory, new BigDecimal[] {numerator, denominator},
                (a, b) -> new BigDecimal[] {a[0].add(b[0]), a[1].add(b[1])});
    }

    String region(String departement) {
        return regionOfDepartement.get(departement);
    }

    CellKey key(Level level, String code) {
        return CellKey.of(level, code, Perimeter.QPV, indicator);
    }

    List<RawCell> cells() {
        List<RawCell> cells = new ArrayList<>(more);
        inQpv.forEach((territory, counts) -> cells.add(cell(territory, Perimeter.QPV, counts)));
        everywhere.forEach((territory, counts) -> cells.add(cell(territory, Perimeter.ENSEMBLE, counts)));
        if (linked) {
            inQpv.forEach((territory, counts) -> {
                if (Indicators2022.NB_LOGEMENTS_SOCIAUX.exists(territory.level(), Perimeter.QPV)) {
                    CellKey key = new CellKey(territory, Perimeter.QPV, Indicators2022.NB_LOGEMENTS_SOCIAUX);
                    cells.add(RawCell.count(key, counts[0], false));
                }
            });
        }
        return cells;
    }

    private RawCell cell(Territory territory, Perimeter perimeter, BigDecimal[] counts) {
        CellKey key = new CellKey(territory, perimeter, indicator);
        return indicator.denominator().isPresent()
                ? RawCell.rate(key, counts[0], counts[1], false)
                : RawCell.count(key, counts[0], false);
    }

    private Optional<BigDecimal> count(Territory territory, Perimeter perimeter, Measure measure) {
        BigDecimal[] counts = (perimeter == Perimeter.QPV ? inQpv : everywhere).get(territory);
        if (counts == null) {
            return Optional.empty();
        }
        if (indicator.numerator().filter(m -> m.equals(measure)).isPresent()) {
            return Optional.of(counts[0]);
        }
        if (measure.equals(Measures2022.LOGEMENTS_SOCIAUX)) {
            return Optional.of(counts[0]);
        }
        return indicator.denominator().filter(m -> m.equals(measure)).map(m -> counts[1]);
    }

    Hierarchy hierarchy() {
        return new Hierarchy(epciOfQpv, departementOfQpv, departementOfEpci, regionOfDepartement,
                new TreeSet<>(regionOfDepartement.values()), new TreeSet<>(departementOfEpci.keySet()),
                wholeOfFrance ? new TreeSet<>(regionOfDepartement.values()) : new TreeSet<>());
    }

    /** The protection of its shares, by the rule of the share of social dwellings. */
    ProtectedTable table(Indicator share) {
        ProtectionInput input = input(List.of(socialShare()));
        Optional<Clamp> clamp = clamps().stream().filter(c -> c.indicator().equals(share)).findFirst();
        List<Figure> figures = cells().stream()
                .map(c -> new Figure(c.key(), Publication.of(c, clamp), c.numerator(), c.denominator(), true))
                .toList();
        Set<CellKey> withheld = new TreeSet<>();
        cells().stream()
                .map(RawCell::key)
                .filter(k -> socialShare().judge(input.counts(), k.territory(), k.perimeter())
                        == PrimaryRule.Finding.WITHHELD)
                .forEach(withheld::add);
        ProtectedTable table = new ProtectedTable(
                List.of(share), figures, hierarchy(),
                new TableBuilder.Terms(input.rules(), Elsewhere.NOTHING, input.counts(), KEY), withheld);
        table.protect();
        return table;
    }

    static PrimaryRule socialShare() {
        return new FewOnEitherSide(Indicators2022.PART_LOGEMENTS_SOCIAUX, Measures2022.LOGEMENTS_SOCIAUX_OCCUPES,
                Measures2022.RESIDENCES_PRINCIPALES, BigDecimal.valueOf(11));
    }

    static PrimaryRule socialCount() {
        return new FewOnOneSide(Indicators2022.NB_LOGEMENTS_SOCIAUX, Measures2022.LOGEMENTS_SOCIAUX,
                BigDecimal.valueOf(11));
    }

    static PrimaryRule povertyPersons() {
        return new MinimumOnBothSides(Indicators2022.TAUX_PAUVRETE, Measures2022.PERSONNES_PAUVRES,
                Measures2022.PERSONNES,
                BigDecimal.valueOf(200));
    }

    static SecrecyRules rules(List<PrimaryRule> primary, boolean linked) {
        return new SecrecyRules(primary, clamps(), BigDecimal.valueOf(11), List.copyOf(KNOWN),
                linked ? List.of(List.of(Indicators2022.PART_LOGEMENTS_SOCIAUX, Indicators2022.NB_LOGEMENTS_SOCIAUX))
                        : List.of(),
                List.of(), List.of(), BigDecimal.ZERO);
    }

    /** What an attacker has in hand when he has the books of this result and knows the denominators. */
    BookAttack.Input books(ProtectionResult result, List<PrimaryRule> rules) {
        SortedMap<CellKey, Publication> told = new TreeMap<>();
        result.publications().forEach((key, publication) -> told.put(key, publication));
        return books(told, rules);
    }

    BookAttack.Input books(SortedMap<CellKey, Publication> told, List<PrimaryRule> rules) {
        Map<TotalKey, BigDecimal> elsewhere = counts();
        UnitCounts known = (territory, perimeter, measure) -> KNOWN.contains(measure)
                ? count(territory, perimeter, measure)
                : Optional.ofNullable(elsewhere.get(new TotalKey(territory, perimeter, measure)));
        return new BookAttack.Input(told, hierarchy(), known, rules(rules, linked),
                Set.of(Measures2022.LOGEMENTS_SOCIAUX_OCCUPES, Measures2022.LOGEMENTS_SOCIAUX), otherEditions());
    }

    static List<Clamp> clamps() {
        BigDecimal floor = BigDecimal.valueOf(5);
        BigDecimal ceiling = BigDecimal.valueOf(95);
        return List.of(new Clamp(Indicators2022.PART_LOGEMENTS_SOCIAUX, floor, ceiling, false),
                new Clamp(Indicators2022.TAUX_PAUVRETE, floor, ceiling, true));
    }

    ProtectionInput input(List<PrimaryRule> rules) {
        return input(rules, cells -> cells);
    }

    ProtectionInput input(List<PrimaryRule> rules, Function<List<RawCell>, List<RawCell>> order) {
        return new ProtectionInput(order.apply(cells()), this::count, hierarchy(), rules(rules, linked),
                otherEditions().and(Elsewhere.counted(counts())), KEY, new APriori(decided));
    }

    static Function<List<RawCell>, List<RawCell>> shuffled(long seed) {
        return cells -> {
            List<RawCell> copy = new ArrayList<>(cells);
            Collections.shuffle(copy, new Random(seed));
            return copy;
        };
    }
}

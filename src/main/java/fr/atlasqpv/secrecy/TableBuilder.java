package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Levels;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.secrecy.LinkedTable.Standing;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Writes down what links the cells of some indicators: published sums, cells that count the very same people, and the
 * perimeter QPV inside the perimeter ENSEMBLE.
 *
 * <p>Where the exact counts are at hand, every link is checked against them and one that does not hold is left out: an
 * attacker who believes it learns something false.
 */
final class TableBuilder {
    private final SortedMap<CellKey, Figure> figures = new TreeMap<>();
    private final Map<CellKey, CellKey> same = new HashMap<>();
    private final PublishedSums sums;
    private final OtherPublications others;
    private final Terms terms;
    private final boolean whole;
    private final Trust trust;
    private final SortedMap<CellKey, Integer> positions = new TreeMap<>();
    private final List<Link> links = new ArrayList<>();

    /**
     * What the attack is measured by.
     *
     * @param rules rules of the edition
     * @param elsewhere what other publications tell
     * @param known counts that the attacker knows
     * @param key key of the draw
     * @param decided what somebody has decided of single cells
     * @param levels protection levels that rules ask for single cells, units on either side of the count
     */
    record Terms(
            SecrecyRules rules, Elsewhere elsewhere, UnitCounts known, DrawKey key, APriori decided,
            Map<CellKey, BigDecimal> levels) {
        Terms(SecrecyRules rules, Elsewhere elsewhere, UnitCounts known, DrawKey key) {
            this(rules, elsewhere, known, key, APriori.NONE, Map.of());
        }
    }

    /** Which links are believed where no exact count can check them. */
    enum Trust {
        /** All of them. */
        ALL("tous"),
        /** Not that a part that is told as all of its whole, or as the ceiling, is no more: two sources may count differently. */
        NO_CEILINGS("une part publiée au plus haut peut dépasser son tout"),
        /** Nor that a withheld part is no more than its whole. */
        NO_WHOLES("une part secrète peut dépasser son tout"),
        /** Not that the perimeter QPV lies inside the other: two sources may count differently. */
        NO_PERIMETERS("sans l’inclusion des périmètres"),
        /** Nor that indicators bound one another. */
        SUMS_ALONE("les sommes seules");

        private final String french;

        Trust(String french) {
            this.french = french;
        }

        String french() {
            return french;
        }
    }

    /** For figures whose exact counts are at hand. */
    TableBuilder(Collection<Figure> figures, Hierarchy hierarchy, Terms terms) {
        this(figures, hierarchy, terms, figures.stream().allMatch(f -> integer(f.numerator())), Trust.ALL);
    }

    TableBuilder(Collection<Figure> figures, Hierarchy hierarchy, Terms terms, boolean whole, Trust trust) {
        figures.forEach(f -> this.figures.put(f.key(), f));
        this.sums = new PublishedSums(hierarchy, this.figures::containsKey);
        this.terms = terms;
        this.others = new OtherPublications(terms.elsewhere, whole);
        this.whole = whole;
        this.trust = trust;
    }

    private static boolean integer(BigDecimal count) {
        return count.signum() == 0 || count.stripTrailingZeros().scale() <= 0;
    }

    /** Builds the table. */
    LinkedTable build() {
        SortedMap<CellKey, Tie> ties = new TreeMap<>();
        for (CellKey total : figures.keySet()) {
            List<CellKey> parts = total.indicator().additive() ? sums.parts(total) : List.of();
            if (!parts.isEmpty()) {
                tie(total, parts).ifPresent(t -> ties.put(total, t));
            }
        }
        List<List<CellKey>> oneStatus = mergeSameUnits(ties);
        mergeEpciThatIsItsDepartement();
        SortedMap<CellKey, List<CellKey>> classes = classes();
        List<Cell> cells = new ArrayList<>();
        classes.forEach((representative, keys) -> {
            keys.forEach(k -> positions.put(k, cells.size()));
            cells.add(cell(representative, keys));
        });
        draw(cells);
        ties.values().forEach(t -> links.add(t.link(positions)));
        PerimeterLinks perimeters = new PerimeterLinks(figures, positions, sums.hierarchy());
        links.addAll(perimeters.departements());
        links.addAll(others.sums(figures, positions));
        oneStatus
                .forEach(pair -> links.add(Link.status(positions.get(pair.getFirst()), positions.get(pair.getLast()))));
        if (trust != Trust.SUMS_ALONE) {
            links.addAll(new InequalityLinks(figures, positions, terms).links());
        }
        if (trust.compareTo(Trust.NO_PERIMETERS) < 0) {
            links.addAll(perimeters.inclusions());
        }
        return new LinkedTable(cells, links);
    }

    /** Position of a cell in the table. */
    int position(CellKey key) {
        return positions.get(key);
    }

    /** A link between addresses, before cells have positions. */
    private record Tie(CellKey total, List<CellKey> parts, double low, double high, boolean sum) {
        Link link(Map<CellKey, Integer> positions) {
            Link exact = Link.sum(positions.get(total), parts.stream().map(positions::get).toList());
            return new Link(exact.cells(), exact.signs(), low, high, sum);
        }
    }

    /**
     * A sum, a merge (single part), or what the total has beyond its parts. Where parts are not told, an attacker may
     * believe that there are none: he is then as far from the truth as they are large.
     */
    private Optional<Tie> tie(CellKey total, List<CellKey> parts) {
        BigDecimal rest = rest(total, parts);
        boolean equal = rest == null
                ? total.perimeter() == Perimeter.QPV || sums.complete(total)
                : rest.signum() == 0;
        if (equal && parts.size() == 1) {
            merge(total, parts.getFirst());
            return Optional.empty();
        }
        if (equal) {
            return Optional.of(new Tie(total, parts, 0, 0, true));
        }
        if (rest == null) {
            return Optional.of(new Tie(total, parts, 0, LinkedTable.NO_BOUND, false));
        }
        double beyond = rest.doubleValue();
        boolean looksLikeASum = Math.abs(beyond) < terms.rules.width(total.indicator()).doubleValue();
        return Optional.of(new Tie(total, parts, Math.min(0, beyond), Math.max(0, beyond), looksLikeASum));
    }

    private BigDecimal rest(CellKey total, List<CellKey> parts) {
        BigDecimal rest = figures.get(total).numerator();
        for (CellKey part : parts) {
            BigDecimal count = figures.get(part).numerator();
            if (rest == null || count == null) {
                return null;
            }
            rest = rest.subtract(count);
        }
        return rest;
    }

    private void merge(CellKey a, CellKey b) {
        CellKey first = representative(a);
        CellKey second = representative(b);
        if (first.compareTo(second) < 0) {
            same.put(second, first);
        } else if (second.compareTo(first) < 0) {
            same.put(first, second);
        }
    }

    private CellKey representative(CellKey key) {
        CellKey parent = same.get(key);
        return parent == null ? key : representative(parent);
    }

    private SortedMap<CellKey, List<CellKey>> classes() {
        SortedMap<CellKey, List<CellKey>> classes = new TreeMap<>();
        for (CellKey key : figures.keySet()) {
            classes.computeIfAbsent(representative(key), k -> new ArrayList<>()).add(key);
        }
        return classes;
    }

    /**
     * Same units, same vintage: one cell. Where the counts differ, a share leaves some units out, they are not the same; they have
     * one status all the same, for an attacker may take one for the other.
     *
     * @return pairs that are not the same and have one status
     */
    private List<List<CellKey>> mergeSameUnits(Map<CellKey, Tie> ties) {
        List<List<CellKey>> oneStatus = new ArrayList<>();
        for (List<Indicator> group : terms.rules.sameUnits()) {
            for (CellKey key : figures.keySet()) {
                if (key.indicator().equals(group.getFirst())) {
                    group.stream()
                            .skip(1)
                            .map(i -> new CellKey(key.territory(), key.perimeter(), i))
                            .filter(figures::containsKey)
                            .forEach(other -> {
                                if (sameCount(key, other) || believedSame(key, other)) {
                                    mergeSame(key, other, ties);
                                } else {
                                    oneStatus.add(List.of(key, other));
                                }
                            });
                }
            }
        }
        return oneStatus;
    }

    private void mergeSame(CellKey key, CellKey other, Map<CellKey, Tie> ties) {
        merge(key, other);
        if (addsUp(key, ties)) {
            // The number of a region is the sum of its QPV; so is its share, level by level: one sum is enough.
            ties.remove(other);
        }
    }

    /** Whether the cell is, level by level, the exact sum of its QPV. */
    private boolean addsUp(CellKey key, Map<CellKey, Tie> ties) {
        Tie tie = ties.get(key);
        if (tie == null) {
            List<CellKey> parts = sums.parts(key);
            boolean merged = parts.size() == 1 && addsUp(parts.getFirst(), ties);
            return merged || key.territory().level() == Level.QPV;
        }
        return tie.low == 0 && tie.high == 0 && tie.parts.stream().allMatch(part -> addsUp(part, ties));
    }

    /** In a book no count tells; where one is declared to be at most the other, they may differ. */
    private boolean believedSame(CellKey a, CellKey b) {
        boolean unknown = figures.get(a).numerator() == null && figures.get(b).numerator() == null;
        return unknown && trust != Trust.SUMS_ALONE && !terms.rules.unequal(a.indicator(), b.indicator());
    }

    private boolean sameCount(CellKey a, CellKey b) {
        BigDecimal first = figures.get(a).numerator();
        BigDecimal second = figures.get(b).numerator();
        return first != null && second != null && first.compareTo(second) == 0;
    }

    /** Paris and its part of the Métropole: one EPCI row with the very denominator of its département. */
    private void mergeEpciThatIsItsDepartement() {
        for (Figure epci : figures.values()) {
            if (epci.key().territory().level() != Level.EPCI || epci.denominator() == null) {
                continue;
            }
            String departement = hierarchyDepartement(epci.key());
            CellKey key = new CellKey(
                    new Territory(Level.DEP, departement), epci.key().perimeter(), epci.key().indicator());
            Figure whole = figures.get(key);
            if (whole != null
                    && whole.denominator() != null
                    && epci.denominator().signum() > 0
                    && whole.denominator().compareTo(epci.denominator()) == 0
                    && (sameCount(key, epci.key()) || believedWhole(epci))) {
                merge(key, epci.key());
            }
        }
    }

    /** In a book no count tells; that nobody lives in the département outside of the EPCI does. */
    private boolean believedWhole(Figure epci) {
        return epci.numerator() == null
                && sums.hierarchy().epciWithin().contains(epci.key().territory().code());
    }

    private String hierarchyDepartement(CellKey epci) {
        return sums.hierarchy().departementOfEpci().getOrDefault(epci.territory().code(), "");
    }

    private Cell cell(CellKey representative, List<CellKey> keys) {
        Interval open = new Interval(0, LinkedTable.NO_BOUND);
        Interval shown = open;
        Interval known = open;
        Interval everywhere = open;
        long cost = 0;
        boolean clamped = false;
        double width = 0;
        double lower = 0;
        double upper = 0;
        double clampWidth = 0;
        List<Span> sensitive = new ArrayList<>();
        for (CellKey key : keys) {
            Figure figure = figures.get(key);
            Optional<Clamp> clamp = terms.rules.clamp(key.indicator());
            double ceiling = believedAPart(figure) ? figure.ceiling() : LinkedTable.NO_BOUND;
            open = open.and(new Interval(0, ceiling));
            if (figure.shown() != null && figure.shown().value() != null) {
                shown = shown.and(figure.excessive() ? excess(figure) : Reading.of(figure, ceiling, clamp, whole));
                clamped |= figure.shown().status() != CellStatus.PUBLIE;
            }
            for (KnownFigure other : others.of(key)) {
                known = known.and(others.told(figure, shown, other));
            }
            Interval counted = counted(figure, shown);
            known = known.and(counted);
            everywhere = everywhere.and(counted);
            cost += cost(key.territory().level()) * terms.decided.weight(key) * (figure.excessive() ? LAST_RESORT : 1);
            width = Math.max(width, terms.rules.width(key.indicator()).doubleValue());
            lower = Math.max(lower, level(key, ProtectionLevels::lower));
            upper = Math.max(upper, level(key, ProtectionLevels::upper));
            clampWidth = Math.max(clampWidth, terms.rules.clampWidth(key.indicator()).map(BigDecimal::doubleValue)
                    .orElse(0.0));
            if (figure.denominatorKnown() || figure.denominator() == null) {
                terms.rules.primary().stream()
                        .filter(r -> r.indicator().equals(key.indicator()))
                        .flatMap(r -> r.sensitive(figure.denominator()).stream())
                        .map(Span::of)
                        .forEach(sensitive::add);
            }
        }
        open = whole ? open.integers() : open;
        BigDecimal count = figures.get(representative).numerator();
        Cell cell = new Cell(
                representative.toString(), keys, whole, open, shown.and(open), known,
                new Levels(width, lower, upper, count == null ? Double.NaN : count.doubleValue(), clampWidth),
                Span.disjoint(sensitive), cost, clamped);
        return cell.reason(open.and(everywhere)) == null ? cell : cell.standing(Standing.KNOWN);
    }

    private boolean believedAPart(Figure figure) {
        return figure.shown() == null ? trust.compareTo(Trust.NO_WHOLES) < 0 : trust == Trust.ALL || !figure.atTheTop();
    }

    /** What a count that anybody can read elsewhere says; a measure that he is presumed to know is a denominator, and no figure of ours. */
    private Interval counted(Figure figure, Interval shown) {
        CellKey key = figure.key();
        return Optional.of(key.indicator())
                .filter(Indicator::additive)
                .flatMap(Indicator::numerator)
                .filter(m -> !terms.rules.knownMeasures().contains(m))
                .flatMap(m -> terms.elsewhere.count(key.territory(), key.perimeter(), m))
                .map(count -> others.counted(figure, shown, count))
                .orElse(new Interval(0, LinkedTable.NO_BOUND));
    }

    private double level(CellKey key, Function<ProtectionLevels, BigDecimal> which) {
        BigDecimal declared = terms.rules.levels(key.indicator()).map(which).orElse(BigDecimal.ZERO);
        return terms.levels.getOrDefault(key, BigDecimal.ZERO).max(declared).doubleValue();
    }

    /** The manifest says that the numerator exceeds the denominator: everybody knows more than the clamp tells. */
    private Interval excess(Figure figure) {
        double denominator = figure.denominator().doubleValue();
        return new Interval(whole ? Math.floor(denominator) + 1 : denominator, figure.ceiling());
    }

    /**
     * The manifest says of told parts which are above their whole. Withheld, one would be taken for a part like another by all who attack: they
     * would find its neighbours where they are not. It is a partner where nothing else is.
     */
    private static final int LAST_RESORT = 100;

    /** Points: 1 for a QPV, doubled at each level above; scaled so that sizes can break ties. */
    static long cost(Level level) {
        return COST_OF_A_POINT << (Level.QPV.ordinal() - level.ordinal());
    }

    /** One point of cost; what is below it only orders patterns of equal cost. */
    static final long COST_OF_A_POINT = 1L << (DrawKey.Draws.BITS + 12);

    /**
     * Between patterns of equal cost, or nearly so within the tolerance of the rules, a draw decides: sizes and codes, which everybody
     * reads, would tell what the program would not have chosen.
     */
    private void draw(List<Cell> cells) {
        DrawKey.Draws draws = terms.key.draws();
        double tolerance = terms.rules.drawTolerance().doubleValue() / 100 / (1L << DrawKey.Draws.BITS);
        cells.replaceAll(c -> {
            double dearer = c.cost() * tolerance * draws.of("tolerance " + c.name());
            return c.costing(c.cost() + (long) dearer + 1 + draws.of(c.name()));
        });
    }

    /** Points of a cost, without what the draw adds. */
    static long points(long cost) {
        return cost / COST_OF_A_POINT;
    }
}

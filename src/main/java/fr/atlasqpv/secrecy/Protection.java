package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Aggregation;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.secrecy.ProtectionReport.IndicatorLine;
import fr.atlasqpv.secrecy.ProtectionReport.TableLine;
import fr.atlasqpv.secrecy.TableBuilder.Terms;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From raw figures to what may be published: primary rules, cells that count the same people, complementary suppression,
 * the attack on the result, then clamping and rounding.
 *
 * {@snippet :
 * ProtectionResult result = Protection.protect(input);
 * if (!result.safe()) {
 *     result.disclosures().forEach(d -> System.err.println(d.message())); // nothing may be released
 * }
 * }
 */
public final class Protection {
    /** Code of the notice that the secret wins over a decision. */
    public static final String OVERRULED = "statut-a-priori-ecarte";

    private final ProtectionInput input;
    private final SortedMap<CellKey, RawCell> cells = new TreeMap<>();
    private final Terms terms;
    private final SortedSet<CellKey> withheld = new TreeSet<>();
    private final Map<Indicator, Integer> notChecked = new TreeMap<>();
    private final List<Disclosure> disclosures = new ArrayList<>();
    private final List<TableLine> lines = new ArrayList<>();
    private final List<ProtectionNotice> notices = new ArrayList<>();
    private final Set<CellKey> tied = new HashSet<>();
    private final SortedMap<CellKey, List<PrimaryRule>> rulesThatWithhold = new TreeMap<>();
    private final SortedMap<CellKey, BigDecimal> levels = new TreeMap<>();
    private final SortedSet<Indicator> knownElsewhere = new TreeSet<>();
    private final PublishedSums neighbourhoods;

    private Protection(ProtectionInput input) {
        this.input = input;
        for (RawCell cell : input.cells()) {
            if (cells.put(cell.key(), cell) != null) {
                throw new IllegalArgumentException("cell given twice: " + cell.key());
            }
        }
        this.neighbourhoods = new PublishedSums(
                input.hierarchy(), k -> k.territory().level() == Level.QPV && cells.containsKey(k));
        UnitCounts known = (territory, perimeter, measure) -> known(territory, perimeter, measure)
                ? input.counts().count(territory, perimeter, measure)
                        .or(() -> input.elsewhere().count(territory, perimeter, measure))
                : Optional.empty();
        this.terms = new Terms(input.rules(), input.elsewhere(), known, input.key(), input.decided(), levels);
    }

    /**
     * Protects an edition.
     *
     * @param input raw cells, rules, hierarchy, knowledge of the attacker
     * @return what may be published; not to be released unless {@link ProtectionResult#safe()}
     * @throws IllegalArgumentException when a cell is given twice, or a count is negative
     */
    public static ProtectionResult protect(ProtectionInput input) {
        Protection protection = new Protection(input);
        protection.tables().forEach(protection::keep);
        return protection.result();
    }

    /**
     * Protects an edition as {@link #protect} does, for its reviewer.
     *
     * @param input raw cells, rules, hierarchy, knowledge of the attacker
     * @return all that is withheld, with the counts: confidential
     * @throws IllegalArgumentException when a cell is given twice, or a count is negative
     */
    public static Review review(ProtectionInput input) {
        Protection protection = new Protection(input);
        return new Review(protection.tables().stream()
                .flatMap(table -> table.review(protection.rulesThatWithhold).stream())
                .toList());
    }

    private List<ProtectedTable> tables() {
        judge();
        // Tables of different indicators have no cell in common: each is protected on a core of its own
        return input.rules()
                .together(ruled(), indicators())
                .parallelStream()
                .map(this::protectedTable)
                .toList();
    }

    private void judge() {
        for (PrimaryRule rule : input.rules().primary()) {
            for (RawCell cell : cells.values()) {
                if (cell.key().indicator().equals(rule.indicator()) && ours(cell)) {
                    switch (rule.judge(input.counts(), cell.key().territory(), cell.key().perimeter())) {
                        case WITHHELD -> withhold(cell.key(), rule);
                        case NOT_CHECKED -> notChecked.merge(rule.indicator(), 1, Integer::sum);
                        case PASSES -> {}
                    }
                }
            }
        }
        input.decided().withheld().stream().filter(cells::containsKey).forEach(withheld::add);
        // What another edition withholds of the same people stays withheld: its neighbours are told there
        input.elsewhere()
                .withheld()
                .stream()
                .filter(k -> cells.containsKey(k) && ours(cells.get(k))
                        && ruled().contains(k.indicator()))
                .forEach(withheld::add);
    }

    private void withhold(CellKey key, PrimaryRule rule) {
        withheld.add(key);
        rulesThatWithhold.computeIfAbsent(key, k -> new ArrayList<>()).add(rule);
        rule.level(input.counts(), key.territory(), key.perimeter())
                .ifPresent(level -> levels.merge(key, level, BigDecimal::max));
    }

    /** Indicators that a rule judges, or of which somebody has decided that a cell is withheld. */
    private SortedSet<Indicator> ruled() {
        SortedSet<Indicator> ruled = input.rules().ruled();
        ruled.addAll(input.decided().protectedIndicators());
        return ruled;
    }

    private Set<Indicator> indicators() {
        return cells.keySet().stream().map(CellKey::indicator).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A figure of ours, not one quoted from a publication for a territory that the run does not cover. */
    private boolean ours(RawCell cell) {
        boolean quoted = cell.key().territory().level() == Level.FRANCE && !input.hierarchy().covered();
        return cell.availability() == Availability.KNOWN && !quoted;
    }

    /** A figure that adds up: the count of a measure, or a ratio of two. */
    private static boolean addsUp(RawCell cell) {
        return cell.numerator() != null && cell.key().indicator().numerator().isPresent();
    }

    private ProtectedTable protectedTable(List<Indicator> indicators) {
        List<Figure> figures = cells.values()
                .stream()
                .filter(c -> indicators.contains(c.key().indicator()) && ours(c) && addsUp(c))
                .map(this::figure)
                .toList();
        ProtectedTable table = new ProtectedTable(indicators, figures, input.hierarchy(), terms, withheld);
        table.protect();
        return table;
    }

    private void keep(ProtectedTable table) {
        withheld.addAll(table.withheldKeys());
        disclosures.addAll(table.disclosures());
        tied.addAll(table.tied());
        table.knownElsewhere().forEach(k -> knownElsewhere.add(k.indicator()));
        table.line().ifPresent(lines::add);
    }

    private boolean known(Territory territory, Perimeter perimeter, Measure measure) {
        return input.rules().knownMeasures().contains(measure)
                || input.elsewhere().count(territory, perimeter, measure).isPresent();
    }

    private Figure figure(RawCell cell) {
        Indicator indicator = cell.key().indicator();
        boolean known = indicator.denominator()
                .filter(m -> known(cell.key().territory(), cell.key().perimeter(), m))
                .isPresent();
        Publication publication = Publication.of(cell, input.rules().clamp(indicator));
        return new Figure(cell.key(), publication, cell.numerator(), cell.denominator(), known);
    }

    private ProtectionResult result() {
        SortedMap<CellKey, Publication> publications = new TreeMap<>();
        cells.forEach((key, cell) -> {
            publications.put(key, publication(cell));
        });
        noteUnchecked();
        noteOverruled(publications);
        knownElsewhere.forEach(indicator -> notices.add(ProtectionNotice.knownElsewhere(indicator)));
        ProtectionReport report = new ProtectionReport(lines(publications), lines);
        return new ProtectionResult(publications, disclosures, report, notices, tied);
    }

    private Publication publication(RawCell cell) {
        if (withheld.contains(cell.key()) || withheldAtTheSource(cell)) {
            return Publication.without(CellStatus.SECRET);
        }
        if (cell.key().indicator().form() instanceof Form.Change change && cell.availability() == Availability.KNOWN) {
            return change(cell, told(cell.key(), change.from()), told(cell.key(), change.to()));
        }
        if (cell.key().indicator().form() instanceof Form.ShareOf share && tellsAWithheldCount(cell.key(), share)) {
            return Publication.without(CellStatus.SECRET);
        }
        return Publication.of(cell, input.rules().clamp(cell.key().indicator()));
    }

    /** The part that a count makes of a whole tells the count to whoever knows the whole, and the whole with the count. */
    private boolean tellsAWithheldCount(CellKey key, Form.ShareOf share) {
        return withheld.stream()
                .anyMatch(k -> k.territory().equals(key.territory())
                        && k.indicator().numerator().filter(share.measure()::equals).isPresent());
    }

    private Publication told(CellKey key, Indicator indicator) {
        return publication(cells.get(end(key, indicator)));
    }

    private static CellKey end(CellKey change, Indicator indicator) {
        return new CellKey(change.territory(), change.perimeter(), indicator);
    }

    /**
     * A change tells both its ends: it is withheld where one of them is, or is told as a bound only. The ends of an
     * indicator under a rule are taken as they are told, so that their difference adds nothing to them; so is a share that is
     * told as its whole, or the books would not agree with themselves.
     */
    private Publication change(RawCell cell, Publication from, Publication to) {
        if (from.status() != CellStatus.PUBLIE || to.status() != CellStatus.PUBLIE) {
            return Publication.without(CellStatus.SECRET);
        }
        Form.Change change = (Form.Change) cell.key().indicator().form();
        SortedSet<Indicator> ruled = ruled();
        boolean exact = Stream.of(change.from(), change.to())
                .noneMatch(end -> ruled.contains(end) || cells.get(end(cell.key(), end)).aboveItsWhole());
        return Publication.of(
                exact ? cell : Aggregation.change(cell.key(), from.value(), to.value(), cell.estimated()),
                Optional.empty());
    }

    /** An aggregate whose every QPV is withheld by the producer is withheld, not missing: one cell, one status. */
    private boolean withheldAtTheSource(RawCell cell) {
        if (cell.availability() != Availability.NON_DISPONIBLE || cell.key().perimeter() != Perimeter.QPV) {
            return false;
        }
        List<CellKey> parts = neighbourhoods.parts(cell.key());
        return !parts.isEmpty()
                && parts.stream()
                        .allMatch(k -> cells.get(k).availability() == Availability.SECRET_A_LA_SOURCE);
    }

    private void noteUnchecked() {
        notChecked.forEach((indicator, number) -> notices.add(new ProtectionNotice(
                "regle-non-verifiable",
                indicator.id(),
                "Pour " + number
                        + " vérifications, aucune source ne donne les effectifs que compte la règle de secret de "
                        + "l’indicateur «\u00a0" + indicator.id()
                        + "\u00a0»\u00a0; seul le secret posé par le producteur le protège.")));
    }

    /** No cell nor number of cells: which are withheld for themselves is nothing that a notice tells. */
    private void noteOverruled(SortedMap<CellKey, Publication> publications) {
        SortedSet<Indicator> overruled = new TreeSet<>();
        input.decided()
                .published()
                .stream()
                .filter(k -> publications.containsKey(k) && publications.get(k).status() == CellStatus.SECRET)
                .forEach(k -> overruled.add(k.indicator()));
        overruled.forEach(indicator -> notices.add(new ProtectionNotice(
                OVERRULED,
                indicator.id(),
                "L’édition veut publiées des cellules de l’indicateur «\u00a0" + indicator.id()
                        + "\u00a0» que le secret retient\u00a0: il l’emporte, et «\u00a0atlas check\u00a0» les nomme.")));
    }

    private List<IndicatorLine> lines(SortedMap<CellKey, Publication> publications) {
        List<IndicatorLine> lines = new ArrayList<>();
        for (Indicator indicator : ruled()) {
            SortedMap<Level, Integer> secret = new TreeMap<>();
            SortedMap<Level, Integer> told = new TreeMap<>();
            SortedMap<Level, Integer> clamped = new TreeMap<>();
            publications.forEach((key, publication) -> {
                if (key.indicator().equals(indicator)) {
                    Level level = key.territory().level();
                    count(publication.status() == CellStatus.SECRET, secret, level);
                    count(publication.status().hasValue(), told, level);
                    count(
                            publication.status() == CellStatus.PLAFONNE || publication.status() == CellStatus.PLANCHER,
                            clamped,
                            level);
                }
            });
            lines.add(new IndicatorLine(indicator, secret, told, clamped, notChecked.getOrDefault(indicator, 0)));
        }
        return lines;
    }

    private static void count(boolean condition, SortedMap<Level, Integer> counts, Level level) {
        if (condition) {
            counts.merge(level, 1, Integer::sum);
        }
    }
}

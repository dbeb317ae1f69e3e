package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.secrecy.TableBuilder.Terms;
import fr.atlasqpv.secrecy.TableBuilder.Trust;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which cells an attacker takes for one and which he takes for the sum of others.
 *
 * <p>Figures are written {@code numerator/denominator}, or {@code number} for a count: {@code ?} is not known to us, {@code ~}
 * before the denominator says that the attacker does not know it. EPCI A (QP1, QP2) and B (QP3) lie in the département 59, C
 * (QP4) in the département 62.
 */
class TableBuilderTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final Indicator NUMBER = Indicators2022.NB_LOGEMENTS_SOCIAUX;
    private static final String REGION = "32";

    private final List<Figure> figures = new ArrayList<>();
    private final SortedMap<String, String> epciOfQpv =
            new TreeMap<>(Map.of("QP1", "A", "QP2", "A", "QP3", "B", "QP4", "C"));
    private final SortedMap<String, String> departementOfQpv =
            new TreeMap<>(Map.of("QP1", "59", "QP2", "59", "QP3", "59", "QP4", "62"));
    private final TreeSet<String> within = new TreeSet<>(List.of("A", "B", "C"));
    private SecrecyRules rules = AtlasFixture.rules(List.of(AtlasFixture.socialShare()), false);
    private Elsewhere elsewhere = Elsewhere.NOTHING;

    private static CellKey key(String code, Indicator indicator) {
        Level level = switch (code.charAt(0)) {
            case 'Q' -> Level.QPV;
            case 'F' -> Level.FRANCE;
            case 'A', 'B', 'C' -> Level.EPCI;
            default -> code.startsWith(REGION) ? Level.REG : Level.DEP;
        };
        boolean all = code.endsWith("*");
        return CellKey.of(
                level, all ? code.substring(0, code.length() - 1) : code, all ? Perimeter.ENSEMBLE : Perimeter.QPV,
                indicator);
    }

    private static BigDecimal number(String text) {
        return text.equals("?") ? null : new BigDecimal(text);
    }

    /** A star behind the code stands for all inhabitants. */
    private TableBuilderTest figure(String code, Indicator indicator, String counts) {
        String[] parts = counts.split("/");
        CellKey key = key(code, indicator);
        BigDecimal numerator = number(parts[0]);
        BigDecimal denominator = parts.length == 1 ? null : number(parts[1].replace("~", ""));
        boolean known = parts.length == 1 || !parts[1].startsWith("~");
        RawCell raw = denominator == null ? RawCell.count(key, numerator, false)
                : RawCell.rate(key, numerator, denominator, false);
        boolean told = numerator != null && (parts.length == 1 || denominator != null);
        Publication shown = told ? Publication.of(raw, rules.clamp(indicator)) : null;
        figures.add(new Figure(key, shown, numerator, denominator, known));
        return this;
    }

    private TableBuilderTest shares(String... codesAndCounts) {
        for (String given : codesAndCounts) {
            String[] parts = given.split(" ");
            figure(parts[0], SHARE, parts[1]);
        }
        return this;
    }

    private Hierarchy hierarchy(boolean wholeOfFrance) {
        return new Hierarchy(
                epciOfQpv, departementOfQpv, new TreeMap<>(Map.of("A", "59", "B", "59", "C", "62")),
                new TreeMap<>(Map.of("59", REGION, "62", REGION)), new TreeSet<>(List.of(REGION)), within,
                wholeOfFrance ? new TreeSet<>(List.of(REGION)) : new TreeSet<>());
    }

    private Terms terms() {
        return new Terms(rules, elsewhere, BookAttack.nothingKnown(), AtlasFixture.KEY);
    }

    private LinkedTable table() {
        return new TableBuilder(figures, hierarchy(false), terms()).build();
    }

    private LinkedTable book(Trust trust) {
        return new TableBuilder(figures, hierarchy(false), terms(), true, trust).build();
    }

    private Cell only() {
        List<Cell> cells = table().cells();
        assertThat(cells).hasSize(1);
        return cells.getFirst();
    }

    /** Nothing at all may be told as minus zero. */
    private static Interval plain(Interval interval) {
        return new Interval(interval.low() + 0.0, interval.high());
    }

    private static String name(Cell cell) {
        return cell.keys()
                .stream()
                .map(k -> (k.perimeter() == Perimeter.QPV ? k.territory().code() : k.territory().code() + "*")
                        + (k.indicator().equals(NUMBER) ? "#" : ""))
                .collect(Collectors.joining("="));
    }

    private static List<String> names(LinkedTable table) {
        return table.cells().stream().map(TableBuilderTest::name).toList();
    }

    /** {@code A = QP1 + QP2}, or {@code A - QP1 - QP2: 0 to 5}, with {@code a sum} where it is spoken of as one. */
    private static String text(LinkedTable table, Link link) {
        List<String> names = Arrays.stream(link.cells()).mapToObj(c -> name(table.cells().get(c))).toList();
        assertThat(link.signs()[0]).isEqualTo(1);
        assertThat(Arrays.stream(link.signs()).skip(1)).containsOnly(-1);
        if (link.sum() && link.low() == 0 && link.high() == 0) {
            return names.getFirst() + " = " + String.join(" + ", names.subList(1, names.size()));
        }
        String high = link.high() == LinkedTable.NO_BOUND ? "any" : String.valueOf(link.high());
        return String.join(" - ", names) + ": " + link.low() + " to " + high + (link.sum() ? ", a sum" : "");
    }

    private static List<String> links(LinkedTable table) {
        return table.links().stream().map(l -> text(table, l)).toList();
    }

    @Test
    void everyLevelIsTheSumOfTheOneBelow() {
        shares("QP1 40/100", "QP2 50/100", "QP3 60/100", "QP4 70/100", "A 90/200", "B 60/100", "C 70/100", "59 150/300",
                "62 70/100", "32 220/400");

        assertThat(names(table())).containsExactly("32", "59", "62=C=QP4", "A", "B=QP3", "QP1", "QP2");
        assertThat(links(table())).containsExactly("32 = 59 + 62=C=QP4", "59 = A + B=QP3", "A = QP1 + QP2");
    }

    @Test
    void positionsAreThoseOfTheTable() {
        shares("QP1 40/100", "QP2 50/100", "QP3 60/100", "A 90/200", "B 60/100");
        TableBuilder builder = new TableBuilder(figures, hierarchy(false), terms());
        LinkedTable table = builder.build();

        assertThat(figures).allSatisfy(f -> assertThat(table.cells().get(builder.position(f.key())).keys())
                .contains(f.key()));
    }

    /** A share of the collèges near is made of establishments that several QPV share: its counts do not add up. */
    @Test
    void aFigureThatDoesNotAddUpIsNoSum() {
        figure("QP1", Indicators2022.REUSSITE_BREVET, "40/100").figure("QP2", Indicators2022.REUSSITE_BREVET, "50/100")
                .figure("A", Indicators2022.REUSSITE_BREVET, "90/200");

        assertThat(table().links()).isEmpty();
    }

    /** What a total has beyond its parts: below eleven, the protection width, an attacker takes it for their sum. */
    @ParameterizedTest(name = "A counts {0}: {1}")
    @CsvSource({"90, A = QP1 + QP2", "91, 'A - QP1 - QP2: 0.0 to 1.0, a sum'",
            "100, 'A - QP1 - QP2: 0.0 to 10.0, a sum'", "101, 'A - QP1 - QP2: 0.0 to 11.0'",
            "89, 'A - QP1 - QP2: -1.0 to 0.0, a sum'", "80, 'A - QP1 - QP2: -10.0 to 0.0, a sum'",
            "79, 'A - QP1 - QP2: -11.0 to 0.0'"})
    void aTotalThatIsNotTheSumOfItsPartsIsTiedToThemByTheDifference(String total, String link) {
        shares("QP1 40/100", "QP2 50/100", "A " + total + "/200");

        assertThat(links(table())).containsExactly(link);
    }

    @Test
    void aTerritoryOfOnePartIsThatPartOnlyWhereTheCountsAgree() {
        shares("QP3 60/100", "B 62/100");

        assertThat(names(table())).containsExactly("B", "QP3");
        assertThat(links(table())).containsExactly("B - QP3: 0.0 to 2.0, a sum");
    }

    @ParameterizedTest
    @EnumSource(Trust.class)
    void aBookIsBelievedToAddUpInThePerimeterOfTheQpv(Trust trust) {
        shares("QP1 ?/100", "QP2 ?/100", "QP3 ?/100", "A ?/200", "B ?/100");

        assertThat(names(book(trust))).containsExactly("A", "B=QP3", "QP1", "QP2");
        assertThat(links(book(trust))).containsExactly("A = QP1 + QP2");
    }

    @Test
    void ofAllInhabitantsABookAddsUpOnlyWhereEveryPartIsTold() {
        shares("59* ?/1000", "32* ?/3000");
        assertThat(links(book(Trust.ALL))).containsExactly("32* - 59*: 0.0 to any");

        shares("62* ?/2000");
        assertThat(links(book(Trust.ALL))).containsExactly("32* = 59* + 62*");
    }

    @Test
    void oneCountThatIsNotKnownLeavesTheSumToBelief() {
        shares("59* 10/1000", "62* ?/2000", "32* 40/3000");
        assertThat(links(book(Trust.ALL))).containsExactly("32* = 59* + 62*");

        figures.clear();
        shares("59* 10/1000", "32* ?/3000");
        assertThat(links(book(Trust.ALL))).containsExactly("32* - 59*: 0.0 to any");
    }

    @Test
    void franceIsTheSumOfItsRegionsWhereTheRunCoversIt() {
        shares("32 40/100", "FRANCE 40/100");

        assertThat(names(table())).containsExactly("FRANCE", "32");
        assertThat(new TableBuilder(figures, hierarchy(true), terms()).build().cells()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Trust.class)
    void inclusionsAreBelievedBeforeAnythingContradictsThem(Trust trust) {
        shares("A ?/200", "A* ?/1000");

        assertThat(links(book(trust))).isEqualTo(
                trust.compareTo(Trust.NO_PERIMETERS) < 0 ? List.of("A* - A: 0.0 to 800.0") : List.of());
    }

    @Test
    void theEpciOfADepartementMakeItUp() {
        shares("59* 300/1000", "A* 100/400", "B* 200/600");

        assertThat(links(table())).containsExactly("59* = A* + B*");
        assertThat(links(book(Trust.SUMS_ALONE))).containsExactly("59* = A* + B*");
    }

    private void linked() {
        rules = AtlasFixture.rules(List.of(AtlasFixture.socialShare()), true);
    }

    @Test
    void aShareAndItsNumberAreOneCellWhereTheyCountTheSame() {
        linked();
        shares("QP1 40/100", "QP2 50/100", "QP3 60/100").figure("QP1", NUMBER, "40").figure("QP2", NUMBER, "51")
                .figure("QP4", NUMBER, "70");

        assertThat(names(table())).containsExactly("QP1#=QP1", "QP2#", "QP2", "QP3", "QP4#");
    }

    @Test
    void withoutARuleThatSaysSoTheyCountDifferentUnits() {
        shares("QP1 40/100").figure("QP1", NUMBER, "40");

        assertThat(names(table())).containsExactly("QP1#", "QP1");
    }

    @ParameterizedTest
    @CsvSource({"ALL, true", "NO_PERIMETERS, true", "SUMS_ALONE, false"})
    void inABookTheyAreBelievedToUntilTheFiguresContradictOneAnother(Trust trust, boolean one) {
        linked();
        shares("QP1 ?/100").figure("QP1", NUMBER, "?");

        assertThat(names(book(trust))).isEqualTo(one ? List.of("QP1#=QP1") : List.of("QP1#", "QP1"));
    }

    @ParameterizedTest
    @CsvSource({"40/100, ?", "?/100, 40"})
    void aCountThatIsKnownOnOneSideOnlyIsNotTakenForTheOther(String share, String number) {
        linked();
        shares("QP1 " + share).figure("QP1", NUMBER, number);

        assertThat(names(book(Trust.ALL))).hasSize(2);
    }

    @Test
    void theNumberOfARegionIsSaidToBeASumOnceWhereTheSharesAddUpToIt() {
        linked();
        shares("QP1 40/100", "QP2 50/100", "QP4 70/100", "A 90/200", "C 70/100", "59 90/200", "62 70/100", "32 160/300")
                .figure("QP1", NUMBER, "40").figure("QP2", NUMBER, "50").figure("QP4", NUMBER, "70")
                .figure("32", NUMBER, "160");

        assertThat(links(table())).containsExactly(
                "32#=32 = 59=A + 62=C=QP4#=QP4", "59=A = QP1#=QP1 + QP2#=QP2");
    }

    @ParameterizedTest(name = "{0} of the EPCI, {1} of the département")
    @CsvSource({"92/200, 92/200", "90/200, 93/200"})
    void aLevelBetweenThatDoesNotAddUpLeavesTheNumberItsOwnSum(String epci, String departement) {
        linked();
        shares("QP1 40/100", "QP2 50/100", "QP4 70/100", "A " + epci, "C 70/100", "59 " + departement, "62 70/100")
                .shares("32 " + (departement.startsWith("92") ? "162" : "163") + "/300")
                .figure("QP1", NUMBER, "40").figure("QP2", NUMBER, "50").figure("QP4", NUMBER, "70")
                .figure("32", NUMBER, departement.startsWith("92") ? "162" : "163");

        assertThat(links(table())).filteredOn(l -> l.startsWith("32#=32")).hasSize(2);
    }

    /** Paris and its part of the Métropole du Grand Paris. */
    @ParameterizedTest(name = "département {0}, EPCI {1}: one cell {2}")
    @CsvSource({"90/200, 90/200, true", "90/200, 90/201, false", "91/200, 90/200, false", "90/200, 91/200, false",
            "0/0, 0/0, false", "90/?, 90/200, false", "90/200, 90/?, false", "90/200, ?/200, true",
            "?/200, ?/200, true"})
    void anEpciWithTheVeryDenominatorOfItsDepartementIsIt(String departement, String epci, boolean one) {
        shares("59* " + departement, "A* " + epci);

        assertThat(names(book(Trust.NO_PERIMETERS))).isEqualTo(one ? List.of("59*=A*") : List.of("59*", "A*"));
    }

    @Test
    void inABookItIsBelievedWhereTheEpciLiesWhollyInTheDepartementAndElseCounted() {
        within.remove("A");
        shares("59* ?/200", "A* ?/200");
        assertThat(names(book(Trust.ALL))).containsExactly("59*", "A*");

        figures.clear();
        shares("59* 90/200", "A* 90/200");
        assertThat(names(book(Trust.ALL))).containsExactly("59*=A*");
    }

    @Test
    void aTerritoryThatIsNoEpciOrIsAnotherPerimeterIsNotTakenForItsDepartement() {
        shares("59* 90/200", "A 90/200", "QP1 90/200");

        assertThat(names(table())).containsExactly("59*", "A=QP1");
        figures.clear();
        shares("59* 90/200", "C* 90/200");
        assertThat(names(table())).as("the EPCI of another one").containsExactly("59*", "C*");
    }

    @ParameterizedTest(name = "{0}: from 0 to {1}")
    @CsvSource({"40/100, 100", "40/~100, 100000000", "?/100, 100", "40/?, 100000000", "110/100, 110"})
    void whenItIsWithheldNobodyKnowsMoreThanItsDenominator(String counts, double most) {
        shares("QP1 " + counts);

        assertThat(plain(book(Trust.ALL).cells().getFirst().open())).isEqualTo(new Interval(0, most));
    }

    @Test
    void aPartAboveItsWholeIsWithheldForOthersWhereNothingElseCanBe() {
        shares("QP1 110/100", "QP2 40/100");

        assertThat(table().cells()).extracting(c -> TableBuilder.points(c.cost())).containsExactly(100L, 1L);
    }

    @Test
    void twoFiguresOfTheSameUnitsBoundThemTogether() {
        linked();
        shares("QP1 400/1000").figure("QP1", NUMBER, "400");
        Cell cell = only();

        assertThat(plain(cell.open())).isEqualTo(new Interval(0, 1000));
        assertThat(cell.shown()).isEqualTo(Interval.exactly(400));
        assertThat(cell.keys()).hasSize(2);
        assertThat(TableBuilder.points(cell.cost())).as("points of two cells of a QPV").isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}: {1} to {2}, clamped {3}")
    @CsvSource({"400/1000, 400, 400, false", "4000/10000, 3995, 4004, false",
            // told as 95 and more, or as 5 and less
            "990/1000, 951, 1000, true", "10/1000, 0, 49, true",
            // a notice says that there are more on top than below
            "1100/1000, 1001, 1100, true",
            // of nobody knows how many
            "400/~1000, 0, 100000000, false"})
    void aFigureTellsTheCountsThatPrintAsIt(String counts, double low, double high, boolean clamped) {
        shares("QP1 " + counts);

        assertThat(plain(only().shown())).isEqualTo(new Interval(low, high));
        assertThat(only().clamped()).isEqualTo(clamped);
    }

    @Test
    void aWithheldFigureOfABookTellsNothing() {
        figures.add(new Figure(key("QP1", SHARE), null, null, BigDecimal.valueOf(100), true));
        figures.add(new Figure(
                key("QP2", SHARE), Publication.without(CellStatus.SECRET), null, BigDecimal.valueOf(100), true));

        assertThat(book(Trust.ALL).cells()).hasSize(2).allSatisfy(cell -> {
            assertThat(plain(cell.shown())).isEqualTo(new Interval(0, 100));
            assertThat(cell.clamped()).isFalse();
        });
    }

    @ParameterizedTest(name = "trusting {0}, told {1}: at most {2}")
    @CsvSource({"ALL, 95.0 PLAFONNE, 1000", "NO_CEILINGS, 95.0 PLAFONNE, 100000000",
            "SUMS_ALONE, 95.0 PLAFONNE, 100000000", "SUMS_ALONE, 5.0 PLANCHER, 1000", "SUMS_ALONE, 95.0 PUBLIE, 1000",
            "ALL, 100.0 PUBLIE, 1000", "NO_CEILINGS, 100.0 PUBLIE, 100000000", "NO_CEILINGS, SECRET, 1000",
            "NO_WHOLES, SECRET, 100000000"})
    void whereFiguresContradictOneAnotherThatAPartIsNoMoreThanItsWholeIsDoubtedFirst(
            Trust trust, String told, double most) {
        String[] words = told.split(" ");
        Publication publication = words.length == 1 ? null
                : new Publication(new BigDecimal(words[0]), null, CellStatus.valueOf(words[1]), false);
        figures.add(new Figure(key("QP1", SHARE), publication, null, BigDecimal.valueOf(1000), true));

        assertThat(book(trust).cells().getFirst().open().high()).isEqualTo(most);
    }

    @Test
    void weightedCountsAreNotWhole() {
        figure("QP1", Indicators2022.TAUX_PAUVRETE, "400.2/1000");
        assertThat(only().whole()).isFalse();
        assertThat(only().shown()).isEqualTo(new Interval(399.5, 400.5));

        figures.clear();
        figure("QP1", Indicators2022.TAUX_PAUVRETE, "400.0/1000");
        assertThat(only().whole()).as("four hundred, written with a decimal").isTrue();
        figures.clear();
        figure("QP1", Indicators2022.TAUX_PAUVRETE, "0.00/1000").figure("QP2", Indicators2022.TAUX_PAUVRETE,
                "1E+2/1000");
        assertThat(table().cells()).allMatch(Cell::whole);
        figure("QP3", Indicators2022.TAUX_PAUVRETE, "0.5/1000");
        assertThat(table().cells()).as("of one source").noneMatch(Cell::whole);
    }

    private static KnownFigure known(String value, int denominator) {
        return new KnownFigure(
                key("QP1", SHARE), new Publication(new BigDecimal(value), null, CellStatus.PUBLIE, false),
                BigDecimal.valueOf(denominator));
    }

    @ParameterizedTest(name = "{0} %: {1} to {2}")
    // Corrected since, the other tells today's count about as well: as much room, around the truth
    @CsvSource({"40.0, 3995, 4004", "40.1, 3995.5, 4004.5"})
    void whatAnotherEditionTellsIsKnownAndAsMuchWhereItWasCorrected(String rate, double low, double high) {
        elsewhere = new Elsewhere(List.of(known(rate, 10_000)), List.of(), new TreeSet<>());
        shares("QP1 4000/10000");

        assertThat(plain(only().known())).isEqualTo(new Interval(low, high));
        figures.clear();
        shares("QP1 ?/10000");
        assertThat(book(Trust.ALL).cells().getFirst().known().high()).as("in a book it cannot be checked")
                .isLessThan(5_000);
    }

    @Test
    void twoEditionsAreBothKnown() {
        elsewhere = new Elsewhere(
                List.of(known("40.0", 10_000), known("40.0", 10_010)), List.of(), new TreeSet<>());
        shares("QP1 4000/10000");

        // 40.0 % of 10,010 is 3,998.995 to 4,009.005
        assertThat(only().known()).isEqualTo(new Interval(3_999, 4_004));
    }

    @Test
    void whatAnotherEditionTellsOfSeveralCellsTiesThem() {
        elsewhere = new Elsewhere(List.of(), List.of(new KnownSum(
                List.of(key("QP1", SHARE), key("QP3", SHARE)),
                new KnownFigure(
                        key("C", SHARE), new Publication(new BigDecimal("50.0"), null, CellStatus.PUBLIE, false),
                        BigDecimal.valueOf(200)))),
                new TreeSet<>());
        shares("QP1 40/100", "QP3 60/100");

        assertThat(table().links()).singleElement().satisfies(link -> {
            assertThat(link.cells()).containsExactly(0, 1);
            assertThat(new Interval(link.low(), link.high())).isEqualTo(Interval.exactly(100));
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"40/100, ']0;11[ ]89;100['", "40/~100, ''", "40/?, ''", "40, ]0;11["})
    void aRuleProtectsTheRangesThatWhoeverKnowsTheDenominatorCanName(String counts, String ranges) {
        rules = AtlasFixture.rules(
                List.of(AtlasFixture.povertyPersons(), AtlasFixture.socialShare(), AtlasFixture.socialCount()), false);
        figure("QP1", counts.contains("/") ? SHARE : NUMBER, counts);

        assertThat(book(Trust.ALL).cells().getFirst().sensitive().stream()
                .map(s -> "]" + Math.round(s.low()) + ";" + Math.round(s.high()) + "[")
                .collect(Collectors.joining(" "))).isEqualTo(ranges);
    }

    @Test
    void theWidthIsThatOfTheRules() {
        shares("QP1 40/100");

        assertThat(only().width()).isEqualTo(11);
    }

    @ParameterizedTest(name = "{0} costs {1} points")
    @CsvSource({"QP1, 1", "A, 2", "59, 4", "32, 8", "FRANCE, 16"})
    void aLevelCostsTwiceTheOneBelow(String code, long points) {
        shares(code + " 40/100");

        assertThat(TableBuilder.points(only().cost())).isEqualTo(points);
    }

    @Test
    void withinAPointADrawDecidesThatTheKeyAloneTells() {
        shares("QP1 40/100", "QP2 40/100", "QP3 40/90");

        List<Long> drawn = table().cells().stream().map(Cell::cost).toList();
        assertThat(drawn).doesNotHaveDuplicates().extracting(TableBuilder::points).containsOnly(1L);
        assertThat(table().cells()).extracting(Cell::cost).as("the same key, the same draw").isEqualTo(drawn);
        DrawKey other = DrawKey.of("a1".repeat(DrawKey.LEAST_BYTES));
        Terms keyed = new Terms(rules, elsewhere, BookAttack.nothingKnown(), other);
        assertThat(new TableBuilder(figures, hierarchy(false), keyed).build().cells()).extracting(Cell::cost)
                .isNotEqualTo(drawn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40/100", "?/100"})
    void aCellIsNamedByItsFirstAddress(String counts) {
        shares("B " + counts, "QP3 " + counts);

        assertThat(book(Trust.ALL).cells()).singleElement()
                .satisfies(c -> assertThat(c.name()).isEqualTo(key("B", SHARE).toString()));
    }

    @Test
    void aNumberIsNeverABound() {
        figure("QP1", NUMBER, "990");

        assertThat(only().shown()).isEqualTo(Interval.exactly(990));
        assertThat(only().clamped()).isFalse();
    }
}

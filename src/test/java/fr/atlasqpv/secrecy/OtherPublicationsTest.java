package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another publication tells of a count, as bounds: one decimal of 400 dwellings is within two tenths of one. */
class OtherPublicationsTest {
    private static final CellKey FIRST = key("QP000001");
    private static final CellKey SECOND = key("QP000002");

    private static CellKey key(String code) {
        return CellKey.of(Level.QPV, code, Perimeter.QPV, Indicators2022.PART_LOGEMENTS_SOCIAUX);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static Figure ours(CellKey key, String numerator, String denominator) {
        return new Figure(key, null, number(numerator), number(denominator), true);
    }

    private static KnownFigure theirs(CellKey key, String value, CellStatus status, String denominator) {
        return new KnownFigure(key, new Publication(number(value), null, status, false), number(denominator));
    }

    private static final Interval ANYTHING = new Interval(0, LinkedTable.NO_BOUND);

    @Test
    void aFigureThatWasCorrectedTellsTheCountOfTodayAsWellAsTheFormerOne() {
        KnownFigure known = theirs(FIRST, "45.0", CellStatus.PUBLIE, "10000");

        Interval told = others(List.of(known), List.of()).told(ours(FIRST, "4600", "10000"), ANYTHING, known);

        assertThat(told).isEqualTo(new Interval(4595.5, 4604.5));
    }

    @Test
    void whereNoCountIsAtHandAFigureOfTodayStandsAgainstAnotherOfBefore() {
        KnownFigure known = theirs(FIRST, "45.0", CellStatus.PUBLIE, "10000");
        OtherPublications others = others(List.of(known), List.of());

        assertThat(others.told(ours(FIRST, null, "10000"), new Interval(4595, 4604), known))
                .isEqualTo(new Interval(4595, 4604));
        assertThat(others.told(ours(FIRST, null, "10000"), new Interval(4500, 4600), known))
                .isEqualTo(new Interval(4495, 4504));
    }

    private static OtherPublications others(List<KnownFigure> figures, List<KnownSum> sums) {
        return new OtherPublications(new Elsewhere(figures, sums, new TreeSet<>()), true);
    }

    @ParameterizedTest(name = "{0} {1} of {2} is {3} to {4}")
    @CsvSource({
            "45.0, PUBLIE, 400, 180, 180",
            "45.0, PUBLIE, 10000, 4495, 4504",
            "95.0, PLAFONNE, 400, 380, 400",
            "5.0, PLANCHER, 400, 0, 20",
            // Another edition may have had a lower ceiling: a bound is what stands there.
            "90.0, PLAFONNE, 400, 360, 400",
            "45.0, PUBLIE, , 0, 100000000",
    })
    void aFigureToldElsewhereIsReadWithTheBoundsOfElsewhere(
            String value, CellStatus status, String denominator, double low, double high) {
        KnownFigure known = theirs(FIRST, value, status, denominator);

        Interval told = others(List.of(known), List.of()).told(ours(FIRST, null, "400"), ANYTHING, known);

        // Plus zero: nothing at all may be told as minus zero
        assertThat(new Interval(told.low() + 0.0, told.high())).isEqualTo(new Interval(low, high));
    }

    @Test
    void everyFigureOfACellIsFoundAndNoneOfAnother() {
        KnownFigure one = theirs(FIRST, "45.0", CellStatus.PUBLIE, "400");
        KnownFigure other = theirs(FIRST, "45.1", CellStatus.PUBLIE, "410");

        assertThat(others(List.of(one, other), List.of()).of(FIRST)).containsExactly(one, other);
        assertThat(others(List.of(one, other), List.of()).of(SECOND)).isEmpty();
    }

    private static List<Link> sums(String total, CellStatus status, String denominator, Figure... figures) {
        SortedMap<CellKey, Figure> ours = new TreeMap<>();
        for (Figure figure : figures) {
            ours.put(figure.key(), figure);
        }
        KnownSum sum = new KnownSum(List.of(FIRST, SECOND), theirs(key("OLD"), total, status, denominator));
        return others(List.of(), List.of(sum)).sums(ours, Map.of(FIRST, 0, SECOND, 1));
    }

    @Test
    void aSumToldElsewhereTiesItsParts() {
        List<Link> links = sums(
                "50.0", CellStatus.PUBLIE, "900", ours(FIRST, "200", "400"), ours(SECOND, "250", "500"));

        assertThat(links).singleElement().satisfies(link -> {
            assertThat(link.cells()).containsExactly(0, 1);
            assertThat(link.signs()).containsExactly(1, 1);
            assertThat(new Interval(link.low(), link.high())).isEqualTo(new Interval(450, 450));
            assertThat(link.sum()).as("a published sum of this edition").isFalse();
        });
    }

    /** 45.0 % of 10,000 and 30.0 % of 1,000: 4,495 to 4,504 and 300, which make up one cell of ours. */
    @ParameterizedTest(name = "all of them told: {0}, {1} of ours: {2} to {3}")
    @CsvSource({"true, 4800, 4795, 4804", "false, 4800, 4795, 100000000", "true, 4805, ,", "false, 4794, ,",
            "true, , 4795, 4804"})
    void figuresOfSeveralThatHaveMergedTellTheirSumOrALeastValue(
            boolean whole, String numerator, Double low, Double high) {
        KnownSum merged = new KnownSum(
                List.of(FIRST),
                List.of(
                        theirs(key("OLD1"), "45.0", CellStatus.PUBLIE, "10000"),
                        theirs(key("OLD2"), "30.0", CellStatus.PUBLIE, "1000")),
                whole);

        List<Link> links = others(List.of(), List.of(merged))
                .sums(new TreeMap<>(Map.of(FIRST, ours(FIRST, numerator, "11000"))), Map.of(FIRST, 0));

        assertThat(links).map(link -> new Interval(link.low(), link.high()))
                .isEqualTo(low == null ? List.of() : List.of(new Interval(low, high)));
    }

    @Test
    void aSumIsLeftOutWhereItIsNotTrueSaysNothingOrHasAPartThatIsNotTold() {
        Figure first = ours(FIRST, "200", "400");
        Figure second = ours(SECOND, "250", "500");

        assertThat(sums("51.0", CellStatus.PUBLIE, "900", first, second)).as("not true of the counts").isEmpty();
        assertThat(sums("50.0", CellStatus.PUBLIE, null, first, second)).as("of nobody knows how many").isEmpty();
        assertThat(sums("50.0", CellStatus.PUBLIE, "900", first)).as("a part has no figure here").isEmpty();
    }

    @Test
    void aSumIsBelievedWhereNoCountCanCheckIt() {
        assertThat(sums("51.0", CellStatus.PUBLIE, "900", ours(FIRST, "200", "400"), ours(SECOND, null, "500")))
                .hasSize(1);
    }
}

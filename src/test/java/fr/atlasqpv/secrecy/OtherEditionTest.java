package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.OtherEdition.Told;
import fr.atlasqpv.territory.Correspondence;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the books of another edition tell of the counts of this one, and what the protection makes of it. */
class OtherEditionTest {
    private static final String RPLS = "RPLS 2017, RP 2017";
    private static final List<PrimaryRule> RULES = List.of(AtlasFixture.socialShare());

    private final SortedMap<CellKey, Told> then = new TreeMap<>();

    private static CellKey key(Level level, String code) {
        return CellKey.of(level, code, Perimeter.QPV, Indicators2022.PART_LOGEMENTS_SOCIAUX);
    }

    private OtherEditionTest told(Level level, String code, String rate, String millesime) {
        Publication publication = rate.equals("s")
                ? Publication.without(CellStatus.SECRET)
                : new Publication(new BigDecimal(rate), null, CellStatus.PUBLIE, false);
        then.put(key(level, code), new Told(publication, millesime));
        return this;
    }

    /** EPCI of each QPV; one département and one region. */
    private static Hierarchy hierarchy(Map<String, String> epciOfQpv) {
        SortedMap<String, String> departements = new TreeMap<>();
        epciOfQpv.keySet().forEach(qpv -> departements.put(qpv, "59"));
        SortedMap<String, String> chapters = new TreeMap<>();
        epciOfQpv.values().forEach(epci -> chapters.put(epci, "59"));
        return new Hierarchy(new TreeMap<>(epciOfQpv), departements, chapters, new TreeMap<>(Map.of("59", "32")),
                new TreeSet<>(List.of("32")), new TreeSet<>(), new TreeSet<>());
    }

    private Elsewhere elsewhere(Map<String, String> epciThen, Map<String, String> epciNow) {
        return elsewhere(epciThen, epciNow, Correspondence.NONE);
    }

    private Elsewhere elsewhere(
            Map<String, String> epciThen, Map<String, String> epciNow, Correspondence correspondence) {
        return new OtherEdition(then, hierarchy(epciThen), correspondence).of(
                k -> Optional.of(RPLS)
                        .filter(r -> k.territory().level() != Level.QPV || epciNow.containsKey(k.territory().code())),
                hierarchy(epciNow),
                (territory, perimeter, measure) -> Optional.of(BigDecimal.valueOf(500)));
    }

    @ParameterizedTest
    @CsvSource({"'RPLS 2017, RP 2017', true", "'rpls 2017,RP\u00a02017', true", "'RPLS 2016, RP 2016', false",
            "'', false"})
    void aFigureOfTheSameVintageTellsTheSameCount(String millesime, boolean same) {
        told(Level.QPV, "QP1", "61.2", millesime);

        Elsewhere elsewhere = elsewhere(Map.of("QP1", "A"), Map.of("QP1", "A"));

        assertThat(elsewhere.figures()).hasSize(same ? 1 : 0);
        assertThat(elsewhere.sums()).isEmpty();
    }

    @Test
    void aTerritoryWithTheSameQpvIsTheSameCellAndOneWithOthersTellsTheSumOfThoseOfThen() {
        told(Level.EPCI, "A", "50.1", RPLS).told(Level.EPCI, "B", "60.2", RPLS).told(Level.EPCI, "C", "70.3", RPLS);

        Elsewhere elsewhere = elsewhere(
                Map.of("QP1", "A", "QP2", "A", "QP3", "B", "QP4", "C"),
                Map.of("QP1", "B", "QP2", "B", "QP3", "B", "QP4", "C"));

        assertThat(elsewhere.figures()).extracting(f -> f.key().territory().code()).containsExactly("C");
        assertThat(elsewhere.sums()).extracting(KnownSum::parts).containsExactly(
                List.of(key(Level.QPV, "QP1"), key(Level.QPV, "QP2")), List.of(key(Level.QPV, "QP3")));
        assertThat(elsewhere.sums().getFirst().told().getFirst().denominator()).isEqualByComparingTo("1000");
    }

    @Test
    void whatWasWithheldThenIsOnRecordForTheSameVintageOnly() {
        told(Level.QPV, "QP1", "s", RPLS).told(Level.QPV, "QP2", "s", "RPLS 2016, RP 2016");

        assertThat(elsewhere(Map.of("QP1", "A", "QP2", "A"), Map.of("QP1", "A", "QP2", "A")).withheld())
                .containsExactly(key(Level.QPV, "QP1"));
    }

    /** QP1 bears another code; QP2 was split; QP3 and QP4 have merged; QP5 is gone; QN7 is new. */
    private static final Correspondence GENERATIONS = Correspondence.of(Stream.of(
            "QP1 QN1", "QP2 QN2", "QP2 QN3", "QP3 QN4", "QP4 QN4")
            .map(pair -> new Correspondence.Pair(pair.split(" ")[0], pair.split(" ")[1]))
            .toList());
    private static final Map<String, String> QP =
            Map.of("QP1", "A", "QP2", "A", "QP3", "B", "QP4", "B", "QP5", "C");
    private static final Map<String, String> QN =
            Map.of("QN1", "A", "QN2", "A", "QN3", "A", "QN4", "B", "QN7", "C");

    private Elsewhere betweenGenerations() {
        return elsewhere(QP, QN, GENERATIONS);
    }

    private static List<String> codes(List<CellKey> parts) {
        return parts.stream().map(k -> k.territory().code()).toList();
    }

    @Test
    void aQpvThatBearsAnotherCodeIsTheSameCell() {
        told(Level.QPV, "QP1", "61.2", RPLS);

        Elsewhere elsewhere = betweenGenerations();

        assertThat(elsewhere.figures()).extracting(KnownFigure::key).containsExactly(key(Level.QPV, "QN1"));
        assertThat(elsewhere.sums()).isEmpty();
        assertThat(elsewhere(QP, QN).figures()).as("without a correspondence nobody knows").isEmpty();
        assertThat(told(Level.QPV, "QP1", "s", RPLS).betweenGenerations().withheld())
                .containsExactly(key(Level.QPV, "QN1"));
    }

    @Test
    void aQpvThatWasSplitTellsTheSumOfThoseThatItBecame() {
        told(Level.QPV, "QP2", "61.2", RPLS);

        assertThat(betweenGenerations().figures()).isEmpty();
        assertThat(betweenGenerations().sums()).singleElement().satisfies(sum -> {
            assertThat(codes(sum.parts())).containsExactly("QN2", "QN3");
            assertThat(sum.told()).extracting(KnownFigure::key).containsExactly(key(Level.QPV, "QP2"));
            assertThat(sum.whole()).isTrue();
        });
        assertThat(told(Level.QPV, "QP2", "s", RPLS).betweenGenerations().withheld())
                .as("told both, they would tell what was withheld")
                .containsExactly(key(Level.QPV, "QN2"), key(Level.QPV, "QN3"));
    }

    @Test
    void thoseThatHaveMergedTellTheirSumTogetherOrALeastValueAlone() {
        told(Level.QPV, "QP3", "61.2", RPLS);
        assertThat(betweenGenerations().sums()).singleElement().satisfies(sum -> {
            assertThat(codes(sum.parts())).containsExactly("QN4");
            assertThat(sum.whole()).isFalse();
        });

        told(Level.QPV, "QP4", "40.0", RPLS);
        assertThat(betweenGenerations().sums()).singleElement().satisfies(sum -> {
            assertThat(codes(sum.parts())).containsExactly("QN4");
            assertThat(sum.told()).extracting(KnownFigure::key)
                    .containsExactly(key(Level.QPV, "QP3"), key(Level.QPV, "QP4"));
            assertThat(sum.whole()).isTrue();
        });
        assertThat(betweenGenerations().withheld()).isEmpty();

        told(Level.QPV, "QP4", "s", RPLS);
        assertThat(betweenGenerations().withheld()).as("told, it would tell the difference")
                .containsExactly(key(Level.QPV, "QN4"));
        assertThat(betweenGenerations().sums()).singleElement()
                .satisfies(sum -> assertThat(sum.whole()).isFalse());
    }

    @Test
    void aQpvThatIsGoneAndOneOfAnotherVintageTellNothing() {
        told(Level.QPV, "QP5", "61.2", RPLS).told(Level.QPV, "QP2", "50.0", "RPLS 2016").told(Level.QPV, "QP3", "s",
                "");

        Elsewhere elsewhere = betweenGenerations();

        assertThat(elsewhere.figures()).isEmpty();
        assertThat(elsewhere.sums()).isEmpty();
        assertThat(elsewhere.withheld()).isEmpty();
    }

    @Test
    void aTerritoryOfWhichEveryQpvWasTakenOverIsTheSameCellAndOneThatLostSomeTellsNothing() {
        told(Level.EPCI, "A", "50.1", RPLS).told(Level.EPCI, "B", "60.2", RPLS).told(Level.EPCI, "C", "70.3", RPLS);

        assertThat(betweenGenerations().figures()).extracting(f -> f.key().territory().code())
                .containsExactly("A", "B");
        assertThat(betweenGenerations().sums()).isEmpty();

        // QN4 lies in A now: what B told, it alone tells
        Elsewhere moved = elsewhere(QP, Map.of("QN1", "A", "QN2", "A", "QN3", "A", "QN4", "A"), GENERATIONS);
        assertThat(moved.figures()).isEmpty();
        assertThat(moved.sums()).extracting(sum -> codes(sum.parts()))
                .containsExactly(List.of("QN1", "QN2", "QN3"), List.of("QN4"));
        // QP3 in A and QP4 in B then: neither tells its QPV of today
        assertThat(elsewhere(
                Map.of("QP1", "A", "QP2", "A", "QP3", "A", "QP4", "B"), QN, GENERATIONS).sums()).isEmpty();
    }

    @Test
    void aCodeThatBothEditionsHaveStandsForItself() {
        told(Level.QPV, "QP1", "61.2", RPLS);

        assertThat(elsewhere(QP, QP, GENERATIONS).figures()).extracting(KnownFigure::key)
                .containsExactly(key(Level.QPV, "QP1"));
    }

    /** QP000001, 493 of 500, was two QPV, which were told. */
    @Test
    void whatTwoToldBeforeTheyMergedStopsTheRunWhereItIsWithheldNow() {
        KnownSum merged = new KnownSum(
                List.of(key(Level.QPV, "QP000001")),
                List.of(
                        new KnownFigure(
                                key(Level.QPV, "OLD1"),
                                new Publication(new BigDecimal("98.5"), null, CellStatus.PUBLIE, false),
                                BigDecimal.valueOf(200)),
                        new KnownFigure(
                                key(Level.QPV, "OLD2"),
                                new Publication(new BigDecimal("98.7"), null, CellStatus.PUBLIE, false),
                                BigDecimal.valueOf(300))),
                true);

        assertThat(Protection.protect(atlas().input(RULES)).safe()).isTrue();
        assertThat(Protection.protect(atlas().elsewhere(merged).input(RULES)).disclosures())
                .as("197 of 200 and 296 of 300: the withheld 493")
                .anySatisfy(d -> assertThat(d.cells()).contains(key(Level.QPV, "QP000001")));
    }

    /** One QPV has seven dwellings that are not social; of two others the smaller one would be withheld with it. */
    private static AtlasFixture atlas() {
        return new AtlasFixture(Indicators2022.PART_LOGEMENTS_SOCIAUX)
                .departement("59", "32", "250000", "1100000")
                .departement("62", "32", "160000", "630000")
                .epci("A", "59", "9000", "32000")
                .qpv("QP000001", "A", "59", "493", "500")
                .qpv("QP000002", "A", "59", "180", "400")
                .qpv("QP000003", "A", "59", "300", "700")
                .qpv("QP000004", "A", "59", "1200", "2600")
                .qpv("QP000005", "B", "62", "390", "800")
                .qpv("QP000006", "B", "62", "510", "900");
    }

    private static boolean secret(ProtectionResult result, String qpv) {
        return result.publications().get(key(Level.QPV, qpv)).status() == CellStatus.SECRET;
    }

    @Test
    void aPartnerThatTheOtherEditionTellsHidesNothingSoAnotherOneIsWithheld() {
        ProtectionResult alone = Protection.protect(atlas().input(RULES));
        String partner =
                Stream.of("QP000002", "QP000003", "QP000004").filter(q -> secret(alone, q)).findFirst().orElseThrow();
        RawCell told = atlas().cells().stream().filter(c -> c.key().equals(key(Level.QPV, partner))).findFirst()
                .orElseThrow();

        AtlasFixture known = atlas().elsewhere(new KnownFigure(
                told.key(), Publication.of(told, Optional.empty()), told.denominator()));
        ProtectionResult result = Protection.protect(known.input(RULES));

        assertThat(result.safe()).isTrue();
        assertThat(secret(result, "QP000001")).isTrue();
        assertThat(Stream.of("QP000002", "QP000003", "QP000004").filter(q -> !q.equals(partner) && secret(result, q)))
                .isNotEmpty();
    }

    @Test
    void anEpciThatHasMergedSinceTellsItsSumAndThePatternTakesItIntoAccount() {
        // The two smallest QPV were an EPCI of their own, whose share was printed: the pair alone is known to a few dwellings.
        AtlasFixture known = atlas().elsewhere(new KnownSum(
                List.of(key(Level.QPV, "QP000001"), key(Level.QPV, "QP000002")),
                new KnownFigure(
                        key(Level.EPCI, "OLD"), new Publication(new BigDecimal("74.8"), null, CellStatus.PUBLIE, false),
                        BigDecimal.valueOf(900))));
        ProtectionResult without = Protection.protect(atlas().input(RULES));
        ProtectionResult with = Protection.protect(known.input(RULES));

        assertThat(without.safe()).isTrue();
        // 74.8 % of 900 leaves no more than 500 for the first and 400 for the second, and together 673: wide enough
        assertThat(with.safe()).isTrue();
        Elsewhere elsewhere = known.input(RULES).elsewhere();
        assertThat(elsewhere.sums()).hasSize(1);
    }

    @Test
    void theSumThatAnotherEditionTellsGivesAWayInWhereThePartnerIsSmall() {
        // QP000007 counts twelve dwellings: with the sum of the pair the withheld one is known within twelve.
        AtlasFixture pair = atlas().qpv("QP000007", "A", "59", "4", "9");
        KnownSum sum = new KnownSum(
                List.of(key(Level.QPV, "QP000001"), key(Level.QPV, "QP000007")),
                new KnownFigure(
                        key(Level.EPCI, "OLD"), new Publication(new BigDecimal("97.6"), null, CellStatus.PUBLIE, false),
                        BigDecimal.valueOf(509)));
        ProtectionResult result = Protection.protect(pair.elsewhere(sum).input(RULES));

        assertThat(result.safe()).as("497 of 509 were told together, nine of them at most elsewhere").isFalse();
        assertThat(result.disclosures()).anySatisfy(
                d -> assertThat(d.cells()).contains(key(Level.QPV, "QP000001")));
    }

    @Test
    void aSumThatIsNotTrueOfTheCountsMisleadsAndIsLeftOut() {
        KnownSum wrong = new KnownSum(
                List.of(key(Level.QPV, "QP000001"), key(Level.QPV, "QP000002")),
                new KnownFigure(
                        key(Level.EPCI, "OLD"), new Publication(new BigDecimal("12.0"), null, CellStatus.PUBLIE, false),
                        BigDecimal.valueOf(900)));

        assertThat(Protection.protect(atlas().elsewhere(wrong).input(RULES)).safe()).isTrue();
    }

    @Test
    void whatAnotherEditionWithholdsStaysWithheldAtEveryLevelThatCountsTheSame() {
        ProtectionResult result = Protection.protect(
                atlas().withheldElsewhere(key(Level.QPV, "QP000004")).input(RULES));

        assertThat(result.safe()).isTrue();
        assertThat(secret(result, "QP000004")).isTrue();
        assertThat(secret(result, "QP000002")).as("one partner is enough for both").isFalse();
    }
}

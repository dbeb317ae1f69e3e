package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.OtherEdition.Told;
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
        return new OtherEdition(then, hierarchy(epciThen)).of(
                k -> Optional.of(RPLS), hierarchy(epciNow),
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
        assertThat(elsewhere.sums().getFirst().total().denominator()).isEqualByComparingTo("1000");
    }

    @Test
    void whatWasWithheldThenIsOnRecordForTheSameVintageOnly() {
        told(Level.QPV, "QP1", "s", RPLS).told(Level.QPV, "QP2", "s", "RPLS 2016, RP 2016");

        assertThat(elsewhere(Map.of("QP1", "A", "QP2", "A"), Map.of("QP1", "A", "QP2", "A")).withheld())
                .containsExactly(key(Level.QPV, "QP1"));
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

package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.secrecy.ProtectionReport.IndicatorLine;
import fr.atlasqpv.secrecy.ProtectionReport.TableLine;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a protected edition reports of itself, and what it leaves as the sources say. */
class ProtectionReportTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final List<PrimaryRule> RULES = List.of(AtlasFixture.socialShare());

    /** QP000001 has seven dwellings that are not social, QP000006 is clamped, QP000007 has none: told as the floor. */
    private static AtlasFixture atlas() {
        return AtlasFixture.fiveQpv("493", "180")
                .qpv("QP000006", "B", "62", "980", "1000")
                .qpv("QP000007", "B", "62", "0", "400");
    }

    private static CellStatus status(ProtectionResult result, CellKey key) {
        return result.publications().get(key).status();
    }

    @Test
    void countsTheCellsOfEachIndicatorLevelByLevel() {
        ProtectionReport report = Protection.protect(atlas().input(RULES)).report();

        // With QP000001 the smallest of its EPCI; an EPCI is its whole département here
        assertThat(report.indicators()).containsExactly(new IndicatorLine(
                SHARE, new TreeMap<>(Map.of(Level.QPV, 2)),
                new TreeMap<>(Map.of(Level.QPV, 5, Level.EPCI, 2, Level.DEP, 4, Level.REG, 2)),
                new TreeMap<>(Map.of(Level.QPV, 2)), 0));
        assertThat(report.indicators().getFirst().totalWithheld()).isEqualTo(2);
    }

    @Test
    void countsWhatThePatternCostsAndWhatItIsWorth() {
        ProtectionReport report = Protection.protect(atlas().input(RULES)).report();

        assertThat(report.tables()).singleElement().satisfies(line -> {
            assertThat(line.indicators()).containsExactly(SHARE);
            // seven QPV; two EPCI that are their départements; of all inhabitants two and one; one region
            assertThat(line.cells()).isEqualTo(7 + 2 + 3 + 1);
            assertThat(line.sums()).isEqualTo(4);
            assertThat(line.released()).isEqualTo(new ProtectionReport.Attack(2, 0, 0, 0));
            assertThat(line.cost()).isEqualTo(1);
        });
        assertThat(Protection.review(atlas().input(RULES)).tables()).singleElement().satisfies(table -> {
            assertThat(table.worth().primaryOnly().withheld()).isEqualTo(1);
            assertThat(table.worth().primaryOnly().exposed()).isEqualTo(1);
            assertThat(table.worth().naive().withheld()).isEqualTo(2);
            assertThat(table.worth().released()).isEqualTo(new ProtectionReport.Attack(2, 0, 0, 0));
            assertThat(table.worth().points()).isEqualTo(1);
            assertThat(table.worth().leastPoints()).isEqualTo(1);
        });
    }

    @Test
    void aTableThatWithholdsNothingHasNoLine() {
        AtlasFixture plain = new AtlasFixture(SHARE).departement("59", "32", "250000", "1100000")
                .qpv("QP000001", "A", "59", "250", "500").qpv("QP000002", "A", "59", "180", "400");
        ProtectionReport report = Protection.protect(plain.input(RULES)).report();

        assertThat(report.tables()).isEmpty();
        assertThat(report.indicators()).singleElement().satisfies(l -> assertThat(l.totalWithheld()).isZero());
    }

    @Test
    void eachCellWhoseCountsNoSourceGivesIsCountedAsNotChecked() {
        ProtectionInput input = atlas().input(RULES);
        UnitCounts counts = (territory, perimeter, measure) -> territory.code().startsWith("QP")
                ? input.counts().count(territory, perimeter, measure)
                : Optional.empty();
        ProtectionResult result = Protection.protect(new ProtectionInput(
                input.cells(), counts, input.hierarchy(), input.rules(), Elsewhere.NOTHING,
                AtlasFixture.KEY));

        // two EPCI and, in each perimeter, two départements and their region
        assertThat(result.report().indicators().getFirst().notChecked()).isEqualTo(8);
        assertThat(result.notices()).singleElement()
                .satisfies(n -> assertThat(n.message()).startsWith("Pour 8 vérifications, "));
    }

    @ParameterizedTest(name = "run over the whole of France {0}: {1}")
    @CsvSource({"false, PUBLIE", "true, SECRET"})
    void aFigureOfFranceIsOursOnlyWhereTheRunCoversIt(boolean wholeOfFrance, CellStatus expected) {
        CellKey france = CellKey.of(Level.FRANCE, Frames.FRANCE.code(), Perimeter.QPV, SHARE);
        AtlasFixture atlas = new AtlasFixture(SHARE).departement("59", "32", "250000", "1100000")
                .with(RawCell.rate(france, BigDecimal.valueOf(5), BigDecimal.valueOf(20), false));
        ProtectionInput input = (wholeOfFrance ? covering(atlas) : atlas).input(RULES);
        UnitCounts few = (territory, perimeter, measure) -> territory.level() == Level.FRANCE
                ? Optional.of(BigDecimal.valueOf(measure.equals(SHARE.numerator().orElseThrow()) ? 5 : 20))
                : Optional.of(BigDecimal.valueOf(1_000_000));

        ProtectionResult result = Protection.protect(new ProtectionInput(
                input.cells().stream().filter(c -> c.key().territory().level() == Level.FRANCE).toList(), few,
                input.hierarchy(), input.rules(), Elsewhere.NOTHING,
                AtlasFixture.KEY));

        assertThat(status(result, france)).isEqualTo(expected);
    }

    private static AtlasFixture covering(AtlasFixture atlas) {
        return atlas.wholeOfFrance();
    }

    @Test
    void whatAnotherEditionWithholdsIsWithheldWhereARuleJudgesTheIndicatorAndTheCellIsOurs() {
        CellKey poverty = CellKey.of(Level.QPV, "QP000004", Perimeter.QPV, Indicators2022.TAUX_PAUVRETE);
        CellKey absent = CellKey.of(Level.QPV, "QP999999", Perimeter.QPV, SHARE);
        CellKey missing = CellKey.of(Level.QPV, "QP000008", Perimeter.QPV, SHARE);
        AtlasFixture atlas =
                atlas().with(RawCell.rate(poverty, BigDecimal.valueOf(400), BigDecimal.valueOf(900), false))
                        .with(RawCell.absent(missing, Availability.NON_DISPONIBLE));
        CellKey ours = atlas.key(Level.QPV, "QP000004");
        ProtectionResult result = Protection.protect(atlas.withheldElsewhere(poverty).withheldElsewhere(absent)
                .withheldElsewhere(missing).withheldElsewhere(ours).input(RULES));

        assertThat(status(result, ours)).isEqualTo(CellStatus.SECRET);
        assertThat(status(result, poverty)).isEqualTo(CellStatus.PUBLIE);
        assertThat(status(result, missing)).isEqualTo(CellStatus.NON_DISPONIBLE);
        assertThat(result.publications()).doesNotContainKey(absent);
    }

    @ParameterizedTest(name = "{0} and {1}, all inhabitants {2}: {3}")
    @CsvSource({"SECRET_A_LA_SOURCE, SECRET_A_LA_SOURCE, false, SECRET",
            "SECRET_A_LA_SOURCE, NON_DISPONIBLE, false, NON_DISPONIBLE",
            "NON_DISPONIBLE, NON_DISPONIBLE, false, NON_DISPONIBLE",
            "SECRET_A_LA_SOURCE, SECRET_A_LA_SOURCE, true, NON_DISPONIBLE"})
    void anAggregateOfWhatTheProducerWithholdsIsWithheldNotMissing(
            Availability first, Availability second, boolean all, CellStatus expected) {
        Perimeter perimeter = all ? Perimeter.ENSEMBLE : Perimeter.QPV;
        CellKey epci = CellKey.of(Level.EPCI, "B", perimeter, Indicators2022.TAUX_PAUVRETE);
        AtlasFixture atlas = new AtlasFixture(SHARE).departement("62", "32", "160000", "630000")
                .qpv("QP000004", "B", "62", "390", "800").qpv("QP000005", "B", "62", "510", "900")
                .with(RawCell.absent(poverty("QP000004"), first)).with(RawCell.absent(poverty("QP000005"), second))
                .with(RawCell.absent(epci, Availability.NON_DISPONIBLE));

        assertThat(status(Protection.protect(atlas.input(RULES)), epci)).isEqualTo(expected);
    }

    @Test
    void anAggregateOfNothingIsMissing() {
        CellKey epci = CellKey.of(Level.EPCI, "Z", Perimeter.QPV, Indicators2022.TAUX_PAUVRETE);
        AtlasFixture atlas = atlas().with(RawCell.absent(epci, Availability.NON_DISPONIBLE));

        assertThat(status(Protection.protect(atlas.input(RULES)), epci)).isEqualTo(CellStatus.NON_DISPONIBLE);
    }

    private static CellKey poverty(String qpv) {
        return CellKey.of(Level.QPV, qpv, Perimeter.QPV, Indicators2022.TAUX_PAUVRETE);
    }

    @ParameterizedTest(name = "{0} then {1}, estimated {2}: {3}")
    @CsvSource({"250, 300, false, 10.0", "250, 300, true, 10.0", "250, 200, false, -10.0"})
    void aChangeKeepsWhatIsSaidOfItsEstimate(int then, int now, boolean estimated, BigDecimal told) {
        Indicator before = new Indicator("avant", SHARE.form(), 1, SHARE.levels(), SHARE.perimeters());
        Indicator after = new Indicator("apres", SHARE.form(), 1, SHARE.levels(), SHARE.perimeters());
        Indicator change = new Indicator(
                "evolution", new Form.Change(before, after, false), 1, SHARE.levels(), SHARE.perimeters());
        CellKey key = CellKey.of(Level.QPV, "QP000004", Perimeter.QPV, change);
        AtlasFixture atlas = atlas().with(rate(before, then)).with(rate(after, now))
                .with(RawCell.count(key, BigDecimal.valueOf(now - then).movePointLeft(1).multiply(BigDecimal.TWO),
                        estimated));

        Publication publication = Protection.protect(atlas.input(RULES)).publications().get(key);

        assertThat(publication.value()).isEqualByComparingTo(told);
        assertThat(publication.estimated()).isEqualTo(estimated);
    }

    private static RawCell rate(Indicator indicator, long numerator) {
        return RawCell.rate(CellKey.of(Level.QPV, "QP000004", Perimeter.QPV, indicator), BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(500), false);
    }

    @Test
    void aChangeThatIsMissingStaysMissing() {
        Indicator before = new Indicator("avant", SHARE.form(), 1, SHARE.levels(), SHARE.perimeters());
        Indicator change = new Indicator(
                "evolution", new Form.Change(before, SHARE, false), 1, SHARE.levels(), SHARE.perimeters());
        CellKey key = CellKey.of(Level.QPV, "QP000001", Perimeter.QPV, change);
        AtlasFixture atlas = atlas().with(RawCell.absent(key, Availability.NON_DISPONIBLE));

        assertThat(status(Protection.protect(atlas.input(RULES)), key)).isEqualTo(CellStatus.NON_DISPONIBLE);
    }

    @Test
    void theReportNoLongerChangesOnceItIsMade() {
        List<IndicatorLine> indicators = new ArrayList<>();
        List<TableLine> tables = new ArrayList<>();
        ProtectionReport report = new ProtectionReport(indicators, tables);
        indicators.add(null);
        tables.add(null);

        assertThat(report.indicators()).isEmpty();
        assertThat(report.tables()).isEmpty();
    }

    @Test
    void whatIsTiedToAWithheldCellIsTheWholeOfItsTable() {
        ProtectionResult result = Protection.protect(atlas().input(RULES));

        assertThat(result.countMayBeTold(atlas().key(Level.QPV, "QP000003"))).isFalse();
        assertThat(result.countMayBeTold(new CellKey(
                new Territory(Level.QPV, "QP000003"), Perimeter.QPV, Indicators2022.TAUX_PAUVRETE))).isTrue();
    }
}

package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.indicator.Respondents;
import fr.atlasqpv.secrecy.PrimaryRule.Finding;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrimaryRuleTest {
    private static final Territory QPV = new Territory(Level.QPV, "QP059017");

    @ParameterizedTest(name = "{0} social dwellings of {1}: {2}")
    @CsvSource({
            "0, 500, PASSES",
            "0.4, 500, WITHHELD",
            "1, 500, WITHHELD",
            "10, 500, WITHHELD",
            "10.999, 500, WITHHELD",
            "11, 500, PASSES",
            "250, 500, PASSES",
            "489, 500, PASSES",
            "489.001, 500, WITHHELD",
            "499, 500, WITHHELD",
            "500, 500, PASSES",
            "512, 500, PASSES",
    })
    void theSocialShareIsWithheldWhenAFewDwellingsAreOnOneSide(String social, String all, Finding expected) {
        PrimaryRule rule = new FewOnEitherSide(
                Indicators2022.PART_LOGEMENTS_SOCIAUX, Measures2022.LOGEMENTS_SOCIAUX_OCCUPES,
                Measures2022.RESIDENCES_PRINCIPALES,
                BigDecimal.valueOf(11));
        assertThat(judge(rule,
                Map.of(Measures2022.LOGEMENTS_SOCIAUX_OCCUPES, social, Measures2022.RESIDENCES_PRINCIPALES, all)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} poor of {1} persons: {2}")
    @CsvSource({
            "0, 1000, WITHHELD",
            "199.9, 1000, WITHHELD",
            "200, 1000, PASSES",
            "800, 1000, PASSES",
            "800.1, 1000, WITHHELD",
            "1000, 1000, WITHHELD",
    })
    void povertyNeedsEnoughPersonsOnBothSidesAndZeroIsNotEnough(String poor, String all, Finding expected) {
        PrimaryRule rule = AtlasFixture.povertyPersons();
        assertThat(judge(rule, Map.of(Measures2022.PERSONNES_PAUVRES, poor, Measures2022.PERSONNES, all)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} poor of {1} households: {2}")
    @CsvSource({"10, 300, WITHHELD", "11, 300, PASSES", "289, 300, PASSES", "290, 300, WITHHELD"})
    void povertyNeedsEnoughHouseholdsOnBothSides(String poor, String all, Finding expected) {
        PrimaryRule rule = new MinimumOnBothSides(
                Indicators2022.TAUX_PAUVRETE, Measures2022.MENAGES_PAUVRES, Measures2022.MENAGES,
                BigDecimal.valueOf(11));
        assertThat(judge(rule, Map.of(Measures2022.MENAGES_PAUVRES, poor, Measures2022.MENAGES, all)))
                .isEqualTo(expected);
        assertThat(rule.sensitive(BigDecimal.valueOf(1000))).as("counts households, the rate tells persons").isEmpty();
    }

    @ParameterizedTest(name = "{0} dwellings: {1}")
    @CsvSource({"0, PASSES", "1, WITHHELD", "10, WITHHELD", "11, PASSES"})
    void aCountOfOneToTenIsWithheldAndZeroIsTold(String count, Finding expected) {
        PrimaryRule rule = new FewOnOneSide(
                Indicators2022.NB_LOGEMENTS_SOCIAUX, Measures2022.LOGEMENTS_SOCIAUX, BigDecimal.valueOf(11));
        assertThat(judge(rule, Map.of(Measures2022.LOGEMENTS_SOCIAUX, count))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} pupils: {1}")
    @CsvSource({"0, WITHHELD", "10, WITHHELD", "11, PASSES"})
    void aMinimumOnTheBaseWithholdsZeroToo(String count, Finding expected) {
        PrimaryRule rule = new MinimumOnBase(
                Indicators2022.REUSSITE_BREVET, Measures2022.BREVET_PRESENTS, BigDecimal.valueOf(11));
        assertThat(judge(rule, Map.of(Measures2022.BREVET_PRESENTS, count))).isEqualTo(expected);
    }

    @Test
    void aRuleWithoutItsCountsIsNotChecked() {
        assertThat(judge(AtlasFixture.socialShare(), Map.of(Measures2022.RESIDENCES_PRINCIPALES, "500")))
                .isEqualTo(Finding.NOT_CHECKED);
    }

    @ParameterizedTest(name = "{0}: {1}, level {2}")
    @CsvSource({
            "'', PASSES, 0",
            "100, WITHHELD, 30",
            "60 40, WITHHELD, 30",
            "0.4, WITHHELD, 0.12",
            "60 39 1, PASSES, 30",
            "0.2 0.1 0.1, PASSES, 0.12",
    })
    void fewRespondentsAreToldApartByNobodyButNoneMayBeTold(String given, Finding expected, BigDecimal level) {
        judgeByRespondents(
                new MinimumOfRespondents(Indicators2022.NB_LOGEMENTS_SOCIAUX, Measures2022.LOGEMENTS_SOCIAUX, 3,
                        BigDecimal.valueOf(30)),
                given, expected, level);
    }

    @ParameterizedTest(name = "{0}: {1}, level {2}")
    @CsvSource({
            "'', PASSES, 0",
            "100, WITHHELD, 25",
            "60 40, WITHHELD, 25",
            "40 40 20, PASSES, 0",
            "50.1 30 19.9, WITHHELD, 0.125",
            "1.5 0.5, WITHHELD, 0.5",
            "30 30 30, PASSES, 0",
    })
    void twoWhoMakeUpMoreThanEightyPerCentDominate(String given, Finding expected, BigDecimal level) {
        judgeByRespondents(
                new Dominance(Indicators2022.NB_LOGEMENTS_SOCIAUX, Measures2022.LOGEMENTS_SOCIAUX, 2,
                        BigDecimal.valueOf(80)),
                given, expected, level);
    }

    @ParameterizedTest(name = "{0}: {1}, level {2}")
    @CsvSource({"50 50, PASSES, 0", "51 49, WITHHELD, 2", "26 25, WITHHELD, 1", "34 33 33, PASSES, 0"})
    void oneWhoMakesUpMoreThanHalfDominates(String given, Finding expected, BigDecimal level) {
        judgeByRespondents(
                new Dominance(Indicators2022.NB_LOGEMENTS_SOCIAUX, Measures2022.LOGEMENTS_SOCIAUX, 1,
                        BigDecimal.valueOf(50)),
                given, expected, level);
    }

    @ParameterizedTest(name = "{0}, coalition of {1}: {2}, level {3}")
    @CsvSource({
            "'', 1, PASSES, 0",
            "100, 1, WITHHELD, 10",
            "100 50, 1, WITHHELD, 10",
            "100 50 9.9, 1, WITHHELD, 0.1",
            "100 50 10, 1, PASSES, 0",
            "20 20 20, 1, PASSES, 0",
            "100 50 30 9, 1, PASSES, 0",
            "100 50 30 9, 2, WITHHELD, 1",
            "100 50 30 10, 2, PASSES, 0",
    })
    void theNextLargestMustNotEstimateTheLargestWithinTenPerCent(
            String given, int coalition, Finding expected, BigDecimal level) {
        judgeByRespondents(
                new PPercent(Indicators2022.NB_LOGEMENTS_SOCIAUX, Measures2022.LOGEMENTS_SOCIAUX, BigDecimal.TEN,
                        coalition),
                given, expected, level);
    }

    private static void judgeByRespondents(PrimaryRule rule, String given, Finding expected, BigDecimal level) {
        Respondents respondents = Respondents.of(
                Arrays.stream(given.split(" ")).filter(g -> !g.isEmpty()).map(BigDecimal::new).toList());
        Counted counts = new Counted(respondents.total(), respondents);

        assertThat(rule.judge(counts, QPV, Perimeter.QPV)).isEqualTo(expected);
        assertThat(rule.level(counts, QPV, Perimeter.QPV).orElseThrow()).isEqualByComparingTo(level);
        assertThat(rule.sensitive(null)).as("nobody reads who contributes what").isEmpty();
        assertThat(rule.asksRespondentsOf()).contains(Measures2022.LOGEMENTS_SOCIAUX);
        assertThat(rule.judge(new Counted(null, respondents), QPV, Perimeter.QPV)).isEqualTo(Finding.NOT_CHECKED);
        assertThat(rule.judge(new Counted(respondents.total().add(BigDecimal.ONE), respondents), QPV, Perimeter.QPV))
                .as("others contribute whom the source does not name").isEqualTo(Finding.NOT_CHECKED);
    }

    private record Counted(BigDecimal count, Respondents named) implements UnitCounts {
        @Override
        public Optional<BigDecimal> count(Territory territory, Perimeter perimeter, Measure measure) {
            return Optional.ofNullable(count);
        }

        @Override
        public Respondents named(Territory territory, Perimeter perimeter, Measure measure) {
            return named;
        }
    }

    @Test
    void aLevelIsInUnitsOfTheNumeratorOrThereIsNone() {
        Respondents one = Respondents.of(List.of(BigDecimal.TEN));
        Indicator share = Indicators2022.PART_LOGEMENTS_SOCIAUX;
        Measure all = Measures2022.RESIDENCES_PRINCIPALES;

        assertThat(List.of(
                new MinimumOfRespondents(share, all, 3, BigDecimal.TEN), new Dominance(share, all, 1, BigDecimal.TEN),
                new PPercent(share, all, BigDecimal.TEN, 1)))
                .allSatisfy(rule -> {
                    assertThat(rule.judge(new Counted(BigDecimal.TEN, one), QPV, Perimeter.QPV))
                            .isEqualTo(Finding.WITHHELD);
                    assertThat(rule.level(new Counted(BigDecimal.TEN, one), QPV, Perimeter.QPV)).isEmpty();
                });
    }

    private static Finding judge(PrimaryRule rule, Map<Measure, String> counts) {
        return rule.judge(
                (territory, perimeter, measure) -> Optional.ofNullable(counts.get(measure)).map(BigDecimal::new),
                QPV,
                Perimeter.QPV);
    }
}

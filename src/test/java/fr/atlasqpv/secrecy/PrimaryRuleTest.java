package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.secrecy.PrimaryRule.Finding;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
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

    private static Finding judge(PrimaryRule rule, Map<Measure, String> counts) {
        return rule.judge(
                (territory, perimeter, measure) -> Optional.ofNullable(counts.get(measure)).map(BigDecimal::new),
                QPV,
                Perimeter.QPV);
    }
}

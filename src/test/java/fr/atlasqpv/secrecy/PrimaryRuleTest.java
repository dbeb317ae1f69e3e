package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
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
        PrimaryRule rule = AtlasFixture.socialShare();
        assertThat(rule).isInstanceOf(FewOnEitherSide.class);
        assertThat(judge(rule, Map.of(Measure.LOGEMENTS_SOCIAUX_OCCUPES, social, Measure.RESIDENCES_PRINCIPALES, all)))
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
        PrimaryRule rule = PrimaryRule.of(
                Indicator.TAUX_PAUVRETE, Measure.PERSONNES_PAUVRES, Measure.PERSONNES, BigDecimal.valueOf(200), true,
                false);
        assertThat(rule).isInstanceOf(MinimumOnBothSides.class);
        assertThat(judge(rule, Map.of(Measure.PERSONNES_PAUVRES, poor, Measure.PERSONNES, all))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} poor of {1} households: {2}")
    @CsvSource({"10, 300, WITHHELD", "11, 300, PASSES", "289, 300, PASSES", "290, 300, WITHHELD"})
    void povertyNeedsEnoughHouseholdsOnBothSides(String poor, String all, Finding expected) {
        PrimaryRule rule = PrimaryRule.of(
                Indicator.TAUX_PAUVRETE, Measure.MENAGES_PAUVRES, Measure.MENAGES, BigDecimal.valueOf(11), true, false);
        assertThat(judge(rule, Map.of(Measure.MENAGES_PAUVRES, poor, Measure.MENAGES, all))).isEqualTo(expected);
        assertThat(rule.sensitive(BigDecimal.valueOf(1000))).as("counts households, the rate tells persons").isEmpty();
    }

    @ParameterizedTest(name = "{0} dwellings: {1}")
    @CsvSource({"0, PASSES", "1, WITHHELD", "10, WITHHELD", "11, PASSES"})
    void aCountOfOneToTenIsWithheldAndZeroIsTold(String count, Finding expected) {
        PrimaryRule rule = PrimaryRule.of(
                Indicator.NB_LOGEMENTS_SOCIAUX, Measure.LOGEMENTS_SOCIAUX, null, BigDecimal.valueOf(11), false, true);
        assertThat(rule).isInstanceOf(FewOnOneSide.class);
        assertThat(judge(rule, Map.of(Measure.LOGEMENTS_SOCIAUX, count))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} pupils: {1}")
    @CsvSource({"0, WITHHELD", "10, WITHHELD", "11, PASSES"})
    void aMinimumOnOneSideWithholdsZeroToo(String count, Finding expected) {
        PrimaryRule rule = PrimaryRule.of(
                Indicator.REUSSITE_BREVET, Measure.BREVET_PRESENTS, null, BigDecimal.valueOf(11), false, false);
        assertThat(rule).isInstanceOf(MinimumOnOneSide.class);
        assertThat(judge(rule, Map.of(Measure.BREVET_PRESENTS, count))).isEqualTo(expected);
    }

    @Test
    void aRuleWithoutItsCountsIsNotChecked() {
        assertThat(judge(AtlasFixture.socialShare(), Map.of(Measure.RESIDENCES_PRINCIPALES, "500")))
                .isEqualTo(Finding.NOT_CHECKED);
    }

    @Test
    void aRuleOnBothSidesNeedsTheWhole() {
        assertThatThrownBy(() -> PrimaryRule.of(
                Indicator.TAUX_PAUVRETE, Measure.PERSONNES_PAUVRES, null, BigDecimal.TEN, true, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("taux_pauvrete");
    }

    private static Finding judge(PrimaryRule rule, Map<Measure, String> counts) {
        return rule.judge(
                (territory, perimeter, measure) -> Optional.ofNullable(counts.get(measure)).map(BigDecimal::new),
                QPV,
                Perimeter.QPV);
    }
}

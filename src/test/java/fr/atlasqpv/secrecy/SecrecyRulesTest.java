package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.secrecy.Clamp.Purpose;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What the rules of an edition say of an indicator, and which indicators they tie. */
class SecrecyRulesTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final Indicator NUMBER = Indicators2022.NB_LOGEMENTS_SOCIAUX;
    private static final Indicator POVERTY = Indicators2022.TAUX_PAUVRETE;
    private static final List<Indicator> ALL = List.of(POVERTY, SHARE, NUMBER);

    private static SecrecyRules rules(
            List<PrimaryRule> primary, List<Clamp> clamps, List<List<Indicator>> sameUnits,
            List<Inequality> inequalities,
            List<ProtectionLevels> levels) {
        return new SecrecyRules(
                primary, clamps, BigDecimal.valueOf(11), List.of(), sameUnits, inequalities, levels, BigDecimal.ZERO);
    }

    private static Clamp clamp(Purpose purpose, BigDecimal width) {
        return new Clamp(
                SHARE, BigDecimal.valueOf(5), BigDecimal.valueOf(95), true, purpose, Optional.ofNullable(width));
    }

    @Test
    void anIndicatorHasOneClampAndStandsInOneGroup() {
        Clamp clamp = clamp(Purpose.PRESENTATION, null);

        assertThatThrownBy(() -> rules(List.of(), List.of(clamp, clamp), List.of(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(SHARE.id());
        assertThatThrownBy(() -> rules(
                List.of(), List.of(), List.of(List.of(SHARE, NUMBER), List.of(POVERTY, SHARE)), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining(SHARE.id());
    }

    @Test
    void theWidthIsTheDeclaredOneElseThatOfTheLargestMinimumElseThatOfTheEdition() {
        ProtectionLevels levels =
                new ProtectionLevels(SHARE, BigDecimal.valueOf(40), BigDecimal.ZERO, BigDecimal.ZERO);
        SecrecyRules plain = rules(List.of(AtlasFixture.povertyPersons()), List.of(), List.of(), List.of(), List.of());

        assertThat(rules(List.of(), List.of(), List.of(), List.of(), List.of(levels)).width(SHARE)).isEqualTo("40");
        assertThat(plain.width(POVERTY)).isEqualTo("200");
        assertThat(plain.width(SHARE)).isEqualTo("11");
        assertThat(plain.levels(SHARE)).isEmpty();
        assertThat(plain.ruled()).containsExactly(POVERTY);
    }

    @Test
    void aClampThatProtectsHasAWidth() {
        assertThat(width(clamp(Purpose.PRESENTATION, null))).isEmpty();
        assertThat(width(clamp(Purpose.SECRECY, null))).contains(BigDecimal.valueOf(11));
        assertThat(width(clamp(Purpose.SECRECY, BigDecimal.valueOf(30)))).contains(BigDecimal.valueOf(30));
        assertThat(rules(List.of(), List.of(clamp(Purpose.SECRECY, null)), List.of(), List.of(), List.of())
                .clampWidth(POVERTY)).isEmpty();
    }

    private static Optional<BigDecimal> width(Clamp clamp) {
        return rules(List.of(), List.of(clamp), List.of(), List.of(), List.of()).clampWidth(SHARE);
    }

    @Test
    void whatCountsTheSameUnitsIsProtectedTogetherInTheOrderOfTheGroup() {
        SecrecyRules grouped = rules(List.of(), List.of(), List.of(List.of(SHARE, NUMBER)), List.of(), List.of());

        assertThat(grouped.together(NUMBER, ALL)).containsExactly(SHARE, NUMBER);
        assertThat(grouped.together(POVERTY, ALL)).containsExactly(POVERTY);
        assertThat(grouped.together(new TreeSet<>(ALL), ALL)).hasSize(2);
    }

    @Test
    void soAreAPartAndItsWhole() {
        SecrecyRules unequal = rules(
                List.of(), List.of(), List.of(),
                List.of(new Inequality(
                        List.of(Measures2022.LOGEMENTS_SOCIAUX_OCCUPES), Measures2022.LOGEMENTS_SOCIAUX, false)),
                List.of());

        assertThat(unequal.unequal(SHARE, NUMBER)).isTrue();
        assertThat(unequal.unequal(NUMBER, SHARE)).isTrue();
        assertThat(unequal.unequal(SHARE, POVERTY)).isFalse();
        assertThat(unequal.together(SHARE, ALL)).containsExactlyInAnyOrder(SHARE, NUMBER).isSorted();
        assertThat(unequal.together(SHARE, List.of(POVERTY))).containsExactly(SHARE);
    }
}

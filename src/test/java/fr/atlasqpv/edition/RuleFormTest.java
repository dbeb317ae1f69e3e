package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.indicator.Catalogue2022;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.secrecy.Clamp;
import fr.atlasqpv.secrecy.Inequality;
import fr.atlasqpv.secrecy.PrimaryRule;
import fr.atlasqpv.secrecy.ProtectionLevels;
import fr.atlasqpv.secrecy.SecrecyRules;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A kind of rule is one record: whatever stands in {@code permits} is set, written, read back and explained. */
class RuleFormTest {
    private static final Indicator SHARE = indicator("part_logements_sociaux");
    private static final Indicator NUMBER = indicator("nb_logements_sociaux");

    private static Indicator indicator(String id) {
        return Catalogue2022.CATALOGUE.indicator(id).orElseThrow();
    }

    static Stream<Class<?>> kinds() {
        return Stream.of(PrimaryRule.class.getPermittedSubclasses());
    }

    /** A rule of a kind, made as no reader makes it. */
    private static PrimaryRule any(Class<?> kind) {
        RecordComponent[] components = kind.getRecordComponents();
        Object[] values = Arrays.stream(components).map(c -> {
            if (c.getType() == Measure.class) {
                return Catalogue2022.CATALOGUE.measure("residences_principales").orElseThrow();
            }
            return c.getType() == Indicator.class ? SHARE
                    : c.getType() == boolean.class ? (Object) true
                            : c.getType() == int.class ? (Object) 2 : new BigDecimal("11.5");
        }).toArray();
        try {
            return (PrimaryRule) kind.getDeclaredConstructors()[0].newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static String name(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theManifestGivesBackTheRuleThatWasSet(Class<?> kind) {
        SecrecyRules rules = rules(List.of(any(kind)));

        String json = JsonMapper.shared().writeValueAsString(RulesReader.written(rules));

        assertThat(json).contains("\"rule\":\"" + name(kind) + "\"");
        assertThat(read(json)).isEqualTo(rules);
    }

    @Test
    void theKindsAreTheRecordsThatPrimaryRulesPermit() {
        assertThat(RuleForm.kinds().keySet()).containsExactlyInAnyOrderElementsOf(
                kinds().map(RuleFormTest::name).toList());
        assertThat(kinds()).allSatisfy(kind -> assertThat(RuleForm.kind(any(kind))).isEqualTo(name(kind)));
    }

    /** A rule with a component that no key can hold. */
    private record Named(Indicator indicator, String name) {}

    /** A rule with a number that nothing bounds. */
    private record Unbounded(BigDecimal minimum) {}

    @ParameterizedTest
    @ValueSource(classes = {Named.class, Unbounded.class})
    void aRecordThatCannotBeWrittenIsNoRule(Class<?> rule) {
        assertThatThrownBy(() -> new RuleForm<>(rule)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@Within");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
            "indicator: taux_pauvrete, floor: 5, ceiling: 95, inclusive: true, purpose: presentation | ",
            "indicator: taux_pauvrete, floor: 5, ceiling: 95, purpose: presentation | ",
            "indicator: taux_pauvrete, floor: 5, purpose: presentation | cle-manquante",
            "indicator: taux, floor: 5, ceiling: 95, purpose: presentation | indicateur-inconnu",
            "indicator: taux_pauvrete, floor: -1, ceiling: 95, purpose: presentation | nombre-hors-bornes",
            "indicator: taux_pauvrete, floor: 5, ceiling: 101, purpose: presentation | nombre-hors-bornes",
            "indicator: taux_pauvrete, floor: 5, ceiling: 95, inclusive: oui, purpose: presentation | type-inattendu",
            "indicator: taux_pauvrete, floor: 5, ceiling: 95, inclusif: true, purpose: presentation | cle-inconnue",
            "indicator: taux_pauvrete, floor: 95, ceiling: 5, purpose: presentation | regle-incoherente",
            "indicator: taux_pauvrete, floor: 5, ceiling: 95 | cle-manquante",
            "indicator: taux_pauvrete, floor: 5, ceiling: 95, purpose: beauty | mot-inconnu",
            "indicator: taux_pauvrete, floor: 5, ceiling: 95, purpose: secrecy | ",
            "indicator: taux_pauvrete, floor: 5, ceiling: 95, purpose: secrecy, width: 20 | ",
            "indicator: taux_pauvrete, floor: 5, ceiling: 95, purpose: secrecy, width: 0 | nombre-hors-bornes",
            "indicator: taux_pauvrete, floor: 5, ceiling: 95, purpose: presentation, width: 20 | regle-incoherente",
    })
    void aClampIsReadOrWhatIsWrongInItIsTold(String text, String code) {
        List<EditionFault> faults = EditionText.faultsOf(
                "{" + text + "}", root -> RuleForm.CLAMP.read(root.section(), Catalogue2022.CATALOGUE));

        assertThat(faults).extracting(EditionFault::code).contains(code == null ? new String[0] : new String[] {code});
        assertThat(faults.isEmpty()).isEqualTo(code == null);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindIsExplainedToTheStatisticianWithItsName(Class<?> kind) throws IOException {
        assertThat(Files.readString(Path.of("docs/secrecy.md")))
                .as("docs/secrecy.md, table of the primary rules")
                .contains("\n| `" + name(kind) + "` |");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindHasItsTableOfCases(Class<?> kind) throws IOException {
        assertThat(Files.readString(Path.of("src/test/java/fr/atlasqpv/secrecy/PrimaryRuleTest.java")))
                .contains("new " + kind.getSimpleName() + "(");
    }

    @Test
    void whatTheManifestDoesNotSayOrSaysOfAnotherProgramIsRefused() {
        Map<String, Object> written = RulesReader.written(rules(List.of()));
        Map<String, Object> less = new HashMap<>(written);
        less.remove("protection-width");
        written.put("primary", List.of(Map.of("rule", "few-contributors")));

        assertThatThrownBy(() -> read(JsonMapper.shared().writeValueAsString(less)))
                .hasMessageContaining("protection-width");
        assertThatThrownBy(() -> read(JsonMapper.shared().writeValueAsString(written)))
                .hasMessageContaining("few-contributors");
    }

    @Test
    void anIndicatorHasOneClampAndStandsInOneGroup() {
        Clamp clamp = new Clamp(SHARE, BigDecimal.valueOf(5), BigDecimal.valueOf(95), false);
        assertThatThrownBy(() -> new SecrecyRules(
                List.of(), List.of(clamp, clamp), BigDecimal.TEN, List.of(), List.of(), List.of(), List.of(),
                BigDecimal.ZERO))
                .hasMessageContaining(SHARE.id());
        assertThatThrownBy(() -> new SecrecyRules(
                List.of(), List.of(), BigDecimal.TEN, List.of(), List.of(List.of(SHARE), List.of(NUMBER, SHARE)),
                List.of(),
                List.of(), BigDecimal.ZERO))
                .hasMessageContaining(SHARE.id());
    }

    private static SecrecyRules rules(List<PrimaryRule> primary) {
        return new SecrecyRules(
                primary,
                List.of(new Clamp(SHARE, BigDecimal.valueOf(5), BigDecimal.valueOf(95), true, Clamp.Purpose.SECRECY,
                        Optional.of(BigDecimal.valueOf(13)))),
                new BigDecimal("11.5"), List.of(Measures2022.POPULATION), List.of(List.of(SHARE, NUMBER)),
                List.of(new Inequality(List.of(Measures2022.LOGEMENTS_SOCIAUX_OCCUPES),
                        Measures2022.LOGEMENTS_SOCIAUX, true)),
                List.of(new ProtectionLevels(SHARE, BigDecimal.valueOf(30), BigDecimal.ONE, BigDecimal.TWO)),
                new BigDecimal("2.5"));
    }

    private static SecrecyRules read(String json) {
        return RulesReader.read(json, Catalogue2022.CATALOGUE);
    }
}

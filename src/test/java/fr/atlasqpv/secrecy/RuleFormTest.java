package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.indicator.Catalogue2022;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** A kind of rule is one record: whatever stands in {@code permits} is set, written, read back and explained. */
class RuleFormTest {
    private static final Settings ANY = new Settings() {
        @Override
        public Indicator indicator(String key) {
            return Indicator.PART_LOGEMENTS_SOCIAUX;
        }

        @Override
        public Measure measure(String key) {
            return key.equals("denominator") ? Measure.RESIDENCES_PRINCIPALES : Measure.LOGEMENTS_SOCIAUX_OCCUPES;
        }

        @Override
        public BigDecimal number(String key, int lowest, int highest) {
            return BigDecimal.valueOf(lowest).add(new BigDecimal("10.5"));
        }

        @Override
        public boolean flag(String key) {
            return true;
        }
    };

    static Stream<Class<?>> kinds() {
        return Stream.of(PrimaryRule.class.getPermittedSubclasses());
    }

    private static PrimaryRule any(Class<?> kind) {
        PrimaryRule rule = RuleForm.kinds()
                .values()
                .stream()
                .flatMap(form -> form.read(ANY).stream())
                .filter(kind::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(rule.indicator()).isEqualTo(Indicator.PART_LOGEMENTS_SOCIAUX);
        return rule;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theManifestGivesBackTheRuleThatWasSet(Class<?> kind) {
        SecrecyRules rules = rules(List.of(any(kind)));

        String json = JsonMapper.shared().writeValueAsString(rules.written());

        assertThat(json).contains("\"rule\":\"" + RuleForm.kind(any(kind)) + "\"");
        assertThat(read(JsonMapper.shared().readValue(json, Map.class))).isEqualTo(rules);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindIsExplainedToTheStatisticianWithItsName(Class<?> kind) throws IOException {
        assertThat(Files.readString(Path.of("docs/secrecy.md")))
                .as("docs/secrecy.md, table of the primary rules")
                .contains("\n| `" + RuleForm.kind(any(kind)) + "` |");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void eachKindHasItsTableOfCases(Class<?> kind) throws IOException {
        assertThat(Files.readString(Path.of("src/test/java/fr/atlasqpv/secrecy/PrimaryRuleTest.java")))
                .contains("new " + kind.getSimpleName() + "(");
    }

    @Test
    void whatTheManifestDoesNotSayIsRefused() {
        Map<String, Object> written = rules(List.of(AtlasFixture.socialShare())).written();
        for (String key : List.copyOf(written.keySet())) {
            Map<String, Object> less = new java.util.HashMap<>(written);
            less.remove(key);
            assertThatThrownBy(() -> read(less)).as(key).isInstanceOf(IllegalArgumentException.class);
        }
        written.put("primary", List.of(Map.of("rule", "few-contributors")));
        assertThatThrownBy(() -> read(written)).hasMessageContaining("few-contributors");
    }

    @Test
    void anIndicatorHasOneClampAndStandsInOneGroup() {
        Clamp clamp = AtlasFixture.clamps().getFirst();
        List<Indicator> group = List.of(Indicator.PART_LOGEMENTS_SOCIAUX);
        assertThatThrownBy(() -> new SecrecyRules(
                List.of(), List.of(clamp, clamp), BigDecimal.TEN, List.of(), List.of()))
                .hasMessageContaining("part_logements_sociaux");
        assertThatThrownBy(() -> new SecrecyRules(
                List.of(), List.of(), BigDecimal.TEN, List.of(), List.of(group, group)))
                .hasMessageContaining("part_logements_sociaux");
    }

    private static SecrecyRules rules(List<PrimaryRule> primary) {
        return new SecrecyRules(primary, AtlasFixture.clamps(), new BigDecimal("11.5"), List.of(Measure.POPULATION),
                List.of(List.of(Indicator.PART_LOGEMENTS_SOCIAUX, Indicator.NB_LOGEMENTS_SOCIAUX)));
    }

    private static SecrecyRules read(Map<?, ?> written) {
        return SecrecyRules.read(
                written, Catalogue2022.CATALOGUE::indicator, Catalogue2022.CATALOGUE::measure);
    }
}

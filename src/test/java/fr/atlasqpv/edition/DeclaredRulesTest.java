package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every indicator that rests on units has its rule, or the reason why it has none. */
class DeclaredRulesTest {
    private static final String NONE = "    - {rule: none, indicator: population, because: \"publiée par l’Insee\"}\n";

    private static List<EditionFault> faults(String instead) {
        return EditionText.faults(EditionText.replaced(NONE, instead));
    }

    @Test
    void anIndicatorOfWhichTheRulesSayNothingIsAFaultThatNamesIt() {
        assertThat(faults("")).extracting(EditionFault::column, EditionFault::code, EditionFault::value)
                .containsExactly(tuple("rules.primary", "regle-non-declaree", "population"));
        assertThat(faults("").getFirst().message()).contains("{rule: none, indicator: population, because: …}");
    }

    @Test
    void theReasonIsPartOfWhatTheBooksSayOfTheRule() {
        Edition edition = EditionText.edition(EditionText.VALID);

        assertThat(edition.unruled()).containsExactly(Map.entry("population", "publiée par l’Insee"));
        assertThat(edition.indicators()).extracting(i -> i.indicator().id(), i -> i.rule())
                .contains(
                        tuple("population", "Sans règle de secret\u00a0: publiée par l’Insee."),
                        tuple("taux_pauvrete", "R"));
        assertThat(edition.rules().primary()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} is at fault: {1}")
    @CsvSource(delimiter = '|', value = {
            "{rule: none, indicator: population} | rules.primary[population].because | cle-manquante",
            "{rule: none, indicator: population, because: x, minimum: 11} | rules.primary[population].minimum | cle-inconnue",
            "{rule: none, indicator: populations, because: x} | rules.primary[populations].indicator | indicateur-inconnu",
            "{rule: non, indicator: population} | rules.primary[population].rule | regle-inconnue",
    })
    void aDeclarationThatIsNotWholeIsAFaultToldOnce(String line, String column, String code) {
        assertThat(faults("    - " + line + "\n")).extracting(EditionFault::column, EditionFault::code)
                .contains(tuple(column, code))
                .doesNotContain(tuple("rules.primary", "regle-non-declaree"));
    }

    @Test
    void aRuleAndAReasonForNoneOrTwoReasonsContradictEachOther() {
        String again = "    - {rule: none, indicator: taux_pauvrete, because: x}\n";

        assertThat(faults(NONE + again)).extracting(EditionFault::code, EditionFault::value)
                .containsExactly(tuple("regle-en-trop", "taux_pauvrete"));
        assertThat(faults(NONE + NONE)).extracting(EditionFault::code, EditionFault::value)
                .containsExactly(tuple("regle-en-trop", "population"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
            "form: count, measure: population | true",
            "form: count, measure: quartiers | false",
            "form: ratio, numerator: population, denominator: population | true",
            "form: share-of, measure: population, of: territoire | true",
            "form: share-of, measure: quartiers, of: france | false",
            "form: near, distance: 300 | true",
            "form: ratio-near, distance: 300, numerator: population, denominator: population | true",
            "form: delivered | true",
            "form: list, says: number | true",
            "form: list, says: belongs | false",
            "form: list, says: code | false",
            "form: code | false",
    })
    void codesMembershipsAndNumbersOfQpvRestOnNoUnits(String form, boolean units) {
        String text = "measures:\n  population: {label: P, unit: u}\nindicators:\n  x: {" + form + "}\n";

        assertThat(EditionText.catalogue(text).indicator("x").orElseThrow().restsOnUnits()).isEqualTo(units);
    }
}

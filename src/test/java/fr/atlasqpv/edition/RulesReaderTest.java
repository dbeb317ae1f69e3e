package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules on counts {@code n}, {@code m} and the ratio {@code r} of their measures, beside one more indicator {@code x}. */
class RulesReaderTest {
    private static final String N = "{rule: few-on-one-side, indicator: n, numerator: a, minimum: 11}";
    private static final String R =
            "{rule: few-on-either-side, indicator: r, numerator: a, denominator: b, minimum: 11}";
    private static final String X = "{rule: few-on-one-side, indicator: x, numerator: a, minimum: 11}";

    private static List<EditionFault> faults(String x, String primary, String clamps) {
        String text = """
                measures:
                  a: {label: A, unit: u}
                  b: {label: B, unit: u}
                  c: {label: C, unit: u}
                indicators:
                  n: {form: count, measure: a}
                  m: {form: count, measure: b}
                  r: {form: ratio, numerator: a, denominator: b}
                  v: {form: delivered}
                  x: {%s}
                rules:
                  primary: [%s]
                  clamps: [%s]
                  protection-width: 11
                """.formatted(x, primary, clamps);
        return EditionText.faultsOf(text, root -> {
            Section file = root.section();
            new RulesReader(file.section("rules", true), new CatalogueReader(file).read(), new CountedUnits(
                    (parts, whole) -> true, (parts, whole) -> false, (one, other) -> false, m -> m.id().equals("a")))
                    .read();
        });
    }

    @ParameterizedTest(name = "{0}, rule on {1}: {2}")
    @CsvSource(delimiter = '|', value = {
            // What stands above a withheld figure, or is a part of the same sum, is protected with it
            "form: count, measure: c | n | ",
            "form: ratio, numerator: a, denominator: c | n | ",
            "form: ratio, numerator: c, denominator: b | n | ",
            // Its numerator known elsewhere, the quotient gives the denominator
            "form: ratio, numerator: c, denominator: a | n | regle-contournee",
            "form: ratio, numerator: c, denominator: a | r | regle-contournee",
            "form: ratio-near, distance: 300, numerator: c, denominator: a | n | regle-contournee",
            "form: share-of, measure: a, of: territoire | n | regle-contournee",
            "form: share-of, measure: c, of: territoire | n | ",
            // What lies near two QPV counts twice: no sum, hence no protection
            "form: near, distance: 300, levels: [QPV] | x | ",
            "form: near, distance: 300, levels: [QPV, DEP] | x | regle-sans-protection",
            "form: ratio-near, distance: 300, numerator: a, denominator: b, levels: [QPV] | x | ",
            "form: ratio-near, distance: 300, numerator: a, denominator: b, levels: [EPCI] | x | regle-sans-protection",
            "form: share-of, measure: c, of: france | x | regle-sans-protection",
    })
    void aRuleThatAnotherFormWouldUndoIsRefused(String x, String ruled, String code) {
        String rule = ruled.equals("x") ? X : ruled.equals("r") ? R : N;

        assertThat(faults(x, rule, "")).extracting(EditionFault::code)
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
            "rule: minimum-of-respondents, indicator: n, counted: a, minimum: 3, range: 20 | ",
            "rule: minimum-of-respondents, indicator: n, counted: b, minimum: 3, range: 20 | repondants-non-declares",
            "rule: minimum-of-respondents, indicator: n, counted: a, minimum: 2.5, range: 20 | type-inattendu",
            "rule: minimum-of-respondents, indicator: n, counted: a, minimum: 1, range: 20 | nombre-hors-bornes",
            "rule: minimum-of-respondents, indicator: n, counted: a, minimum: 3 | cle-manquante",
            "rule: dominance, indicator: n, counted: a, largest: 2, percent: 80 | ",
            "rule: dominance, indicator: n, counted: b, largest: 2, percent: 80 | repondants-non-declares",
            "rule: dominance, indicator: n, counted: a, largest: 2, percent: 100 | nombre-hors-bornes",
            "rule: p-percent, indicator: n, counted: a, percent: 10, coalition: 1 | ",
            "rule: p-percent, indicator: n, counted: b, percent: 10, coalition: 1 | repondants-non-declares",
            "rule: p-percent, indicator: n, counted: a, percent: 10, coalition: 0 | nombre-hors-bornes",
    })
    void aRuleOnRespondentsNeedsASourceThatNamesThem(String rule, String code) {
        List<EditionFault> faults = faults("form: count, measure: c", "{" + rule + "}", "");

        assertThat(faults).extracting(EditionFault::code)
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
        assertThat(faults).allSatisfy(f -> assertThat(f.line()).as("line of the rule").isEqualTo(12));
    }

    private static final String SOMEBODY = "who: W, why: Y";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', value = {
            "level: QPV, territory: QP1, indicator: n, status: withheld | ",
            "level: DEP, territory: '59', perimeter: ENSEMBLE, indicator: n, status: published | ",
            "level: QPV, territory: QP1, indicator: r, weight: 3 | ",
            "level: QPV, territory: QP1, indicator: n | statut-a-priori-incoherent",
            "level: QPV, territory: QP1, indicator: n, status: published, weight: 3 | statut-a-priori-incoherent",
            "level: QPV, territory: QP1, indicator: n, status: secret | mot-inconnu",
            "level: QPV, territory: QP1, indicator: n, weight: 0 | nombre-hors-bornes",
            "level: QPV, territory: QP1, indicator: n, weight: 21 | nombre-hors-bornes",
            "level: QPV, territory: QP1, indicator: z, weight: 3 | indicateur-inconnu",
            "level: CANTON, territory: QP1, indicator: n, weight: 3 | niveau-inconnu",
            "level: DEP, territory: '59', indicator: n, weight: 3 | cle-manquante",
            "level: QPV, territory: QP1, perimeter: ENSEMBLE, indicator: n, weight: 3 | cellule-impossible",
            "level: DEP, territory: '59', indicator: x, weight: 3 | cellule-impossible",
            "level: QPV, territory: QP1, indicator: e, status: withheld | regle-sans-protection",
            "level: QPV, territory: QP1, indicator: e, status: published | ",
            "level: QPV, territory: QP1, indicator: m, status: withheld | regle-contournee",
            "level: QPV, indicator: n, weight: 3 | cle-manquante",
    })
    void aDecisionOnACellIsReadOrWhatIsWrongInItIsTold(String decision, String code) {
        assertThat(decided("{%s, %s}".formatted(decision, SOMEBODY))).extracting(EditionFault::code)
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }

    @Test
    void aDecisionHasItsAuthorAndItsReasonAndIsTakenOnce() {
        String cell = "level: QPV, territory: QP1, indicator: n, weight: 3";

        assertThat(decided("{" + cell + "}")).extracting(EditionFault::code, EditionFault::column).containsExactly(
                tuple("cle-manquante", "rules.a-priori[QP1].who"), tuple("cle-manquante", "rules.a-priori[QP1].why"));
        assertThat(decided("{%1$s, %2$s}, {%1$s, %2$s}".formatted(cell, SOMEBODY)))
                .extracting(EditionFault::code, EditionFault::line)
                .containsExactly(tuple("cellule-en-double", 17L));
    }

    private static List<EditionFault> decided(String decisions) {
        String text = """
                measures:
                  a: {label: A, unit: u}
                  b: {label: B, unit: u}
                indicators:
                  n: {form: count, measure: a}
                  m: {form: count, measure: b}
                  r: {form: ratio, numerator: a, denominator: b}
                  s: {form: ratio, numerator: a, denominator: b}
                  e: {form: change, from: r, to: s, as: absolute}
                  x: {form: code}
                rules:
                  primary: []
                  clamps: []
                  protection-width: 11
                  known-measures: []
                  same-units: []
                  a-priori: [%s]
                """.formatted(decisions);
        return EditionText.faultsOf(text, root -> {
            Section file = root.section();
            new RulesReader(file.section("rules", true), new CatalogueReader(file).read(), CountedUnits.WRITTEN).read();
        });
    }

    @ParameterizedTest(name = "{0} from {1}: {2}")
    @CsvSource(delimiter = '|', value = {
            "r | 5 | ", "r | 5.50 | ", "r | 5.25 | bornes-trop-precises", "n | 5 | bornes-sans-taux",
            "v | 5 | bornes-sans-taux"})
    void onlyARateHasBoundsAndTheyArePrintedLikeIt(String clamped, String floor, String code) {
        assertThat(faults("form: code", "",
                "{indicator: %s, floor: %s, ceiling: 95, purpose: presentation}".formatted(clamped, floor)))
                .extracting(EditionFault::code)
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }
}

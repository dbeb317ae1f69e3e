package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One indicator {@code x} beside the counts {@code p} and {@code q} of the measures {@code a} and {@code b}. */
class CatalogueReaderTest {
    private static final Measure A = new Measure("a", "A", "u", false);
    private static final Measure B = new Measure("b", "B", "u", true);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static String text(String indicator) {
        return """
                measures:
                  a: {label: A, unit: u}
                  b: {label: B, unit: u, weighted: true}
                attachment: {inhabitants: a}
                indicators:
                  x: {%s}
                  p: {form: count, measure: a}
                  q: {form: count, measure: b}
                  r: {form: ratio, numerator: a, denominator: b}
                  m: {form: ratio, numerator: a, denominator: b, scale: 1000}
                  c: {form: code}
                """.formatted(indicator);
    }

    private static Indicator x(String indicator) {
        assertThat(faults(text(indicator))).isEmpty();
        return EditionText.catalogue(text(indicator)).indicator("x").orElseThrow();
    }

    private static List<EditionFault> faults(String text) {
        return EditionText.faultsOf(text, root -> new CatalogueReader(root.section()).read());
    }

    private static Indicator count(String id, Measure measure) {
        return new Indicator(id, new Form.Count(measure), 0, Set.of(), Set.of());
    }

    private static Form.Establishments near(String kind, String sector, List<String> labels) {
        return new Form.Establishments(kind, sector, labels, 300);
    }

    static List<Arguments> forms() {
        return List.of(
                Arguments.of("form: count, measure: a", new Form.Count(A)),
                Arguments.of("form: ratio, numerator: a, denominator: b", new Form.Ratio(A, B, HUNDRED)),
                Arguments.of(
                        "form: ratio, numerator: a, denominator: b, scale: 1000",
                        new Form.Ratio(A, B, BigDecimal.valueOf(1000))),
                Arguments.of("form: delivered", new Form.Delivered(null)),
                Arguments.of("form: delivered, base: b", new Form.Delivered(B)),
                Arguments.of(
                        "form: change, from: p, to: q, as: relative",
                        new Form.Change(count("p", A), count("q", B), true)),
                Arguments.of(
                        "form: change, from: q, to: p, as: absolute",
                        new Form.Change(count("q", B), count("p", A), false)),
                Arguments.of("form: share-of, measure: a, of: france", new Form.ShareOf(A, Form.Whole.FRANCE)),
                Arguments.of(
                        "form: share-of, measure: quartiers, of: territoire",
                        new Form.ShareOf(Measure.QPV, Form.Whole.TERRITOIRE)),
                Arguments.of("form: near, distance: 300", new Form.Near(near("", "", List.of()))),
                Arguments.of(
                        "form: ratio-near, establishments: collège, sector: public, labels: [REP], distance: 300, "
                                + "numerator: a, denominator: b",
                        new Form.RatioNear(near("collège", "public", List.of("REP")), A, B, HUNDRED)),
                Arguments.of("form: list, says: belongs", new Form.Listed(Form.Says.BELONGS)),
                Arguments.of("form: list, says: number", new Form.Listed(Form.Says.NUMBER)),
                Arguments.of("form: list, says: code", new Form.Listed(Form.Says.CODE)),
                Arguments.of("form: code", new Form.Code()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void readsEveryForm(String indicator, Form form) {
        assertThat(x(indicator).form()).isEqualTo(form);
    }

    @ParameterizedTest(name = "{0} lacks {1}")
    @CsvSource(delimiter = '|', value = {
            "measure: a | form",
            "form: count | measure",
            "form: ratio, denominator: b | numerator",
            "form: ratio, numerator: a | denominator",
            "form: change, to: q, as: relative | from",
            "form: change, from: p, as: relative | to",
            "form: change, from: p, to: q | as",
            "form: share-of, of: france | measure",
            "form: share-of, measure: a | of",
            "form: near | distance",
            "form: ratio-near, denominator: b, distance: 300 | numerator",
            "form: ratio-near, numerator: a, distance: 300 | denominator",
            "form: ratio-near, numerator: a, denominator: b | distance",
            "form: list | says",
    })
    void tellsTheKeyThatAFormLacks(String indicator, String key) {
        assertThat(faults(text(indicator))).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("cle-manquante");
            assertThat(fault.column()).isEqualTo("indicators.x." + key);
            assertThat(fault.line()).isEqualTo(6);
        });
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(delimiter = '|', value = {
            "form: mean | forme-inconnue | form",
            "form: count, measure: z | mesure-inconnue | measure",
            "form: ratio, numerator: a, denominator: z | mesure-inconnue | denominator",
            "form: ratio, numerator: a, denominator: b, scale: 0 | nombre-hors-bornes | scale",
            "form: delivered, base: z | mesure-inconnue | base",
            "form: change, from: c, to: q, as: relative | indicateur-inconnu | from",
            "form: change, from: p, to: x, as: relative | indicateur-inconnu | to",
            "form: change, from: p, to: q, as: both | mot-inconnu | as",
            "form: change, from: p, to: p, as: relative | evolution-impossible | to",
            "form: change, from: p, to: r, as: absolute | evolution-impossible | to",
            "form: change, from: m, to: r, as: absolute | evolution-impossible | to",
            "form: share-of, measure: a, of: monde | mot-inconnu | of",
            "form: near, distance: -1 | nombre-hors-bornes | distance",
            "form: list, says: much | mot-inconnu | says",
            "form: code, decimals: 5 | nombre-hors-bornes | decimals",
            "form: code, levels: [COMMUNE] | niveau-inconnu | levels",
            "form: code, perimeters: [RURAL] | perimetre-inconnu | perimeters",
    })
    void tellsWhatIsNotKnownOrDoesNotFit(String indicator, String code, String key) {
        assertThat(faults(text(indicator))).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.column()).isEqualTo("indicators.x." + key);
            assertThat(fault.line()).isEqualTo(6);
        });
    }

    @ParameterizedTest(name = "{0}: {1} decimals, levels {2}, perimeters {3}")
    @CsvSource(delimiter = '|', value = {
            "form: count, measure: a | 0 | QPV EPCI DEP REG FRANCE | QPV ENSEMBLE",
            "form: count, measure: quartiers | 0 | QPV EPCI DEP REG FRANCE | QPV",
            "form: ratio, numerator: a, denominator: b | 1 | QPV EPCI DEP REG FRANCE | QPV ENSEMBLE",
            "form: delivered | 1 | QPV EPCI DEP REG FRANCE | QPV ENSEMBLE",
            "form: share-of, measure: a, of: france | 1 | DEP REG | QPV",
            "form: near, distance: 300 | 0 | QPV | QPV",
            "form: list, says: belongs | 0 | QPV | QPV ENSEMBLE",
            "form: code | 0 | QPV | QPV ENSEMBLE",
            "form: count, measure: a, decimals: 2, levels: [REG], perimeters: [ENSEMBLE] | 2 | REG | ENSEMBLE",
    })
    void whatIsNotWrittenFollowsFromTheForm(String indicator, int decimals, String levels, String perimeters) {
        Indicator read = x(indicator);

        assertThat(read.decimals()).isEqualTo(decimals);
        assertThat(read.levels()).extracting(Level::name).containsExactlyInAnyOrder(levels.split(" "));
        assertThat(read.perimeters()).extracting(Perimeter::name).containsExactlyInAnyOrder(perimeters.split(" "));
    }

    @Test
    void anEditionHasAtLeastOneIndicator() {
        assertThat(faults("measures: {}\nindicators: {}\n")).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("cle-manquante");
            assertThat(fault.column()).isEqualTo("indicators");
            assertThat(fault.line()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({"p:, Taux:", "p:, taux-2:", "a: {label, é: {label"})
    void anIdentifierIsWrittenInLowerCase(String from, String to) {
        String text = text("form: code").replace("  " + from, "  " + to);

        assertThat(faults(text)).filteredOn(f -> f.code().equals("identifiant-invalide")).singleElement()
                .satisfies(fault -> assertThat(fault.line()).isEqualTo(EditionText.lineOf(text, "  " + to)));
    }

    @Test
    void indicatorsStandInTheOrderOfTheFileThoughAChangeIsReadLast() {
        assertThat(EditionText.catalogue(text("form: change, from: p, to: q, as: relative")).indicators())
                .extracting(Indicator::id).containsExactly("x", "p", "q", "r", "m", "c");
    }

    @Test
    void theMeasureOfTheInhabitantsIsOneOfTheFile() {
        assertThat(EditionText.catalogue(text("form: code")).inhabitants()).isEqualTo(A);
        assertThat(faults(text("form: code").replace("inhabitants: a", "inhabitants: z"))).singleElement()
                .satisfies(fault -> assertThat(fault.column()).isEqualTo("attachment.inhabitants"));
    }
}

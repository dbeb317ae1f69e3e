package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.CheckRules.Acceptance;
import fr.atlasqpv.edition.CheckRules.Setting;
import fr.atlasqpv.edition.CheckRules.Total;
import fr.atlasqpv.edition.CheckRules.Weight;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an edition says to the checks is kept with the {@link Place} where it says so, and nothing unclear is let through. */
class ChecksReaderTest {
    private static final Catalogue CATALOGUE =
            new Catalogue(List.of(new Measure("n", "N", "u", false)), List.of(), null);

    @Test
    void settingsAcceptancesAndTotalsAreKeptWithTheirPlaces() {
        String text = """
                checks:
                  un-controle: {severity: off, why: sans objet}
                  un-autre: {threshold: 12.5}
                accept:
                  - {check: un-controle, of: x, by: B. Durand, why: revu}
                totals:
                  - {count: n, level: DEP, code: "35", perimeter: QPV, value: 9, tolerance: 1}
                  - {count: quartiers, level: FRANCE, value: 3}
                """;
        CheckRules[] read = new CheckRules[1];

        assertThat(EditionText.faultsOf(text, root -> read[0] =
                new ChecksReader(root.section(), CATALOGUE, Frames.FRANCE).read())).isEmpty();
        assertThat(read[0].settings()).extracting(Setting::check, Setting::weight, Setting::threshold, Setting::why)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("un-controle", Weight.OFF, null, "sans objet"),
                        org.assertj.core.groups.Tuple.tuple("un-autre", null, new BigDecimal("12.5"), ""));
        assertThat(read[0].settings().getLast().place().line()).isEqualTo(3);
        assertThat(read[0].accepted()).extracting(Acceptance::of, Acceptance::by, a -> a.place().line())
                .containsExactly(org.assertj.core.groups.Tuple.tuple("x", "B. Durand", 5L));
        assertThat(read[0].totals()).extracting(Total::territory, Total::perimeter, Total::tolerance).containsExactly(
                org.assertj.core.groups.Tuple.tuple(new Territory(Level.DEP, "35"), Perimeter.QPV, BigDecimal.ONE),
                org.assertj.core.groups.Tuple.tuple(Frames.FRANCE, Perimeter.QPV, BigDecimal.ZERO));
        assertThat(CheckRules.NONE.settings()).isEmpty();
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "checks: {c: {severity: off}} | raison-manquante",
            "checks: {c: {severity: grave}} | gravite-inconnue",
            "checks: {c: {threshold: douze}} | type-inattendu",
            "checks: {c: {threshold: -1}} | nombre-hors-bornes",
            "checks: {c: {why: pour voir}} | controle-inchange",
            "checks: {c: {seuil: 3, threshold: 3}} | cle-inconnue",
            "accept: [{check: c, of: x, why: revu}] | cle-manquante",
            "accept: [{check: c, of: x, by: moi}] | cle-manquante",
            "accept: [{check: c, by: moi, why: revu}] | cle-manquante",
            "accept: [{check: c, of: x, by: a, why: b}, {check: c, of: x, by: a, why: b}] | acceptation-en-double",
            "totals: [{count: m, level: FRANCE, value: 3}] | mesure-inconnue",
            "totals: [{count: n, level: PAYS, value: 3}] | niveau-inconnu",
            "totals: [{count: n, level: DEP, value: 3}] | cle-manquante",
            "totals: [{count: n, level: FRANCE}] | cle-manquante",
            "totals: [{count: n, level: FRANCE, value: 3, tolerance: 101}] | nombre-hors-bornes",
            "totals: [{count: n, level: FRANCE, value: 3, perimeter: TOUS}] | perimetre-inconnu"})
    void whatIsUnclearIsToldWithItsCode(String line, String code) {
        assertThat(EditionText.faultsOf(line + "\n",
                root -> new ChecksReader(root.section(), CATALOGUE, Frames.FRANCE).read()))
                .extracting(EditionFault::code).containsExactly(code);
    }
}

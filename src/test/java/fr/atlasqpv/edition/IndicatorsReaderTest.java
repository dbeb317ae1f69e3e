package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.release.IndicatorNotice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an edition says of each indicator to the reader of the books. */
class IndicatorsReaderTest {
    private static List<IndicatorNotice> read(Section file) {
        CatalogueReader figures = new CatalogueReader(file);
        Catalogue catalogue = figures.read();
        return new IndicatorsReader(
                figures.sections(), catalogue, new SourcesReader(file, catalogue).read()).read();
    }

    private static List<EditionFault> faults(String text) {
        return EditionText.faultsOf(text, root -> read(root.section()));
    }

    private static IndicatorNotice poverty(String text) {
        assertThat(faults(text)).isEmpty();
        return read(EditionText.section(text)).get(1);
    }

    @Test
    void whatIsNotSaidIsEmptyOrAbsent() {
        IndicatorNotice notice = poverty(EditionText.VALID.replace("    rule: R\n", "")
                .replace("    axis-max: 80\n    dot-plot-min: 0\n    dot-plot-max: 60\n", ""));

        assertThat(notice.rule()).isEmpty();
        assertThat(notice.axisMax()).isNull();
        assertThat(notice.dotPlotMin()).isNull();
        assertThat(notice.dotPlotMax()).isNull();
        assertThat(notice.sources()).isEmpty();
        assertThat(notice.simulated()).isFalse();
        assertThat(poverty(EditionText.VALID).rule()).isEqualTo("R");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", ""})
    void aTextOfNothingIsNoText(String nothing) {
        String text = EditionText.replaced("    definition: D\n    unit", "    definition: " + nothing + "\n    unit");

        assertThat(faults(text)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("cle-manquante");
            assertThat(fault.column()).isEqualTo("indicators.taux_pauvrete.definition");
        });
    }

    @Test
    void twoIndicatorsOfOneNameAndUnitWouldBeOneColumn() {
        String text = EditionText.replaced("label: T, short-label: T", "label: Taux de pauvreté, short-label: T");

        assertThat(faults(text)).isEmpty();
        assertThat(faults(text.replace("unit: code, source: S, millesime: M, sources: []",
                "unit: \"%\", source: S, millesime: M, sources: []")))
                .singleElement().satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("libelle-en-double");
                    assertThat(fault.column()).isEqualTo("indicators.typologie_emploi.label");
                    assertThat(fault.message()).contains("taux_pauvrete");
                });
    }

    @Test
    void aFigureOfASimulatedSourceIsMarked() {
        String text = EditionText.replaced("    dot-plot-max: 60\n    sources: []", "    sources: [rpls]")
                .replace("    dot-plot-min: 0\n", "");

        assertThat(poverty(text).simulated()).as("rpls is simulated").isTrue();
        assertThat(poverty(text.replace("simulated: true", "simulated: false")).simulated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "short-label", "band", "definition", "unit", "source", "millesime"})
    void tellsWhatIsNotSaid(String key) {
        String text = EditionText.VALID.replaceFirst(
                "(?s)(  taux_pauvrete:.*?)\n    " + key + ": [^\n]*", "$1");
        assertThat(text).isNotEqualTo(EditionText.VALID);

        assertThat(faults(text)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("cle-manquante");
            assertThat(fault.column()).isEqualTo("indicators.taux_pauvrete." + key);
            // Where the keys of the section begin
            assertThat(fault.line()).isEqualTo(EditionText.lineOf(text, "    form: ratio"));
        });
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', value = {
            "dot-plot-max: 60 | dot-plot-max: 0 | axe-invalide | dot-plot-max",
            "dot-plot-min: 0 | dot-plot-min: 60 | axe-invalide | dot-plot-max",
            "axis-max: 80 | axis-max: -1 | nombre-hors-bornes | axis-max",
            "axis-max: 80 | axis-max: beaucoup | type-inattendu | axis-max",
            "axis-max: 80 | axe-max: 80 | cle-inconnue | axe-max",
            "sources: []\\n  npnru | sources: [insee]\\n  npnru | source-inconnue | sources",
    })
    void tellsWhatCannotBe(String from, String to, String code, String key) {
        String text = EditionText.replaced(from.replace("\\n", "\n"), to.replace("\\n", "\n"));

        assertThat(faults(text)).filteredOn(f -> f.code().equals(code)).singleElement()
                .satisfies(fault -> {
                    assertThat(fault.column()).isEqualTo("indicators.taux_pauvrete." + key);
                    if (!code.equals("axe-invalide")) {
                        assertThat(fault.line()).isEqualTo(EditionText.lineOf(text, to.replace("\\n", "\n")));
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"    dot-plot-min: 0\n", "    dot-plot-max: 60\n"})
    void theEndsOfAnAxisGoTogether(String left) {
        assertThat(faults(EditionText.replaced(left, ""))).extracting(EditionFault::code)
                .containsExactly("axe-invalide");
    }

    @Test
    void theVintageThatIsPrintedCitesThoseOfTheSources() {
        String poverty = "    dot-plot-max: 60\n    sources: []";
        String cited = EditionText.replaced(poverty, "    dot-plot-max: 60\n    sources: [qpv-base]");

        assertThat(faults(cited)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("millesime-incomplet");
            assertThat(fault.column()).isEqualTo("indicators.taux_pauvrete.millesime");
            assertThat(fault.message()).contains("«\u00a0qpv-base\u00a0»").contains("«\u00a0RP 2018\u00a0»");
        });
        assertThat(faults(cited.replace("    millesime: M\n    rule", "    millesime: FILO 2019, RP 2018\n    rule")))
                .isEmpty();
    }

    @Test
    void aVintageThatIsYetToBeWrittenIsToldOnceAndNotCompared() {
        String text = EditionText.replaced(
                "source: S, millesime: RP 2018, sources", "source: S, millesime: \"À REMPLIR\", sources");

        assertThat(faults(text)).extracting(EditionFault::code).containsExactly("a-remplir");
    }
}

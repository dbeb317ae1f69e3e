package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Edition.Source;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A source more, {@code s}, beside those of a sound edition. */
class SourcesReaderTest {
    private static final String SAID = "group: G, label: L, producer: P, millesime: M, licence: L, ";

    private static String text(String source) {
        return EditionText.replaced("\nmeasures:", "  - {" + source + "}\n\nmeasures:");
    }

    private static List<Source> read(Section file, String text) {
        return new SourcesReader(file, EditionText.catalogue(text)).read();
    }

    private static List<EditionFault> faults(String text) {
        return EditionText.faultsOf(text, root -> read(root.section(), text));
    }

    private static Source source(String source) {
        String text = text("id: s, " + SAID + source);
        assertThat(faults(text)).isEmpty();
        return read(EditionText.section(text), text).getLast();
    }

    @Test
    void whatIsNotWrittenIsTheUsualFileOfAProducer() {
        Source source = source("layout: epci-sieges, file: s.csv, columns: {epci: E, commune: C}");

        assertThat(source.member()).isNull();
        assertThat(source.sheet()).isNull();
        assertThat(source.charset()).hasToString("UTF-8");
        assertThat(source.delimiter()).isEqualTo(';');
        assertThat(source.required()).isTrue();
        assertThat(source.simulated()).isFalse();
        assertThat(source.values()).isEmpty();
        assertThat(source.correspondence()).isNull();
    }

    @Test
    void anArchiveAWorkbookAndATabAreRead() {
        Source source = source(
                "layout: epci-sieges, file: s.zip, member: a/b.csv, sheet: Feuille, delimiter: tab, "
                        + "columns: {epci: E, commune: C}");

        assertThat(source.member()).isEqualTo("a/b.csv");
        assertThat(source.sheet()).isEqualTo("Feuille");
        assertThat(source.delimiter()).isEqualTo('\t');
    }

    @Test
    void aListOfLabelsMayHoldSomeDepartementsAlone() {
        String list = "layout: education-prioritaire, file: s.csv, columns: {uai: U, label: L}";

        assertThat(source(list + ", covers: [\"59\", 2A]").covers("2A")).isTrue();
        assertThat(source(list + ", covers: [\"59\", 2A]").covers("62")).isFalse();
        assertThat(source(list).covers("62")).as("who names none holds all").isTrue();
    }

    @Test
    void contoursSayTheirLayerAndTheirSystemWhereTheirFileDoesNot() {
        Source source = source("layout: contours-qpv, file: s.gpkg, layer: qp, epsg: 2154, columns: {code: C}");

        assertThat(source.layer()).isEqualTo("qp");
        assertThat(source.epsg()).isEqualTo(2154);
        assertThat(source.charset()).as("that of the table of a shapefile, which tells it").isNull();
        Source plain = source("layout: contours-communes, file: s.shp, charset: windows-1252, columns: {code: C}");
        assertThat(plain.layer()).isNull();
        assertThat(plain.epsg()).isNull();
        assertThat(plain.charset()).hasToString("windows-1252");
    }

    @Test
    void optionalFieldsAreMappedWhereTheyAreWritten() {
        assertThat(source("layout: liste-qpv, file: s.csv, indicator: npnru, columns: {code: C}").columns())
                .containsOnlyKeys("code");
        assertThat(source("layout: liste-qpv, file: s.csv, indicator: npnru, columns: {code: C, valeur: V}").columns())
                .containsEntry("valeur", "V");
    }

    @ParameterizedTest
    @ValueSource(strings = {"layout", "file", "group", "label", "producer", "millesime", "licence", "columns"})
    void tellsWhatIsNotSaid(String key) {
        String text = text("id: s, layout: epci-sieges, file: s.csv, " + SAID + "columns: {epci: E, commune: C}")
                .replaceFirst("(  - \\{id: s, .*?)" + key + ": (\\{[^}]*\\}|[^,]*),? ?", "$1");

        assertThat(faults(text)).filteredOn(f -> f.code().equals("cle-manquante")).singleElement()
                .satisfies(fault -> {
                    assertThat(fault.column()).isEqualTo("sources[s]." + key);
                    assertThat(fault.line()).isEqualTo(EditionText.lineOf(text, "{id: s,"));
                });
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource(delimiter = '|', value = {
            "layout: base-qpv, columns: {code: C} | valeurs-manquantes | values",
            "layout: epci-sieges, columns: {epci: E, commune: C}, values: [{column: V, measure: personnes}] | valeurs-en-trop | values",
            "layout: epci-sieges, columns: {epci: E, commune: C}, measure: personnes | cle-en-trop | measure",
            "layout: epci-sieges, columns: {epci: E, commune: C}, indicator: npnru | cle-en-trop | indicator",
            "layout: epci-sieges, columns: {epci: E, commune: C}, sessions: [2019] | cle-en-trop | sessions",
            "layout: epci-sieges, columns: {epci: E, commune: C}, excluded-codes: [QP001001] | cle-en-trop | excluded-codes",
            "layout: contours-qpv, columns: {code: C}, excluded-codes: [Centre] | code-invalide | excluded-codes",
            "layout: contours-communes, columns: {code: C}, stand-in: true | cle-en-trop | stand-in",
            "layout: epci-sieges, columns: {epci: E, commune: C}, covers: [\"59\"] | cle-en-trop | covers",
            "layout: education-prioritaire, columns: {uai: U, label: L}, covers: [Nord] | departement-invalide | covers",
            "layout: epci-sieges, columns: {epci: E, commune: C}, excluded-modes: [\"1\"] | cle-en-trop | excluded-modes",
            "layout: epci-sieges, columns: {epci: E, commune: C}, correspondence: c | cle-en-trop | correspondence",
            "layout: epci-sieges, columns: {epci: E, commune: C}, page: 3 | cle-inconnue | page",
            "layout: epci-sieges, columns: {epci: E} | colonne-non-declaree | columns.commune",
            "layout: epci-sieges, columns: {epci: E, commune: C, label: L} | cle-inconnue | columns.label",
            "layout: contours-qpv, columns: {code: C}, epsg: 1025 | projection-inconnue | epsg",
            "layout: contours-qpv, columns: {code: C}, epsg: Lambert | type-inattendu | epsg",
            "layout: liste-qpv, columns: {code: C}, indicator: npnru, epsg: 2154 | cle-en-trop | epsg",
            "layout: liste-qpv, columns: {code: C}, indicator: npnru, layer: qp | cle-en-trop | layer",
            "layout: contours-qpv, columns: {code: C}, correspondence: c | source-inconnue | correspondence",
            "layout: liste-qpv, columns: {code: C} | cle-manquante | indicator",
            "layout: liste-qpv, columns: {code: C}, indicator: \"\" | cle-manquante | indicator",
            "layout: liste-qpv, columns: {code: C}, indicator: null | cle-manquante | indicator",
            "layout: liste-qpv, columns: {code: C}, indicator: population | indicateur-inconnu | indicator",
            "layout: populations-legales, columns: {departement: D, commune: C, population: P} | cle-manquante | measure",
            "layout: rpls-communes, columns: {code: C, logements: L, vacants: V, vides: W}, measure: personnes, excluded-modes: [loués] | champ-inconnu | excluded-modes",
            "layout: base-communes, columns: {code: C}, values: [{column: V, code: typologie_emploi}] | valeur-impossible | values[V].code",
            "layout: base-communes, columns: {code: C}, values: [{column: V}] | valeur-ambigue | values[V].column",
            "layout: base-communes, columns: {code: C}, values: [{column: V, measure: personnes, code: typologie_emploi}] | valeur-ambigue | values[V].column",
            "layout: base-communes, columns: {code: C}, values: [{column: V, rate: taux_pauvrete}] | base-manquante | values[V].rate",
            "layout: base-communes, columns: {code: C}, values: [{column: V, measure: personnes, base: population}] | cle-en-trop | values[V].base",
            "layout: base-communes, columns: {code: C}, values: [{column: V, measure: gens}] | mesure-inconnue | values[V].measure",
            "layout: base-qpv, columns: {code: C}, values: [{column: V, figure: taux_pauvrete}] | indicateur-inconnu | values[V].figure",
            "layout: base-communes, columns: {code: C}, values: [{measure: personnes}] | cle-manquante | values[1].column",
            "layout: base-qpv, columns: {code: C}, values: [{column: V, measure: population}] | figure-en-double | values",
    })
    void tellsWhatALayoutAsksForAndWhatItHasNoPlaceFor(String source, String code, String key) {
        String text = text("id: s, file: s.csv, " + SAID + source);

        assertThat(faults(text)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.column()).isEqualTo("sources[s]." + key);
            assertThat(fault.line()).isEqualTo(EditionText.lineOf(text, "{id: s,"));
        });
    }

    @ParameterizedTest
    @CsvSource({"id: s, id: S 1, identifiant-invalide", "file: s.csv, file: /s.csv, chemin-invalide",
            "file: s.csv, file: 'a\\s.csv', chemin-invalide", "file: s.csv, file: s.doc, format-inconnu",
            "file: s.csv, 'file: s.csv, delimiter: a', separateur-invalide",
            "file: s.csv, 'file: s.csv, charset: \"utf 8\"', charset-inconnu",
            "file: s.csv, 'file: s.csv, required: oui', type-inattendu"})
    void tellsANameOrAFileThatCannotBe(String from, String to, String code) {
        String text = text("id: s, file: s.csv, layout: epci-sieges, " + SAID + "columns: {epci: E, commune: C}")
                .replace(from + ",", to + ",");

        assertThat(faults(text)).extracting(EditionFault::code).containsExactly(code);
    }

    @ParameterizedTest(name = "in {0} a session {1} is {2}")
    @CsvSource({"brevet, 1987, nombre-hors-bornes", "brevet, 2101, nombre-hors-bornes", "brevet, juin, type-inattendu"})
    void aSessionIsAYear(String layout, String session, String code) {
        assertThat(faults(text("id: s, file: s.csv, layout: " + layout + ", " + SAID
                + "columns: {session: S, uai: U, type: T, secteur: S, commune: C, departement: D}, "
                + "values: [{column: V, measure: personnes}], sessions: [2019, " + session + "]")))
                .extracting(EditionFault::code).containsExactly(code);
    }

    @Test
    void contoursOfOtherCodesNameTheirTableOfCodes() {
        String table = "id: t, file: t.csv, layout: correspondance-qpv, " + SAID
                + "columns: {qpv: Q, contour: C}}\n  - {id: s, file: s.geojson, layout: contours-qpv, " + SAID
                + "columns: {code: C}, correspondence: t";

        assertThat(faults(text(table))).isEmpty();
        assertThat(faults(text(table.replace("correspondence: t", "correspondence: rpls"))))
                .extracting(EditionFault::code).containsExactly("source-inconnue");
    }

    @Test
    void withoutTheListOfTheCommunesNothingCanBeAttached() {
        String text = EditionText.VALID.replaceFirst("  - \\{id: communes,[^\n]*\n", "");

        assertThat(faults(text)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("source-manquante");
            assertThat(fault.column()).isEqualTo("sources");
            assertThat(fault.value()).isEqualTo("cog-communes");
        });
    }

    @Test
    void whereNothingCanStandNothingIsProposed() {
        assertThat(faults(text("id: s, file: s.csv, layout: base-qpv, " + SAID
                + "columns: {code: C}, values: [{column: V, figure: gini}]")).getFirst().message())
                .isEqualTo("«\u00a0gini\u00a0» n’est pas connu ici.");
    }
}

package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.secrecy.MinimumOnBothSides;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An edition file is read to its last line, and everything wrong in it is told with its line. */
class EditionFileTest {
    private static final String VALID = resource();

    @TempDir
    Path folder;

    private static String resource() {
        try (var bytes = EditionFileTest.class.getResourceAsStream("minimal.yaml")) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Edition load(String text) throws IOException {
        Path file = folder.resolve("edition.yaml");
        Files.writeString(file, text);
        return EditionFile.load(file);
    }

    private List<EditionFault> faults(String text) {
        EditionFileException thrown = catchThrowableOfType(EditionFileException.class, () -> load(text));
        assertThat(thrown).as("the file has a fault").isNotNull();
        return thrown.faults();
    }

    private static String replaced(String from, String to) {
        assertThat(VALID).contains(from);
        return VALID.replace(from, to);
    }

    private static long lineOf(String text, String part) {
        return text.substring(0, text.indexOf(part)).chars().filter(c -> c == '\n').count() + 1;
    }

    @Test
    void readsEverySection() throws IOException {
        Edition edition = load(VALID);

        assertThat(edition.id()).isEqualTo("essai-2022");
        assertThat(edition.regions()).containsExactly("01", "32");
        assertThat(edition.rejectCeiling()).isEqualByComparingTo("0.5");
        assertThat(edition.sources()).hasSize(8);
        assertThat(edition.source("qpv-base")).hasValueSatisfying(s -> {
            assertThat(s.charset()).isEqualTo(StandardCharsets.UTF_8);
            assertThat(s.delimiter()).isEqualTo(';');
            assertThat(s.required()).isTrue();
            assertThat(s.simulated()).isFalse();
            assertThat(s.columns()).containsEntry("label", "LIBGEO");
            assertThat(s.values())
                    .containsExactly(
                            new Edition.ValueColumn(
                                    "POP_MUN", Edition.Carries.MEASURE, Measures2022.POPULATION, null),
                            new Edition.ValueColumn(
                                    "TP60", Edition.Carries.RATE, Measures2022.POPULATION,
                                    Indicators2022.TAUX_PAUVRETE));
        });
        assertThat(edition.source("rpls")).hasValueSatisfying(s -> {
            assertThat(s.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
            assertThat(s.excluded()).containsExactly("2", "3");
        });
        assertThat(edition.published(Indicators2022.TAUX_PAUVRETE)).hasValueSatisfying(i -> {
            assertThat(i.shortLabel()).isEqualTo("Taux de\npauvreté");
            assertThat(i.axisMax()).isEqualByComparingTo("80");
        });
        assertThat(edition.rules().primary())
                .containsExactly(new MinimumOnBothSides(
                        Indicators2022.TAUX_PAUVRETE,
                        Measures2022.PERSONNES_PAUVRES,
                        Measures2022.PERSONNES,
                        BigDecimal.valueOf(200)));
        assertThat(edition.rules().sameUnits())
                .containsExactly(List.of(Indicators2022.POPULATION, Indicators2022.TAUX_PAUVRETE));
        assertThat(edition.book().chapters()).containsExactly(Indicators2022.POPULATION, Indicators2022.TAUX_PAUVRETE);
        assertThat(edition.catalogue().inhabitants()).isEqualTo(Measures2022.POPULATION);
        assertThat(edition.zooms()).containsExactly("200093201");
        assertThat(edition.typologies().get("npnru")).containsEntry("QIN", "Intérêt national");
    }

    @Test
    void theVintageOfAnIndicatorNamesThoseOfItsSources() {
        String text = replaced("source: S, millesime: RP 2018, sources", "source: S, millesime: RP 2013, sources");

        assertThat(faults(text)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("millesime-incomplet");
            assertThat(fault.line()).isEqualTo(lineOf(text, "population: {form: count"));
            assertThat(fault.message()).contains("qpv-base").contains("RP 2018");
        });
    }

    @Test
    void ratesOfASourceWithoutCountsAreWeighedByTheBaseThatTheEditionNames() throws IOException {
        Edition edition = load(VALID);

        assertThat(edition.published(Indicators2022.TAUX_PAUVRETE).orElseThrow().weights()).isEqualTo("RP 2018");
        assertThat(edition.published(Indicators2022.POPULATION).orElseThrow().weights()).isEmpty();
    }

    @Test
    void indicatorsOfAMeasureUnderARuleCountTheSameUnitsWithoutBeingTold() throws IOException {
        String text = replaced(
                "\nbook:",
                "\n  nb_pauvres: {form: count, measure: personnes_pauvres, label: P, short-label: P, band: B, definition: D, "
                        + "unit: personnes, source: S, millesime: M, sources: []}\n\nbook:");
        Edition edition = load(text);

        assertThat(edition.rules().sameUnits()).singleElement().satisfies(group -> assertThat(group)
                .extracting(Indicator::id)
                .as("with those that the edition groups itself")
                .containsExactlyInAnyOrder("taux_pauvrete", "population", "nb_pauvres"));
        assertThat(load(VALID).rules().sameUnits().getFirst()).hasSize(2);
    }

    /** Two measures of the same rows of a file are one count: each withheld by itself, they would show one another. */
    @Test
    void indicatorsOfMeasuresThatCountTheSameRowsCountTheSameUnitsWithoutBeingTold() throws IOException {
        String source =
                "  - {id: %s, layout: rpls-logements, file: a.csv, group: G, label: L, producer: P, millesime: %s, "
                        + "licence: L, columns: {qpv: Q, commune: C, mode: M}, measure: %s}\n";
        String indicator =
                "\n  nb_%1$s: {form: count, measure: %1$s, label: P %1$s, short-label: P, band: B, definition: D, unit: u, "
                        + "source: S, millesime: M, sources: []}";
        Edition edition = load(replaced("\nmeasures:",
                source.formatted("x", "RPLS 2017", "un") + source.formatted("y", "RPLS 2020", "deux")
                        + "\nmeasures:\n  un: {label: u, unit: u}\n  deux: {label: d, unit: u}")
                .replace("\nbook:", indicator.formatted("un") + indicator.formatted("deux") + "\n\nbook:")
                .replace("  primary:\n",
                        "  primary:\n    - {rule: few-on-one-side, indicator: nb_un, numerator: un, minimum: 11}\n"));

        assertThat(edition.rules().sameUnits()).anySatisfy(group -> assertThat(group).extracting(Indicator::id)
                .containsExactlyInAnyOrder("nb_un", "nb_deux"));
    }

    @Test
    void wrapsNothingInTheTextsButParagraphsAndItems() throws IOException {
        assertThat(load(VALID).texts().get("introduction"))
                .isEqualTo(
                        "Un premier paragraphe sur deux lignes.\n\nUne liste :\n\n- un élément sur deux lignes ;\n- un autre.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "  year: |  yaer: | cle-inconnue | Vouliez-vous dire «\u00a0year\u00a0»",
                    "title: Atlas | title: [Atlas] | type-inattendu | On attend ici un texte",
                    "qpv-of-france: 1296 | qpv-of-france: beaucoup | type-inattendu | nombre entier",
                    "qpv-of-france: 1296 | qpv-of-france: 1296.5 | type-inattendu | nombre entier",
                    "reject-ceiling: 0.5 | reject-ceiling: 140 | nombre-hors-bornes | de 0 à 100",
                    "regions: [\"01\", \"32\"] | regions: [\"32\", \"31\"] | region-hors-cadre | Régions placées",
                    "id: essai-2022 | id: Édition 2022 | identifiant-invalide | minuscules",
                    "layout: base-qpv | layout: base-qvp | layout-inconnu | Vouliez-vous dire «\u00a0base-qpv\u00a0»",
                    "file: qpv.csv | file: ../qpv.csv | chemin-invalide | relatif au dossier",
                    "file: qpv.csv | file: qpv.xls | format-inconnu | .xlsx",
                    "charset: ISO-8859-1 | charset: ISO-8859-A | charset-inconnu | Vouliez-vous dire «\u00a0ISO-8859-1\u00a0»",
                    "delimiter: \",\" | delimiter: virgule | separateur-invalide | un seul signe",
                    "required: false | required: non | type-inattendu | true ou false",
                    "measure: population} | measure: populaton} | mesure-inconnue | Vouliez-vous dire «\u00a0population\u00a0»",
                    "rate: taux_pauvrete, | rate: taux_pauvrte, | indicateur-inconnu | Vouliez-vous dire «\u00a0taux_pauvrete\u00a0»",
                    "rate: taux_pauvrete, | rate: population, | indicateur-inconnu | taux_pauvrete",
                    "rate: taux_pauvrete, base: population} | rate: taux_pauvrete} | base-manquante | poids",
                    "measure: population} | measure: population, base: personnes} | cle-en-trop | Seul un taux",
                    "column: POP_MUN, measure: population} | column: POP_MUN} | valeur-ambigue | une seule chose",
                    "form: ratio | form: moyenne | forme-inconnue | Valeurs possibles",
                    "numerator: personnes_pauvres | numerator: pauvres | mesure-inconnue | personnes_pauvres",
                    "says: code, | says: codes, | mot-inconnu | Vouliez-vous dire «\u00a0code\u00a0»",
                    "profiles: [taux_pauvrete] | profiles: [population] | indicateur-inconnu | taux_pauvrete",
                    "chapters: [population, taux_pauvrete] | chapters: [population, npnru] | indicateur-inconnu | taux_pauvrete",
                    "indicator: npnru, | indicator: npnur, | indicateur-inconnu | Vouliez-vous dire «\u00a0npnru\u00a0»",
                    "sources: [qpv-base] | sources: [qpv-bas] | source-inconnue | Vouliez-vous dire «\u00a0qpv-base\u00a0»",
                    "rule: minimum-on-both-sides | rule: minimum-on-both-side | regle-inconnue | Vouliez-vous dire «\u00a0minimum-on-both-sides\u00a0»",
                    "ceiling: 95 | ceiling: 4 | regle-incoherente | dépasser",
                    "minimum: 200 | minimum: 0 | nombre-hors-bornes | de 1 à 1000000",
                    "minimum: 200 | minimun: 200 | cle-inconnue | Vouliez-vous dire «\u00a0minimum\u00a0»",
                    "[population, taux_pauvrete]] | [population, taux_pauvrete], [population]] | indicateur-en-double | un seul groupe",
                    "- \"200093201\" | - \"20009320\" | siren-invalide | neuf chiffres",
                    "introduction: | introdution: | cle-inconnue | Vouliez-vous dire «\u00a0introduction\u00a0»"
            })
    void tellsAFaultWithItsLineAndWhatWasExpected(String from, String to, String code, String message) {
        String text = replaced(from, to);
        List<EditionFault> faults = faults(text);

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.line()).isEqualTo(lineOf(text, to));
            assertThat(fault.message()).contains(message);
            assertThat(fault.file()).endsWith("edition.yaml");
        });
    }

    @Test
    void namesTheFieldOfTheLayoutThatNoColumnIsMappedTo() {
        String text = replaced("{code: REG, chef-lieu: CHEFLIEU, label: LIBELLE}", "{code: REG, label: LIBELLE}");
        EditionFault fault = faults(text).getFirst();

        assertThat(fault.code()).isEqualTo("colonne-non-declaree");
        assertThat(fault.column()).isEqualTo("sources[regions].columns.chef-lieu");
        assertThat(fault.line()).isEqualTo(lineOf(text, "columns: {code: REG, label"));
        assertThat(fault.message()).contains("cog-regions").contains("«\u00a0chef-lieu\u00a0»");
    }

    @Test
    void tellsAnUnknownFieldOfTheLayout() {
        EditionFault fault = faults(replaced("label: LIBGEO}", "libelle: LIBGEO}")).getFirst();

        assertThat(fault.code()).isEqualTo("cle-inconnue");
        assertThat(fault.column()).isEqualTo("sources[qpv-base].columns.libelle");
    }

    @Test
    void tellsAKeyGivenTwiceAndTheLineOfTheFirst() {
        String text = replaced("  year: \"2022\"\n", "  year: \"2022\"\n  title: Autre\n");
        List<EditionFault> faults = faults(text);

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().code()).isEqualTo("cle-en-double");
        assertThat(faults.getFirst().line()).isEqualTo(lineOf(text, "  title: Atlas"));
        assertThat(faults.getFirst().message()).contains("ligne " + lineOf(text, "  title: Autre"));
    }

    @Test
    void tellsAMissingKeyOnTheLineOfItsSection() {
        String text = replaced("  contact: a@exemple.fr\n", "");
        EditionFault fault = faults(text).getFirst();

        assertThat(fault.code()).isEqualTo("cle-manquante");
        assertThat(fault.column()).isEqualTo("edition.contact");
        assertThat(fault.message()).contains("«\u00a0contact\u00a0»");
    }

    @Test
    void tellsTwoSourcesOfTheSameName() {
        EditionFault fault = faults(replaced("- id: rpls", "- id: qpv-base")).getFirst();

        assertThat(fault.code()).isEqualTo("source-en-double");
        assertThat(fault.value()).isEqualTo("qpv-base");
    }

    @Test
    void tellsTwoSourcesOfTheSameFigure() {
        String second =
                """
                          - {id: autre, layout: base-qpv, file: autre.csv, group: G, label: L, producer: P, millesime: M, licence: L,
                             columns: {code: CODGEO}, values: [{column: POP, measure: population}]}
                        """;
        EditionFault fault = faults(replaced("\nmeasures:", second + "\nmeasures:")).getFirst();

        assertThat(fault.code()).isEqualTo("figure-en-double");
        assertThat(fault.message()).contains("qpv-base");
    }

    @Test
    void needsTheGeographyOfItsYear() {
        assertThat(faults(replaced("layout: cog-departements", "layout: cog-regions")))
                .extracting(EditionFault::code)
                .contains("source-manquante", "source-en-trop");
    }

    @Test
    void needsTheLabelsOfTheCodesThatItPublishes() {
        EditionFault fault =
                faults(replaced("  npnru:\n    QIN: Intérêt national\n    QIR: Intérêt régional\n", "")).getFirst();

        assertThat(fault.code()).isEqualTo("dictionnaire-manquant");
        assertThat(fault.message()).contains("npnru");
    }

    @Test
    void tellsEveryFaultAtOnceByLine() {
        String text = VALID.replace("year:", "yaer:")
                .replace("layout: base-qpv", "layout: base-qvp")
                .replace("rule: minimum-on", "rule: minimun-on")
                .replace("- \"200093201\"", "- \"20009320\"");
        List<EditionFault> faults = faults(text);

        assertThat(faults).extracting(EditionFault::line).isSorted();
        assertThat(faults)
                .extracting(EditionFault::code)
                .contains("cle-inconnue", "layout-inconnu", "regle-inconnue", "siren-invalide");
    }

    @Test
    void tellsWhereTheYamlStopsBeingReadable() {
        String text = replaced("  title: Atlas", "\ttitle: Atlas");
        List<EditionFault> faults = faults(text);

        assertThat(faults).extracting(EditionFault::code).containsExactly("yaml-illisible");
        assertThat(faults.getFirst().line()).isBetween(lineOf(text, "\ttitle") - 1, lineOf(text, "\ttitle") + 1);
    }

    @Test
    void refusesReferencesOfYaml() {
        assertThat(faults(replaced("millesime: RP 2018", "millesime: *an")).getFirst().code())
                .isIn("renvoi-yaml", "yaml-illisible");
    }

    @Test
    void saysThatAFileIsAbsentEmptyOrNotInUtf8() throws IOException {
        assertThat(catchThrowableOfType(
                EditionFileException.class, () -> EditionFile.load(folder.resolve("absent.yaml")))
                .faults())
                .extracting(EditionFault::code)
                .containsExactly("edition-absente");
        assertThat(faults("# rien\n")).extracting(EditionFault::code).containsExactly("edition-vide");
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, "edition: {title: Été}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(catchThrowableOfType(EditionFileException.class, () -> EditionFile.load(latin)).faults())
                .extracting(EditionFault::code)
                .containsExactly("edition-non-utf8");
    }
}

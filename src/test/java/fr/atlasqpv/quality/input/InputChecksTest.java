package fr.atlasqpv.quality.input;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each check: what it finds, what it lets go, and what an edition makes of it. */
class InputChecksTest {
    @TempDir
    private Path folder;

    private List<Notice> notices(String check, String more, String facts) throws IOException {
        Edition edition = TinyEvidence.edition(folder, more);
        InputCheck made = InputChecks.of(check).orElseThrow();
        return InputChecks.at(made.terms().moment(), new TinyEvidence(edition, facts).evidence(), List.of(made));
    }

    /** A notice in short: severity, file without its ending, line, value. */
    private static String told(List<Notice> notices) {
        return notices.stream()
                .map(n -> n.severity().name().charAt(0) + " " + n.file().replaceFirst("\\..*", "") + " " + n.line()
                        + " "
                        + n.value())
                .map(String::strip)
                .collect(Collectors.joining(", "));
    }

    private static String many(String pattern, int number) {
        return IntStream.rangeClosed(1, number).mapToObj(i -> pattern.replace("#", String.valueOf(i)))
                .collect(Collectors.joining(" "));
    }

    /** {@code [n×word]} stands for the word n times, its # numbered. */
    private static String unfolded(String facts) {
        return facts == null ? ""
                : Pattern.compile("\\[(\\d+)×([^]]+)]").matcher(facts)
                        .replaceAll(m -> many(m.group(2), Integer.parseInt(m.group(1))));
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(delimiter = '|', value = {
            // Every source that speaks of a measure speaks of every territory of the books
            "territoire-absent | M:35001:menages:9 M:35002:menages:9 |",
            "territoire-absent | M:35001:menages:9 | W base_communes 0 35002",
            "territoire-absent | M:35001:menages:9 X:35002:menages |",
            "territoire-absent | M:QP035001:menages:9 | W base_quartiers 0 QP035002",
            "territoire-absent | M:QP035001:menages:9 M:QP035001:actifs:9 | W base_quartiers 0 QP035002",
            "territoire-absent | M:QP035001:menages:9 M:QP035002:actifs:9 | "
                    + "'W base_quartiers 0 QP035001, W base_quartiers 0 QP035002'",
            "territoire-absent | G:QP035001:350000:6790000:500 | W contours 0 QP035002",
            "territoire-absent | G:QP035001:350000:6790000:500 G:QP035002:380000:6790000:500 |",
            "territoire-absent | MS:35001:logements_sociaux:9:logements-communes | W logements_communes 0 35002",
            "population-absente | M:35001:population:900 M:35002:population:900 |",
            "population-absente | M:35001:population:900 | E base_communes 0 35002",
            "population-absente | M:35001:menages:900 |",
            "quartier-sans-logement | N:QP035001:9 N:QP035002:9 |",
            "quartier-sans-logement | N:QP035001:9 N:QP035002:0 |",
            "quartier-sans-logement | N:QP035001:9 | W logements 0 QP035002",
            "quartier-sans-logement | N:QP035001:9 ROWS:logements:20:12:8 | W logements 0 QP035002",
            "quartier-sans-logement | ROWS:logements:0:0:0 |",
            "quartier-incomplet | N:QP035001:9 |",
            "quartier-incomplet | N:QP035001:9 LOST:QP035001 ROWS:logements:20:12:1 | W logements 2 QP035001",
            "quartier-incomplet | LOST:35002 ROWS:logements:20:12:1 | W logements 1 QP035002",
            "quartier-incomplet | LOST:? ROWS:logements:20:12:1 | W logements 1",
            "quartiers-sans-livre | ELSEWHERE:QP978001 ELSEWHERE:QP987001 ELSEWHERE:QP987002 | "
                    + "'W base_quartiers 0 978, W base_quartiers 0 987'",
            "quartiers-sans-livre | |",
            "epci-sans-commune | EPCI:200000001 IN:35001:200000001 |",
            "epci-sans-commune | EPCI:200000001 EPCI:200000002 IN:35001:200000001 | W composition 0 200000002",
            "epci-sans-commune | EPCI:200000001 EPCI:200000002 IN:35001:200000001 ABROAD:200000002 |",
            "source-sans-ligne | ROWS:mediation:0:0:0 | W mediation 0",
            "source-sans-ligne | ROWS:mediation:1:0:0 |",
            "suite-repetee | REP:300 | E logements 1 300",
            "suite-repetee | REP:50 | E logements 1 50",
            "suite-repetee | REP:49 |",
            "suite-repetee | REP:300 REP:300 | 'E logements 1 300, E logements 2 300'",
            // A part and its whole
            "partie-superieure-au-tout | M:QP035001:jeunes:9 M:QP035001:population:10 |",
            "partie-superieure-au-tout | M:QP035001:jeunes:10 M:QP035001:population:10 |",
            "partie-superieure-au-tout | M:QP035001:jeunes:11 M:QP035001:population:10 | E base_quartiers 1 QP035001",
            "partie-superieure-au-tout | M:35001:vacants:11 M:35001:logements:10 | E base_communes 1 35001",
            "partie-superieure-au-tout | M:QP035001:jeunes:11 MS:QP035001:population:10:quartiers-communes |",
            "partie-superieure-au-tout | M:QP035001:naissances:11 M:QP035001:population:10 |",
            "numerateur-superieur-au-denominateur | RATE:QPV:QP035001:QPV:part_jeunes:11:10 | "
                    + "W essai 0 QPV QP035001 QPV part_jeunes",
            "numerateur-superieur-au-denominateur | M:QP035001:jeunes:11 M:QP035001:population:10 "
                    + "RATE:QPV:QP035001:QPV:part_jeunes:11:10 | W base_quartiers 1 QPV QP035001 QPV part_jeunes",
            "numerateur-superieur-au-denominateur | RATE:QPV:QP035001:QPV:part_jeunes:10:10 |",
            "numerateur-superieur-au-denominateur | RATE:QPV:QP035001:QPV:natalite:11:10 |",
            "quartiers-superieurs-a-la-commune | M:QP035001:population:105 M:35001:population:100 |",
            "quartiers-superieurs-a-la-commune | M:QP035001:population:106 M:35001:population:100 | "
                    + "W base_quartiers 1 35001",
            "quartiers-superieurs-a-la-commune | L:QP035001:35002 M:QP035001:population:106 M:35001:population:100 |",
            "quartiers-superieurs-a-la-commune | L:QP035001:35002 M:QP035001:population:160 M:35001:population:100 "
                    + "M:35002:population:50 | W base_quartiers 2 200000001",
            "quartiers-superieurs-a-la-commune | L:QP035001:35002 M:QP035001:population:150 M:35001:population:100 "
                    + "M:35002:population:50 |",
            "quartiers-superieurs-a-la-commune | M:QP035001:menages:160 M:35001:menages:100 M:35002:menages:10 | "
                    + "W base_quartiers 1 35001",
            "quartiers-superieurs-a-la-commune | Q:QP035003 L:QP035003:35001 M:QP035001:population:60 "
                    + "M:QP035003:population:60 M:35001:population:100 | W base_quartiers 3 35001",
            // Scales
            "taux-en-fraction | [20×R:taux_pauvrete:0.4] | E base_quartiers 1 0.4",
            "taux-en-fraction | [19×R:taux_pauvrete:0.4] |",
            "taux-en-fraction | [20×R:taux_pauvrete:0.4] R:taux_pauvrete:1.1 |",
            "taux-en-fraction | [20×R:taux_pauvrete:1] | E base_quartiers 1 1",
            "taux-en-fraction | [20×R:taux_pauvrete:0] |",
            "taux-en-fraction | [20×R:natalite:0.4] |",
            "ordre-de-grandeur | [10×R:taux_pauvrete:0.4] REF:FRANCE:FRMETRO:ENSEMBLE:taux_pauvrete:14.8 | "
                    + "'W base_quartiers 1 40 fois'",
            "ordre-de-grandeur | [10×R:taux_pauvrete:40] REF:FRANCE:FRMETRO:ENSEMBLE:taux_pauvrete:14.8 |",
            "ordre-de-grandeur | [9×R:taux_pauvrete:0.4] REF:FRANCE:FRMETRO:ENSEMBLE:taux_pauvrete:14.8 |",
            "reference-impossible | REF:FRANCE:FRMETRO:ENSEMBLE:population:64.844 | E reperes 1 64.844",
            "reference-impossible | M:35001:population:900 REF:FRANCE:FRMETRO:ENSEMBLE:population:899 | E reperes 2 899",
            "reference-impossible | M:35001:population:900 REF:FRANCE:FRMETRO:ENSEMBLE:population:900 |",
            "reference-impossible | M:QP035001:population:900 REF:FRANCE:FRMETRO:ENSEMBLE:population:800 |",
            "reference-impossible | M:QP035001:population:900 REF:FRANCE:FRMETRO:QPV:population:800 | E reperes 2 800",
            "reference-impossible | REF:FRANCE:FRMETRO:QPV:nb_qpv:1 | E reperes 1 1",
            "reference-impossible | REF:FRANCE:FRMETRO:ENSEMBLE:menages:64.8 |",
            // Places
            "region-sans-quartier | REG:53 REG:24 DEP:35:24 DEP:22:53 |",
            "hors-de-france | G:QP035001:350000:6790000:500 |",
            "hors-de-france | G:QP035001:-4000000:800000:500 | E contours 1 x −3999750 m",
            "hors-de-france | G:QP035001:3:50:0.1 G:QP035002:3:50:0.1 | E contours 1 x 3 m",
            "hors-de-france | E:0350001A:35001:3:48 | E annuaire 1 x 3 m",
            "contour-loin-de-sa-commune | G:QP035001:365000:6790000:500 |",
            "contour-loin-de-sa-commune | G:QP035001:380000:6790000:500 | E contours 1 QP035001",
            "contour-loin-de-sa-commune | L:QP035001:35002 G:QP035001:380000:6790000:500 |",
            "contour-loin-de-sa-commune | G:QP035001:3:50:0.1 |",
            "contour-hors-echelle | G:QP035001:350000:6790000:4400 |",
            "contour-hors-echelle | G:QP035001:350000:6790000:4500 | E contours 1 QP035001",
            "contours-decales | G:QP035001:380000:6790000:500 G:QP035002:350000:6790000:500 |",
            "contours-decales | Q:QP035003 L:QP035003:35001 G:QP035001:380000:6790000:500 G:QP035002:350000:6790000:500 "
                    + "G:QP035003:380000:6790000:500 | E contours 3 QP035001",
            "contours-decales | Q:QP035003 L:QP035003:35001 G:QP035001:350000:6790000:500 G:QP035002:380000:6790000:500 "
                    + "G:QP035003:350000:6790000:500 |",
            "centre-loin-de-son-departement | [4×C:3510#] [4×P:3510#:350000:6790000] C:35200 P:35200:480000:6790000 | "
                    + "E centres 10 35200",
            "centre-loin-de-son-departement | [4×C:3510#] [4×P:3510#:350000:6790000] C:35200 P:35200:460000:6790000 |",
            "etablissement-loin-de-sa-commune | E:0350001A:35001:380000:6790000 |",
            "etablissement-loin-de-sa-commune | E:0350001A:35001:395000:6790000 | W annuaire 1 0350001A",
            "departement-sans-etablissement | E:0350001A:35001:350000:6790000 |",
            "departement-sans-etablissement | C:29001 E:0290001A:29001:150000:6790000 | E annuaire 0 35",
            "departement-sans-etablissement | |",
            // The previous edition
            "derive-des-agregats | NOW:REG:53:QPV:population:125 OLD:REG:53:QPV:population:100 |",
            "derive-des-agregats | NOW:REG:53:QPV:population:126 OLD:REG:53:QPV:population:100 | E essai 0 population",
            "derive-des-agregats | NOW:REG:53:QPV:population:70 OLD:REG:53:QPV:population:100 | E essai 0 population",
            "derive-des-agregats | NOW:DEP:35:QPV:part_jeunes:15 OLD:DEP:35:QPV:part_jeunes:20 |",
            "derive-des-agregats | NOW:DEP:35:QPV:part_jeunes:14 OLD:DEP:35:QPV:part_jeunes:20 | E essai 0 part_jeunes",
            "derive-des-agregats | NOW:EPCI:200000001:QPV:population:700 OLD:EPCI:200000001:QPV:population:100 |",
            "derive-des-agregats | NOW:REG:53:QPV:population:9 OLD:REG:53:QPV:population:5 |",
            "derive-des-agregats | NOW:REG:53:QPV:population:900 |",
            "derive-des-quartiers | [9×NOW:QPV:QP03500#:QPV:population:300] [9×OLD:QPV:QP03500#:QPV:population:100] |",
            "derive-des-quartiers | [9×NOW:QPV:QP03500#:QPV:population:300] [9×OLD:QPV:QP03500#:QPV:population:100] "
                    + "NOW:QPV:QP035010:QPV:population:99 OLD:QPV:QP035010:QPV:population:100 | E essai 0 population",
            "derive-des-quartiers | [10×NOW:QPV:QP0350#:QPV:population:150] [10×OLD:QPV:QP0350#:QPV:population:100] |",
            "nombre-de-quartiers | NOW:QPV:QP035001:QPV:population:3 OLD:QPV:QP035001:QPV:population:1 |",
            "nombre-de-quartiers | NOW:QPV:QP035002:QPV:population:3 OLD:QPV:QP035001:QPV:population:1 | E essai 0",
            "nombre-de-quartiers | NOW:QPV:QP035002:QPV:population:3 |",
    })
    void finds(String check, String facts, String expected) throws IOException {
        String told = told(notices(check, "", unfolded(facts))).replace("-3999750", "−3999750")
                .replaceAll("\u00a0m, y .*", " m");

        assertThat(told).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', value = {
            "count: quartiers, level: FRANCE, value: 2 |",
            "count: quartiers, level: FRANCE, value: 3 | E quartiers FRMETRO",
            "count: quartiers, level: DEP, code: '35', value: 2 |",
            "count: communes, level: REG, code: '53', value: 4 | E communes 53",
            "count: epci, level: REG, code: '53', value: 1 |",
            "count: population, level: REG, code: '53', value: 1000, tolerance: 1 |",
            "count: population, level: REG, code: '53', value: 1000, tolerance: 0.9 | E population 53",
            "count: population, level: REG, code: '53', perimeter: QPV, value: 90 |",
            "count: population, level: EPCI, code: '200000001', value: 5 | E population 200000001"})
    void aDeclaredTotalComesOut(String total, String expected) throws IOException {
        List<Notice> notices = notices("total-declare", "totals:\n  - {" + total + "}",
                "M:35001:population:500 M:35002:population:490 M:QP035001:population:90");

        if (expected == null) {
            assertThat(notices).isEmpty();
        } else {
            assertThat(notices).singleElement().satisfies(n -> {
                assertThat(n.severity().name()).startsWith(expected.substring(0, 1));
                assertThat(n.message()).contains("of " + expected.substring(2) + ")");
                assertThat(n.line()).isPositive();
            });
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            " | E",
            "checks: {suite-repetee: {severity: warning, why: connu}} | IW",
            "checks: {suite-repetee: {severity: warning}} | EW",
            "checks: {suite-repetee: {severity: off, why: connu}} | I",
            "checks: {suite-repetee: {threshold: 400, why: connu}} | I",
            "checks: {suite-repetee: {threshold: 400}} | E",
            "checks: {suite-repetee: {threshold: 20}} | IE",
            "checks: {suite-repette: {threshold: 20}} | EE",
            "accept: [{check: suite-repetee, of: logements, by: B. Durand, why: vérifié}] | W",
            "accept: [{check: suite-repetee, of: autre, by: B. Durand, why: vérifié}] | EW",
            "accept: [{check: suite-repettee, of: logements, by: B. Durand, why: vérifié}] | EE"})
    void anEditionChangesACheckOrAcceptsWhatItFinds(String more, String severities) throws IOException {
        List<Notice> notices = notices("suite-repetee", more == null ? "" : more, "REP:300");

        assertThat(notices.stream().map(n -> n.severity().name().substring(0, 1)).collect(Collectors.joining()))
                .as(notices.toString()).isEqualTo(severities);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "partie-superieure-au-tout | QP059011 | La mesure dépasse l’autre. | true",
            "partie-superieure-au-tout | QP059012 | La mesure dépasse l’autre. | false",
            "quartiers-superieurs-a-la-commune | 59350 | Les quartiers de Lille (Fives (QP059011)) comptent plus. | true",
            "partie-superieure-au-tout | '' | Et 3 autres constats du même contrôle dans ce fichier. | true",
            "contour-hors-echelle | QP059011 | Ce contour s’étend sur 23 km². | false",
            "contour-hors-echelle | '' | Et 3 autres constats du même contrôle dans ce fichier. | false",
            "epci-interdepartemental | QP059011 | Ce n’est pas un contrôle. | false"})
    void whatACheckTellsOfAWithheldFigureIsKnown(String check, String value, String message, boolean tells) {
        Notice notice = new Notice("a.csv", 1, "", check, Severity.WARNING, message, value);

        assertThat(InputChecks.tellsOfFigures(notice, text -> text.contains("QP059011"))).isEqualTo(tells);
    }

    @Test
    void whoAcceptsAndWhyIsToldAndTheFiguresAreNot() throws IOException {
        String facts = "M:QP035001:jeunes:11 M:QP035001:population:10";
        assertThat(notices("partie-superieure-au-tout", "", facts)).singleElement()
                .satisfies(n -> assertThat(n.message())
                        .contains("11", "10", "base_quartiers.csv, ligne\u00a02", "of QP035001 jeunes"));

        assertThat(notices("partie-superieure-au-tout",
                "accept: [{check: partie-superieure-au-tout, of: QP035001 jeunes, by: B. Durand, why: revu avec l’Insee}]",
                facts)).singleElement().satisfies(n -> assertThat(n.message())
                        .contains("Accepté par B. Durand", "revu avec l’Insee").doesNotContain("11 pour"));
    }

    @Test
    void whatIsFoundOnEveryLineIsToldTenTimesAndCounted() throws IOException {
        String facts = many("M:QP03500#:jeunes:11 M:QP03500#:population:10", 12);

        List<Notice> notices = notices("partie-superieure-au-tout", "", facts);

        assertThat(notices).hasSize(11);
        assertThat(notices.getLast().message()).startsWith("Et 2\u00a0autres constats");
    }

    @Test
    void aSourceThatCannotBeReliedOnIsNotJudged() throws IOException {
        TinyEvidence facts = new TinyEvidence(TinyEvidence.edition(folder, ""), "M:35001:menages:9", "base-communes");

        assertThat(InputChecks.at(InputCheck.Moment.EXTRACTS, facts.evidence(), List.of(new MissingTerritory())))
                .isEmpty();
    }

    @Test
    void aRegionWithoutAQuarterIsToldWhereTheEditionMakesTheBooksOfAll() throws IOException {
        Path file = folder.resolve("toutes.yaml");
        Files.writeString(file,
                Files.readString(TinyEvidence.MODEL).replace("  regions: [\"53\"]\n", "  regions: []\n"));
        Edition all = EditionFile.load(file);

        assertThat(
                InputChecks.at(InputCheck.Moment.EXTRACTS, new TinyEvidence(all, "REG:53 DEP:35:24 REG:24").evidence()))
                .filteredOn(n -> n.code().equals("region-sans-quartier")).singleElement()
                .satisfies(n -> assertThat(n.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void everyCheckHasItsSectionAndItsRow() throws IOException {
        String page = Files.readString(Path.of("docs/checks.md"));
        String table = Files.readString(Path.of("src/test/java/fr/atlasqpv/quality/input/InputChecksTest.java"));
        List<String> sections =
                Pattern.compile("(?m)^### `([a-z-]+)`").matcher(page).results().map(m -> m.group(1)).toList();

        assertThat(sections).as("one section of docs/checks.md for each check, in the order of InputChecks.ALL")
                .isEqualTo(InputChecks.ALL.stream().map(c -> c.terms().code()).toList());
        assertThat(InputChecks.ALL).allSatisfy(check -> {
            InputCheck.Terms terms = check.terms();
            assertThat(table).as("a row of the table for " + terms.code()).contains("\"" + terms.code());
            String section = page.substring(page.indexOf("### `" + terms.code() + "`")).split("\n### ")[0];
            assertThat(section).contains(terms.severity().name().equals("ERROR") ? "erreur" : "avertissement");
            if (terms.threshold() != null) {
                assertThat(section).contains(terms.threshold().toPlainString() + "\u00a0" + terms.unit());
            }
        });
    }
}

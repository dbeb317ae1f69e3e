package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.EditionFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file of dwellings that names their landlords, through a run: Zéphyrine has the 53 of QP059001 alone, the 60 of QP059002 and the 47
 * of QP002001 belong to three each.
 */
class RespondentsRunTest {
    private static final String ONE = "Zéphyrine Habitat";
    private static final List<String> NAMES = List.of(ONE, "Quéquette Logis", "Wambrechies-Toit", "784591023");

    @TempDir
    private Path folder;

    private TinyEdition edition;

    @BeforeEach
    void nameTheLandlords() throws IOException {
        edition = TinyEdition.in(folder).change("logements.csv", rows -> {
            List<String> named = new ArrayList<>();
            int[] turn = {0};
            rows.lines().forEach(row -> named.add(row + ";" + (row.startsWith("DEPCOM") ? "BAILLEUR"
                    : row.contains("QP059001") ? (turn[0]++ % 2 == 0 ? ONE : " zéphyrine  HABITAT")
                            : NAMES.get(1 + turn[0]++ % 3))));
            return String.join("\n", named) + "\n";
        });
        ruled("minimum-of-respondents, indicator: nb_logements_sociaux, counted: logements_sociaux, minimum: 3, range: 30");
    }

    private void ruled(String rule) throws IOException {
        Files.writeString(
                edition.jobFile(), Files.readString(edition.jobFile())
                        .replaceFirst("mode: MODE(, repondant: BAILLEUR)?}", "mode: MODE, repondant: BAILLEUR}")
                        .replaceFirst(
                                "\\{rule: [a-z-]+, indicator: nb_logements_sociaux, [^}]*}", "{rule: " + rule + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "minimum-of-respondents, indicator: nb_logements_sociaux, counted: logements_sociaux, minimum: 3, range: 30",
            "dominance, indicator: nb_logements_sociaux, counted: logements_sociaux, largest: 1, percent: 75",
            "p-percent, indicator: nb_logements_sociaux, counted: logements_sociaux, percent: 10, coalition: 1",
    })
    void aQuarterOfOneLandlordIsWithheldWithAPartnerAndTheBooksHoldTheRule(String rule) throws Exception {
        ruled(rule);

        assertThat(new Bench().run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(edition.quartersWithheld()).hasSize(2).contains("QP059001");
        assertThat(edition.figures()).as("four landlords in the region")
                .anyMatch(l -> l.startsWith("minuscule;REG;32;") && l.contains(";QPV;nb_logements_sociaux;160;publie"));
        assertThat(edition.books().resolve("manifest.json")).content()
                .contains("\"rule\" : \"" + rule.split(",")[0] + "\"");
    }

    @ParameterizedTest
    @ValueSource(longs = {25, 120, 161})
    void aRunThatWasCutCountsEachDwellingOfALandlordOnce(long row) throws Exception {
        ruled("dominance, indicator: nb_logements_sociaux, counted: logements_sociaux, largest: 1, percent: 34");
        assertThat(cutAt(row).run(edition.request()).ending()).isEqualTo(Ending.FAILED);
        assertThat(holdingAName()).as("nor while the run is unfinished").isEmpty();

        assertThat(new Bench().run(edition.request()).ending()).isEqualTo(Ending.DONE);

        // Counted twice, or not at all, the landlords of QP059002 would no longer make up its count
        assertThat(edition.quartersWithheld()).contains("QP059001");
        assertThat(notices()).doesNotContain("regle-non-verifiable");
    }

    private String notices() throws IOException {
        return Files.readString(edition.books().resolve("notices.csv"));
    }

    @Test
    void noNameIsLeftInAnyFileNorInANoticeOfARowThatCannotBeUsed() throws Exception {
        edition.append("logements.csv", "59001;QP059001;1;x;" + ONE)
                .append("logements.csv", ONE + ";QP059001;1;59001");

        assertThat(new Bench().run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(notices()).contains("cellules-en-trop", "code-invalide");
        assertThat(holdingAName()).isEmpty();
    }

    /** Thirty dwellings lie outside of the QPV. What the communes count comes from another file: it is theirs, or the rule is not checked. */
    @ParameterizedTest(name = "{0} dwellings in 59002, cut at row {1}: checked everywhere: {2}")
    @CsvSource({"90, 0, true", "90, 175, true", "91, 0, false"})
    void ofTheCommunesTheRuleIsCheckedWhereTheLandlordsMakeUpTheirCount(int counted, long cut, boolean checked)
            throws Exception {
        edition.change("logements.csv", rows -> rows + ("59002;;1;" + NAMES.get(1) + "\n").repeat(30));
        Files.writeString(
                edition.input().resolve("communes_logements.csv"),
                "COM;NB;VACANTS;VIDES\n02001;47;0;0\n02002;0;0;0\n59001;53;0;0\n59002;" + counted + ";0;0\n");
        Files.writeString(edition.jobFile(), Files.readString(edition.jobFile()).replace("  - id: zfu\n", """
                  - id: logements-communes
                    layout: rpls-communes
                    file: communes_logements.csv
                    group: Logement
                    label: Logements sociaux par commune
                    producer: Essais
                    millesime: RPLS 2020
                    licence: inventé
                    columns: {code: COM, logements: NB, vacants: VACANTS, vides: VIDES}
                    measure: logements_sociaux
                  - id: zfu
                """));
        if (cut > 0) {
            assertThat(cutAt(cut).run(edition.request()).ending()).isEqualTo(Ending.FAILED);
        }

        assertThat(new Bench().run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(notices().contains("regle-non-verifiable")).isEqualTo(!checked);
        assertThat(edition.quartersWithheld()).contains("QP059001");
    }

    private static Bench cutAt(long row) {
        return new Bench().beforeRow(r -> {
            if (r == row) {
                throw new IllegalStateException("the disk is gone");
            }
        });
    }

    /** Files that hold a name, in whatever case or encoding. */
    private List<Path> holdingAName() throws IOException {
        try (Stream<Path> files = Files.walk(edition.output())) {
            return files.filter(Files::isRegularFile).filter(file -> {
                String bytes = new String(read(file), StandardCharsets.ISO_8859_1).toUpperCase(Locale.ROOT);
                return NAMES.stream().flatMap(n -> Stream.of(n, n.toUpperCase(Locale.ROOT))).anyMatch(
                        n -> Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)
                                .map(c -> new String(n.getBytes(c), StandardCharsets.ISO_8859_1)
                                        .toUpperCase(Locale.ROOT))
                                .anyMatch(bytes::contains));
            }).toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rowsThatNameNobodyAreOneUnknownLandlordAndANoticeSaysHowManyRoughly() throws Exception {
        edition.change("logements.csv", rows -> rows.replace(NAMES.get(1), "").replace(NAMES.get(2), "nd"));

        assertThat(new Bench().run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(edition.quartersWithheld()).as("two landlords, one of them unknown").contains("QP059002",
                "QP002001");
        assertThat(notices()).contains("repondant-non-nomme").contains("environ 4");
    }

    @Test
    void aRuleWhoseSourceNamesNobodyIsAFaultOfTheEditionWithItsLine() throws IOException {
        String text = Files.readString(edition.jobFile()).replace(", repondant: BAILLEUR", "");
        Files.writeString(edition.jobFile(), text);
        int line = (int) text.substring(0, text.indexOf("rule: minimum-of-respondents")).lines().count();

        assertThatThrownBy(() -> edition.request())
                .isInstanceOfSatisfying(EditionFileException.class, e -> assertThat(e.faults())
                        .filteredOn(f -> f.code().equals("repondants-non-declares")).singleElement()
                        .satisfies(f -> assertThat(f.line()).isEqualTo(line)));
    }
}

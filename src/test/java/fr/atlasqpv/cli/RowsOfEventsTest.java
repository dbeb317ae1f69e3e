package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.TinyEdition;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A row of a file of dwellings is a dwelling: how many there are is told nowhere, where a rule protects what they count. */
class RowsOfEventsTest {
    private static final int OUTSIDE = 31_259;
    private static final int INSIDE = 11;

    @TempDir
    private Path folder;

    private void run(TinyEdition edition) {
        StringWriter said = new StringWriter();
        assertThat(
                AtlasCommand.execute(
                        new PrintWriter(said, true), new PrintWriter(said, true), "run", edition.jobFile().toString(),
                        "--input", edition.input().toString(), "--output", edition.output().toString()))
                .as(said.toString())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void noExactNumberOfRowsNorSizeIsPublished() throws IOException {
        TinyEdition edition = TinyEdition.in(folder)
                .change("logements.csv", s -> s + "59001;;1\n".repeat(OUTSIDE) + "59001;QP059001;1\n".repeat(INSIDE));
        long read = TinyEdition.DWELLINGS + OUTSIDE + INSIDE;
        List<BigDecimal> exact = List.of(
                BigDecimal.valueOf(read), BigDecimal.valueOf(OUTSIDE),
                BigDecimal.valueOf(Files.size(edition.input().resolve("logements.csv"))));

        run(edition);

        assertThat(Traces.read(exact, edition.books())).isEmpty();
        assertThat(edition.books().resolve("manifest.json")).content()
                .contains("\"lignes_lues\" : 31000", "\"lignes_hors_champ\" : 31000", "\"arrondi\" : true");
    }

    /** A source of which nothing is protected may read the same file, under its name or another. */
    @ParameterizedTest
    @ValueSource(strings = {"logements.csv", "copie.csv"})
    void nothingIsSaidOfTheSameRowsForAnotherSource(String file) throws IOException {
        TinyEdition edition = TinyEdition.in(folder).change("logements.csv", s -> s + "59001;;1\n".repeat(OUTSIDE));
        Path rows = edition.input().resolve("logements.csv");
        if (!file.equals("logements.csv")) {
            Files.copy(rows, edition.input().resolve(file));
        }
        String job = Files.readString(edition.jobFile());
        Files.writeString(edition.jobFile(), job.replace("  - id: zfu\n", """
                  - id: autres
                    layout: rpls-logements
                    file: %s
                    group: Logement
                    label: Les mêmes, pour autre chose
                    producer: Essais
                    millesime: RPLS 2019
                    licence: inventé
                    columns: {commune: DEPCOM, qpv: CODE_QP, mode: MODE}
                    measure: pop_ref
                  - id: zfu
                """.formatted(file)));

        run(edition);

        assertThat(Traces.read(List.of(
                BigDecimal.valueOf(TinyEdition.DWELLINGS + OUTSIDE), BigDecimal.valueOf(Files.size(rows))),
                edition.books()))
                .isEmpty();
    }

    /** From the first row of a quarter to that of the next is a number of rows, where a file is in order. */
    @Test
    void noLineOfSuchAFileIsPublished() throws IOException {
        TinyEdition edition = TinyEdition.in(folder)
                .change("logements.csv", s -> s + "59001;;1\n".repeat(OUTSIDE) + "5900;QP059001;1\n");

        run(edition);

        assertThat(edition.books().resolve("notices.csv")).content().contains("\nlogements.csv;;");
        assertThat(Traces.read(List.of(BigDecimal.valueOf(TinyEdition.DWELLINGS + OUTSIDE + 2)), edition.books()))
                .isEmpty();
    }

    /** The control: the same numbers stand where no rule protects what the rows count. */
    @Test
    void theSearchSeesThemWhereNoRuleIs() throws IOException {
        TinyEdition edition =
                TinyEdition.in(folder).change("logements.csv", s -> s + "59001;;1\n".repeat(OUTSIDE));
        String job = Files.readString(edition.jobFile());
        String rule = job.lines().filter(l -> l.contains("rule: few-on-one-side")).findFirst().orElseThrow();
        Files.writeString(
                edition.jobFile(), job.replace(
                        rule, "    - {rule: none, indicator: nb_logements_sociaux, because: \"pour cet essai\"}")
                        // Nor one of which they would be the whole
                        .replace("    - {parts: [logements_sociaux_occupes], whole: logements_sociaux}\n", ""));

        run(edition);

        assertThat(Traces.read(List.of(BigDecimal.valueOf(OUTSIDE)), edition.books()))
                .contains(
                        "manifest.json says " + OUTSIDE,
                        "32-hauts-de-france/atlas-qpv-minuscule-32.xlsx says " + OUTSIDE);
        assertThat(Traces.read(List.of(BigDecimal.valueOf(TinyEdition.DWELLINGS + OUTSIDE)), edition.books()))
                .contains(
                        "32-hauts-de-france/atlas-qpv-minuscule-32.pdf says " + (TinyEdition.DWELLINGS + OUTSIDE),
                        "rapport.html says " + (TinyEdition.DWELLINGS + OUTSIDE));
    }
}

package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.TinyEdition;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exit code of each way that a command can end, and what the terminal then reads. */
class ExitCodesTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TinyEdition edition;

    @BeforeEach
    void copyTheEdition() throws IOException {
        edition = TinyEdition.in(folder);
    }

    private int atlas(String... words) {
        return AtlasCommand.execute(new PrintWriter(out), new PrintWriter(err), words);
    }

    private int run(String... more) {
        String[] words = {
                "run", edition.jobFile().toString(), "--input", edition.input().toString(), "--output",
                edition.output().toString()
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return atlas(all);
    }

    @ParameterizedTest(name = "atlas {0} exits {1}")
    @CsvSource({
            "--help, 0",
            "--version, 0",
            "run --help, 0",
            "check --help, 0",
            "status --help, 0",
            "explain --help, 0",
            "review --help, 0",
            "new --help, 0",
            "new 2027, 2",
            "new 2027 --from jobs/2022.yaml --input dossier-absent, 2",
            "new 2022 --from jobs/2022.yaml --input jobs, 2",
            "new Édition --from jobs/2022.yaml --input jobs, 2",
            "fly, 2",
            "run, 2",
            "run jobs/2022.yaml --depth 3, 2",
            "run jobs/2022.yaml --region 99, 2",
            "explain jobs/2022.yaml QP059001 taux_inconnu, 2",
            "run jobs/absent.yaml, 1",
            "check jobs/absent.yaml, 1",
    })
    void wordsThatNeedNoRun(String words, int code) {
        assertThat(atlas(words.split(" "))).isEqualTo(code);
    }

    @Test
    void zeroWhenTheBooksAreInPlaceAndWhenTheyWereThereAlready() {
        assertThat(run()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("lecture\u00a0: ").contains("atlas-qpv-minuscule-32.pdf");

        assertThat(run()).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Rien à faire");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void oneWhenAnInputIsWrong() throws IOException {
        edition.append("zfu.csv", "QP099999");

        assertThat(run()).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(err.toString()).contains("zfu.csv, ligne 3, colonne CODE_QP").contains("[qpv-inconnu]");
        assertThat(edition.books()).doesNotExist();
    }

    @Test
    void oneWhenTheEditionFileIsWrong() throws IOException {
        Files.writeString(edition.jobFile(), Files.readString(edition.jobFile()).replace("reject-ceiling", "plafond"));

        assertThat(run()).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(err.toString()).contains("minuscule.yaml, ligne 15");
    }

    @Test
    void onlyTheFirstTenNoticesAreShown() throws IOException {
        for (int i = 10; i < 25; i++) {
            edition.append("zfu.csv", "QP0990" + i);
        }

        assertThat(run()).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(err.toString().lines().filter(l -> l.contains("[qpv-inconnu]"))).hasSize(10);
        assertThat(err.toString()).contains("et 5 autres avis");
    }

    @Test
    void threeWhenACheckStopsTheRelease() throws IOException {
        edition.change("populations.csv", s -> s.replace("5000", "50").replace("3000", "30"));

        assertThat(run()).isEqualTo(ExitCode.BLOCKED);
        assertThat(edition.books()).doesNotExist();
    }

    @Test
    void fourWhenTheDiskFails() throws IOException {
        Files.writeString(edition.output(), "a file where a folder should be");

        assertThat(run()).isEqualTo(ExitCode.MACHINE_FAILED);
        assertThat(err.toString()).contains("La machine a failli").doesNotContain("\tat ");
    }

    @Test
    void aCheckOfGoodInputsExitsZeroAndWritesNoBook() {
        assertThat(atlas(
                "check", edition.jobFile().toString(), "--input", edition.input().toString(), "--output",
                edition.output().toString())).isEqualTo(ExitCode.DONE);
        assertThat(edition.books()).doesNotExist();
        assertThat(edition.output().resolve(".work/rapports/minuscule/rapport.html")).exists();
    }

    @Test
    void aFigureIsExplainedWithItsCountsWhenNothingLinkedIsSecret() {
        assertThat(explain("QP059002", "nb_logements_sociaux")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("publié\u00a0: 60\u00a0logements").contains("effectifs\u00a0: 60")
                .contains("quartiers.csv");
    }

    @Test
    void noCountIsToldOfAFigureLinkedToASecretOne() throws IOException {
        edition.change("logements.csv",
                s -> s.lines().filter(l -> !l.contains("QP002001")).reduce("", (a, b) -> a + b + "\n")
                        + "02001;QP002001;1\n".repeat(7));

        assertThat(explain("QP002001", "nb_logements_sociaux")).isEqualTo(ExitCode.DONE);
        assertThat(explain("32", "nb_logements_sociaux")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("s (secret statistique)").doesNotContain("effectifs\u00a0: 1")
                .contains("non communiqués");
    }

    private int explain(String code, String indicator) {
        return atlas(
                "explain", edition.jobFile().toString(), code, indicator, "--input", edition.input().toString(),
                "--output", edition.output().toString());
    }

    @Test
    void pastRunsAreTold() throws IOException {
        edition.append("zfu.csv", "QP099999");
        run();
        out.getBuffer().setLength(0);

        assertThat(atlas("status", "--output", edition.output().toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Édition minuscule").contains("extraits à corriger")
                .contains("rattachement").contains("qpv-inconnu 1");
    }

    @Test
    void anOutputRootWithoutRunHasNothingToTell() {
        assertThat(atlas("status", "--output", edition.output().toString())).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Aucun passage");
        assertThat(edition.output()).doesNotExist();
    }
}

package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.audit.Origin;
import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.extract.ContourFiles;
import fr.atlasqpv.extract.ContourFiles.Drawn;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was fingerprinted is what is read, or nothing is released. */
class InputChangedWhileReadTest {
    @TempDir
    private Path folder;

    private TinyEdition edition;

    @BeforeEach
    void copyTheEdition() throws IOException {
        edition = TinyEdition.in(folder);
    }

    private void rewrite(String file) {
        try {
            edition.change(file, text -> text.replace("1", "2"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaced before its first row is read, in a run that takes its fingerprint first. */
    @ParameterizedTest
    @CsvSource({"logements.csv", "zfu.csv", "populations.csv"})
    void aFileThatIsReplacedAfterItsFingerprintStopsTheRun(String file) throws Exception {
        RunRequest request = edition.request();
        Path input = edition.input().resolve(file);
        Files.writeString(input, Files.readString(input) + "\n");

        RunResult result = new Bench().run(request);

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).filteredOn(n -> n.severity() == Severity.ERROR)
                .extracting(Notice::file, Notice::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(file, "fichier-modifie"));
        assertThat(edition.books()).doesNotExist();
    }

    private void withContoursInFourFiles() throws IOException {
        Files.writeString(edition.jobFile(), Files.readString(edition.jobFile()).replace("  - id: zfu\n", """
                  - id: contours
                    layout: contours-qpv
                    file: geo/qp.shp
                    group: Quartiers
                    label: Contours
                    producer: Essais
                    millesime: "2021"
                    licence: inventé
                    columns: {code: CODE_QP}
                  - id: zfu
                """));
        Files.createDirectory(edition.input().resolve("geo"));
        List<Drawn> drawn = List.of(
                Drawn.of("QP002001", "Les Peupliers", "POLYGON ((3.2 49.5, 3.21 49.5, 3.2 49.51, 3.2 49.5))"),
                Drawn.of("QP059001", "La Gare", "POLYGON ((3.21 50.23, 3.22 50.23, 3.21 50.24, 3.21 50.23))"),
                Drawn.of("QP059002", "Le Canal", "POLYGON ((3.3 50.33, 3.31 50.33, 3.3 50.34, 3.3 50.33))"));
        for (Map.Entry<String, byte[]> file : ContourFiles
                .shapefile("geo/qp", drawn, StandardCharsets.UTF_8, ContourFiles.WGS_84).entrySet()) {
            Files.write(edition.input().resolve(file.getKey()), file.getValue());
        }
    }

    @Test
    void allTheFilesOfAShapefileAreInTheManifest() throws Exception {
        withContoursInFourFiles();
        RunRequest request = edition.request();

        RunResult result = new Bench().run(request);
        assertThat(result.ending()).as(result.notices().toString()).isEqualTo(Ending.DONE);
        Origin origin = Origin.of(edition.books());
        assertThat(origin.files()).containsKeys("geo/qp.shp", "geo/qp.dbf", "geo/qp.prj", "geo/qp.cpg")
                .doesNotContainKey("geo/qp.shx");
        assertThat(origin.differences("minuscule", request.fingerprints())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"geo/qp.dbf", "geo/qp.prj", "geo/qp.cpg"})
    void aFileBesideAnotherThatIsReplacedStopsTheRun(String file) throws Exception {
        withContoursInFourFiles();
        RunRequest request = edition.request();
        Files.write(edition.input().resolve(file), new byte[] {' '}, StandardOpenOption.APPEND);

        RunResult result = new Bench().run(request);

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).extracting(Notice::code).contains("fichier-modifie");
    }

    /** A run that was cut reads on where it stood; the rows before were of the file that it knew. */
    @Test
    void aFileThatIsReplacedWhileAResumedRunReadsOnStopsItToo() throws Exception {
        new Bench().beforeRow(r -> {
            if (r == 45) {
                throw new IllegalStateException("the disk is gone");
            }
        }).run(edition.request());

        RunRequest again = edition.request();
        rewrite("logements.csv");
        RunResult result = new Bench().run(again);

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).extracting(Notice::code).contains("fichier-modifie");
    }

    @Test
    void aFileThatVanishesIsToldAsAbsent() throws Exception {
        RunRequest request = edition.request();
        Files.delete(edition.input().resolve("logements.csv"));

        RunResult result = new Bench().run(request);

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).extracting(Notice::code).contains("fichier-absent");
    }

    /** A list that lost its rows says nothing: not that nobody is concerned. */
    @Test
    void aListWithoutARowIsNotAvailableRatherThanZero() throws Exception {
        edition.change("zfu.csv", text -> text.lines().findFirst().orElseThrow() + "\n");

        RunResult result = new Bench().run(edition.request());

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(result.noticesByCode()).containsEntry("source-sans-ligne", 1L);
        assertThat(edition.figures()).filteredOn(l -> l.contains(";QPV;zfu;")).isNotEmpty()
                .allMatch(l -> l.contains(";zfu;;non_disponible"));
    }
}

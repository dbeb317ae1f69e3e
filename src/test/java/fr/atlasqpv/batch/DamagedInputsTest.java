package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged inputs that people met, where they lie beside the project: each is told as what it is. */
class DamagedInputsTest {
    private static final Path CASES = Path.of("").toAbsolutePath().resolveSibling("shared").resolve("cases");
    private static final String QPV = "insee/qpv/base_demographie_qpv_2021.csv";

    @TempDir
    private Path folder;

    @BeforeEach
    void layOutTheSample() throws IOException {
        assumeThat(CASES).isDirectory();
        copy(CASES.resolve("_base"), folder.resolve("input"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (!from.equals(file.getParent()) || !Stream.of("README", "job.yaml").toList()
                        .contains(file.getFileName().toString())) {
                    Files.createDirectories(copy.getParent());
                    Files.deleteIfExists(copy);
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
    }

    private List<Notice> check(String damage, String edition, String changed) throws Exception {
        copy(CASES.resolve(damage), folder.resolve("input"));
        Path job = folder.resolve("2022.yaml");
        Files.writeString(job, Files.readString(Path.of("jobs/2022.yaml")).replace(edition, changed));
        RunRequest request = RunRequest.of(
                job, EditionFile.load(job), folder.resolve("input"), folder.resolve("output"), List.of(), false,
                "essai");
        AtlasApplication program = AtlasApplication.inMemory(request, Progress.SILENT);
        try {
            RunResult result = program.check();
            assertThat(result.ending()).isIn(Ending.DONE, Ending.INPUT_REJECTED);
            return result.notices();
        } finally {
            program.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
            "F03, sdes-rpls/rpls_2020_detail.csv.gz, 1000, NOMVOIE, guillemets",
            "F14, sdes-rpls/rpls_2020_detail.csv.gz, 0, '', archive-illisible",
            "F15, anct/emplois_francs.csv, 0, '', format-inattendu",
            "F16, insee/qpv/comptages_qpv.csv.gz, 0, '', archive-illisible",
            "G12, geo/qpv_2015.geojson, 445, code_qp, geometrie-invalide",
            "K06, sdes-rpls/rpls_2020_detail.csv.gz, 3990, '', entete-repete",
            "N01, anct/emplois_francs.csv, 2, EMPLOIS_FRANCS, nombre-illisible",
            "N06s, insee/qpv/base_demographie_qpv_2021.csv, 3, POP_MUN, nombre-impossible",
            "N07b, anct/emplois_francs.csv, 2, EMPLOIS_FRANCS, nombre-impossible",
            "N11, insee/qpv/base_demographie_qpv_2021.csv, 4, POP_MUN, nombre-impossible",
            "T01, anct/emplois_francs.csv, 5, CODE_QP, signe-invisible",
    })
    void stopsTheRun(String damage, String file, long line, String column, String code) throws Exception {
        assertThat(check(damage, "", "")).filteredOn(n -> n.severity() == Severity.ERROR)
                .anySatisfy(n -> {
                    assertThat(n.file()).isEqualTo(file);
                    assertThat(n.line()).isEqualTo(line);
                    assertThat(n.column()).isEqualTo(column);
                    assertThat(n.code()).isEqualTo(code);
                });
    }

    @ParameterizedTest
    @CsvSource({
            "X01, 2, POP_MUN, nature-de-cellule", "X03, 2, POP_MUN, nature-de-cellule", "X04, 0, '', format-inattendu",
            "X05, 0, '', format-inattendu", "X10, 2, POP_MUN, nature-de-cellule", "X11, 2, POP_MUN, nature-de-cellule",
            "X28, 2, POP_MUN, nature-de-cellule",
    })
    void aWorkbookStopsTheRun(String damage, long line, String column, String code) throws Exception {
        assertThat(check(damage, QPV, "insee/qpv/base.xlsx")).filteredOn(n -> n.severity() == Severity.ERROR)
                .first()
                .satisfies(n -> {
                    assertThat(n.line()).isEqualTo(line);
                    assertThat(n.column()).isEqualTo(column);
                    assertThat(n.code()).isEqualTo(code);
                });
    }

    @ParameterizedTest
    @CsvSource({
            "E07, insee/qpv/base_demographie_qpv_2021.csv, texte-abime", "F07, anct/zfu.csv, source-sans-ligne",
            "F07, anru/npnru.csv, source-sans-ligne",
    })
    void isToldAndTheRunGoesOn(String damage, String file, String code) throws Exception {
        assertThat(check(damage, "", "")).noneMatch(n -> n.severity() == Severity.ERROR)
                .anyMatch(n -> n.file().equals(file) && n.code().equals(code) && n.severity() == Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({"E11", "E15", "F45b"})
    void isReadAsItIsMeant(String damage) throws Exception {
        assertThat(check(damage, "", "")).noneMatch(n -> n.severity() == Severity.ERROR);
    }
}

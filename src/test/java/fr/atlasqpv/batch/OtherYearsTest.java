package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.EditionFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editions that the program has never seen, of every form or of hardly any, run to valid books that the audit lets go. */
class OtherYearsTest {
    private static final Path MODEL = Path.of("src/test/resources/edition-2031");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"essai-2031.yaml", "trois-indicateurs.yaml"})
    void anEditionOfAnotherYearRunsToValidBooks(String job) throws Exception {
        Path file = MODEL.resolve(job);
        RunResult result;
        try (AtlasApplication program = AtlasApplication.onDisk(RunRequest.of(
                file, EditionFile.load(file), MODEL.resolve("input"), folder, List.of(), true, "essai"),
                Progress.SILENT)) {
            result = program.run();
        }

        assertThat(result.failure()).isNull();
        assertThat(result.reasons()).isEmpty();
        assertThat(result.ending()).isEqualTo(Ending.DONE);
    }
}

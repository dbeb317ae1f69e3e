package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.extract.Outcome;
import fr.atlasqpv.extract.ReadPosition;
import fr.atlasqpv.extract.SourceReader;
import fr.atlasqpv.extract.SourceReaders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edition files that the project ships are right, and fit the inputs that they name. */
class ShippedEditionsTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @Test
    void theEditionOf2022ReadsEveryRowOfTheSample() {
        Edition edition = EditionFile.load(Path.of("jobs/2022.yaml"));
        Path input = PROJECT.resolve(edition.input());
        Assumptions.assumeTrue(Files.isDirectory(input.resolve("insee")), "the sample is not in the project");

        edition.sources().forEach(source -> readWhole(edition, source, input));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022", "2024"})
    void theEditionsOfOpenDataReadEveryRowOfTheRealFiles(String year) {
        Edition edition = EditionFile.load(Path.of("jobs/" + year + "-open-data.yaml"));
        Path input = PROJECT.resolveSibling("shared/data");
        Assumptions.assumeTrue(Files.isDirectory(input), "../shared/data is absent: real files are not read");

        edition.sources().forEach(source -> readWhole(edition, source, input));
    }

    private static void readWhole(Edition edition, Edition.Source source, Path input) {
        Map<String, Long> counts = new TreeMap<>();
        try (SourceReader reader = SourceReaders.open(edition, source, input, ReadPosition.START)) {
            for (Outcome row = reader.read(); row != null; row = reader.read()) {
                counts.merge(kind(row), 1L, Long::sum);
                assertThat(row).as(source.id()).isNotInstanceOf(Outcome.Rejected.class);
            }
        }
        assertThat(counts).as(source.id()).containsKey("usable");
    }

    private static String kind(Outcome row) {
        return switch (row) {
            case Outcome.Usable u -> "usable";
            case Outcome.Rejected r -> "rejected";
            case Outcome.OutOfScope o -> o.reason();
        };
    }
}

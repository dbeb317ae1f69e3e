package fr.atlasqpv.quality.input;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.EditionFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} counts of each source: the territories that it should speak of, that it speaks of, that are missing. */
class SourceCoverageTest {
    private static final String SOURCE = "logements-communes";

    @TempDir
    private Path folder;

    private List<SourceCoverage> coverage(String absent) throws IOException {
        String model = Files.readString(TinyEvidence.MODEL);
        String layout = "    layout: rpls-communes\n";
        assertThat(model).contains(layout);
        Path file = Files.writeString(folder.resolve("essai.yaml"), model.replace(layout, layout + absent));
        return SourceCoverage.of(
                new TinyEvidence(EditionFile.load(file), "MS:35001:logements_sociaux:9:" + SOURCE).evidence(),
                List.of()).stream().filter(of -> of.source().equals(SOURCE)).toList();
    }

    @Test
    void aTerritoryWithoutARowIsMissing() throws IOException {
        assertThat(coverage("")).isNotEmpty().allSatisfy(of -> {
            assertThat(of.expected()).isEqualTo(2);
            assertThat(of.found()).isEqualTo(1);
            assertThat(of.missing()).isEqualTo(1);
        });
    }

    @Test
    void nobodyIsMissingWhereAbsenceIsZero() throws IOException {
        assertThat(coverage("    absent: zero\n")).isNotEmpty().allSatisfy(of -> {
            assertThat(of.expected()).isEqualTo(-1);
            assertThat(of.found()).isEqualTo(1);
            assertThat(of.missing()).isEqualTo(-1);
        });
    }
}

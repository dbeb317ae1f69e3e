package fr.atlasqpv.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleIsReproducibleTest {
    private static final Path SAMPLE = Path.of("input/2022");
    private static final List<String> REAL = List.of("insee/cog/", "insee/population/", "geo/communes_centres.csv");
    private static final int GZIP_HEADER = 9;

    @TempDir
    Path regenerated;

    @Test
    void regenerating_the_sample_gives_the_committed_bytes() throws IOException {
        SampleGenerator.generate(SAMPLE, regenerated);

        assertThat(files(regenerated))
                .as("files that the generator writes, and that input/2022 holds besides the real extracts")
                .containsExactlyElementsOf(files(SAMPLE).stream()
                        .filter(f -> REAL.stream().noneMatch(f::startsWith) && !f.endsWith(".md"))
                        .toList());
        for (String file : files(regenerated)) {
            assertThat(content(regenerated.resolve(file)))
                    .as("%s: run ./mvnw -Psample and commit input/2022 with the generator", file)
                    .isEqualTo(content(SAMPLE.resolve(file)));
        }
    }

    @Test
    void packed_files_carry_neither_name_nor_date() throws IOException {
        for (String file : files(SAMPLE)) {
            if (file.endsWith(".gz")) {
                byte[] bytes = Files.readAllBytes(SAMPLE.resolve(file));
                assertThat(bytes).as(file).startsWith(0x1f, 0x8b, 8, 0, 0, 0, 0, 0);
            }
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** What a packed file holds: two builds of zlib may pack the same bytes differently. */
    private static byte[] content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!file.toString().endsWith(".gz")) {
            return bytes;
        }
        assertThat(bytes.length).isGreaterThan(GZIP_HEADER);
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return unpacked.readAllBytes();
        }
    }
}

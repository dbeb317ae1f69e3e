package fr.atlasqpv.edition2022;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.cli.AtlasCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of the rows, the language and the hour of the machine change no figure and no withheld cell. */
class ShuffledSampleTest {
    private static final Path INPUT = Path.of("input/2022");

    @TempDir
    private Path folder;

    @Test
    void theSampleWithItsRowsShuffledInAnotherLocaleGivesTheSameCells() throws IOException {
        SampleBooks inOrder = SampleBooks.get();
        Path input = shuffled();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        try {
            // Turkish has two letters i, writes decimals with a comma, and lives on another clock
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(AtlasCommand.execute(
                    writer, writer, "run", "jobs/2022.yaml", "--input", input.toString(), "--output",
                    folder.resolve("output").toString()))
                    .as(said.toString())
                    .isZero();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }

        Path books = folder.resolve("output/2022/32-hauts-de-france");
        for (String file : List.of("atlas-qpv-2022-32-donnees.csv", "atlas-qpv-2022-32-territoires.csv")) {
            assertThat(books.resolve(file)).hasSameBinaryContentAs(inOrder.folder().resolve(file));
        }
        assertThat(books.resolve("atlas-qpv-2022-32-donnees.csv")).content().contains(";;secret;");
    }

    private Path shuffled() throws IOException {
        Path copy = folder.resolve("input");
        Random random = new Random(2022);
        try (Stream<Path> tree = Files.walk(INPUT)) {
            for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
                Path target = copy.resolve(INPUT.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, isTable(file) ? shuffled(file, random) : Files.readAllBytes(file));
            }
        }
        return copy;
    }

    private static boolean isTable(Path file) {
        return file.toString().endsWith(".csv") || file.toString().endsWith(".csv.gz");
    }

    /** The same rows in another order below the same header; bytes are kept, whatever their charset. */
    private static byte[] shuffled(Path file, Random random) throws IOException {
        boolean packed = file.toString().endsWith(".gz");
        List<String> lines;
        try (InputStream in = Files.newInputStream(file);
                InputStream text = packed ? new GZIPInputStream(in) : in) {
            lines = new ArrayList<>(new String(text.readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList());
        }
        Collections.shuffle(lines.subList(1, lines.size()), random);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = packed ? new GZIPOutputStream(bytes) : bytes) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        return bytes.toByteArray();
    }
}

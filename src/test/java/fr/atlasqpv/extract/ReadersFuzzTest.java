package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.edition.EditionFileException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Damages the files of each source, and an edition file, at random: a reader gives rows or notices, and fails in no other way.
 * The same seed gives the same damages; {@code ./mvnw test -Dtest=ReadersFuzzTest
 * -Dfuzz.seconds=300} goes on so long with each reader.
 */
class ReadersFuzzTest {
    private static final Path MODEL = Path.of("src/test/resources/edition-2031");
    private static final int ROUNDS = 300;
    private static final int ROWS = 40;
    private static final List<String> TOKENS = List.of(
            "\"", ";", ",", "\n", "\r\n", "\r", "\0", "\t", "\u001b[2J", "\ufeff", "\u0092", "Ã©", "e\u0301",
            "1e999999999",
            "1e-999999999", "999999999999999999999", "-1", "1.234,5", "NaN", "ns", "s", "[[[[[[", "[", "]", "{", "}",
            "{{", ": ",
            "---\n", "&a ", "*a ", "!!binary ", "<<: *a", "- ", "  ", "'", "|", "null", "true", "1e5", "#", "%", "QP",
            "0");

    @TempDir
    Path folder;

    private record Case(Edition edition, Edition.Source source, Path input) {
        @Override
        public String toString() {
            return source.layout() + " " + source.file();
        }
    }

    static Stream<Case> sources() {
        Edition model = EditionFile.load(MODEL.resolve("essai-2031.yaml"));
        Edition sample = EditionFile.load(Path.of("jobs/2022.yaml"));
        return Stream.concat(
                model.sources().stream().map(s -> new Case(model, s, MODEL.resolve("input"))),
                sample.sources().stream().map(s -> new Case(sample, s, Path.of("input/2022"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void aDamagedFileGivesRowsOrNotices(Case c) throws IOException {
        fuzz(c.edition(), c.source(), head(c.input().resolve(c.source().file())));
    }

    @Test
    void aDamagedWorkbookGivesRowsOrNotices() throws IOException {
        Path job = folder.resolve("essai.yaml");
        Files.writeString(job, Files.readString(MODEL.resolve("essai-2031.yaml"))
                .replace("file: base_quartiers.csv", "file: base_quartiers.xlsx"));
        Edition edition = EditionFile.load(job);
        Edition.Source source =
                edition.sources().stream().filter(s -> s.file().endsWith(".xlsx")).findFirst().orElseThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            var sheet = workbook.createSheet("base");
            for (String line : Files.readAllLines(MODEL.resolve("input/base_quartiers.csv"))) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (String cell : line.split(";", -1)) {
                    row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
                }
            }
            workbook.write(bytes);
        }

        fuzz(edition, source, bytes.toByteArray());
    }

    @Test
    void aDamagedEditionFileGivesAnEditionOrFaults() throws IOException {
        byte[] sound = Files.readAllBytes(MODEL.resolve("essai-2031.yaml"));
        Path job = folder.resolve("essai.yaml");
        rounds(20_31, (random, round) -> {
            byte[] damaged = damaged(sound, random);
            Files.write(job, damaged);
            try {
                EditionFile.Read read = EditionFile.inspect(job);
                assertThat(read.edition() != null || !read.faults().isEmpty()).isTrue();
            } catch (EditionFileException e) {
                assertThat(e.faults()).isNotEmpty();
            }
        });
    }

    private void fuzz(Edition edition, Edition.Source source, byte[] sound) throws IOException {
        Path file = folder.resolve(source.file());
        Files.createDirectories(file.getParent());
        boolean packed = source.file().endsWith(".gz");
        rounds(source.id().hashCode(), (random, round) -> {
            boolean inside = packed && random.nextInt(3) > 0;
            byte[] damaged = inside || !packed ? damaged(sound, random) : sound;
            byte[] written = packed ? gzip(damaged) : damaged;
            Files.write(file, packed && !inside ? damaged(written, random) : written);
            read(edition, source);
        });
    }

    private void read(Edition edition, Edition.Source source) {
        try (SourceReader reader = SourceReaders.open(edition, source, folder, ReadPosition.START)) {
            for (Outcome row = reader.read(); row != null; row = reader.read()) {
                if (row instanceof Outcome.Rejected rejected) {
                    told(rejected.notices());
                }
            }
        } catch (UnreadableSourceException e) {
            told(e.notices());
        }
    }

    private static void told(List<Notice> notices) {
        assertThat(notices).isNotEmpty().allSatisfy(notice -> {
            assertThat(notice.file()).isNotEmpty();
            assertThat(notice.code()).isNotEmpty();
            assertThat(notice.message()).isNotBlank();
            assertThat(notice.value()).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]");
        });
    }

    private interface Round {
        void go(Random random, int round) throws IOException;
    }

    /** Each round has its own seed, told when it fails, so that it can be played again alone. */
    private static void rounds(int seed, Round round) {
        long end = System.nanoTime() + Long.getLong("fuzz.seconds", 0) * 1_000_000_000L;
        for (int i = 0; i < ROUNDS || System.nanoTime() < end; i++) {
            try {
                round.go(new Random(seed * 1_000_003L + i), i);
            } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
                fail("round " + i + " of seed " + seed, e);
            }
        }
    }

    private static byte[] damaged(byte[] sound, Random random) {
        byte[] bytes = sound;
        for (int n = 1 + random.nextInt(4); n > 0 && bytes.length > 0; n--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
            bytes = switch (random.nextInt(6)) {
                case 0 -> joined(bytes, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
                case 1 -> joined(bytes, at, new byte[0], to);
                case 2 -> joined(bytes, to, java.util.Arrays.copyOfRange(bytes, at, to), to);
                case 3 -> joined(bytes, at, new byte[0], random.nextInt(8) == 0 ? bytes.length : at);
                default -> joined(bytes, at, token(random), random.nextBoolean() ? at : Math.min(bytes.length, at + 3));
            };
        }
        return bytes;
    }

    private static byte[] token(Random random) {
        return random.nextInt(40) == 0 ? HexFormat.of().parseHex("504b0304fffefdd0cf11e0")
                : TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[] bytes, int before, byte[] middle, int after) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream(bytes.length + middle.length);
        joined.write(bytes, 0, before);
        joined.writeBytes(middle);
        joined.write(bytes, after, bytes.length - after);
        return joined.toByteArray();
    }

    /** First rows of a file, unpacked; a file of contours is kept whole when it is small. */
    private static byte[] head(Path file) throws IOException {
        byte[] raw = Files.readAllBytes(file);
        InputStream bytes = new ByteArrayInputStream(raw);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
        StringBuilder text = new StringBuilder();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.ISO_8859_1))) {
            for (int i = 0; i < ROWS; i++) {
                String line = reader.readLine();
                if (line == null) {
                    break;
                }
                text.append(line).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }
}

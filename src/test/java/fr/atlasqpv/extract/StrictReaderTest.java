package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sign before a byte that makes no sense is given, none is replaced, and the place of the byte is told. */
class StrictReaderTest {
    private static final int BLOCK = 1 << 15;

    /** Gives so many bytes at a time, as a slow disk or an archive does. */
    private static InputStream inBitsOf(int size, byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(size, length));
            }
        };
    }

    private static String read(StrictReader reader, int size) throws IOException {
        StringBuilder text = new StringBuilder();
        char[] block = new char[size];
        for (int read = reader.read(block, 0, size); read >= 0; read = reader.read(block, 0, size)) {
            text.append(block, 0, read);
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}, {1} bytes and {2} signs at a time")
    @CsvSource({"UTF-8, 1, 3", "UTF-8, 3, 7", "UTF-8, 70000, 4096", "ISO-8859-1, 1, 1", "windows-1252, 5, 4096",
            "UTF-16LE, 1, 2", "UTF-8, 70000, 2"})
    void givesTheTextWhateverItsPieces(Charset charset, int bytes, int signs) throws IOException {
        String text = "Île-de-France;éà\n".repeat(bytes == 1 ? 200 : 5_000);

        assertThat(read(new StrictReader(inBitsOf(bytes, text.getBytes(charset)), charset), signs)).isEqualTo(text);
    }

    @Test
    void givesSignsOfFourBytesWhole() throws IOException {
        String text = "𝄞".repeat(BLOCK / 4 + 3);

        assertThat(read(new StrictReader(inBitsOf(7, text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8),
                1000))
                .isEqualTo(text);
    }

    @Test
    void readsNothingWhereNothingIsAskedForOrThereIsNothing() throws IOException {
        StrictReader reader =
                new StrictReader(inBitsOf(9, "a".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        assertThat(reader.read(new char[1], 0, 0)).isZero();
        assertThat(reader.read(new char[3], 1, 2)).isEqualTo(1);
        assertThat(reader.read(new char[3], 0, 3)).isEqualTo(-1);
        assertThat(reader.read(new char[3], 0, 3)).as("once more").isEqualTo(-1);

        assertThat(read(new StrictReader(inBitsOf(9, new byte[0]), StandardCharsets.UTF_8), 9)).isEmpty();
    }

    @Test
    void givesASignAtItsPlace() throws IOException {
        char[] target = "....".toCharArray();
        StrictReader reader =
                new StrictReader(inBitsOf(9, "ab".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);

        assertThat(reader.read(target, 1, 2)).isEqualTo(2);
        assertThat(new String(target)).isEqualTo(".ab.");
    }

    @ParameterizedTest(name = "after {0} signs")
    @ValueSource(ints = {0, 1, 100, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK})
    void tellsWhereAByteMakesNoSenseOnceAllBeforeItIsGiven(int before) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("a".repeat(before).getBytes(StandardCharsets.UTF_8));
        bytes.write(0xE9);
        bytes.writeBytes("bcd".getBytes(StandardCharsets.UTF_8));
        StrictReader reader = new StrictReader(inBitsOf(1000, bytes.toByteArray()), StandardCharsets.UTF_8);
        char[] block = new char[4096];
        int given = 0;
        while (given < before) {
            given += reader.read(block, 0, block.length);
        }

        assertThat(given).isEqualTo(before);
        assertThatThrownBy(() -> reader.read(block, 0, block.length)).isInstanceOf(CharacterCodingException.class);
        assertThat(reader.badByte()).isEqualTo(before);
    }

    @Test
    void aLetterThatTheFileCutsInTwoMakesNoSense() {
        byte[] whole = "aé".getBytes(StandardCharsets.UTF_8);
        StrictReader reader = new StrictReader(
                inBitsOf(9, Arrays.copyOf(whole, whole.length - 1)), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(reader, 9)).isInstanceOf(CharacterCodingException.class);
        assertThat(reader.badByte()).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"'a', true", "'a\n', false", "'a\r', false", "'a\n\n', false", "'', false", "'\nb', true"})
    void tellsWhetherTheLastLineLacksItsLineBreak(String text, boolean lacks) throws IOException {
        StrictReader reader =
                new StrictReader(inBitsOf(1, text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        assertThat(reader.endedWithoutLineBreak()).as("before the end").isFalse();
        read(reader, 5);

        assertThat(reader.endedWithoutLineBreak()).isEqualTo(lacks);
    }

    @Test
    void countsTheLinesOfARecordFromTheLastOneOn() throws IOException {
        StrictReader reader = new StrictReader(
                inBitsOf(99, "a\nb\nc\nd".getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        char[] block = new char[9];
        reader.read(block, 3, 4);
        assertThat(reader.linesOfRecord()).isEqualTo(2);
        reader.recordEnded();
        assertThat(reader.linesOfRecord()).isZero();
        reader.read(block, 0, 9);
        assertThat(reader.linesOfRecord()).isEqualTo(1);
    }

    /** A million and some signs: 2 to the power of 20. */
    @ParameterizedTest(name = "{0} more than the most")
    @CsvSource({"0, false", "1, true"})
    void refusesARecordWithoutEnd(int more, boolean refused) throws IOException {
        byte[] bytes = "a".repeat((1 << 20) + more).getBytes(StandardCharsets.UTF_8);
        StrictReader reader = new StrictReader(inBitsOf(BLOCK, bytes), StandardCharsets.UTF_8);
        if (refused) {
            assertThatThrownBy(() -> read(reader, BLOCK)).isInstanceOf(StrictReader.RecordTooLongException.class);
        } else {
            assertThat(read(reader, BLOCK)).hasSize(1 << 20);
        }

        StrictReader two = new StrictReader(inBitsOf(BLOCK, bytes), StandardCharsets.UTF_8);
        two.read(new char[BLOCK], 0, BLOCK);
        two.recordEnded();
        assertThat(read(two, BLOCK)).as("of two records").hasSize(bytes.length - BLOCK);
    }

    @Test
    void closesTheBytesBelow() throws IOException {
        boolean[] closed = new boolean[1];
        new StrictReader(new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        }, StandardCharsets.UTF_8).close();

        assertThat(closed[0]).isTrue();
    }
}

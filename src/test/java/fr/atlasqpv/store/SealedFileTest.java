package fr.atlasqpv.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file gives back what was written to it, or fails. */
class SealedFileTest {
    private static final int BLOCK = 4096;
    /** Longer than one group of blocks, and no whole number of blocks. */
    private static final int LONG = 515 * BLOCK + 100;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("fichier");
    }

    private FileChannel open() throws IOException {
        return FilePath.get(SealedFile.name(file().toString())).open("rw");
    }

    private void verify() throws IOException {
        SealedFile.verify(SealedFile.name(file().toString()));
    }

    private static byte[] noise(int length, long seed) {
        byte[] noise = new byte[length];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    private byte[] content() throws IOException {
        try (FileChannel channel = open()) {
            ByteBuffer all = ByteBuffer.allocate((int) channel.size());
            assertThat(channel.read(all, 0)).isEqualTo(all.capacity() == 0 ? 0 : all.capacity());
            return all.array();
        }
    }

    private void write(byte[] bytes, long at) throws IOException {
        try (FileChannel channel = open()) {
            assertThat(channel.write(ByteBuffer.wrap(bytes), at)).isEqualTo(bytes.length);
        }
    }

    private void change(long at, byte[] bytes) throws IOException {
        try (RandomAccessFile plain = new RandomAccessFile(file().toFile(), "rw")) {
            plain.seek(at);
            plain.write(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatIsWrittenIsReadWhateverTheOrder(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] expected = new byte[0];
        for (int i = 0; i < 60; i++) {
            int at = random.nextInt(random.nextBoolean() ? LONG : 3 * BLOCK);
            if (random.nextInt(4) == 0) {
                try (FileChannel channel = open()) {
                    channel.truncate(at);
                }
                expected = Arrays.copyOf(expected, Math.min(at, expected.length));
            } else {
                byte[] bytes = noise(random.nextInt(2 * BLOCK) + 1, i);
                write(bytes, at);
                expected = Arrays.copyOf(expected, Math.max(expected.length, at + bytes.length));
                System.arraycopy(bytes, 0, expected, at, bytes.length);
            }
            assertThat(FilePath.get(SealedFile.name(file().toString())).size()).isEqualTo(expected.length);
            assertThat(content()).isEqualTo(expected);
        }
        verify();
        assertThat(content()).isEqualTo(expected);
    }

    @Test
    void aByteThatIsChangedAnywhereIsFound() throws IOException {
        write(noise(LONG, 1), 0);
        byte[] sound = Files.readAllBytes(file());
        byte[] content = content();
        int found = 0;
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            int at = i < 100 ? random.nextInt(BLOCK) : random.nextInt(sound.length);
            change(at, new byte[] {(byte) (sound[at] ^ 1 << i % 8)});
            try {
                verify();
                assertThat(content()).as("a seal of nothing, at %d", at).isEqualTo(content);
            } catch (DamagedStoreException e) {
                assertThatThrownBy(this::content).isInstanceOf(DamagedStoreException.class);
                found++;
            }
            Files.write(file(), sound);
        }
        assertThat(found).isGreaterThan(200);
    }

    @Test
    void aFileWithoutContentIsNoFile() throws IOException {
        Files.write(file(), new byte[] {1});
        assertThatThrownBy(this::verify).isInstanceOf(DamagedStoreException.class);
        Files.write(file(), new byte[0]);
        assertThatThrownBy(this::verify).isInstanceOf(DamagedStoreException.class);
    }

    /** The seal is written first: a cut leaves the former block under the new seal. */
    @Test
    void aBlockThatACutLeftAsItWasIsSound() throws IOException {
        write(noise(2 * BLOCK, 1), 0);
        byte[] former = Files.readAllBytes(file());
        for (int cut = 0; cut < 3; cut++) {
            write(noise(2 * BLOCK, 2 + cut), 0);
            change(BLOCK, Arrays.copyOfRange(former, BLOCK, 3 * BLOCK));
            assertThatCode(this::verify).doesNotThrowAnyException();
            assertThat(content()).isEqualTo(noise(2 * BLOCK, 1));
        }
        change(2 * BLOCK + 7, new byte[] {1, 2, 3, 4});
        assertThatThrownBy(this::verify).isInstanceOf(DamagedStoreException.class);
    }

    @Test
    void aFileWithoutSealsGetsThem() throws IOException {
        byte[] plain = noise(LONG, 4);
        System.arraycopy("H:2,".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, plain, 0, 4);
        Path former = folder.resolve("ancien");
        Files.write(former, plain);

        assertThat(SealedFile.seal(former, SealedFile.name(file().toString()))).isTrue();

        assertThat(content()).isEqualTo(plain);
        assertThat(SealedFile.seal(file(), SealedFile.name(folder.resolve("autre").toString()))).isFalse();
    }
}

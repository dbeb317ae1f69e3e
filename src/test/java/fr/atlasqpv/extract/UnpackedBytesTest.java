package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes are given as they are; their end, their failure and their excess are each told once, as what they are. */
class UnpackedBytesTest {
    private final List<String> story = new ArrayList<>();

    private UnpackedBytes of(InputStream bytes, long ceiling) {
        return new UnpackedBytes(bytes, ceiling, new UnpackedBytes.Story() {
            @Override
            public void ended() {
                story.add("ended");
            }

            @Override
            public UnreadableSourceException failed(IOException e) {
                return told("failed: " + e.getMessage());
            }

            @Override
            public UnreadableSourceException tooMany() {
                return told("too many");
            }
        });
    }

    private UnreadableSourceException told(String what) {
        story.add(what);
        return new Notices("f").unreadable(0, "", NoticeCode.FICHIER_ILLISIBLE, what, "");
    }

    private static ByteArrayInputStream bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return new ByteArrayInputStream(bytes);
    }

    @Test
    void oneByOneBytesAreNumbersFrom0To255AndTheEndIsToldOnce() {
        UnpackedBytes bytes = of(bytes(7, 255, 0), 3);

        assertThat(List.of(bytes.read(), bytes.read(), bytes.read())).containsExactly(7, 255, 0);
        assertThat(story).isEmpty();
        assertThat(List.of(bytes.read(), bytes.read())).containsExactly(-1, -1);
        assertThat(story).containsExactly("ended");
    }

    @ParameterizedTest(name = "five bytes where {0} are allowed for: {1}")
    @CsvSource({"5, 5 ended", "6, 5 ended", "4, too many"})
    void asManyAsTheEditionAllowsForAreGiven(long ceiling, String expected) throws IOException {
        UnpackedBytes bytes = of(bytes(1, 2, 3, 4, 5), ceiling);
        if (expected.equals("too many")) {
            assertThatThrownBy(bytes::readAllBytes).isInstanceOf(UnreadableSourceException.class);
            assertThat(story).containsExactly("too many");
        } else {
            assertThat(bytes.readAllBytes()).containsExactly(1, 2, 3, 4, 5);
            assertThat(story).containsExactly("ended");
        }
    }

    @Test
    void theyAreCountedFromTheFirstOn() {
        UnpackedBytes bytes = of(bytes(1, 2, 3, 4, 5), 3);
        bytes.read(new byte[2], 0, 2);

        assertThatThrownBy(() -> bytes.read(new byte[2], 0, 2)).isInstanceOf(UnreadableSourceException.class);
    }

    @Test
    void theyStandWhereTheyWereAskedFor() {
        byte[] target = new byte[5];

        assertThat(of(bytes(1, 2, 3), 9).read(target, 1, 2)).isEqualTo(2);
        assertThat(target).containsExactly(0, 1, 2, 0, 0);
    }

    @Test
    void aFailureIsToldAsWhatItIs() {
        UnpackedBytes failing = of(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }

            @Override
            public void close() throws IOException {
                throw new IOException("share");
            }
        }, 9);

        assertThatThrownBy(failing::read).isInstanceOf(UnreadableSourceException.class);
        assertThatThrownBy(failing::close).isInstanceOf(UnreadableSourceException.class);
        assertThat(story).containsExactly("failed: disk", "failed: share");
    }

    @Test
    void closingClosesTheBytesBelow() {
        boolean[] closed = new boolean[1];
        of(new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed[0] = true;
            }
        }, 1).close();

        assertThat(closed[0]).isTrue();
    }
}

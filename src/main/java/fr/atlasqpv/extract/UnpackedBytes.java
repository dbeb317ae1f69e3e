package fr.atlasqpv.extract;

import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of an input once unpacked: as many as its edition allows for, and a failure of the disk or of the archive told as
 * what it is. At the end the whole file was read, and its fingerprint is taken.
 */
final class UnpackedBytes extends InputStream {
    private final InputStream bytes;
    private final long ceiling;
    private final Story story;
    private long given;
    private boolean ended;

    /** What becomes of a reading. */
    interface Story {
        /** The last byte was given. */
        void ended() throws IOException;

        /** The bytes cannot be read further. */
        UnreadableSourceException failed(IOException e);

        /** There are more bytes than the edition allows for. */
        UnreadableSourceException tooMany();
    }

    UnpackedBytes(InputStream bytes, long ceiling, Story story) {
        this.bytes = bytes;
        this.ceiling = ceiling;
        this.story = story;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        try {
            int read = bytes.read(target, offset, length);
            if (read < 0 && !ended) {
                ended = true;
                story.ended();
            }
            given += Math.max(0, read);
            if (given > ceiling) {
                throw story.tooMany();
            }
            return read;
        } catch (IOException e) {
            throw story.failed(e);
        }
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw story.failed(e);
        }
    }
}

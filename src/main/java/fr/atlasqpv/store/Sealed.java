package fr.atlasqpv.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Bytes that carry their own checksum: a database gives back what lies on its disk, damaged or not. */
final class Sealed {
    private Sealed() {}

    static byte[] seal(byte[] bytes) {
        byte[] sealed = Arrays.copyOf(bytes, bytes.length + Integer.BYTES);
        ByteBuffer.wrap(sealed).putInt(bytes.length, checksum(bytes, bytes.length));
        return sealed;
    }

    /** @throws DamagedStoreException when they are not what was sealed */
    static byte[] open(byte[] sealed) {
        int length = sealed.length - Integer.BYTES;
        if (length < 0 || ByteBuffer.wrap(sealed).getInt(length) != checksum(sealed, length)) {
            throw new DamagedStoreException("the records of a step are not as they were written");
        }
        return Arrays.copyOf(sealed, length);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}

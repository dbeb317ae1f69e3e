package fr.atlasqpv.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A file system of H2 that gives back what was written, or fails: H2 knows by checksums where its file ends, not whether its rows are
 * what they were, and a release must not count with rows that a disk has changed.
 *
 * <pre>
 * file     group, group, …
 * group    1 block of seals, 512 blocks of content
 * block    4096 bytes
 * seal     8 bytes: checksum of what is written to the block, checksum of what was there before
 * </pre>
 *
 * A seal is on the disk before its block is written: after a cut, the block is one or the other. The checksum is CRC-32C, less that of
 * a block of zeros, so that a block that nobody has written has the seal that nobody has written.
 */
public final class SealedFile extends FilePathWrapper {
    /** Prefix of the addresses of its files. */
    static final String SCHEME = "scelle";

    private static final int BLOCK = 4096;
    private static final int SEAL = 2 * Integer.BYTES;
    private static final int GROUP = BLOCK / SEAL;
    /** How a file of H2 begins. */
    private static final String PLAIN = "H:2,";
    private static final int UNWRITTEN = crc(new byte[BLOCK], 0);

    static {
        FilePath.register(new SealedFile());
    }

    /** Name of a file, for H2. */
    static String name(String file) {
        return SCHEME + ":" + file;
    }

    @Override
    public String getScheme() { return SCHEME; }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode));
    }

    @Override
    public long size() {
        return contentSize(super.size());
    }

    @Override
    public InputStream newInputStream() throws IOException {
        return Channels.newInputStream(open("r"));
    }

    @Override
    public OutputStream newOutputStream(boolean append) throws IOException {
        FileChannel channel = open("rw");
        channel.position(append ? channel.size() : channel.truncate(0).position());
        return Channels.newOutputStream(channel);
    }

    /**
     * Reads a file to its end, unless somebody else works with it.
     *
     * @param file name of the file, for H2
     * @throws DamagedStoreException when a block is not what was written there, or there is none
     * @throws IOException when the disk fails
     */
    static void verify(String file) throws IOException {
        FilePath path = FilePath.get(file);
        boolean heal = path.canWrite();
        try (Channel channel = new Channel(((SealedFile) path).getBase().open(heal ? "rw" : "r"));
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, !heal)) {
            if (lock != null) {
                channel.verify(heal);
            }
        } catch (OverlappingFileLockException e) {
            System.getLogger(SealedFile.class.getName())
                    .log(System.Logger.Level.INFO, "the store is open in this process: not verified");
        }
    }

    /**
     * Gives a file of H2 that has no seals a copy that has.
     *
     * @param plain the file
     * @param sealed name of the copy, for H2
     * @return false when the file has seals already; nothing is written then
     */
    static boolean seal(Path plain, String sealed) throws IOException {
        try (InputStream from = Files.newInputStream(plain)) {
            if (!new String(from.readNBytes(PLAIN.length()), StandardCharsets.ISO_8859_1).equals(PLAIN)) {
                return false;
            }
        }
        try (InputStream from = Files.newInputStream(plain);
                OutputStream to = FilePath.get(sealed).newOutputStream(false)) {
            from.transferTo(to);
        }
        return true;
    }

    private static long contentSize(long fileSize) {
        long groups = (fileSize + groupBytes() - 1) / groupBytes();
        return Math.max(fileSize - groups * BLOCK, (groups - 1) * GROUP * BLOCK);
    }

    private static long groupBytes() {
        return (GROUP + 1L) * BLOCK;
    }

    /** Where a block of content lies in the file. */
    private static long place(long block) {
        return block / GROUP * groupBytes() + (block % GROUP + 1) * BLOCK;
    }

    /** Where the seal of a block lies in the file. */
    private static long sealPlace(long block) {
        return block / GROUP * groupBytes() + block % GROUP * SEAL;
    }

    private static int crc(byte[] content, int from) {
        CRC32C crc = new CRC32C();
        crc.update(content, from, BLOCK);
        return (int) crc.getValue();
    }

    private static int checksum(byte[] content, int from) {
        return crc(content, from) ^ UNWRITTEN;
    }

    private static final class Channel extends FileBaseDefault {
        private final FileChannel base;

        private Channel(FileChannel base) {
            this.base = base;
        }

        /** Reads until a buffer is full or the file ends; what is missing is zero. */
        private byte[] bytes(long from, int length) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(length);
            long at = from;
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                at += read;
                read = base.read(bytes, at);
            }
            return bytes.array();
        }

        private void writeAll(ByteBuffer bytes, long to) throws IOException {
            long at = to;
            while (bytes.hasRemaining()) {
                at += base.write(bytes, at);
            }
        }

        /** Some blocks of one group, each as it was written; zeros behind the end of the content. */
        private byte[] blocks(long first, int count) throws IOException {
            byte[] content = bytes(place(first), count * BLOCK);
            ByteBuffer seals = ByteBuffer.wrap(bytes(sealPlace(first), count * SEAL));
            long there = blocks(size()) - first;
            for (int i = 0; i < count && i < there; i++) {
                int checksum = checksum(content, i * BLOCK);
                int last = seals.getInt();
                int before = seals.getInt();
                if (checksum != last && checksum != before) {
                    throw new DamagedStoreException("le bloc " + (first + i) + " n’est pas ce qui y a été écrit");
                }
            }
            return content;
        }

        private static long blocks(long size) {
            return (size + BLOCK - 1) / BLOCK;
        }

        /** Blocks from one on, as far as a position and as its group goes. */
        private static int count(long first, long end) {
            return (int) Math.min(blocks(end) - first, GROUP - first % GROUP);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            long end = Math.min(position + target.remaining(), size());
            if (end <= position) {
                return target.hasRemaining() ? -1 : 0;
            }
            long at = position;
            while (at < end) {
                long first = at / BLOCK;
                byte[] content = blocks(first, count(first, end));
                int from = (int) (at - first * BLOCK);
                int length = (int) Math.min(content.length - from, end - at);
                target.put(content, from, length);
                at += length;
            }
            return (int) (end - position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            int length = source.remaining();
            long size = size();
            if (position > size) {
                write(ByteBuffer.allocate((int) Math.min(position - size, groupBytes())), size);
                return write(source, position);
            }
            long end = position + length;
            long at = position;
            while (at < end) {
                long first = at / BLOCK;
                int count = count(first, end);
                int from = (int) (at - first * BLOCK);
                int part = (int) Math.min((long) count * BLOCK - from, end - at);
                boolean whole = from == 0 && (part == count * BLOCK || at + part >= size);
                byte[] content = whole ? new byte[count * BLOCK] : blocks(first, count);
                source.get(content, from, part);
                seal(first, count, content);
                writeAll(ByteBuffer.wrap(content, from, part), place(first) + from);
                at += part;
            }
            return length;
        }

        private void seal(long first, int count, byte[] content) throws IOException {
            ByteBuffer seals = ByteBuffer.wrap(bytes(sealPlace(first), count * SEAL));
            long there = blocks(size()) - first;
            for (int i = 0; i < count; i++) {
                int before = i < there ? seals.getInt(i * SEAL) : 0;
                seals.putInt(checksum(content, i * BLOCK)).putInt(before);
            }
            writeAll(seals.flip(), sealPlace(first));
            base.force(false);
        }

        /** Reads all, and takes what a cut has left of each block for what was written there last. */
        private void verify(boolean heal) throws IOException {
            long end = size();
            if (end == 0) {
                throw new DamagedStoreException("le fichier est vide");
            }
            for (long first = 0; first * BLOCK < end; first += GROUP) {
                int count = count(first, end);
                byte[] content = blocks(first, count);
                ByteBuffer seals = ByteBuffer.wrap(bytes(sealPlace(first), count * SEAL));
                boolean cut = false;
                for (int i = 0; i < count; i++) {
                    int checksum = checksum(content, i * BLOCK);
                    cut |= seals.getInt(i * SEAL) != checksum;
                    seals.putInt(checksum).putInt(checksum);
                }
                if (cut && heal) {
                    writeAll(seals.flip(), sealPlace(first));
                }
            }
        }

        @Override
        public long size() throws IOException {
            return contentSize(base.size());
        }

        @Override
        protected void implTruncate(long size) throws IOException {
            if (size < size()) {
                long last = blocks(size) - 1;
                if (size % BLOCK != 0) {
                    byte[] content = blocks(last, 1);
                    Arrays.fill(content, (int) (size % BLOCK), BLOCK, (byte) 0);
                    seal(last, 1, content);
                }
                base.truncate(size == 0 ? 0 : place(last) + size - last * BLOCK);
            }
        }

        @Override
        public void force(boolean metadata) throws IOException {
            base.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}

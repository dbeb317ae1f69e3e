package fr.atlasqpv.batch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A machine that stops after so many writes, of its database or of its release: nothing that comes later takes place, as after a
 * {@code kill -9}. When its power is cut, what was not written through to the disk is lost, or kept in part, in any order.
 */
public final class CutMachine extends FilePathWrapper {
    /** Prefix of the addresses of its files. */
    static final String SCHEME = "coupe";

    private static Cut cut;

    static {
        FilePath.register(new CutMachine());
    }

    /** Which machine the files of the prefix lie on from now on. */
    static Cut plug(Cut machine) {
        cut = machine;
        return machine;
    }

    @Override
    public String getScheme() { return SCHEME; }

    @Override
    public FileChannel open(String mode) throws IOException {
        return cut.open(Path.of(getBase().toString()), getBase().open(mode));
    }

    /** One life of the machine. */
    static final class Cut {
        private final boolean power;
        private final Random random;
        private long databaseLeft = Long.MAX_VALUE;
        private long releaseLeft = Long.MAX_VALUE;
        private long databaseWrites;
        private long releaseWrites;
        private boolean dead;
        private final List<FileChannel> open = new ArrayList<>();
        private final Map<Path, byte[]> durable = new HashMap<>();
        private final Map<Path, List<Write>> unsynced = new HashMap<>();
        private final Set<Object> syncedBooks = new HashSet<>();

        private record Write(long position, byte[] bytes) {}

        /**
         * @param power whether what was not synced is lost
         * @param seed what is then lost
         */
        Cut(boolean power, long seed) {
            this.power = power;
            this.random = new Random(seed);
        }

        /** Stops after so many writes of the database. */
        Cut afterDatabaseWrites(long writes) {
            databaseLeft = writes;
            return this;
        }

        /** Stops after so many operations of the release. */
        Cut afterReleaseWrites(long writes) {
            releaseLeft = writes;
            return this;
        }

        /** What lies there was written through to the disk long ago. */
        Cut settled(Path books) throws IOException {
            for (Path book : Disk.files(books)) {
                syncedBooks.add(Files.getAttribute(book, "unix:ino"));
            }
            return this;
        }

        long databaseWrites() {
            return databaseWrites;
        }

        long releaseWrites() {
            return releaseWrites;
        }

        boolean dead() {
            return dead;
        }

        private synchronized void databaseWrite() throws IOException {
            if (dead || databaseLeft-- <= 0) {
                dead = true;
                throw new IOException("the machine has stopped");
            }
            databaseWrites++;
        }

        /** The disk of the release. */
        Disk disk() {
            return new Disk() {
                @Override
                void before(String operation, Path path) throws IOException {
                    releaseWrite(operation, path);
                }
            };
        }

        private synchronized void releaseWrite(String operation, Path path) throws IOException {
            if (dead || releaseLeft-- <= 0) {
                dead = true;
                throw new IOException("the machine has stopped");
            }
            releaseWrites++;
            if (Files.isRegularFile(path)) {
                Object inode = Files.getAttribute(path, "unix:ino");
                if (operation.equals("sync")) {
                    syncedBooks.add(inode);
                } else if (operation.equals("delete")) {
                    syncedBooks.remove(inode);
                }
            }
        }

        private synchronized FileChannel open(Path file, FileChannel base) throws IOException {
            if (dead) {
                base.close();
                throw new IOException("the machine has stopped");
            }
            open.add(base);
            if (power) {
                durable.putIfAbsent(file, Files.readAllBytes(file));
            }
            return new Channel(file, base);
        }

        /** What the next start finds. */
        synchronized void end(Path books) throws IOException {
            dead = true;
            for (FileChannel channel : open) {
                channel.close();
            }
            if (power) {
                for (Map.Entry<Path, byte[]> file : durable.entrySet()) {
                    if (Files.exists(file.getKey())) {
                        lose(file.getKey(), file.getValue());
                    }
                }
                for (Path book : Disk.files(books)) {
                    if (!syncedBooks.contains(Files.getAttribute(book, "unix:ino"))) {
                        Files.write(book, new byte[0]);
                    }
                }
            }
        }

        private void lose(Path file, byte[] synced) throws IOException {
            Files.write(file, synced);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                for (Write write : unsynced.getOrDefault(file, List.of())) {
                    if (random.nextBoolean()) {
                        channel.write(ByteBuffer.wrap(write.bytes()), write.position());
                    }
                }
            }
        }

        private final class Channel extends FileBase {
            private final Path file;
            private final FileChannel base;

            private Channel(Path file, FileChannel base) {
                this.file = file;
                this.base = base;
            }

            private void note(ByteBuffer source, long position) {
                if (power) {
                    byte[] bytes = new byte[source.remaining()];
                    source.duplicate().get(bytes);
                    synchronized (Cut.this) {
                        unsynced.computeIfAbsent(file, f -> new ArrayList<>()).add(new Write(position, bytes));
                    }
                }
            }

            @Override
            public int write(ByteBuffer source) throws IOException {
                return write(source, base.position());
            }

            @Override
            public int write(ByteBuffer source, long position) throws IOException {
                databaseWrite();
                note(source, position);
                return base.write(source, position);
            }

            @Override
            public FileChannel truncate(long size) throws IOException {
                databaseWrite();
                base.truncate(size);
                return this;
            }

            @Override
            public void force(boolean metadata) throws IOException {
                databaseWrite();
                base.force(metadata);
                if (power) {
                    synchronized (Cut.this) {
                        durable.put(file, Files.readAllBytes(file));
                        unsynced.remove(file);
                    }
                }
            }

            @Override
            public int read(ByteBuffer target) throws IOException {
                return base.read(target);
            }

            @Override
            public int read(ByteBuffer target, long position) throws IOException {
                return base.read(target, position);
            }

            @Override
            public long position() throws IOException {
                return base.position();
            }

            @Override
            public FileChannel position(long position) throws IOException {
                base.position(position);
                return this;
            }

            @Override
            public long size() throws IOException {
                return base.size();
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
}

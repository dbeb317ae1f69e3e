package fr.atlasqpv.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The lock by which one run at a time works in an output root, whatever database it uses: two would take each other's books in the
 * making for their own. It ends with the process, however that ends.
 */
public final class WorkFolderLock implements AutoCloseable {
    private static final String NAME = "atlas.lock";

    private final FileChannel channel;

    private WorkFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock of a work folder, which is made when it is not there, for its owner only.
     *
     * @throws StoreUnavailableException when another run holds it
     * @throws IOException when the folder cannot be written to
     */
    public static WorkFolderLock take(Path folder) throws IOException {
        new StoreFiles(folder).lockUp();
        FileChannel channel = FileChannel.open(
                folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (locked(channel)) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(Instant.now().toString().getBytes(StandardCharsets.US_ASCII)), 0);
                return new WorkFolderLock(channel);
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw StoreUnavailableException.inUse(folder.toString());
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // another run of this process
        }
    }

    /** Since when a run works in a folder; empty when none does. */
    public static Optional<Instant> heldSince(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.isWritable(file)) {
            return Optional.empty(); // whoever cannot write there cannot ask for the lock
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return locked(channel) ? Optional.empty() : Optional.of(since(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Instant since(Path file) throws IOException {
        try {
            return Instant.parse(Files.readString(file, StandardCharsets.US_ASCII));
        } catch (DateTimeParseException e) {
            return Files.getLastModifiedTime(file).toInstant();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(WorkFolderLock.class.getName())
                    .log(System.Logger.Level.WARNING, "the lock of the work folder was not freed", e);
        }
    }
}

package fr.atlasqpv.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** Files for the eyes of their owner only, whatever the umask, and on the disk once they are there. */
public final class OwnersOnly {
    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private OwnersOnly() {}

    /** Makes a folder, or takes from others what they may see of it. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        allow(folder, FOLDER);
    }

    /** Writes a text whole, in a folder for its owner only. */
    public static void write(Path file, String text) throws IOException {
        folder(file.getParent());
        Path written = file.resolveSibling(file.getFileName() + ".nouveau");
        Files.deleteIfExists(written);
        Files.createFile(written);
        allow(written, FILE);
        Files.writeString(written, text, StandardCharsets.UTF_8);
        replace(written, file);
    }

    /** Puts a file in place of another, or of none. */
    static void replace(Path from, Path to) throws IOException {
        allow(from, FILE);
        sync(from, StandardOpenOption.WRITE);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (java.io.File.separatorChar == '/') {
            sync(to.toAbsolutePath().getParent(), StandardOpenOption.READ);
        }
    }

    /** Takes from others what they may see of a file. */
    static void file(Path file) throws IOException {
        allow(file, FILE);
    }

    private static void allow(Path path, String permissions) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null
                && !PosixFilePermissions.toString(Files.getPosixFilePermissions(path)).equals(permissions)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}

package fr.atlasqpv.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may see files. What lies in the work folder is for its owner's eyes, whatever the umask; books that go out get the permissions
 * that the system gives new files. Where there are no such permissions, nothing is done.
 */
public final class OwnersOnly {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private OwnersOnly() {}

    /**
     * Takes from others what they may see of a file, or of a folder and all below it; nothing when it is not there.
     *
     * @throws IOException when the disk fails, or somebody else owns it
     */
    public static void keep(Path path) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) == null) {
            return;
        }
        for (Path each : below(path)) {
            set(each, Files.isDirectory(each) ? FOLDER : FILE);
        }
    }

    /** Makes a folder for its owner only, or takes from others what they may see of it. */
    static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            set(folder, FOLDER);
        }
    }

    /**
     * Writes a text whole, in a folder for its owner only; on the disk once this returns.
     *
     * @throws IOException when the disk fails
     */
    public static void write(Path file, String text) throws IOException {
        folder(file.getParent());
        Path written = file.resolveSibling(file.getFileName() + ".nouveau");
        Files.deleteIfExists(written);
        Files.createFile(written);
        keep(written);
        Files.writeString(written, text, StandardCharsets.UTF_8);
        replace(written, file);
    }

    /** Puts a file in place of another, or of none, on the disk once this returns. */
    static void replace(Path from, Path to) throws IOException {
        keep(from);
        sync(from, StandardOpenOption.WRITE);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (java.io.File.separatorChar == '/') {
            sync(to.toAbsolutePath().getParent(), StandardOpenOption.READ);
        }
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** Gives a folder, and all below it, what the system gives new files there. */
    public static void open(Path folder) throws IOException {
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) == null) {
            return;
        }
        Path probe = folder.resolveSibling(folder.getFileName() + ".droits");
        Files.deleteIfExists(probe);
        Set<PosixFilePermission> file = Files.getPosixFilePermissions(Files.createFile(probe));
        Files.delete(probe);
        for (Path each : below(folder)) {
            set(each, Files.isDirectory(each) ? entered(file) : file);
        }
    }

    /** The permissions of a folder whose files have these: who may read may enter. */
    private static Set<PosixFilePermission> entered(Set<PosixFilePermission> file) {
        Set<PosixFilePermission> folder = EnumSet.copyOf(file);
        folder.add(PosixFilePermission.OWNER_EXECUTE);
        if (file.contains(PosixFilePermission.GROUP_READ)) {
            folder.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (file.contains(PosixFilePermission.OTHERS_READ)) {
            folder.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return folder;
    }

    private static List<Path> below(Path path) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(path)) {
            return tree.toList();
        }
    }

    private static void set(Path path, Set<PosixFilePermission> permissions) throws IOException {
        try {
            if (!Files.getPosixFilePermissions(path).equals(permissions)) {
                Files.setPosixFilePermissions(path, permissions);
            }
        } catch (NoSuchFileException e) {
            // a file of the database that came and went
        }
    }
}

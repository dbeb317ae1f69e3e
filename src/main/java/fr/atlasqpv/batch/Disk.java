package fr.atlasqpv.batch;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a release does to files and folders, one operation of the system at a time, so that a test can cut it after each of them.
 */
class Disk {
    /** {@code RENAME_EXCHANGE} and {@code AT_FDCWD} of Linux. */
    private static final int EXCHANGE = 2;
    private static final int WORKING_FOLDER = -100;

    /** The one call that Java does not have. */
    private interface System extends Library {
        int renameat2(int fromFolder, String from, int toFolder, String to, int flags) throws LastErrorException;
    }

    /** Called before each operation; a test throws here. */
    void before(String operation, Path path) throws IOException {}

    /** Files below a folder, sorted by path; none when there is no folder. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Deletes a folder, or a file, and all that it holds; nothing when it is not there. */
    void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                before("delete", file);
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                before("delete", visited);
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Copies a folder that holds files only. */
    void copy(Path from, Path to) throws IOException {
        createFolder(to);
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file));
            createFolder(target.getParent());
            before("copy", target);
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Copies a file, with the folders above it. */
    void copyFile(Path from, Path to) throws IOException {
        createFolder(to.getParent());
        before("copy", to);
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes a folder, and those above it. */
    void createFolder(Path folder) throws IOException {
        before("create", folder);
        Files.createDirectories(folder);
    }

    /** Makes an empty file that is on the disk once this returns. */
    void mark(Path file) throws IOException {
        before("create", file);
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        sync(file);
        sync(file.getParent());
    }

    /** Renames a file or folder, whole or not at all. */
    void move(Path from, Path to) throws IOException {
        before("move", from);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Exchanges two folders in one operation, after which nobody has seen either missing.
     *
     * @param scratch folder for the library that makes the call, to be deleted afterwards
     * @return false when the system or the file system cannot; nothing is changed then
     */
    boolean exchange(Path one, Path other, Path scratch) throws IOException {
        before("exchange", one);
        try {
            // Read once, before the library is first used; it would unpack itself in the home folder of the user
            java.lang.System.setProperty("jna.tmpdir", scratch.toAbsolutePath().toString());
            System system = Native.load(
                    "c", System.class,
                    Map.of(Library.OPTION_STRING_ENCODING, java.lang.System.getProperty("sun.jnu.encoding", "UTF-8")));
            return system.renameat2(
                    WORKING_FOLDER, one.toAbsolutePath().toString(), WORKING_FOLDER, other.toAbsolutePath().toString(),
                    EXCHANGE) == 0;
        } catch (LastErrorException | LinkageError e) {
            java.lang.System.getLogger(Disk.class.getName())
                    .log(java.lang.System.Logger.Level.INFO, "folders are not exchanged in one operation here: {0}", e);
            return false;
        }
    }

    /** Has a file, or the list of what a folder holds, written through to the disk. */
    void sync(Path path) throws IOException {
        before("sync", path);
        if (Files.isDirectory(path)) {
            try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
                folder.force(true);
            } catch (IOException e) {
                if (java.io.File.separatorChar == '/') {
                    throw e;
                }
            }
        } else {
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                file.force(true);
            }
        }
    }

    /** Has a folder and all that it holds written through to the disk. */
    void syncAll(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.sorted().toList();
        }
        for (Path path : all.reversed()) {
            sync(path);
        }
    }
}

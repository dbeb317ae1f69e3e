package fr.atlasqpv.batch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the folder of an edition in place whole or not at all. The new books are made beside the old ones, on the same disk; the
 * old folder is set aside and the new one renamed into place. A swap that was cut between the two renames is finished at the
 * next start when the new books were complete, else undone.
 *
 * <pre>
 * .work/books/2022/new        books in the making
 * .work/books/2022/complete   mark: the folder new is complete, and on the disk
 * .work/books/2022/old        the former books, set aside
 * </pre>
 */
final class EditionSwap {
    private final Path target;
    private final Path work;

    private EditionSwap(Path target, Path work) {
        this.target = target;
        this.work = work;
    }

    /** The swap of the edition of a request. */
    static EditionSwap of(RunRequest request) {
        return new EditionSwap(request.booksFolder(), workFolder(request.outputRoot()).resolve(request.edition().id()));
    }

    private static Path workFolder(Path outputRoot) {
        return outputRoot.resolve(RunRequest.WORK_FOLDER).resolve("books");
    }

    /** Finishes or undoes every swap of an output root that was cut. */
    static void recoverAll(Path outputRoot) throws IOException {
        Path folder = workFolder(outputRoot);
        if (Files.isDirectory(folder)) {
            List<Path> editions;
            try (Stream<Path> list = Files.list(folder)) {
                editions = list.filter(Files::isDirectory).toList();
            }
            for (Path edition : editions) {
                new EditionSwap(outputRoot.resolve(edition.getFileName().toString()), edition).recover();
            }
        }
    }

    private void recover() throws IOException {
        if (!Files.exists(old())) {
            return;
        }
        if (!Files.exists(target)) {
            boolean finish = Files.exists(complete()) && Files.isDirectory(fresh());
            move(finish ? fresh() : old(), target);
        }
        Folders.delete(old());
        Files.deleteIfExists(complete());
    }

    /** Folder of the books in the making. */
    Path fresh() {
        return work.resolve("new");
    }

    private Path old() {
        return work.resolve("old");
    }

    private Path complete() {
        return work.resolve("complete");
    }

    /** Throws away books in the making. */
    void discard() throws IOException {
        Files.deleteIfExists(complete());
        Folders.delete(fresh());
    }

    /** Declares the books in the making complete, once they are on the disk. */
    void seal() throws IOException {
        for (Path file : Folders.files(fresh())) {
            sync(file);
        }
        Files.createDirectories(work);
        if (!Files.exists(complete())) {
            Files.createFile(complete());
        }
        sync(complete());
    }

    /** Tells whether sealed books wait to be put in place. */
    boolean sealed() {
        return Files.exists(complete()) && Files.isDirectory(fresh());
    }

    /** Puts the sealed books in place of the former ones. */
    void swap() throws IOException {
        Folders.delete(old());
        if (Files.exists(target)) {
            move(target, old());
        } else {
            Files.createDirectories(target.getParent());
        }
        move(fresh(), target);
        Files.delete(complete());
        Folders.delete(old());
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}

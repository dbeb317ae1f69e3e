package fr.atlasqpv.batch;

import fr.atlasqpv.store.OwnersOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts the folder of an edition in place whole or not at all. The new books are made beside the former ones, on the same disk, and
 * both folders are exchanged in one operation. Where the system has none, the former folder is set aside and the new one renamed
 * into place; a swap that was cut between the two is finished at the next start when the new books were complete, else undone.
 *
 * <pre>
 * .work/books/2022/new        books in the making; after an exchange, the former ones
 * .work/books/2022/complete   mark: the folder new is complete, and on the disk
 * .work/books/2022/old        the former books, set aside
 * .work/books/2022/outil      the library of the exchange, while it is used
 * </pre>
 */
final class EditionSwap {
    private final Path target;
    private final Path work;
    private final Disk disk;

    private EditionSwap(Path target, Path work, Disk disk) {
        this.target = target;
        this.work = work;
        this.disk = disk;
    }

    /** The swap of the edition of a request. */
    static EditionSwap of(RunRequest request, Disk disk) {
        return new EditionSwap(
                request.booksFolder(), workFolder(request.outputRoot()).resolve(request.edition().id()), disk);
    }

    private static Path workFolder(Path outputRoot) {
        return outputRoot.resolve(RunRequest.WORK_FOLDER).resolve("books");
    }

    /** Finishes or undoes every swap of an output root that was cut. */
    static void recoverAll(Path outputRoot, Disk disk) throws IOException {
        Path folder = workFolder(outputRoot);
        if (Files.isDirectory(folder)) {
            List<Path> editions;
            try (Stream<Path> list = Files.list(folder)) {
                editions = list.filter(Files::isDirectory).toList();
            }
            for (Path edition : editions) {
                new EditionSwap(outputRoot.resolve(edition.getFileName().toString()), edition, disk).recover();
            }
        }
    }

    private void recover() throws IOException {
        if (!Files.exists(old())) {
            return;
        }
        if (!Files.exists(target)) {
            boolean finish = Files.exists(complete()) && Files.isDirectory(fresh());
            disk.move(finish ? fresh() : old(), target);
            disk.sync(target.getParent());
        }
        disk.delete(complete());
        disk.delete(old());
    }

    /** Folder of the books in the making. */
    Path fresh() {
        return work.resolve("new");
    }

    /** Folder of the books in place. */
    Path target() {
        return target;
    }

    private Path old() {
        return work.resolve("old");
    }

    private Path complete() {
        return work.resolve("complete");
    }

    private Path scratch() {
        return work.resolve("outil");
    }

    /** Throws away books in the making, or what an exchange left there. */
    void discard() throws IOException {
        disk.delete(complete());
        disk.delete(fresh());
        disk.delete(scratch());
    }

    /** Declares the books in the making complete, once they are on the disk, for everybody to read who may read new files there. */
    void seal() throws IOException {
        OwnersOnly.open(fresh());
        disk.syncAll(fresh());
        disk.sync(work);
        disk.mark(complete());
    }

    /** Puts the sealed books in place of the former ones. */
    void swap() throws IOException {
        disk.delete(old());
        if (!Files.exists(target)) {
            disk.createFolder(target.getParent());
            disk.move(fresh(), target);
        } else if (!disk.exchange(fresh(), target, scratch())) {
            disk.move(target, old());
            disk.sync(work);
            disk.move(fresh(), target);
        }
        disk.sync(target.getParent());
        disk.sync(work);
        discard();
        disk.delete(old());
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.store.RunRecord.Book;
import fr.atlasqpv.store.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Completes the folder of the edition, puts it in place of the former one, and empties the working tables. */
record ReleaseStep(RunRequest request, EditionSwap swap, EditionReport report, RunTables tables) {
    /** Adds the papers of the edition; all is then on the disk. */
    void complete(long run) throws IOException {
        report.release(run, swap.fresh());
        tables.history().books(run, books(swap.fresh()));
        tables.history().summariseNotices(run, tables.notices().all(run));
        swap.seal();
    }

    /** Files below a folder of books, with their fingerprints. */
    static List<Book> books(Path folder) throws IOException {
        List<Book> books = new ArrayList<>();
        for (Path file : Folders.files(folder)) {
            books.add(
                    new Book(
                            folder.relativize(file).toString().replace('\\', '/'), Files.size(file),
                            Fingerprints.of(file)));
        }
        return books;
    }

    /** Puts the new folder in place; nothing is left to do when a run that was cut had done it. */
    void swap(long run) throws IOException {
        if (swap.sealed()) {
            swap.swap();
        }
    }

    /** Leaves no raw figure behind. */
    void empty(long run) throws IOException {
        Files.writeString(request.compactionDue(), "");
        tables.working().empty(run);
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.store.Notices;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord.Book;
import fr.atlasqpv.store.WorkingTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Completes the folder of the edition, puts it in place of the former one, and empties the working tables. */
final class ReleaseStep {
    private final RunRequest request;
    private final EditionSwap swap;
    private final EditionReport report;
    private final RunHistory history;
    private final WorkingTables tables;
    private final Notices notices;

    ReleaseStep(
            RunRequest request,
            EditionSwap swap,
            EditionReport report,
            RunHistory history,
            WorkingTables tables,
            Notices notices) {
        this.request = request;
        this.swap = swap;
        this.report = report;
        this.history = history;
        this.tables = tables;
        this.notices = notices;
    }

    /** Adds the papers of the edition; all is then on the disk. */
    void complete(long run) throws IOException {
        report.release(run, swap.fresh());
        history.books(run, books(swap.fresh()));
        history.summariseNotices(run, notices.all(run));
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
        tables.empty(run);
    }
}

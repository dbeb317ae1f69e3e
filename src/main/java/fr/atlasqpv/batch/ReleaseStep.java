package fr.atlasqpv.batch;

import fr.atlasqpv.store.RunRecord;
import fr.atlasqpv.store.RunRecord.Book;
import fr.atlasqpv.store.RunRecord.Outcome;
import fr.atlasqpv.store.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Completes the folder of the edition, puts it in place of the former one, and empties the working tables. Each piece judges by what
 * lies on the disk, and may be done again after a cut at any instruction: books in place that carry the fingerprints of this run have
 * been swapped already.
 */
record ReleaseStep(RunRequest request, BooksInMaking making, EditionReport report, Disk disk, RunTables tables) {
    /** Adds the papers of the edition; all is then on the disk. */
    void complete(long run) throws IOException {
        if (inPlace(run)) {
            return;
        }
        making.ensure(run);
        report.write(run, making.swap().fresh());
        tables.history().books(run, BooksInMaking.books(making.swap().fresh()));
        tables.history().summariseNotices(run, tables.notices().all(run));
        making.swap().seal();
    }

    /** Puts the new folder in place; nothing is left to do when a run that was cut had done it. */
    void swap(long run) throws IOException {
        if (!inPlace(run)) {
            if (!BooksInMaking.books(making.swap().fresh()).equals(books(run))) {
                complete(run);
            }
            for (EarlierBooks replaced : request.released().counted()) {
                Releases.keep(request.outputRoot(), replaced, null, null, disk);
            }
            Releases.announce(request.outputRoot(), released(making.swap().fresh()), request.madeFrom(), disk);
            making.swap().swap();
        }
        remember(run);
        making.swap().discard();
    }

    /** Keeps what the books tell, and what was known besides, for the runs to come: once they are in place, not before. */
    private void remember(long run) throws IOException {
        EarlierBooks books = released(making.swap().target());
        Releases.keep(
                request.outputRoot(), books,
                ProtectionAssembly.known(request, tables.cells(), run),
                request.madeFrom(), disk);
        Releases.copied(request.outputRoot(), books, disk);
    }

    private EarlierBooks released(Path folder) throws IOException {
        return EarlierBooks.in(folder, request.edition().id(), Releases.SOURCE);
    }

    private boolean inPlace(long run) throws IOException {
        List<Book> books = books(run);
        return !books.isEmpty() && BooksInMaking.books(making.swap().target()).equals(books);
    }

    private List<Book> books(long run) {
        return tables.history().find(run).map(RunRecord::books).orElse(List.of());
    }

    /** Leaves no raw figure behind, and no report of an earlier refusal. The run is released before its rows go: they are never missed. */
    void empty(long run) throws IOException {
        report.forgetRefusal(disk);
        if (!Files.exists(request.compactionDue())) {
            disk.mark(request.compactionDue());
        }
        tables.history().close(run, Outcome.RELEASED, Instant.now());
        tables.working().empty(run);
    }
}

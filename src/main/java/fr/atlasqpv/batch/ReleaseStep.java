package fr.atlasqpv.batch;

import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Notices;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord.Book;
import fr.atlasqpv.store.WorkingTables;
import fr.atlasqpv.territory.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Completes the folder of the edition, puts it in place of the former one, and empties the working tables. */
final class ReleaseStep {
    private final RunRequest request;
    private final EditionSwap swap;
    private final EditionReport report;
    private final RunHistory history;
    private final WorkingTables tables;
    private final Attachments attachments;
    private final Notices notices;

    ReleaseStep(
            RunRequest request,
            EditionSwap swap,
            EditionReport report,
            RunHistory history,
            WorkingTables tables,
            Attachments attachments,
            Notices notices) {
        this.request = request;
        this.swap = swap;
        this.report = report;
        this.history = history;
        this.tables = tables;
        this.attachments = attachments;
        this.notices = notices;
    }

    /** Adds the books of the regions that were not asked for and the papers of the edition; all is then on the disk. */
    void complete(long run) throws IOException {
        dropLeftOvers(run);
        if (!request.regions().isEmpty()) {
            keepOtherRegions();
        }
        report.release(run, swap.fresh());
        history.books(run, books(swap.fresh()));
        history.summariseNotices(run, notices.all(run));
        swap.seal();
    }

    /** What a refused run left in the making is not released with the books of this one. */
    private void dropLeftOvers(long run) throws IOException {
        Attachment attachment = attachments.load(run);
        Set<String> made = PublishStep.regions(request, attachment)
                .stream()
                .map(code -> attachment.regions().get(code).folder())
                .collect(Collectors.toSet());
        for (Path folder : folders(swap.fresh())) {
            if (!made.contains(folder.getFileName().toString())) {
                Folders.delete(folder);
            }
        }
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> list = Files.list(parent)) {
            return list.filter(Files::isDirectory).toList();
        }
    }

    private void keepOtherRegions() throws IOException {
        if (!Files.isDirectory(request.booksFolder())) {
            return;
        }
        for (Path folder : folders(request.booksFolder())) {
            Path kept = swap.fresh().resolve(folder.getFileName());
            if (!Files.exists(kept)) {
                Folders.copy(folder, kept);
            }
        }
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

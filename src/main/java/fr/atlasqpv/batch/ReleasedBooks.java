package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.store.RunRecord;
import fr.atlasqpv.store.RunRecord.Book;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The books of an edition that an earlier run put in place. */
record ReleasedBooks(RunRequest request, BookValidation validation, Progress progress) {
    /** Tells whether the books of a run lie where it left them, byte for byte. */
    boolean stillThere(RunRecord run) throws IOException {
        return Files.isDirectory(request.booksFolder())
                && BooksInMaking.books(request.booksFolder()).equals(run.books());
    }

    /**
     * Judges the PDF that a run made, where they lie.
     *
     * @return one notice per rule that a book breaks
     * @throws UncheckedIOException when the disk or the validator fails
     */
    List<Notice> validate(RunRecord run) {
        long start = System.nanoTime();
        List<Path> pdfs = run.books()
                .stream()
                .map(Book::path)
                .filter(p -> p.endsWith(".pdf") && made(p))
                .map(request.booksFolder()::resolve)
                .toList();
        progress.started(ValidateStep.NAME, pdfs.size());
        List<Notice> broken = pdfs.parallelStream().flatMap(pdf -> judged(pdf).stream()).toList();
        progress.finished(ValidateStep.NAME, Duration.ofNanos(System.nanoTime() - start));
        return broken;
    }

    private List<Notice> judged(Path pdf) {
        try {
            List<Notice> broken = validation.notices(request.booksFolder(), pdf);
            progress.advanced(ValidateStep.NAME, 1);
            return broken;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A run of some regions leaves the books of the others as they are. */
    private boolean made(String path) {
        return request.regions().isEmpty() || request.regions().stream().anyMatch(r -> path.startsWith(r + "-"));
    }
}

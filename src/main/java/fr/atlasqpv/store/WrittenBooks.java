package fr.atlasqpv.store;

import fr.atlasqpv.store.RunRecord.Book;
import java.util.List;

/** Size and fingerprint of each book that a run has written, by the region that it is of, from the writing to the release. */
public final class WrittenBooks {
    private static final String STEP = "written-";

    private final StepOutput output;

    /** @param output what the steps hand on */
    public WrittenBooks(StepOutput output) {
        this.output = output;
    }

    /** Records the books of a region, instead of those recorded before. */
    public void replace(long run, String region, List<Book> books) {
        output.replace(run, STEP + region, Book.class, books);
    }

    /** Books of a region as they were written, by path; none when it has none yet. */
    public List<Book> of(long run, String region) {
        return output.of(run, STEP + region, Book.class);
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.store.RunRecord.Book;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;

/**
 * How a run ended, for the person who asked for it.
 *
 * @param ending how
 * @param booksFolder folder of the books
 * @param steps time per step, in order; steps of an earlier attempt are absent
 * @param books files of the edition, when it was released
 * @param notices notices of the run, by file and line; empty once released, for they stand beside the
 *        books then
 * @param noticesByCode number of notices by code
 * @param reasons what stops the release, sentences in French
 * @param failure what failed in the machine, null when nothing did
 */
public record RunResult(
        Ending ending,
        Path booksFolder,
        SequencedMap<String, Duration> steps,
        List<Book> books,
        List<Notice> notices,
        SequencedMap<String, Long> noticesByCode,
        List<String> reasons,
        Throwable failure) {

    /** The ways a run can end. */
    public enum Ending {
        /** The books are in place. */
        DONE,
        /** They were there already, made from the same edition file, inputs and program. */
        ALREADY_DONE,
        /** They were there already, but break a rule of their standard: they were released without being validated. */
        ALREADY_DONE_INVALID,
        /** An input is wrong: nothing is released. */
        INPUT_REJECTED,
        /** A disclosure or a quality check stops the release. */
        BLOCKED,
        /** The machine failed: the run can be resumed. */
        FAILED,
        /** The user stopped it: the run can be resumed. */
        STOPPED
    }
}

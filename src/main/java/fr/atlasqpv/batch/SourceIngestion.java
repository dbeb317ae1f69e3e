package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Outcome;
import fr.atlasqpv.extract.ReadPosition;
import fr.atlasqpv.extract.RejectPolicy;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.extract.SourceReader;
import fr.atlasqpv.extract.UnreadableSourceException;
import fr.atlasqpv.store.Counters;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.Located;
import fr.atlasqpv.store.Notices;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord.Rows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One source on its way into the store. What it holds between two transactions is only the open reader. */
final class SourceIngestion implements AutoCloseable {
    private static final int BATCH = 5_000;
    /** A file that is wrong on every line is told about in so many notices, then counted only. */
    private static final int NOTICES_KEPT = 10_000;

    private final long run;
    private final Source origin;
    private final String source;
    private final boolean events;
    private final BigDecimal rejectCeiling;
    private final SourceReader reader;
    private final Facts facts;
    private final Counters counters;
    private final Notices notices;
    private final RunHistory history;
    private final List<Located<Fact>> buffer = new ArrayList<>();
    private final Map<Counters.Key, Counters.Count> counts = new HashMap<>();
    private final List<Notice> told = new ArrayList<>();
    private long noticesLeft;

    SourceIngestion(
            long run,
            Source origin,
            BigDecimal rejectCeiling,
            SourceReader reader,
            Facts facts,
            Counters counters,
            Notices notices,
            RunHistory history) {
        this.run = run;
        this.origin = origin;
        this.source = origin.id();
        this.events = origin.layout().rows() == Layout.Rows.EVENTS;
        this.rejectCeiling = rejectCeiling;
        this.reader = reader;
        this.facts = facts;
        this.counters = counters;
        this.notices = notices;
        this.history = history;
        this.noticesLeft = NOTICES_KEPT - notices.count(run, source);
    }

    /** Where the reader stands; valid between two calls of {@link #advance}. */
    ReadPosition position() {
        return reader.position();
    }

    /**
     * Reads rows into the store, within the transaction of the caller.
     *
     * @param rows most rows to read
     * @return whether there may be more
     */
    boolean advance(long rows) {
        Rows seen = Rows.NONE;
        boolean more = true;
        boolean unreadable = false;
        try {
            for (long i = 0; i < rows && more; i++) {
                Outcome outcome = reader.read();
                more = outcome != null;
                if (more) {
                    seen = seen.plus(take(outcome));
                }
            }
        } catch (UnreadableSourceException e) {
            tell(e.notices());
            more = false;
            unreadable = true;
        }
        flush();
        if (!counts.isEmpty()) {
            counters.add(run, source, counts);
            counts.clear();
        }
        history.addRows(run, source, seen);
        if (!more && !unreadable) {
            judge(history.rows(run, source));
        }
        notices.add(run, source, told);
        told.clear();
        return more;
    }

    /**
     * The whole file is read: may the run go on with what could not be used of it? Where any rejected row stops it, the notices
     * of the rows have said so already.
     */
    private void judge(Rows rows) {
        if (events || rows.rejected() == 0) {
            told.addAll(
                    RejectPolicy.decide(
                            origin, new RejectPolicy.Counts(rows.kept(), rows.rejected(), rows.outOfScope()),
                            rejectCeiling));
        }
    }

    private Rows take(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Usable usable -> {
                usable.facts().forEach(f -> keep(f, usable.line()));
                tell(usable.notices());
                yield new Rows(1, 1, 0, 0);
            }
            case Outcome.Rejected rejected -> {
                tell(events ? rejected.notices().stream().map(SourceIngestion::tolerated).toList()
                        : rejected.notices());
                yield new Rows(1, 0, 1, 0);
            }
            case Outcome.OutOfScope outOfScope -> new Rows(1, 0, 0, 1);
        };
    }

    /** A faulty event does not stop the run by itself: too many of them do. */
    private static Notice tolerated(Notice notice) {
        return new Notice(
                notice.file(), notice.line(), notice.column(), notice.code(), Severity.WARNING, notice.message(),
                notice.value());
    }

    private void keep(Fact fact, long line) {
        if (fact instanceof Fact.DwellingFact dwelling) {
            counts.merge(
                    new Counters.Key(dwelling.qpv(), dwelling.measure()),
                    new Counters.Count(1, line),
                    Counters.Count::plus);
            return;
        }
        buffer.add(new Located<>(source, line, fact));
        if (buffer.size() >= BATCH) {
            flush();
        }
    }

    private void flush() {
        facts.add(run, source, buffer);
        buffer.clear();
    }

    private void tell(List<Notice> more) {
        for (Notice notice : more) {
            if (noticesLeft > 0) {
                told.add(notice);
                noticesLeft--;
            }
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}

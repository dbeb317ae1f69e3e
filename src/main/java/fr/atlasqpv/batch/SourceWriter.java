package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Outcome;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.store.Counters.Contribution;
import fr.atlasqpv.store.Counters.Count;
import fr.atlasqpv.store.Counters.Key;
import fr.atlasqpv.store.RunTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.ItemProcessListener;
import org.springframework.batch.core.listener.SkipListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamWriter;

/** Keeps what the rows of a source state, and the notices on them. */
final class SourceWriter
        implements ItemStreamWriter<Outcome.Usable>, SkipListener<Outcome, Outcome.Usable>,
        ItemProcessListener<Outcome, Outcome.Usable>, StepExecutionListener {
    /** A file that is wrong on every line is told about in so many notices, then counted only. */
    private static final int NOTICES_KEPT = 10_000;

    private final StepExecution step;
    private final long run;
    private final Source source;
    private final RunTables tables;
    private final List<Notice> told = new ArrayList<>();
    private final List<Located<Fact>> whole = new ArrayList<>();
    private final Map<Key, Count> seen = new HashMap<>();
    /** What rows that are not used tell all the same, each thing once. */
    private final List<Located<Fact>> besides = new ArrayList<>();
    private final Set<Fact> toldBesides = new HashSet<>();
    /** What rows that are not used contribute to the count of their commune. */
    private final Map<Contribution, Long> outside = new HashMap<>();
    private final UnaryOperator<String> pseudonyms;
    private final Map<String, String> respondents = new HashMap<>();
    private long noticesLeft;
    private Runnable lastCommitted;

    /** @param pseudonyms under which respondents are told apart and kept */
    SourceWriter(StepExecution step, Source source, RunTables tables, UnaryOperator<String> pseudonyms) {
        this.step = step;
        this.run = step.getJobExecution().getJobInstanceId();
        this.source = source;
        this.tables = tables;
        this.pseudonyms = pseudonyms;
        this.lastCommitted = countsOf(step);
        this.noticesLeft = NOTICES_KEPT - tables.notices().count(run, source.id());
    }

    @Override
    public void write(Chunk<? extends Outcome.Usable> rows) {
        List<Located<Fact>> facts = new ArrayList<>();
        Map<Key, Count> counts = new HashMap<>();
        Map<Contribution, Long> contributions = new HashMap<>();
        for (Outcome.Usable row : rows) {
            for (Fact fact : row.facts()) {
                switch (fact) {
                    case Fact.DwellingFact dwelling -> counts.merge(
                            new Key(dwelling.qpv(), dwelling.measure()), new Count(1, row.line()), Count::plus);
                    case Fact.ContributionFact one -> contributions.merge(contribution(one), 1L, Long::sum);
                    default -> facts.add(new Located<>(source.id(), row.line(), fact));
                }
            }
            tell(row.notices());
        }
        tables.facts().add(run, source.id(), facts);
        tables.counters().add(run, source.id(), counts);
        tables.counters().contribute(run, source.id(), contributions);
    }

    /** Under a keyed hash: what is kept tells respondents apart and names nobody. */
    private Contribution contribution(Fact.ContributionFact one) {
        String respondent =
                one.respondent().isEmpty() ? "" : respondents.computeIfAbsent(one.respondent(), pseudonyms);
        return new Contribution(one.kind(), one.code(), one.measure(), respondent);
    }

    /** A dwelling that does not count tells that its QPV has some: none of them counted makes 0, not an unknown number. */
    @Override
    public void afterProcess(Outcome row, Outcome.Usable usable) {
        if (row instanceof Outcome.OutOfScope out) {
            for (Fact fact : out.seen()) {
                switch (fact) {
                    case Fact.DwellingFact dwelling ->
                            seen.putIfAbsent(new Key(dwelling.qpv(), dwelling.measure()), new Count(0, out.line()));
                    case Fact.ContributionFact one -> outside.merge(contribution(one), 1L, Long::sum);
                    default -> {
                        if (told(fact)) {
                            besides.add(new Located<>(source.id(), out.line(), fact));
                        }
                    }
                }
            }
        }
    }

    @Override
    public void onSkipInProcess(Outcome row, Throwable rejection) {
        if (row instanceof Outcome.Rejected rejected) {
            boolean events = source.layout().rows() == Layout.Rows.EVENTS;
            rejected.lost().stream().filter(this::told)
                    .forEach(f -> besides.add(new Located<>(source.id(), rejected.line(), f)));
            tell(events ? rejected.notices().stream().map(SourceWriter::tolerated).toList() : rejected.notices());
        }
    }

    private boolean told(Fact fact) {
        return toldBesides.add(fact);
    }

    /** A faulty event does not stop the run by itself: too many of them do. */
    private static Notice tolerated(Notice notice) {
        return new Notice(
                notice.file(), notice.line(), notice.column(), notice.code(), Severity.WARNING, notice.message(),
                notice.value());
    }

    /** What stands in a cell of a row that names somebody may be his name: the line and the column are enough to find it. */
    private static Notice nameless(Notice notice) {
        return new Notice(
                notice.file(), notice.line(), notice.column(), notice.code(), notice.severity(), notice.message(), "");
    }

    /** Keeps notices, to be written with the chunk. */
    void tell(List<Notice> more) {
        List<Notice> kept = more.subList(0, (int) Math.min(more.size(), noticesLeft));
        told.addAll(source.namesRespondents() ? kept.stream().map(SourceWriter::nameless).toList() : kept);
        noticesLeft -= kept.size();
    }

    /** Keeps what only the whole file tells, to be written with the last chunk. */
    void keep(List<Located<Fact>> facts) {
        whole.addAll(facts);
    }

    /** Called within the transaction of each chunk, once its rows are counted. */
    @Override
    public void update(ExecutionContext context) {
        tables.notices().add(run, source.id(), told);
        told.clear();
        if (!seen.isEmpty()) {
            tables.counters().add(run, source.id(), seen);
            seen.clear();
        }
        tables.counters().contribute(run, source.id(), outside);
        outside.clear();
        tables.facts().add(run, source.id(), besides);
        besides.clear();
        tables.facts().add(run, source.id(), whole);
        whole.clear();
        lastCommitted = countsOf(step);
    }

    /** Sets the counts of the step back to what they are now. */
    private static Runnable countsOf(StepExecution step) {
        long read = step.getReadCount();
        long written = step.getWriteCount();
        long filtered = step.getFilterCount();
        long skipped = step.getProcessSkipCount();
        return () -> {
            step.setReadCount(read);
            step.setWriteCount(written);
            step.setFilterCount(filtered);
            step.setProcessSkipCount(skipped);
        };
    }

    /** Rows of a chunk that was rolled back are read, and counted, by the next execution. */
    @Override
    public ExitStatus afterStep(StepExecution ended) {
        if (ended.getStatus() != BatchStatus.COMPLETED) {
            lastCommitted.run();
        }
        return ended.getExitStatus();
    }
}

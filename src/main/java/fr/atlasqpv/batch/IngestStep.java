package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Outcome;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunTables;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.listener.ItemProcessListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.item.ChunkOrientedStep;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Reads one source into the store, chunk by chunk. Each chunk commits what its rows state together with the position of the reader:
 * a run that was cut resumes at the next row. No later step starts before every source is read to its end, so that nothing
 * half-read is ever used.
 *
 * <p>A wrong input does not fail the step: what is wrong is put on record, the other sources are read too, and {@code attach} stops
 * the run with every notice at once. Spring Batch counts the rows: read, written, filtered where they are out of scope, skipped where
 * they cannot be used.
 */
record IngestStep(
        RunRequest request,
        JobRepository repository,
        PlatformTransactionManager transactions,
        StepExecutionListener stop,
        SourceOpener opener,
        RunTables tables,
        Progress progress,
        int checkpointRows) implements Step {
    static final String NAME = "ingest";
    /** Rows of a file of territories state many facts each; those of a file of events one at most. */
    private static final int TERRITORY_ROWS = 5_000;
    private static final String SOURCE = "source";

    /** One partition per source of the edition; absent files included, for something must be said of them. */
    Map<String, ExecutionContext> partitions() {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        request.edition()
                .sources()
                .forEach(s -> partitions.put(s.id(), new ExecutionContext(Map.of(SOURCE, s.id()))));
        return partitions;
    }

    @Override
    public String getName() { return RunHistory.SOURCE_STEP; }

    @Override
    public void execute(StepExecution step) throws JobInterruptedException {
        String id = step.getExecutionContext().getString(SOURCE);
        of(request.edition().source(id).orElseThrow(), step).execute(step);
    }

    private ChunkOrientedStep<Outcome, Outcome.Usable> of(Source source, StepExecution step) {
        boolean events = source.layout() != null && source.layout().rows() == Layout.Rows.EVENTS;
        SourceWriter writer = new SourceWriter(step, source, tables, request.drawKey().key().pseudonyms());
        return new StepBuilder(getName(), repository).<Outcome,
                Outcome.Usable>chunk(events ? checkpointRows : Math.min(checkpointRows, TERRITORY_ROWS))
                .transactionManager(transactions)
                .reader(new SourceRows(request, source, opener, writer::tell, writer::keep, progress))
                .processor(IngestStep::usable)
                .writer(writer)
                .faultTolerant()
                .retryPolicy(failure -> false)
                .skipPolicy((failure, skipped) -> failure instanceof RejectedRowException)
                .skipListener(writer)
                .listener((StepExecutionListener) writer)
                .listener((ItemProcessListener<Outcome, Outcome.Usable>) writer)
                .listener(stop)
                .build();
    }

    /** A usable row, null for one that is out of scope. */
    private static Outcome.Usable usable(Outcome row) {
        return switch (row) {
            case Outcome.Usable usable -> usable;
            case Outcome.OutOfScope out -> null;
            case Outcome.Rejected rejected -> throw new RejectedRowException();
        };
    }

    /** A row cannot be used; its notices say why. */
    private static final class RejectedRowException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RejectedRowException() {
            super("", null, false, false);
        }
    }
}

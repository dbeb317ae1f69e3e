package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.ReadPosition;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.extract.UnreadableSourceException;
import fr.atlasqpv.store.Counters;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.Notices;
import fr.atlasqpv.store.RunHistory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Reads one source into the store. A file with one row per territory is one transaction; a file of events is cut into
 * transactions of so many rows, each of which commits what was counted together with the position of the reader, so that a cut run
 * resumes at the next row.
 *
 * <p>A wrong input does not fail the step: what is wrong is put on record, the other sources are read too, and {@code attach} stops
 * the run with every notice at once.
 */
final class IngestStep implements Tasklet, StepExecutionListener {
    static final String NAME = "ingest";
    private static final String OFFSET = "offset";
    private static final String ROWS = "rows";
    private static final String LINE = "line";

    private final RunRequest request;
    private final SourceOpener opener;
    private final Facts facts;
    private final Counters counters;
    private final Notices notices;
    private final RunHistory history;
    private final Progress progress;
    private final long checkpointRows;
    private final Map<Long, SourceIngestion> open = new ConcurrentHashMap<>();

    IngestStep(
            RunRequest request,
            SourceOpener opener,
            Facts facts,
            Counters counters,
            Notices notices,
            RunHistory history,
            Progress progress,
            long checkpointRows) {
        this.request = request;
        this.opener = opener;
        this.facts = facts;
        this.counters = counters;
        this.notices = notices;
        this.history = history;
        this.progress = progress;
        this.checkpointRows = checkpointRows;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
        StepExecution step = contribution.getStepExecution();
        ExecutionContext context = step.getExecutionContext();
        long run = step.getJobExecution().getJobInstanceId();
        Source source = request.edition().source(context.getString(IngestPartitioner.SOURCE)).orElseThrow();
        SourceIngestion ingestion = open.get(step.getId());
        if (ingestion == null) {
            ingestion = start(run, source, position(context));
            if (ingestion == null) {
                return RepeatStatus.FINISHED;
            }
            open.put(step.getId(), ingestion);
        }
        long before = ingestion.position().byteOffset();
        boolean more =
                ingestion.advance(source.layout().rows() == Layout.Rows.EVENTS ? checkpointRows : Long.MAX_VALUE);
        ReadPosition reached = ingestion.position();
        context.putLong(OFFSET, reached.byteOffset());
        context.putLong(ROWS, reached.rows());
        context.putLong(LINE, reached.line());
        long unpacked = request.input(source.id()).map(InputFile::unpackedBytes).orElse(0L);
        progress.advanced(NAME,
                (more ? Math.min(reached.byteOffset(), unpacked) : unpacked) - Math.min(before, unpacked));
        return more ? RepeatStatus.CONTINUABLE : RepeatStatus.FINISHED;
    }

    /** Opens the source; null when there is nothing to read. */
    private SourceIngestion start(long run, Source source, ReadPosition position) {
        if (!source.required() && !request.has(source)) {
            notices.add(run, source.id(), List.of(absent(source)));
            return null;
        }
        try {
            return new SourceIngestion(
                    run, source, request.edition().rejectCeiling(),
                    opener.open(request.edition(), source, request.inputFolder(), position), facts, counters, notices, history);
        } catch (UnreadableSourceException e) {
            notices.add(run, source.id(), e.notices());
            return null;
        }
    }

    private static Notice absent(Source source) {
        return new Notice(
                source.file(), 0, "", "source-absente", Severity.INFO,
                "Fichier facultatif absent : les indicateurs qui en dépendent seul sont non disponibles.", "");
    }

    private static ReadPosition position(ExecutionContext context) {
        return new ReadPosition(context.getLong(OFFSET, 0), context.getLong(ROWS, 0), context.getLong(LINE, 0));
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        SourceIngestion ingestion = open.remove(step.getId());
        if (ingestion != null) {
            ingestion.close();
        }
        return step.getExitStatus();
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.store.Notices;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord;
import fr.atlasqpv.store.RunRecord.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Keeps the history of the runs: opened before the first step, closed after the last. */
final class RunKeeper implements JobExecutionListener {
    private final RunRequest request;
    private final RunHistory history;
    private final Notices notices;
    private final CurrentRun current;

    RunKeeper(RunRequest request, RunHistory history, Notices notices, CurrentRun current) {
        this.request = request;
        this.history = history;
        this.notices = notices;
        this.current = current;
    }

    @Override
    public void beforeJob(JobExecution execution) {
        long run = execution.getJobInstanceId();
        current.is(run);
        history.open(
                new RunRecord(
                        run, request.edition().id(), request.identity(), request.jobFile().toString(),
                        request.inputFolder().toString(), request.booksFolder().toString(), request.regions(),
                        request.program(), Instant.now(), null, Outcome.RUNNING, List.of(), List.of(),
                        new LinkedHashMap<>()));
    }

    @Override
    public void afterJob(JobExecution execution) {
        if (outcome(execution) != Outcome.RELEASED) {
            history.summariseNotices(execution.getJobInstanceId(), notices.all(execution.getJobInstanceId()));
        }
        history.close(execution.getJobInstanceId(), outcome(execution), Instant.now());
    }

    /** How an execution ended, judged by its status: a recovered one has no exit code to trust. */
    static Outcome outcome(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return Outcome.RELEASED;
        }
        if (execution.getStatus() == BatchStatus.STOPPED || execution.getStatus() == BatchStatus.STOPPING) {
            return Outcome.STOPPED;
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        if (failures.stream().anyMatch(InputRejectedException.class::isInstance)) {
            return Outcome.INPUT_REJECTED;
        }
        return failures.stream().anyMatch(ReleaseBlockedException.class::isInstance) ? Outcome.BLOCKED : Outcome.FAILED;
    }
}

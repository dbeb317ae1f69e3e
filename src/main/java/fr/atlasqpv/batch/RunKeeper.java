package fr.atlasqpv.batch;

import fr.atlasqpv.store.RunRecord;
import fr.atlasqpv.store.RunRecord.Outcome;
import fr.atlasqpv.store.RunTables;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** Keeps the history of the runs: opened before the first step, closed after the last. */
record RunKeeper(RunRequest request, CurrentRun current, RunTables tables) implements JobExecutionListener {
    @Override
    public void beforeJob(JobExecution execution) {
        long run = execution.getJobInstanceId();
        current.is(run);
        tables.history().open(
                new RunRecord(
                        run, request.edition().id(), request.identity(), request.jobFile().toString(),
                        request.inputFolder().toString(), request.booksFolder().toString(), request.regions(),
                        request.program(), Instant.now(), null, Outcome.RUNNING, List.of(), List.of(),
                        new LinkedHashMap<>()));
    }

    @Override
    public void afterJob(JobExecution execution) {
        if (outcome(execution) != Outcome.RELEASED) {
            tables.history().summariseNotices(execution.getJobInstanceId(),
                    tables.notices().all(execution.getJobInstanceId()));
        }
        tables.history().close(execution.getJobInstanceId(), outcome(execution), Instant.now());
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

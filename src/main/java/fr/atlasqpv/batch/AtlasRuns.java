package fr.atlasqpv.batch;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.store.RunRecord;
import fr.atlasqpv.store.RunRecord.Outcome;
import fr.atlasqpv.store.RunTables;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.FatalStepExecutionException;
import org.springframework.batch.core.step.skip.SkipException;
import org.springframework.core.retry.RetryException;

/**
 * Starts runs: sees whether the books are there already, recovers what was killed, resumes what was cut, and says how it
 * ended.
 */
record AtlasRuns(RunRequest request, JobOperator operator, JobRepository repository, StepClock clock,
        EditionReport report, StopWhenClosed lifecycle, ReleasedBooks released, Disk disk, RunTables tables) {
    /**
     * Runs a job to its end.
     *
     * @throws IOException when the disk fails before the first step
     * @throws JobExecutionException when the job cannot be started at all
     */
    RunResult run(Job job) throws IOException, JobExecutionException {
        boolean releases = job.getName().equals(AtlasJob.ATLAS);
        boolean tells = !job.getName().equals(AtlasJob.READING);
        if (releases) {
            EditionSwap.recoverAll(request.outputRoot(), disk);
            if (!request.releases().counted().equals(request.released().counted())) {
                throw new IOException(
                        "d’autres livres ont paru dans " + request.outputRoot() + " depuis que ce calcul est demandé");
            }
            if (tables.working().forgetReleased()) {
                disk.mark(request.compactionDue());
            }
            for (RunRecord earlier : tables.history().released(request.identity())) {
                if (released.stillThere(earlier)) {
                    return upToDate(earlier);
                }
            }
        }
        tables.history().forgetNeverStarted();
        for (JobExecution killed : repository.findRunningJobExecutions(job.getName())) {
            operator.recover(killed);
        }
        if (tells) {
            request.drawKey().keep();
        }
        lifecycle.runStarted();
        try {
            return result(operator.start(job, parameters(attempt(job))), releases, tells);
        } finally {
            lifecycle.runEnded();
        }
    }

    /** Books that were released without being validated are validated where they lie. */
    private RunResult upToDate(RunRecord run) throws IOException {
        EditionSwap.of(request, disk).discard();
        report.forgetRefusal(disk);
        List<Notice> broken = request.validate() ? released.validate(run) : List.of();
        return new RunResult(
                broken.isEmpty() ? Ending.ALREADY_DONE : Ending.ALREADY_DONE_INVALID, request.booksFolder(),
                clock.times(), run.books(), broken, run.notices(),
                broken.stream().map(BookValidation::reason).toList(), null);
    }

    /**
     * A finished job is not started again with the same parameters: books that were lost are made by a further attempt. So are
     * those of a run whose rows a later run of the edition has forgotten: there is nothing left to resume.
     */
    private long attempt(Job job) {
        long attempt = 1;
        while (Optional.ofNullable(repository.getLastJobExecution(job.getName(), parameters(attempt)))
                .filter(
                        e -> RunKeeper.outcome(e) == Outcome.RELEASED || released(e) || forgotten(e)
                                || tables.history().replaced(request.edition().id(), e.getJobInstanceId()))
                .isPresent()) {
            attempt++;
        }
        return attempt;
    }

    /** It was refused, and its rows are gone. */
    private boolean forgotten(JobExecution execution) {
        long run = execution.getJobInstanceId();
        return tables.history()
                .find(run)
                .filter(r -> r.outcome() == Outcome.INPUT_REJECTED || r.outcome() == Outcome.BLOCKED)
                .isPresent() && !tables.working().holds(run);
    }

    /** Its books were put in place and its rows are gone, though it was cut before Spring Batch knew. */
    private boolean released(JobExecution execution) {
        return tables.history()
                .find(execution.getJobInstanceId())
                .filter(r -> r.outcome() == Outcome.RELEASED)
                .isPresent();
    }

    private JobParameters parameters(long attempt) {
        return new JobParametersBuilder()
                .addString("edition", request.edition().id())
                .addString("edition.sha256", request.editionSha256())
                .addString("inputs.sha256", request.inputsSha256())
                .addString("draw-key.sha256", request.drawKey().sha256())
                .addString("program", request.program())
                .addString("output", request.outputRoot().toString())
                .addString("regions", request.regions().isEmpty() ? "toutes" : String.join(",", request.regions()))
                .addLong("attempt", attempt)
                .toJobParameters();
    }

    private RunResult result(JobExecution execution, boolean releases, boolean tells) throws IOException {
        long run = execution.getJobInstanceId();
        List<Throwable> failures = execution.getAllFailureExceptions();
        Optional<RunRecord> record = tables.history().find(run);
        if (tells && !releases && execution.getStatus() == BatchStatus.COMPLETED) {
            tables.notices().replace(run, FewUnits.CODE, new FewUnits(request, tables, run).notices());
        }
        List<Notice> notices = tables.notices().all(run);
        Ending ending = switch (RunKeeper.outcome(execution)) {
            case RELEASED -> Ending.DONE;
            case INPUT_REJECTED -> Ending.INPUT_REJECTED;
            case BLOCKED -> Ending.BLOCKED;
            case STOPPED -> Ending.STOPPED;
            case RUNNING, FAILED -> Ending.FAILED;
        };
        boolean told =
                ending == Ending.INPUT_REJECTED || ending == Ending.BLOCKED || (!releases && ending == Ending.DONE);
        if (tells && told) {
            report.refuse(run);
        }
        boolean refused = ending == Ending.INPUT_REJECTED || ending == Ending.BLOCKED;
        if (refused && releases && !request.keep()) {
            forget(run);
        }
        return new RunResult(
                ending,
                request.booksFolder(),
                clock.times(),
                record.map(RunRecord::books).orElse(List.of()),
                notices,
                byCode(record, notices),
                failures.stream()
                        .filter(ReleaseBlockedException.class::isInstance)
                        .flatMap(f -> ((ReleaseBlockedException) f).reasons().stream())
                        .toList(),
                cause(failures));
    }

    /** Leaves nothing of a refused run but its report: no figure, no book. It is done from the first row when it is asked for again. */
    private void forget(long run) throws IOException {
        EditionSwap.of(request, disk).discard();
        if (!Files.exists(request.compactionDue())) {
            disk.mark(request.compactionDue());
        }
        tables.working().empty(run);
    }

    private static SequencedMap<String, Long> byCode(Optional<RunRecord> record, List<Notice> told) {
        SequencedMap<String, Long> byCode = new LinkedHashMap<>();
        record.ifPresent(r -> byCode.putAll(r.notices()));
        told.stream().map(Notice::code).sorted().forEach(code -> byCode.merge(code, 1L, Long::sum));
        return byCode;
    }

    /** What failed, rather than the step that tells that one of its workers did, or that it could not go on. */
    private static Throwable cause(List<Throwable> failures) {
        Throwable failure = failures.stream()
                .filter(f -> !(f instanceof JobExecutionException))
                .findFirst()
                .orElse(failures.isEmpty() ? null : failures.getFirst());
        while (failure instanceof FatalStepExecutionException || failure instanceof SkipException
                || failure instanceof RetryException) {
            failure = failure.getCause();
        }
        return failure;
    }
}

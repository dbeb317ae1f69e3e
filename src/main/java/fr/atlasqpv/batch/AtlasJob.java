package fr.atlasqpv.batch;

import fr.atlasqpv.audit.BooksAudit;
import fr.atlasqpv.extract.SourceReaders;
import fr.atlasqpv.publication.conformity.PdfJudge;
import fr.atlasqpv.publication.csv.TidyBooks;
import fr.atlasqpv.publication.xlsx.WorkbookWriter;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Cells;
import fr.atlasqpv.store.Counters;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.Notices;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.WorkingTables;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.core.step.tasklet.TaskletStep;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The job: ten steps, from the raw extracts to the published books, in reading order, and one more when the books are to be
 * validated. {@code atlas} runs them all; {@code controle} stops after the territories are attached, {@code explication} after
 * the figures are aggregated.
 */
@Configuration(proxyBeanMethods = false)
class AtlasJob {
    static final String ATLAS = "atlas";
    static final String CHECK = "controle";
    static final String EXPLAIN = "explication";
    private static final String PIECE = "piece";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final TaskExecutor workers;
    private final StopSignal stop;
    private final StepClock clock;

    AtlasJob(
            JobRepository repository,
            PlatformTransactionManager transactions,
            TaskExecutor workers,
            StopSignal stop,
            StepClock clock) {
        this.repository = repository;
        this.transactions = transactions;
        this.workers = workers;
        this.stop = stop;
        this.clock = clock;
    }

    @Bean(ATLAS)
    Job atlas(
            RunRequest request,
            Step inventory,
            Step ingest,
            Step attach,
            Step proximity,
            Step aggregate,
            Step protect,
            Step verify,
            Step publish,
            Step validate,
            Step audit,
            Step release,
            RunKeeper keeper) {
        SimpleJobBuilder job = new JobBuilder(ATLAS, repository)
                .listener(keeper)
                .start(inventory)
                .next(ingest)
                .next(attach)
                .next(proximity)
                .next(aggregate)
                .next(protect)
                .next(verify)
                .next(publish);
        return (request.validate() ? job.next(validate) : job).next(audit).next(release).build();
    }

    @Bean(CHECK)
    Job check(Step inventory, Step ingest, Step attach, RunKeeper keeper) {
        return new JobBuilder(CHECK, repository)
                .listener(keeper)
                .start(inventory)
                .next(ingest)
                .next(attach)
                .build();
    }

    @Bean(EXPLAIN)
    Job explain(
            Step inventory,
            Step ingest,
            Step attach,
            Step proximity,
            Step aggregate,
            RunKeeper keeper) {
        return new JobBuilder(EXPLAIN, repository)
                .listener(keeper)
                .start(inventory)
                .next(ingest)
                .next(attach)
                .next(proximity)
                .next(aggregate)
                .build();
    }

    /** 1. Which files, and their fingerprints. */
    @Bean
    Step inventory(RunRequest request, RunHistory history, WorkingTables tables, Notices notices) {
        return step(InventoryStep.NAME, new InventoryStep(request, history, tables, notices));
    }

    /** 2. Every source is read, checked row by row, and kept with its lines; one partition per source. */
    @Bean
    Step ingest(
            RunRequest request,
            SourceOpener opener,
            Facts facts,
            Counters counters,
            Notices notices,
            Progress progress,
            AtlasSettings settings) {
        IngestStep worker = new IngestStep(
                request, repository, transactions, stop, opener, new SourceTables(facts, counters, notices), progress,
                settings.checkpointRows());
        return partitioned(IngestStep.NAME, gridSize -> worker.partitions(), worker);
    }

    /** 3. Keys are joined, territories attached; a wrong input stops the run here, all sources told at once. */
    @Bean
    Step attach(
            RunRequest request, Facts facts, Notices notices, RunHistory history, Attachments attachments) {
        AttachStep attach = new AttachStep(request, facts, notices, history, attachments);
        return step(AttachStep.NAME, attach::join, attach::attach);
    }

    /** 4. Public collèges at 300 m or less of each QPV. */
    @Bean
    Step proximity(RunRequest request, Facts facts, Attachments attachments) {
        return step("proximity", new ProximityStep(request, facts, attachments));
    }

    /** 5. Sums by level, ratios of sums. */
    @Bean
    Step aggregate(RunRequest request, Facts facts, Attachments attachments, Cells cells, Notices notices) {
        return step("aggregate", new AggregateStep(request, facts, attachments, cells, notices));
    }

    /** 6. Secrecy: what may be told, and the attack on it. */
    @Bean
    Step protect(RunRequest request, Attachments attachments, Cells cells, Notices notices) {
        ProtectStep protect = new ProtectStep(request, attachments, cells, notices);
        return step(ProtectStep.NAME, protect::protect, protect::judge);
    }

    /** 7. Whatever a reader can add up must add up. */
    @Bean
    Step verify(RunRequest request, Attachments attachments, Cells cells) {
        VerifyStep verify = new VerifyStep(request, attachments, cells);
        return step("verify", verify::check, verify::judge);
    }

    /** 8. The books, one partition per region, into a folder in the making. */
    @Bean
    Step publish(
            RunRequest request,
            Attachments attachments,
            CurrentRun current,
            AtlasDossier dossier,
            ObjectProvider<BookWriter> writers,
            Progress progress) {
        PublishStep tasklet =
                new PublishStep(EditionSwap.of(request), dossier, writers.orderedStream().toList(), progress);
        TaskletStep worker = new StepBuilder(PublishStep.NAME + "-region", repository)
                .tasklet(tasklet, transactions)
                .listener(stop)
                .build();
        return partitioned(PublishStep.NAME, PublishStep.perRegion(request, attachments, current), worker);
    }

    /** With {@code --validate}: the PDF in the making are judged, one partition per region. */
    @Bean
    Step validate(
            RunRequest request,
            BookValidation validation,
            Attachments attachments,
            CurrentRun current,
            Notices notices,
            Progress progress) {
        ValidateStep tasklet =
                new ValidateStep(EditionSwap.of(request), validation, attachments, notices, progress);
        TaskletStep worker = new StepBuilder(ValidateStep.NAME + "-region", repository)
                .tasklet(tasklet, transactions)
                .listener(stop)
                .build();
        return partitioned(ValidateStep.NAME, PublishStep.perRegion(request, attachments, current), worker);
    }

    /** 9. The written books are read back and attacked; what is found stops the release. */
    @Bean
    Step audit(
            RunRequest request,
            EditionReport report,
            BooksReader reader,
            Attachments attachments,
            Cells cells,
            Notices notices) {
        return new StepBuilder(AuditStep.NAME, repository)
                .tasklet(new AuditStep(request, report, reader, attachments, cells, notices), transactions)
                .listener(stop)
                .listener(clock)
                .build();
    }

    @Bean
    BooksReader booksReader() {
        return BooksAudit::audit;
    }

    /** 10. The folder of the edition is completed and put in place; no raw figure is left behind. */
    @Bean
    Step release(
            RunRequest request,
            EditionReport report,
            RunHistory history,
            WorkingTables tables,
            Notices notices) {
        ReleaseStep release = new ReleaseStep(request, EditionSwap.of(request), report, history, tables, notices);
        return step("release", release::complete, release::swap, release::empty);
    }

    @Bean
    SourceOpener sourceOpener() {
        return SourceReaders::open;
    }

    @Bean
    AtlasDossier dossier(
            RunRequest request, Facts facts, Attachments attachments, Cells cells, RunHistory history) {
        return new AtlasDossier(request, facts, attachments, cells, history);
    }

    @Bean
    @Order(1)
    BookWriter pdfBook() {
        return new PdfBookFile();
    }

    @Bean
    @Order(2)
    BookWriter workbook() {
        return new WorkbookWriter()::write;
    }

    @Bean
    @Order(3)
    BookWriter tidyBooks() {
        return new TidyBooks()::write;
    }

    @Bean
    PdfJudge pdfJudge() {
        return PdfJudge.veraPdf();
    }

    @Bean
    BookValidation bookValidation(RunRequest request, ObjectProvider<PdfJudge> judge) {
        return new BookValidation(request.outputRoot(), judge::getObject);
    }

    @Bean
    ReleasedBooks releasedBooks(RunRequest request, BookValidation validation, Progress progress) {
        return new ReleasedBooks(request, validation, progress);
    }

    @Bean
    EditionReport report(
            RunRequest request,
            AtlasDossier dossier,
            Attachments attachments,
            Cells cells,
            Notices notices,
            RunHistory history) {
        return new EditionReport(request, dossier, attachments, cells, notices, history, clock::times);
    }

    private Step partitioned(String name, Partitioner partitioner, Step worker) {
        return new StepBuilder(name, repository)
                .partitioner(worker.getName(), partitioner)
                .step(worker)
                .taskExecutor(workers)
                .listener(stop)
                .listener(clock)
                .build();
    }

    /** A step of one or more pieces, each a transaction; a run that was cut starts again at the piece that was not committed. */
    private Step step(String name, WorkStep... pieces) {
        Tasklet tasklet = (contribution, chunk) -> {
            StepExecution step = contribution.getStepExecution();
            ExecutionContext context = step.getExecutionContext();
            int piece = context.getInt(PIECE, 0);
            if (piece < pieces.length) {
                pieces[piece].run(step.getJobExecution().getJobInstanceId());
                context.putInt(PIECE, piece + 1);
            }
            return RepeatStatus.continueIf(piece + 1 < pieces.length);
        };
        return new StepBuilder(name, repository)
                .tasklet(tasklet, transactions)
                .listener(stop)
                .listener(clock)
                .build();
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.audit.BooksAudit;
import fr.atlasqpv.extract.SourceReaders;
import fr.atlasqpv.publication.conformity.PdfJudge;
import fr.atlasqpv.publication.csv.TidyBooks;
import fr.atlasqpv.publication.xlsx.WorkbookWriter;
import fr.atlasqpv.store.RunTables;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
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
 * validated. {@code atlas} runs them all; {@code controle} stops after the figures are aggregated, and so does {@code lecture}, which
 * takes the inputs as they are given and tells nothing of them.
 */
@Configuration(proxyBeanMethods = false)
class AtlasJob {
    static final String ATLAS = "atlas";
    static final String CHECK = "controle";
    static final String READING = "lecture";
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
        SimpleJobBuilder job =
                job(ATLAS, keeper, inventory, ingest, attach, proximity, aggregate, protect, verify, publish);
        return (request.validate() ? job.next(validate) : job).next(audit).next(release).build();
    }

    @Bean(CHECK)
    Job check(Step inventory, Step ingest, Step attach, Step proximity, Step aggregate, RunKeeper keeper) {
        return job(CHECK, keeper, inventory, ingest, attach, proximity, aggregate).build();
    }

    @Bean(READING)
    Job reading(
            Step inputs, Step ingest, Step attach, Step proximity, Step aggregate,
            RunKeeper keeper) {
        return job(READING, keeper, inputs, ingest, attach, proximity, aggregate).build();
    }

    private SimpleJobBuilder job(String name, RunKeeper keeper, Step first, Step... others) {
        SimpleJobBuilder job = new JobBuilder(name, repository).listener(keeper).start(first);
        for (Step other : others) {
            job = job.next(other);
        }
        return job;
    }

    /** 1. Which files, and their fingerprints. */
    @Bean
    Step inventory(RunRequest request, Disk disk, RunTables tables) {
        return step(InventoryStep.NAME, new InventoryStep(request, EditionSwap.of(request, disk), tables));
    }

    /** Of figures that are only read again: their inputs are put on record, and nothing that lies in the output root is looked at. */
    @Bean
    Step inputs(RunRequest request, RunTables tables) {
        return step(InventoryStep.NAME, run -> InventoryStep.record(run, request, tables));
    }

    /** 2. Every source is read, checked row by row, and kept with its lines; one partition per source. */
    @Bean
    Step ingest(
            RunRequest request, SourceOpener opener, RunTables tables, Progress progress, AtlasSettings settings) {
        IngestStep worker = new IngestStep(
                request, repository, transactions, stop, opener, tables, progress, settings.checkpointRows());
        return partitioned(IngestStep.NAME, gridSize -> worker.partitions(), worker);
    }

    /** 3. Keys are joined, territories attached; a wrong input stops the run here, all sources told at once. */
    @Bean
    Step attach(RunRequest request, RunTables tables) {
        AttachStep attach = new AttachStep(request, tables);
        return step(AttachStep.NAME, attach::join, attach::attach);
    }

    /** 4. Establishments near each QPV. */
    @Bean
    Step proximity(RunRequest request, RunTables tables) {
        return step("proximity", new ProximityStep(request, tables));
    }

    /** 5. Sums by level, ratios of sums. */
    @Bean
    Step aggregate(RunRequest request, RunTables tables) {
        AggregateStep aggregate = new AggregateStep(request, tables);
        return step("aggregate", aggregate::aggregate, aggregate::judge);
    }

    /** 6. Secrecy: what may be told, and the attack on it. */
    @Bean
    Step protect(RunRequest request, RunTables tables) {
        ProtectStep protect = new ProtectStep(request, tables);
        return step(ProtectStep.NAME, protect::protect, protect::judge);
    }

    /** 7. Whatever a reader can add up must add up. */
    @Bean
    Step verify(RunRequest request, RunTables tables) {
        VerifyStep verify = new VerifyStep(request, tables);
        return step("verify", verify::check, verify::judge);
    }

    /** 8. The books, one partition per region, into a folder in the making. */
    @Bean
    Step publish(
            RunRequest request,
            RunTables tables,
            CurrentRun current,
            AtlasDossier dossier,
            BooksInMaking making,
            Progress progress) {
        return byRegion(
                PublishStep.NAME,
                new PublishStep(request, tables, dossier, making, progress),
                PublishStep.perRegion(request, tables.attachments(), current));
    }

    /** With {@code --validate}: the PDF in the making are judged, one partition per region. */
    @Bean
    Step validate(
            RunRequest request,
            BookValidation validation,
            BooksInMaking making,
            RunTables tables,
            CurrentRun current,
            Progress progress) {
        return byRegion(
                ValidateStep.NAME, new ValidateStep(making, validation, progress, tables),
                PublishStep.perRegion(request, tables.attachments(), current));
    }

    /** 9. The written books are read back and attacked; what is found stops the release. */
    @Bean
    Step audit(
            RunRequest request, BooksInMaking making, EditionReport report, BooksReader reader, RunTables tables) {
        return whole(
                AuditStep.NAME, new AuditStep(request, making, report, reader, tables));
    }

    @Bean
    BooksReader booksReader() {
        return BooksAudit::audit;
    }

    /** 10. The folder of the edition is completed and put in place; no raw figure is left behind. */
    @Bean
    Step release(RunRequest request, BooksInMaking making, EditionReport report, Disk disk, RunTables tables) {
        ReleaseStep release = new ReleaseStep(request, making, report, disk, tables);
        return step("release", release::complete, release::swap, release::empty);
    }

    @Bean
    SourceOpener sourceOpener() {
        return SourceReaders::open;
    }

    @Bean
    Disk disk() {
        return new Disk();
    }

    @Bean
    BooksInMaking booksInMaking(
            RunRequest request, RunTables tables, AtlasDossier dossier, ObjectProvider<BookWriter> writers, Disk disk) {
        return new BooksInMaking(
                request, tables, dossier, writers.orderedStream().toList(), EditionSwap.of(request, disk), disk);
    }

    @Bean
    AtlasDossier dossier(RunRequest request, RunTables tables) {
        return new AtlasDossier(request, tables);
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
        return new BookValidation(request, judge::getObject);
    }

    @Bean
    ReleasedBooks releasedBooks(RunRequest request, BookValidation validation, Progress progress) {
        return new ReleasedBooks(request, validation, progress);
    }

    @Bean
    EditionReport report(RunRequest request, AtlasDossier dossier, RunTables tables) {
        return new EditionReport(request, dossier, clock::times, tables);
    }

    private Step byRegion(String name, Tasklet tasklet, Partitioner perRegion) {
        return partitioned(
                name, perRegion,
                new StepBuilder(name + "-region", repository).tasklet(tasklet, transactions).listener(stop).build());
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
        return whole(name, tasklet);
    }

    private Step whole(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository)
                .tasklet(tasklet, transactions)
                .listener(stop)
                .listener(clock)
                .build();
    }
}

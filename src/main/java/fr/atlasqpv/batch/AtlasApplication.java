package fr.atlasqpv.batch;

import fr.atlasqpv.audit.Known;
import fr.atlasqpv.book.Explanation;
import fr.atlasqpv.book.Explanations;
import fr.atlasqpv.book.Places;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.quality.input.SourceCoverage;
import fr.atlasqpv.secrecy.Protection;
import fr.atlasqpv.secrecy.ProtectionInput;
import fr.atlasqpv.secrecy.ProtectionNotice;
import fr.atlasqpv.secrecy.ProtectionResult;
import fr.atlasqpv.secrecy.Review;
import fr.atlasqpv.store.OwnersOnly;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.store.Store;
import fr.atlasqpv.store.StoreSettings;
import fr.atlasqpv.store.WorkFolderLock;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Establishment;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * The program once it is set up: one request, one store. Closing it from another thread asks a run to stop, and returns when it has.
 */
public final class AtlasApplication implements AutoCloseable {
    /** Codes of the notices that a check tells in full: figures that rest on few units, decisions that come to nothing. */
    public static final Set<String> CHECKED =
            Set.of(FewUnits.CODE, Protection.OVERRULED, ProtectionNotice.KNOWN_ELSEWHERE);

    private static final int MOST_WORKERS = 4;
    private static final int CHECKPOINT_ROWS = 50_000;

    private final ConfigurableApplicationContext context;
    private final RunRequest request;
    private final WorkFolderLock lock;
    private boolean closed;

    private AtlasApplication(ConfigurableApplicationContext context, RunRequest request, WorkFolderLock lock) {
        this.context = context;
        this.request = request;
        this.lock = lock;
    }

    /**
     * Sets the program up on the store of its output root, or on the database that the property
     * {@code atlas.datasource.url} names.
     *
     * @param request what is asked for
     * @param progress told how far it is
     * @throws fr.atlasqpv.store.StoreUnavailableException when another run works there, or its database does not answer
     * @throws UncheckedIOException when the output root cannot be written to
     */
    public static AtlasApplication onDisk(RunRequest request, Progress progress) {
        return onDisk(request, progress, new ApplicationContextInitializer<?>[0]);
    }

    /** Sets the program up on a store that is forgotten at its end, for commands that write no book. */
    public static AtlasApplication inMemory(RunRequest request, Progress progress) {
        return start(request, progress, null);
    }

    private static AtlasApplication start(
            RunRequest request,
            Progress progress,
            WorkFolderLock lock,
            ApplicationContextInitializer<?>... more) {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE); // the logs are set up before us
        SpringApplication application = new SpringApplication(AtlasConfiguration.class, AtlasJob.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setLazyInitialization(true);
        application.setRegisterShutdownHook(false);
        for (ApplicationContextInitializer<?> initializer : more) {
            application.addInitializers(initializer);
        }
        application.addInitializers(context -> {
            ConfigurableEnvironment environment = context.getEnvironment();
            var beans = context.getBeanFactory();
            beans.registerSingleton("request", request);
            beans.registerSingleton("progress", progress);
            beans.registerSingleton(
                    "storeSettings",
                    lock == null ? StoreSettings.memory() : storeSettings(environment, request.workFolder()));
            beans.registerSingleton("atlasSettings", settings(environment));
        });
        return new AtlasApplication(application.run(), request, lock);
    }

    /** For tests: the program with some of its parts replaced. */
    static AtlasApplication onDisk(
            RunRequest request, Progress progress, ApplicationContextInitializer<?>... replacements) {
        WorkFolderLock lock;
        try {
            lock = WorkFolderLock.take(request.workFolder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            OwnersOnly.keep(request.workFolder());
            return start(request, progress, lock, replacements);
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** Where the store of an output root is, by the properties of the machine. */
    static StoreSettings storeSettings(Environment environment, Path workFolder) {
        String url = environment.getProperty("atlas.datasource.url", "");
        return url.isEmpty()
                ? StoreSettings.file(workFolder)
                : new StoreSettings(
                        url, environment.getProperty("atlas.datasource.username", ""),
                        environment.getProperty("atlas.datasource.password", ""));
    }

    /** Tells whether the store of an output root is a file, by the properties of the machine. */
    static boolean hasFile(Environment environment) {
        return environment.getProperty("atlas.datasource.url", "").isEmpty();
    }

    private static AtlasSettings settings(Environment environment) {
        int processors = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());
        return new AtlasSettings(
                environment.getProperty("atlas.workers", Integer.class, processors),
                environment.getProperty("atlas.checkpoint-rows", Integer.class, CHECKPOINT_ROWS));
    }

    /**
     * Makes the books.
     *
     * @throws IOException when the disk fails outside of the steps
     * @throws JobExecutionException when the job cannot be started
     */
    public RunResult run() throws IOException, JobExecutionException {
        return run(AtlasJob.ATLAS);
    }

    /** Reads, checks and attaches every input and computes the figures, up to their aggregation, for what follows. */
    public RunResult check() throws IOException, JobExecutionException {
        return run(AtlasJob.CHECK);
    }

    /**
     * Reads every input and computes the figures as {@link #check} does, for somebody who wants the counts and nothing else: no report,
     * no key, nothing of the output root.
     */
    public RunResult read() throws IOException, JobExecutionException {
        return run(AtlasJob.READING);
    }

    /** Rows of each source whose file is there, after {@link #check}. */
    public List<Input> inputs() {
        return bean(RunTables.class).history().inputs(bean(CurrentRun.class).key());
    }

    /** Cells of each indicator by level, after {@link #check}; none when an input was rejected. */
    public SortedMap<Indicator, SortedMap<Level, Coverage>> coverage() {
        SortedMap<Indicator, SortedMap<Level, Coverage>> all = new TreeMap<>();
        bean(RunTables.class).cells().raw(bean(CurrentRun.class).key()).forEach((key, cell) -> all
                .computeIfAbsent(key.indicator(), i -> new TreeMap<>())
                .merge(key.territory().level(), Coverage.of(cell), Coverage::plus));
        return all;
    }

    /** What each source gives of each indicator, after {@link #check}. */
    public List<SourceCoverage> sourceCoverage() {
        long run = bean(CurrentRun.class).key();
        RunTables tables = bean(RunTables.class);
        EvidenceAssembly evidence = new EvidenceAssembly(request, tables, run);
        SortedMap<CellKey, RawCell> figures = tables.cells().raw(run);
        return SourceCoverage.of(
                figures.isEmpty() ? evidence.ofExtracts(null) : evidence.ofFigures(figures), tables.notices().all(run));
    }

    /**
     * Whether the extracts give the figures of an indicator at a level.
     *
     * @param expected cells, one per territory and perimeter
     * @param known those that have a figure
     */
    public record Coverage(long expected, long known) {
        private static Coverage of(RawCell cell) {
            return new Coverage(1, cell.availability() == RawCell.Availability.KNOWN ? 1 : 0);
        }

        private Coverage plus(Coverage other) {
            return new Coverage(expected + other.expected, known + other.known);
        }
    }

    /**
     * Explains the figures of a territory and an indicator, after {@link #check}: one per level and perimeter where they exist.
     *
     * @param code code of the territory; a region and a département may share one
     * @param indicator which
     */
    public List<Explanation> explain(String code, Indicator indicator) {
        long run = bean(CurrentRun.class).key();
        RunTables tables = bean(RunTables.class);
        SortedMap<CellKey, RawCell> raw = tables.cells().raw(run);
        List<CellKey> asked = raw.keySet()
                .stream()
                .filter(k -> k.indicator().equals(indicator) && k.territory().code().equals(code))
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        ProtectionResult protection = protection();
        Attachment attachment = tables.attachments().load(run);
        Explanations explanations = new Explanations(
                request.edition(), request::has, AggregationAssembly.covered(request.edition(), attachment),
                attachment, raw, protection, near(indicator, tables.attachments().near(run)));
        return asked.stream().map(explanations::of).toList();
    }

    /** Establishments near each QPV, of those that the indicator counts. */
    private SortedMap<String, SortedSet<String>> near(
            Indicator indicator, SortedMap<String, SortedMap<String, Double>> reached) {
        SortedMap<String, SortedSet<String>> near = new TreeMap<>();
        indicator.establishments().ifPresent(which -> {
            Map<String, Establishment> directory =
                    Directory.of(bean(RunTables.class).facts(), bean(CurrentRun.class).key());
            reached.forEach((qpv, metres) -> near.put(qpv, which.near(metres, directory)));
        });
        return near;
    }

    /**
     * Protects the figures anew, after {@link #check}, for their reviewer.
     *
     * @return what is withheld, with exact counts: confidential
     */
    public Review review() {
        return Protection.review(protectionInput());
    }

    /** What an attacker knows besides the books, after {@link #check} or {@link #read}: what {@code atlas audit} asks for. */
    public List<Known.Row> knownToAnAttacker() {
        return ProtectionAssembly.known(request, bean(RunTables.class).cells(), bean(CurrentRun.class).key());
    }

    /** Names of the territories as the books print them, after {@link #check}. */
    public Function<Territory, String> names() {
        return new Places(
                bean(RunTables.class).attachments().load(bean(CurrentRun.class).key()),
                request.edition().frame().reference())::name;
    }

    /** Protects the figures anew, after {@link #check}. */
    ProtectionResult protection() {
        return Protection.protect(protectionInput());
    }

    /** What the protection works on, after {@link #check}. */
    ProtectionInput protectionInput() {
        return ProtectionAssembly.of(
                request, bean(RunTables.class).attachments(), bean(RunTables.class).cells(),
                bean(CurrentRun.class).key());
    }

    private RunResult run(String job) throws IOException, JobExecutionException {
        AtlasRuns runs = new AtlasRuns(
                request, bean(JobOperator.class), bean(JobRepository.class), bean(StepClock.class),
                bean(EditionReport.class), bean(StopWhenClosed.class), bean(ReleasedBooks.class), bean(Disk.class),
                bean(RunTables.class));
        RunResult result = runs.run(context.getBean(job, Job.class));
        if (result.failure() != null) {
            bean(Store.class).condemn(result.failure());
        }
        return result;
    }

    /** The damaged store that was set aside for this run, empty when it was sound. */
    public Optional<Path> setAside() {
        return bean(Store.class).setAside();
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Asks a run to stop after its current transactions; returns at once. */
    public void stop() {
        bean(StopSignal.class).request();
    }

    /** Asks a run to stop, waits for its last transaction, and closes the store, compacted after a release. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            bean(StopWhenClosed.class).stop();
            Path due = request.compactionDue();
            if (lock != null && Files.exists(due)) {
                bean(Store.class).closeCompacted();
                Files.deleteIfExists(due);
            }
            context.close();
            if (lock != null) {
                OwnersOnly.keep(request.workFolder());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }
}

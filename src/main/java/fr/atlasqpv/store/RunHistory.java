package fr.atlasqpv.store;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.store.RunRecord.Book;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunRecord.Outcome;
import fr.atlasqpv.store.RunRecord.Rows;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The history of the runs of an output root. Survives the releases. */
public final class RunHistory {
    /** Name of the step whose executions, one per source, count the rows. */
    public static final String SOURCE_STEP = "ingest-source";
    private static final String EXECUTIONS =
            "FROM BATCH_STEP_EXECUTION s JOIN BATCH_JOB_EXECUTION e ON e.JOB_EXECUTION_ID = s.JOB_EXECUTION_ID "
                    + "WHERE e.JOB_INSTANCE_ID = ? ";

    private final JdbcTemplate jdbc;

    /** @param dataSource the store */
    public RunHistory(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Opens a run, or opens it again when it is resumed; its inputs are known from the start. */
    public void open(RunRecord run) {
        int resumed = jdbc.update(
                "UPDATE run SET outcome = ?, ended_at = NULL WHERE id = ?", Outcome.RUNNING.name(), run.id());
        if (resumed == 0) {
            jdbc.update(
                    "INSERT INTO run (id, edition, identity, job_file, input_folder, books_folder, regions, program, "
                            + "started_at, outcome) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    run.id(), run.edition(), run.identity(), run.jobFile(), run.inputFolder(), run.booksFolder(),
                    String.join(",", run.regions()), run.program(), timestamp(run.startedAt()), Outcome.RUNNING.name());
        }
    }

    /** Records the files that a run reads. */
    public void inputs(long run, List<Input> inputs) {
        jdbc.update("DELETE FROM run_input WHERE run = ?", run);
        jdbc.batchUpdate(
                "INSERT INTO run_input (run, source, path, size_bytes, sha256) VALUES (?, ?, ?, ?, ?)",
                inputs.stream()
                        .map(i -> new Object[] {run, i.source(), i.path(), i.bytes(), i.sha256()})
                        .toList());
    }

    /** Records how a run ended. */
    public void close(long run, Outcome outcome, Instant at) {
        jdbc.update("UPDATE run SET outcome = ?, ended_at = ? WHERE id = ?", outcome.name(), timestamp(at), run);
    }

    /** Records the files that a run left. */
    public void books(long run, List<Book> books) {
        jdbc.update("DELETE FROM run_book WHERE run = ?", run);
        jdbc.batchUpdate(
                "INSERT INTO run_book (run, path, size_bytes, sha256) VALUES (?, ?, ?, ?)",
                books.stream().map(b -> new Object[] {run, b.path(), b.bytes(), b.sha256()}).toList());
    }

    /** Keeps the number of notices by code and severity, which outlives the notices themselves. */
    public void summariseNotices(long run, List<Notice> notices) {
        jdbc.update("DELETE FROM run_notices WHERE run = ?", run);
        Map<Severity, Map<String, Long>> totals = notices.stream()
                .collect(groupingBy(Notice::severity, groupingBy(Notice::code, counting())));
        totals.forEach((severity, byCode) -> byCode.forEach((code, total) -> jdbc.update(
                "INSERT INTO run_notices (run, code, severity, total) VALUES (?, ?, ?, ?)", run, code, severity.name(),
                total)));
    }

    /** A run. */
    public Optional<RunRecord> find(long run) {
        return select("WHERE id = ?", run).stream().findFirst();
    }

    /** Past runs, the latest first. */
    public List<RunRecord> all() {
        return select("ORDER BY started_at DESC, id DESC");
    }

    /** Runs that released books of this identity, the latest first; in a server's database, to whatever folder. */
    public List<RunRecord> released(String identity) {
        return select("WHERE identity = ? AND outcome = 'RELEASED' ORDER BY ended_at DESC, id DESC", identity);
    }

    /**
     * Forgets the executions that were put on record and never started, and runs that have none. Spring Batch puts a run, its
     * execution, a step, and what the step is to work on, on record in one transaction after the other: a cut may leave out the last
     * ones, and it would refuse to start the run, or start a step again with nothing.
     */
    public void forgetNeverStarted() {
        forgetNeverStarted("STEP", "BATCH_STEP_EXECUTION_CONTEXT");
        forgetNeverStarted("JOB", "BATCH_JOB_EXECUTION_CONTEXT", "BATCH_JOB_EXECUTION_PARAMS");
        jdbc.update("DELETE FROM BATCH_JOB_INSTANCE WHERE JOB_INSTANCE_ID NOT IN "
                + "(SELECT JOB_INSTANCE_ID FROM BATCH_JOB_EXECUTION)");
    }

    private void forgetNeverStarted(String what, String... details) {
        for (String table : details) {
            jdbc.update("DELETE FROM " + table + " WHERE " + what + "_EXECUTION_ID IN (SELECT " + what
                    + "_EXECUTION_ID FROM BATCH_" + what + "_EXECUTION WHERE START_TIME IS NULL)");
        }
        jdbc.update("DELETE FROM BATCH_" + what + "_EXECUTION WHERE START_TIME IS NULL");
    }

    /** Keys of the other runs of an edition that still hold working rows. */
    public List<Long> abandoned(String edition, long except) {
        return jdbc.queryForList(
                "SELECT id FROM run WHERE edition = ? AND id <> ? AND outcome <> 'RELEASED'", Long.class, edition,
                except);
    }

    /** Tells whether a run of the edition was opened after this one, and so has forgotten the rows of this one. */
    public boolean replaced(String edition, long run) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject(
                        "SELECT EXISTS (SELECT 1 FROM run WHERE edition = ? AND id > ?)", Boolean.class, edition, run));
    }

    /** Files that a run reads, and what became of their rows so far, as Spring Batch counted them over all its executions. */
    public List<Input> inputs(long run) {
        Map<String, Rows> rows = new HashMap<>();
        jdbc.query(
                "SELECT s.STEP_NAME, SUM(s.READ_COUNT), SUM(s.WRITE_COUNT), SUM(s.PROCESS_SKIP_COUNT), SUM(s.FILTER_COUNT) "
                        + EXECUTIONS + "AND s.STEP_NAME LIKE ? GROUP BY s.STEP_NAME",
                r -> {
                    rows.put(r.getString(1), new Rows(r.getLong(2), r.getLong(3), r.getLong(4), r.getLong(5)));
                },
                run, SOURCE_STEP + ":%");
        return jdbc.query(
                "SELECT source, path, size_bytes, sha256 FROM run_input WHERE run = ? ORDER BY source",
                (r, n) -> new Input(
                        r.getString(1), r.getString(2), r.getLong(3), r.getString(4),
                        rows.getOrDefault(SOURCE_STEP + ":" + r.getString(1), Rows.NONE)),
                run);
    }

    /** Steps of a run in the order they were started; of a step that was started again, its last execution. */
    public List<StepRecord> steps(long run) {
        SequencedMap<String, StepRecord> steps = new LinkedHashMap<>();
        jdbc.query(
                "SELECT s.STEP_NAME, s.START_TIME, s.END_TIME, s.STATUS " + EXECUTIONS
                        + "AND s.STEP_NAME NOT LIKE '%:%' ORDER BY s.STEP_EXECUTION_ID",
                r -> {
                    Instant start = instant(r.getTimestamp(2));
                    Instant end = instant(r.getTimestamp(3));
                    Duration time = start == null || end == null ? null : Duration.between(start, end);
                    steps.put(r.getString(1), new StepRecord(r.getString(1), time, r.getString(4)));
                },
                run);
        return List.copyOf(steps.values());
    }

    private List<RunRecord> select(String condition, Object... arguments) {
        return jdbc.query(
                "SELECT id, edition, identity, job_file, input_folder, books_folder, regions, program, started_at, "
                        + "ended_at, outcome FROM run " + condition,
                (r, n) -> new RunRecord(
                        r.getLong(1),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7).isEmpty() ? List.of() : List.of(r.getString(7).split(",")),
                        r.getString(8),
                        instant(r.getTimestamp(9)),
                        instant(r.getTimestamp(10)),
                        Outcome.valueOf(r.getString(11)),
                        inputs(r.getLong(1)),
                        books(r.getLong(1)),
                        notices(r.getLong(1))),
                arguments);
    }

    private List<Book> books(long run) {
        return jdbc.query(
                "SELECT path, size_bytes, sha256 FROM run_book WHERE run = ? ORDER BY path",
                (r, n) -> new Book(r.getString(1), r.getLong(2), r.getString(3)),
                run);
    }

    private SequencedMap<String, Long> notices(long run) {
        SequencedMap<String, Long> totals = new LinkedHashMap<>();
        jdbc.query(
                "SELECT code, SUM(total) FROM run_notices WHERE run = ? GROUP BY code ORDER BY code",
                r -> {
                    totals.put(r.getString(1), r.getLong(2));
                },
                run);
        return totals;
    }

    private static Timestamp timestamp(Instant instant) {
        return instant == null ? null : Timestamp.valueOf(instant.atOffset(ZoneOffset.UTC).toLocalDateTime());
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}

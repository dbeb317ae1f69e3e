package fr.atlasqpv.store;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The notices of a run, by the step or source that wrote them, so that what is done again does not say things twice.
 */
public final class Notices {
    private static final int LONGEST = 2_000;

    private final JdbcTemplate jdbc;

    /** @param dataSource the store */
    public Notices(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Adds notices.
     *
     * @param run the run
     * @param origin step or source that writes them
     * @param notices in the order of the file
     */
    public void add(long run, String origin, List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        Long next = jdbc.queryForObject(
                "SELECT COALESCE(MAX(rank), 0) FROM notice WHERE run = ? AND step = ?", Long.class, run, origin);
        long rank = next == null ? 0 : next;
        List<Object[]> rows = new ArrayList<>(notices.size());
        for (Notice n : notices) {
            rank++;
            rows.add(new Object[] {
                    run, origin, rank, n.file(), n.line(), shortened(n.column()), n.code(), n.severity().name(),
                    shortened(n.message()), shortened(n.value())
            });
        }
        jdbc.batchUpdate(
                "INSERT INTO notice (run, step, rank, file, line, field, code, severity, message, found)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Number of notices of a step or source. */
    public long count(long run, String origin) {
        Long count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM notice WHERE run = ? AND step = ?", Long.class, run, origin);
        return count == null ? 0 : count;
    }

    /** All notices of a run, by file, line and order of writing. */
    public List<Notice> all(long run) {
        return jdbc.query(
                "SELECT file, line, field, code, severity, message, found FROM notice WHERE run = ?"
                        + " ORDER BY file, line, step, rank",
                (row, n) -> new Notice(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        Severity.valueOf(row.getString(5)),
                        row.getString(6),
                        row.getString(7)),
                run);
    }

    /** Tells whether a notice of the run stops it. */
    public boolean stopping(long run) {
        Long count = jdbc.queryForObject(
                "SELECT COUNT(*) FROM notice WHERE run = ? AND severity = 'ERROR'", Long.class, run);
        return count != null && count > 0;
    }

    /** Steps and sources that wrote a notice that stops the run. */
    public Set<String> faulty(long run) {
        return Set.copyOf(
                jdbc.queryForList(
                        "SELECT DISTINCT step FROM notice WHERE run = ? AND severity = 'ERROR'", String.class, run));
    }

    /** Forgets what a step or source wrote. */
    public void forget(long run, String origin) {
        jdbc.update("DELETE FROM notice WHERE run = ? AND step = ?", run, origin);
    }

    /** Forgets the notices of a run. */
    public void forget(long run) {
        jdbc.update("DELETE FROM notice WHERE run = ?", run);
    }

    private static String shortened(String text) {
        if (text == null) {
            return "";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}

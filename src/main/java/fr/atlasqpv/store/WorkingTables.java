package fr.atlasqpv.store;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables that hold what a run works on, and that a release must leave empty. */
public final class WorkingTables {
    private static final List<String> NAMES = List.of("step_output", "counter", "contribution");

    private final JdbcTemplate jdbc;

    /** @param dataSource the store */
    public WorkingTables(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Forgets the rows of a run. */
    public void forget(long run) {
        NAMES.forEach(table -> jdbc.update("DELETE FROM " + table + " WHERE run = ?", run));
    }

    /**
     * Forgets the rows of a run for good, where the database allows it: a table that no other run uses is truncated, which is at
     * once faster than a deletion and leaves no old version of a row behind. Truncating ends the transaction of the caller in H2: call
     * it last.
     */
    public void empty(long run) {
        for (String table : NAMES) {
            Boolean shared = jdbc.queryForObject(
                    "SELECT EXISTS (SELECT 1 FROM " + table + " WHERE run <> ?)", Boolean.class, run);
            if (Boolean.TRUE.equals(shared)) {
                jdbc.update("DELETE FROM " + table + " WHERE run = ?", run);
            } else {
                jdbc.execute("TRUNCATE TABLE " + table);
            }
        }
    }

    /** Forgets the rows that a release cut at its last transaction left; tells whether there were any. */
    public boolean forgetReleased() {
        return NAMES.stream()
                .mapToInt(table -> jdbc.update(
                        "DELETE FROM " + table + " WHERE run IN (SELECT id FROM run WHERE outcome = 'RELEASED')"))
                .sum() > 0;
    }

    /** Tells whether there are rows of a run. */
    public boolean holds(long run) {
        return NAMES.stream()
                .anyMatch(table -> Boolean.TRUE.equals(jdbc.queryForObject(
                        "SELECT EXISTS (SELECT 1 FROM " + table + " WHERE run = ?)", Boolean.class, run)));
    }

    /** Number of rows in all the tables, for the tests of the release. */
    public long rows() {
        return NAMES.stream()
                .mapToLong(table -> jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class))
                .sum();
    }
}

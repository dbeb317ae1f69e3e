package fr.atlasqpv.store;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** All the tables that hold what a run works on, and that a release must leave empty. */
public final class WorkingTables {
    private static final List<String> OTHERS = List.of(
            "counter", "notice", "attached_region", "attached_departement", "attached_epci", "attached_commune",
            "attached_qpv", "attachment_decision", "near_college", "raw_cell", "raw_total", "published_cell",
            "edition_check");

    private final JdbcTemplate jdbc;

    /** @param dataSource the store */
    public WorkingTables(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Forgets the rows of a run. */
    public void forget(long run) {
        names().forEach(table -> jdbc.update("DELETE FROM " + table + " WHERE run = ?", run));
    }

    /**
     * Forgets the rows of a run for good, where the database allows it: a table that no other run uses is truncated, which is at
     * once faster than a deletion and leaves no old version of a row behind. Truncating ends the transaction of the caller in H2: call
     * it last.
     */
    public void empty(long run) {
        for (String table : names()) {
            Boolean shared = jdbc.queryForObject(
                    "SELECT EXISTS (SELECT 1 FROM " + table + " WHERE run <> ?)", Boolean.class, run);
            if (Boolean.TRUE.equals(shared)) {
                jdbc.update("DELETE FROM " + table + " WHERE run = ?", run);
            } else {
                jdbc.execute("TRUNCATE TABLE " + table);
            }
        }
    }

    /** Number of rows in all the tables, for the tests of the release. */
    public long rows() {
        long rows = 0;
        for (String table : names()) {
            Long count = jdbc.queryForObject("SELECT COUNT(*) FROM " + table, Long.class);
            rows += count == null ? 0 : count;
        }
        return rows;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(FactTable.ALL.stream().map(FactTable::name).toList());
        names.addAll(OTHERS);
        return names;
    }
}

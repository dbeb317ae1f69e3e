package fr.atlasqpv.store;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Dwellings, counted while they stream by and never kept one by one; committed together with the position of the reader. */
public final class Counters {
    private final JdbcTemplate jdbc;
    private final Catalogue catalogue;

    /**
     * @param dataSource the store
     * @param catalogue measures of the edition, kept by their id
     */
    public Counters(DataSource dataSource, Catalogue catalogue) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.catalogue = catalogue;
    }

    /**
     * What is counted.
     *
     * @param qpv code of the QPV
     * @param measure what is counted there
     */
    public record Key(String qpv, Measure measure) {}

    /**
     * A count and where it was first met.
     *
     * @param total dwellings
     * @param line line of the first of them, for a notice about the QPV
     */
    public record Count(long total, long line) {
        /** Adds dwellings met later. */
        public Count plus(Count later) {
            return new Count(total + later.total, line);
        }
    }

    /** Adds to the counters of a source. Only one reader may count for a source at a time. */
    public void add(long run, String source, Map<Key, Count> increments) {
        List<Map.Entry<Key, Count>> ordered = List.copyOf(increments.entrySet());
        int[] updated = jdbc.batchUpdate(
                "UPDATE counter SET total = total + ? WHERE run = ? AND source = ? AND qpv = ? AND measure = ?",
                ordered.stream()
                        .map(e -> new Object[] {e.getValue().total(), run, source, e.getKey().qpv(), id(e)})
                        .toList());
        List<Object[]> missing = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                Map.Entry<Key, Count> entry = ordered.get(i);
                missing.add(new Object[] {
                        run, source, entry.getKey().qpv(), id(entry), entry.getValue().total(), entry.getValue().line()
                });
            }
        }
        jdbc.batchUpdate("INSERT INTO counter (run, source, qpv, measure, total, line) VALUES (?, ?, ?, ?, ?, ?)",
                missing);
    }

    private static String id(Map.Entry<Key, Count> entry) {
        return entry.getKey().measure().id();
    }

    /** The counters of a run, as counts of the QPV, in no order. */
    List<Located<Fact.MeasureFact>> all(long run) {
        return jdbc.query(
                "SELECT source, line, qpv, measure, total FROM counter WHERE run = ?",
                (row, n) -> new Located<>(
                        row.getString(1),
                        row.getLong(2),
                        new Fact.MeasureFact(
                                Fact.Kind.QPV,
                                row.getString(3),
                                catalogue.measure(row.getString(4)).orElseThrow(),
                                BigDecimal.valueOf(row.getLong(5)))),
                run);
    }
}

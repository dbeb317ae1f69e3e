package fr.atlasqpv.store;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ObjLongConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Dwellings, counted while they stream by and never kept one by one, by territory and where the edition asks for it by respondent;
 * committed together with the position of the reader.
 */
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

    /**
     * What a respondent contributes to.
     *
     * @param kind kind of territory
     * @param code its code
     * @param measure what is counted there
     * @param respondent keyed hash of the respondent, never a name; empty for those whom no row names
     */
    public record Contribution(Fact.Kind kind, String code, Measure measure, String respondent) {}

    /** Adds to the counters of a source. Only one reader may count for a source at a time. */
    public void add(long run, String source, Map<Key, Count> increments) {
        increment(
                "UPDATE counter SET total = total + ? WHERE run = ? AND source = ? AND qpv = ? AND measure = ?",
                "INSERT INTO counter (total, run, source, qpv, measure, line) VALUES (?, ?, ?, ?, ?, ?)",
                increments,
                (key, count) -> new Object[] {count.total(), run, source, key.qpv(), key.measure().id(), count.line()});
    }

    /** Adds to what the respondents of a source contribute. Only one reader may count for a source at a time. */
    public void contribute(long run, String source, Map<Contribution, Long> increments) {
        increment(
                "UPDATE contribution SET total = total + ? WHERE run = ? AND source = ? AND kind = ? AND code = ?"
                        + " AND measure = ? AND respondent = ?",
                "INSERT INTO contribution (total, run, source, kind, code, measure, respondent)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                increments,
                (key, total) -> new Object[] {
                        total, run, source, key.kind().name(), key.code(), key.measure().id(), key.respondent()
                });
    }

    /** Updates the rows that there are, and inserts the others; a row holds the parameters of an update, then what an insert adds. */
    private <K, V> void increment(
            String update, String insert, Map<K, V> increments, BiFunction<K, V, Object[]> row) {
        List<Object[]> rows =
                increments.entrySet().stream().map(e -> row.apply(e.getKey(), e.getValue())).toList();
        int parameters = (int) update.chars().filter(c -> c == '?').count();
        int[] updated = jdbc.batchUpdate(update, rows.stream().map(r -> Arrays.copyOf(r, parameters)).toList());
        List<Object[]> missing = new ArrayList<>();
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                missing.add(rows.get(i));
            }
        }
        jdbc.batchUpdate(insert, missing);
    }

    /** Gives what every respondent of a run contributes, in no order. */
    public void contributions(long run, ObjLongConsumer<Contribution> consumer) {
        jdbc.query(
                "SELECT kind, code, measure, respondent, total FROM contribution WHERE run = ?",
                row -> {
                    consumer.accept(
                            new Contribution(
                                    Fact.Kind.valueOf(row.getString(1)), row.getString(2),
                                    catalogue.measure(row.getString(3)).orElseThrow(), row.getString(4)),
                            row.getLong(5));
                },
                run);
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

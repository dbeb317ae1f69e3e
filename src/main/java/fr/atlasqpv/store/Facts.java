package fr.atlasqpv.store;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the extracts of a run state. Written in bulk by the readers of the sources, read whole by the steps. Calls take part in
 * the transaction of the caller when there is one.
 */
public final class Facts {
    private static final int FETCH = 5_000;
    private static final Comparator<Located<?>> AS_READ =
            Comparator.<Located<?>, String>comparing(Located::source).thenComparingLong(Located::line);

    private final JdbcTemplate jdbc;

    /** @param dataSource the store */
    public Facts(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(FETCH);
    }

    /** Adds facts of one kind, in one batch. */
    public <F extends Fact> void add(long run, Class<F> type, List<Located<F>> facts) {
        FactTable<F> table = FactTable.of(type);
        jdbc.execute(table.insert(), (PreparedStatement statement) -> {
            for (Located<F> located : facts) {
                table.bind(statement, run, located.source(), located.line(), located.fact());
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** All facts of a kind, by source and line. */
    public <F extends Fact> List<Located<F>> all(long run, Class<F> type) {
        List<Located<F>> found = new ArrayList<>();
        each(run, type, found::add);
        found.sort(AS_READ);
        return found;
    }

    /** Gives all facts of a kind, in no order, without holding them. Texts that repeat are shared. */
    public <F extends Fact> void each(long run, Class<F> type, Consumer<Located<F>> consumer) {
        FactTable<F> table = FactTable.of(type);
        Map<String, String> sources = new HashMap<>();
        jdbc.query(
                table.select(),
                row -> {
                    String source = sources.computeIfAbsent(row.getString(1), s -> s);
                    consumer.accept(new Located<>(source, row.getLong(2), table.mapper().read(row)));
                },
                run);
    }

    /** One count of every territory of a kind, by code. */
    public Map<String, BigDecimal> measure(long run, Fact.Kind kind, Measure measure) {
        Map<String, BigDecimal> counts = new HashMap<>();
        jdbc.query(
                "SELECT code, amount FROM fact_measure WHERE run = ? AND kind = ? AND measure = ?",
                row -> {
                    counts.put(row.getString(1), Numbers.plain(row.getBigDecimal(2)));
                },
                run, kind.name(), measure.id());
        return counts;
    }

    /**
     * Dwellings counted so far for a QPV.
     *
     * @param qpv code of the QPV
     * @param measure what is counted
     */
    public record CounterKey(String qpv, Measure measure) {}

    /**
     * A count and where it was first met.
     *
     * @param total dwellings
     * @param line line of the first of them, for a notice about the QPV
     */
    public record Counted(long total, long line) {}

    /** Adds to the counters of a source. Only one reader may count for a source at a time. */
    public void count(long run, String source, Map<CounterKey, Counted> increments) {
        List<Map.Entry<CounterKey, Counted>> ordered = List.copyOf(increments.entrySet());
        int[] updated = jdbc.execute(
                "UPDATE counter SET total = total + ? WHERE run = ? AND source = ? AND qpv = ? AND measure = ?",
                (PreparedStatement statement) -> {
                    for (Map.Entry<CounterKey, Counted> entry : ordered) {
                        statement.setLong(1, entry.getValue().total());
                        statement.setLong(2, run);
                        statement.setString(3, source);
                        statement.setString(4, entry.getKey().qpv());
                        statement.setString(5, entry.getKey().measure().id());
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
        List<Object[]> missing = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            if (updated[i] == 0) {
                CounterKey key = ordered.get(i).getKey();
                Counted counted = ordered.get(i).getValue();
                missing.add(new Object[] {
                        run, source, key.qpv(), key.measure().id(), counted.total(), counted.line()
                });
            }
        }
        jdbc.batchUpdate("INSERT INTO counter (run, source, qpv, measure, total, line) VALUES (?, ?, ?, ?, ?, ?)",
                missing);
    }

    /** The counters of a run, as counts of the QPV, by source and line. */
    public List<Located<Fact.MeasureFact>> counters(long run) {
        List<Located<Fact.MeasureFact>> counted = jdbc.query(
                "SELECT source, line, qpv, measure, total FROM counter WHERE run = ?",
                (row, n) -> new Located<>(
                        row.getString(1),
                        row.getLong(2),
                        new Fact.MeasureFact(
                                Fact.Kind.QPV,
                                row.getString(3),
                                Measure.valueOf(row.getString(4)),
                                BigDecimal.valueOf(row.getLong(5)))),
                run);
        counted.sort(AS_READ);
        return counted;
    }
}

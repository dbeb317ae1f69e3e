package fr.atlasqpv.store;

import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The figures of a run: raw sums, then published cells, and the checks on them. Numbers are kept as text, digit for digit:
 * exact sums of weighted counts outgrow the decimals of either database.
 */
public final class Cells {
    private final JdbcTemplate jdbc;

    /** @param dataSource the store */
    public Cells(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(5_000);
    }

    /** Keeps the raw figures of a run, instead of earlier ones. */
    public void saveRaw(long run, Collection<RawCell> cells, Map<TotalKey, BigDecimal> totals) {
        forget(run, "raw_cell", "raw_total");
        jdbc.batchUpdate(
                "INSERT INTO raw_cell (run, niveau, code, perimetre, indicator, numerator, denominator, category, "
                        + "availability, estimated) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                cells.stream()
                        .map(c -> row(run, c.key(), text(c.numerator()), text(c.denominator()), c.text(),
                                c.availability().name(), c.estimated()))
                        .toList());
        jdbc.batchUpdate(
                "INSERT INTO raw_total (run, niveau, code, perimetre, measure, total) VALUES (?, ?, ?, ?, ?, ?)",
                totals.entrySet()
                        .stream()
                        .map(t -> new Object[] {
                                run, t.getKey().territory().level().name(), t.getKey().territory().code(),
                                t.getKey().perimeter().name(), t.getKey().measure().id(), text(t.getValue())
                        })
                        .toList());
    }

    /** Raw figures of a run. */
    public SortedMap<CellKey, RawCell> raw(long run) {
        SortedMap<CellKey, RawCell> cells = new TreeMap<>();
        jdbc.query(
                "SELECT niveau, code, perimetre, indicator, numerator, denominator, category, availability, estimated "
                        + "FROM raw_cell WHERE run = ?",
                r -> {
                    CellKey key = key(r);
                    cells.put(
                            key,
                            new RawCell(
                                    key,
                                    number(r.getString(5)),
                                    number(r.getString(6)),
                                    r.getString(7),
                                    RawCell.Availability.valueOf(r.getString(8)),
                                    r.getBoolean(9)));
                },
                run);
        return cells;
    }

    /** Sums of measures of a run, for the rules that count units. */
    public Map<TotalKey, BigDecimal> totals(long run) {
        Map<TotalKey, BigDecimal> totals = new HashMap<>();
        jdbc.query(
                "SELECT niveau, code, perimetre, measure, total FROM raw_total WHERE run = ?",
                r -> {
                    totals.put(
                            new TotalKey(
                                    new Territory(Level.valueOf(r.getString(1)), r.getString(2)),
                                    Perimeter.valueOf(r.getString(3)),
                                    Measure.valueOf(r.getString(4))),
                            number(r.getString(5)));
                },
                run);
        return totals;
    }

    /** Keeps the published cells of a run, instead of earlier ones. */
    public void savePublished(long run, Collection<PublishedCell> cells) {
        forget(run, "published_cell");
        jdbc.batchUpdate(
                "INSERT INTO published_cell (run, niveau, code, perimetre, indicator, amount, category, status, estimated, "
                        + "millesime, source) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                cells.stream()
                        .map(c -> row(run, c.key(), text(c.value()), c.text(), c.status().name(), c.estimated(),
                                c.millesime(), c.source()))
                        .toList());
    }

    /** Published cells of a run. */
    public SortedMap<CellKey, PublishedCell> published(long run) {
        SortedMap<CellKey, PublishedCell> cells = new TreeMap<>();
        jdbc.query(
                "SELECT niveau, code, perimetre, indicator, amount, category, status, estimated, millesime, source "
                        + "FROM published_cell WHERE run = ?",
                r -> {
                    CellKey key = key(r);
                    cells.put(
                            key,
                            new PublishedCell(
                                    key,
                                    number(r.getString(5)),
                                    r.getString(6),
                                    CellStatus.valueOf(r.getString(7)),
                                    r.getBoolean(8),
                                    r.getString(9),
                                    r.getString(10)));
                },
                run);
        return cells;
    }

    /** Keeps the checks of a run, instead of earlier ones. */
    public void saveChecks(long run, List<Check> checks) {
        forget(run, "edition_check");
        List<Object[]> rows = new ArrayList<>();
        for (Check check : checks) {
            rows.add(new Object[] {run, rows.size(), check.id(), check.label(), check.passed(), check.detail()});
        }
        jdbc.batchUpdate(
                "INSERT INTO edition_check (run, rank, id, label, passed, detail) VALUES (?, ?, ?, ?, ?, ?)", rows);
    }

    /** Checks of a run, in order. */
    public List<Check> checks(long run) {
        return jdbc.query(
                "SELECT id, label, passed, detail FROM edition_check WHERE run = ? ORDER BY rank",
                (r, n) -> new Check(r.getString(1), r.getString(2), r.getBoolean(3), r.getString(4)),
                run);
    }

    /** Forgets every figure of a run. */
    public void forget(long run) {
        forget(run, "raw_cell", "raw_total", "published_cell", "edition_check");
    }

    private void forget(long run, String... tables) {
        for (String table : tables) {
            jdbc.update("DELETE FROM " + table + " WHERE run = ?", run);
        }
    }

    private static CellKey key(ResultSet row) throws SQLException {
        return CellKey.of(
                Level.valueOf(row.getString(1)),
                row.getString(2),
                Perimeter.valueOf(row.getString(3)),
                Indicator.valueOf(row.getString(4)));
    }

    private static Object[] row(long run, CellKey key, Object... rest) {
        List<Object> row = new ArrayList<>(List.of(
                run,
                key.territory().level().name(),
                key.territory().code(),
                key.perimeter().name(),
                key.indicator().id()));
        row.addAll(Arrays.asList(rest));
        return row.toArray();
    }

    private static String text(BigDecimal number) {
        return number == null ? null : number.toString();
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}

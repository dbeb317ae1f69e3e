package fr.atlasqpv.store;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;

/**
 * The table of one kind of fact.
 *
 * @param type kind of fact
 * @param name name of the table
 * @param columns its columns after run, source and line
 * @param values the fact as values of the columns, in their order
 * @param mapper the fact from a row; its first column is 1 for the first of {@code columns}
 * @param <F> kind of fact
 */
record FactTable<F extends Fact>(
        Class<F> type, String name, List<String> columns, Function<F, Object[]> values, Reader<F> mapper) {

    /** Reads a fact from a row whose first value of the fact is in column {@link #FIRST}. */
    interface Reader<F> {
        F read(ResultSet row) throws SQLException;
    }

    /** Column of the first value of the fact in {@link #select()}. */
    private static final int FIRST = 3;

    static final List<FactTable<?>> ALL = List.of(
            table(Fact.CommuneFact.class, "commune", "code, label, departement, region",
                    f -> row(f.code(), f.label(), f.departement(), f.region()),
                    r -> new Fact.CommuneFact(text(r, 0), text(r, 1), text(r, 2), text(r, 3))),
            table(Fact.DepartementFact.class, "departement", "code, label, region, chef_lieu",
                    f -> row(f.code(), f.label(), f.region(), f.chefLieu()),
                    r -> new Fact.DepartementFact(text(r, 0), text(r, 1), text(r, 2), text(r, 3))),
            table(Fact.RegionFact.class, "region", "code, label, chef_lieu",
                    f -> row(f.code(), f.label(), f.chefLieu()),
                    r -> new Fact.RegionFact(text(r, 0), text(r, 1), text(r, 2))),
            table(Fact.EpciFact.class, "epci", "code, label, nature",
                    f -> row(f.code(), f.label(), f.nature()),
                    r -> new Fact.EpciFact(text(r, 0), text(r, 1), text(r, 2))),
            table(Fact.EpciMembershipFact.class, "epci_membership", "commune, epci",
                    f -> row(f.commune(), f.epci()),
                    r -> new Fact.EpciMembershipFact(text(r, 0), text(r, 1))),
            table(Fact.EpciSeatFact.class, "epci_seat", "epci, commune",
                    f -> row(f.epci(), f.commune()),
                    r -> new Fact.EpciSeatFact(text(r, 0), text(r, 1))),
            table(Fact.QpvFact.class, "qpv", "code, label, communes",
                    f -> row(f.code(), f.label(), f.communes()),
                    r -> new Fact.QpvFact(text(r, 0), text(r, 1), text(r, 2))),
            table(Fact.QpvCommuneFact.class, "qpv_commune", "qpv, commune, inhabitants",
                    f -> row(f.qpv(), f.commune(), f.inhabitants()),
                    r -> new Fact.QpvCommuneFact(text(r, 0), text(r, 1), number(r, 2))),
            table(Fact.MeasureFact.class, "measure", "kind, code, measure, amount",
                    f -> row(f.kind(), f.code(), f.measure(), f.value()),
                    r -> new Fact.MeasureFact(kind(r, 0), text(r, 1), measure(r, 2), number(r, 3))),
            table(Fact.RateFact.class, "rate", "kind, code, indicator, rate",
                    f -> row(f.kind(), f.code(), f.indicator(), f.rate()),
                    r -> new Fact.RateFact(kind(r, 0), text(r, 1), indicator(r, 2), number(r, 3))),
            table(Fact.MissingFact.class, "missing", "kind, code, measure, indicator, mark",
                    f -> row(f.kind(), f.code(), f.measure(), f.indicator(), f.mark()),
                    r -> new Fact.MissingFact(kind(r, 0), text(r, 1), measure(r, 2), indicator(r, 3),
                            Fact.MissingMark.valueOf(text(r, 4)))),
            table(Fact.BrevetFact.class, "brevet", "uai, school_year, college, open, commune, sat, passed",
                    f -> row(f.uai(), f.session(), f.college(), f.open(), f.commune(), f.sat(), f.passed()),
                    r -> new Fact.BrevetFact(text(r, 0), r.getInt(FIRST + 1), r.getBoolean(FIRST + 2),
                            r.getBoolean(FIRST + 3), text(r, 4), number(r, 5), number(r, 6))),
            table(Fact.CollegeFact.class, "college", "uai, open, commune, x, y",
                    f -> row(f.uai(), f.open(), f.commune(), f.x(), f.y()),
                    r -> new Fact.CollegeFact(text(r, 0), r.getBoolean(FIRST + 1), text(r, 2), metres(r, 3),
                            metres(r, 4))),
            table(Fact.PriorityEducationFact.class, "priority_education", "uai, label",
                    f -> row(f.uai(), f.label()),
                    r -> new Fact.PriorityEducationFact(text(r, 0), text(r, 1))),
            table(Fact.ProgrammeFact.class, "programme", "qpv, indicator, amount, code",
                    f -> row(f.qpv(), f.indicator(), f.value(), f.text()),
                    r -> new Fact.ProgrammeFact(text(r, 0), indicator(r, 1), number(r, 2), text(r, 3))),
            table(Fact.ContourFact.class, "contour", "kind, code, wkb",
                    f -> row(f.kind(), f.code(), new WKBWriter().write(f.geometry())),
                    r -> new Fact.ContourFact(kind(r, 0), text(r, 1), geometry(r, 2))),
            table(Fact.CentreFact.class, "centre", "commune, x, y",
                    f -> row(f.commune(), f.x(), f.y()),
                    r -> new Fact.CentreFact(text(r, 0), r.getDouble(FIRST + 1), r.getDouble(FIRST + 2))),
            table(Fact.ReferenceFact.class, "reference", "niveau, code, perimetre, indicateur, amount",
                    f -> row(f.level(), f.code(), f.perimeter(), f.indicator(), f.value()),
                    r -> new Fact.ReferenceFact(text(r, 0), text(r, 1),
                            Perimeter.valueOf(text(r, 2)), text(r, 3), number(r, 4))));

    private static final Map<Class<?>, FactTable<?>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(FactTable::type, t -> t));

    /** The table of a kind of fact. */
    @SuppressWarnings("unchecked")
    static <F extends Fact> FactTable<F> of(Class<F> type) {
        FactTable<?> table = BY_TYPE.get(type);
        if (table == null) {
            throw new IllegalArgumentException("no table holds facts of type " + type.getSimpleName());
        }
        return (FactTable<F>) table;
    }

    String insert() {
        String marks = Stream.generate(() -> "?").limit(columns.size() + 3L).collect(Collectors.joining(", "));
        return "INSERT INTO " + name + " (run, source, line, " + String.join(", ", columns) + ") VALUES (" + marks
                + ")";
    }

    String select() {
        return "SELECT source, line, " + String.join(", ", columns) + " FROM " + name + " WHERE run = ?";
    }

    void bind(PreparedStatement statement, long run, String source, long line, F fact) throws SQLException {
        statement.setLong(1, run);
        statement.setString(2, source);
        statement.setLong(3, line);
        Object[] row = values.apply(fact);
        for (int i = 0; i < row.length; i++) {
            Object value = row[i] instanceof Enum<?> e ? e.name()
                    : row[i] instanceof Measure || row[i] instanceof Indicator ? row[i].toString() : row[i];
            statement.setObject(i + 4, value);
        }
    }

    private static <F extends Fact> FactTable<F> table(
            Class<F> type, String name, String columns, Function<F, Object[]> values, Reader<F> mapper) {
        return new FactTable<>(type, "fact_" + name, List.of(columns.split(", ")), values, mapper);
    }

    private static Object[] row(Object... values) {
        return values;
    }

    private static String text(ResultSet row, int index) throws SQLException {
        return row.getString(FIRST + index);
    }

    private static BigDecimal number(ResultSet row, int index) throws SQLException {
        return Numbers.plain(row.getBigDecimal(FIRST + index));
    }

    private static Double metres(ResultSet row, int index) throws SQLException {
        double value = row.getDouble(FIRST + index);
        return row.wasNull() ? null : value;
    }

    private static Fact.Kind kind(ResultSet row, int index) throws SQLException {
        return Fact.Kind.valueOf(text(row, index));
    }

    private static Measure measure(ResultSet row, int index) throws SQLException {
        String name = text(row, index);
        return name == null ? null : Measure.valueOf(name);
    }

    private static Indicator indicator(ResultSet row, int index) throws SQLException {
        String name = text(row, index);
        return name == null ? null : Indicator.valueOf(name);
    }

    private static Geometry geometry(ResultSet row, int index) throws SQLException {
        try {
            return new WKBReader().read(row.getBytes(FIRST + index));
        } catch (ParseException e) {
            throw new SQLException("contour that the store cannot read back", e);
        }
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Layout {@code qpv-communes}: inhabitants of each QPV in each of its communes; the last arrondissement of a commune gives
 * the sum of all.
 */
final class QpvCommunes implements RowInterpreter {
    private final Column qpv;
    private final Column commune;
    private final Column inhabitants;
    private final Groups places;
    private final Scope scope;
    private final Keys keys = new Keys();

    QpvCommunes(Header header, Edition.Source source, Edition edition, Groups places) {
        this.qpv = header.column("qpv");
        this.commune = header.column("commune");
        this.inhabitants = header.column("habitants");
        this.places = places;
        this.scope = Scope.of(edition);
    }

    /** The QPV and commune that a row counts for. */
    static Function<Row, String> group(Header header) {
        return row -> key(row.text(header.column("qpv")), row.text(header.column("commune")));
    }

    private static String key(String qpv, String commune) {
        return qpv.toUpperCase(Locale.ROOT) + " " + CommuneCode.commune(commune);
    }

    @Override
    public Outcome interpret(Row row) {
        String code = row.qpv(qpv);
        String place = row.commune(commune);
        if (!row.faulty() && (scope.excludesQpv(code) || scope.excludesCommune(place))) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        keys.once(row, qpv, code + " " + place);
        BigDecimal count = row.count(inhabitants) instanceof Cell.Value n ? n.value() : null;
        String key = key(code, place);
        return places.add(key, count)
                ? row.usable(new Fact.QpvCommuneFact(code, CommuneCode.commune(place), places.sum(key)))
                : row.usable(List.of());
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import java.math.BigDecimal;

/** Layout {@code qpv-communes}: inhabitants of each QPV in each of its communes; those of the arrondissements of a commune add up. */
final class QpvCommunes implements RowInterpreter {
    private final Column qpv;
    private final Column commune;
    private final Column inhabitants;
    private final Scope scope;
    private final Keys keys = new Keys();

    QpvCommunes(Header header, Edition.Source source, Edition edition) {
        this.qpv = header.column("qpv");
        this.commune = header.column("commune");
        this.inhabitants = header.column("habitants");
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String code = row.qpv(qpv);
        String place = row.commune(commune);
        if (!row.faulty() && (scope.excludesQpv(code) || scope.excludesCommune(place))) {
            return row.outOfScope(ScopeReason.OUTRE_MER);
        }
        keys.once(row, qpv, code + " " + place);
        BigDecimal count = row.count(inhabitants) instanceof Cell.Number n ? n.value() : null;
        return row.usable(new Fact.QpvCommuneFact(code, CommuneCode.commune(place), count));
    }
}

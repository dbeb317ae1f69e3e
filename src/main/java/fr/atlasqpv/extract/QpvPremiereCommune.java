package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;

/** Layout {@code qpv-premiere-commune}: the first commune of each QPV, without inhabitants. */
final class QpvPremiereCommune implements RowInterpreter {
    private final Column qpv;
    private final Column commune;
    private final Scope scope;
    private final Keys keys = new Keys();

    QpvPremiereCommune(Header header, Edition.Source source, Edition edition) {
        this.qpv = header.column("qpv");
        this.commune = header.column("commune");
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String code = row.qpv(qpv);
        String place = row.commune(commune);
        if (!row.faulty() && (scope.excludesQpv(code) || scope.excludesCommune(place))) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        keys.once(row, qpv, code);
        return row.usable(new Fact.QpvCommuneFact(code, CommuneCode.commune(place), null));
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;

/** Layout {@code epci-sieges}: the commune where each EPCI has its seat. */
final class EpciSieges implements RowInterpreter {
    private final Column epci;
    private final Column commune;
    private final Scope scope;
    private final Keys keys = new Keys();

    EpciSieges(Header header, Edition.Source source, Edition edition) {
        this.epci = header.column("epci");
        this.commune = header.column("commune");
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String siren = row.siren(epci);
        String code = row.commune(commune);
        if (!row.faulty() && scope.excludesCommune(code)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        keys.once(row, epci, siren);
        return row.usable(new Fact.EpciSeatFact(siren, CommuneCode.commune(code)));
    }
}

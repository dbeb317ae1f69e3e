package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;

/** Layout {@code epci-departements}: the département where each EPCI has its seat. */
final class EpciDepartements implements RowInterpreter {
    private final Column epci;
    private final Column departement;
    private final Scope scope;
    private final Keys keys = new Keys();

    EpciDepartements(Header header, Edition.Source source, Edition edition) {
        this.epci = header.column("epci");
        this.departement = header.column("departement");
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String siren = row.siren(epci);
        String code = row.departement(departement);
        if (!row.faulty() && scope.excludesDepartement(code)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        keys.once(row, epci, siren);
        return row.usable(new Fact.EpciDepartementFact(siren, code));
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;

/** Layout {@code cog-departements}: départements of the COG. */
final class CogDepartements implements RowInterpreter {
    private final Column code;
    private final Column region;
    private final Column seat;
    private final Column label;
    private final Scope scope;
    private final Keys keys = new Keys();

    CogDepartements(Header header, Edition.Source source, Edition edition) {
        this.code = header.column("code");
        this.region = header.column("region");
        this.seat = header.column("chef-lieu");
        this.label = header.column("label");
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String departement = row.departement(code);
        String of = row.region(region);
        if (!row.faulty() && scope.excludesDepartement(departement)) {
            if (scope.excludesRegion(of)) {
                return row.outOfScope(ScopeReason.HORS_CADRE);
            }
            // Its region would be counted without it
            row.fault(code, NoticeCode.DEPARTEMENT_HORS_CADRE,
                    "L’édition place la région " + of
                            + ", mais aucune de ses zones n’a ce département\u00a0: ses habitants y "
                            + "manqueraient. Ajoutez-le à frame.zones.",
                    departement);
        }
        keys.once(row, code, departement);
        return row.usable(new Fact.DepartementFact(
                departement, row.required(label), of, row.commune(seat)));
    }
}

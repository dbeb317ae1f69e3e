package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;

/** Layout {@code cog-regions}: regions of the COG. */
final class CogRegions implements RowInterpreter {
    private final Column code;
    private final Column seat;
    private final Column label;
    private final Scope scope;
    private final Keys keys = new Keys();

    CogRegions(Header header, Edition.Source source, Edition edition) {
        this.code = header.column("code");
        this.seat = header.column("chef-lieu");
        this.label = header.column("label");
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String region = row.region(code);
        if (!row.faulty() && scope.excludesRegion(region)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        keys.once(row, code, region);
        return row.usable(new Fact.RegionFact(region, row.required(label), row.commune(seat)));
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.territory.Epci;
import java.util.List;

/** Layout {@code epci-composition}: the EPCI that each commune belongs to, {@code ZZZZZZZZZ} for none. */
final class EpciComposition implements RowInterpreter {
    private final Column commune;
    private final Column epci;
    private final Scope scope;
    private final Keys keys = new Keys();

    EpciComposition(Header header, Edition.Source source, Edition edition) {
        this.commune = header.column("commune");
        this.epci = header.column("epci");
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String code = row.commune(commune);
        if (!row.faulty() && scope.excludesCommune(code)) {
            return row.outOfScope(ScopeReason.HORS_CADRE, List.of(new Fact.EpciElsewhereFact(row.written(epci))));
        }
        keys.once(row, commune, code);
        String siren = row.text(epci).equals(Epci.NONE) ? Epci.NONE : row.siren(epci);
        return row.usable(new Fact.EpciMembershipFact(code, siren));
    }
}

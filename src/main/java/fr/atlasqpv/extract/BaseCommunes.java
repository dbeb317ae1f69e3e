package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import java.util.List;

/** Layout {@code base-communes}: one row per commune, figures in columns. Arrondissements are part of their commune. */
final class BaseCommunes implements RowInterpreter {
    private final Column code;
    private final Figures figures;
    private final Scope scope;
    private final Keys keys = new Keys();

    BaseCommunes(Header header, Edition.Source source, Edition edition) {
        this.code = header.column("code");
        this.figures = new Figures(header, source, edition, Fact.Kind.COMMUNE);
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        if (TotalRow.is(row.text(code))) {
            return row.outOfScope(ScopeReason.LIGNE_ENSEMBLE);
        }
        String commune = row.commune(code);
        if (row.faulty()) {
            return row.usable(List.of());
        }
        if (scope.excludesCommune(commune)) {
            return row.outOfScope(ScopeReason.OUTRE_MER);
        }
        if (CommuneCode.arrondissement(commune)) {
            return row.outOfScope(ScopeReason.ARRONDISSEMENT);
        }
        keys.once(row, code, commune);
        return row.usable(figures.of(row, commune));
    }
}

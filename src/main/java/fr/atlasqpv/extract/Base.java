package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import java.util.List;
import java.util.Optional;

/**
 * Layouts {@code base-communes} and {@code base-qpv}: one row per territory, figures in columns. Arrondissements are part
 * of their commune; INSEE puts a total row first.
 */
final class Base implements RowInterpreter {
    private final Fact.Kind kind;
    private final Column code;
    private final Column label;
    private final Column communes;
    private final Figures figures;
    private final Scope scope;
    private final Keys keys = new Keys();

    Base(Header header, Edition.Source source, Edition edition, Fact.Kind kind) {
        boolean qpv = kind == Fact.Kind.QPV;
        this.kind = kind;
        this.code = header.column("code");
        this.label = qpv ? header.column("label") : null;
        this.communes = qpv ? header.column("communes") : null;
        this.figures = new Figures(header, source, edition, kind);
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        if (TotalRow.is(row.text(code))) {
            return row.outOfScope(ScopeReason.LIGNE_ENSEMBLE);
        }
        String territory = row.territory(kind, code);
        if (row.faulty()) {
            return row.usable(List.of());
        }
        Optional<ScopeReason> excluded = scope.excludes(kind, territory);
        if (excluded.isPresent()) {
            return row.outOfScope(excluded.get(), label == null ? List.of() : scope.elsewhere(territory));
        }
        keys.once(row, code, territory);
        List<Fact> facts = figures.of(row, territory);
        if (label != null) {
            facts.add(new Fact.QpvFact(territory, row.required(label), row.text(communes)));
        }
        return row.usable(facts);
    }
}

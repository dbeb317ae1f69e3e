package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import java.util.List;

/** Layout {@code base-qpv}: one row per QPV, figures in columns; INSEE puts a total row first. */
final class BaseQpv implements RowInterpreter {
    private final Column code;
    private final Column label;
    private final Column communes;
    private final Figures figures;
    private final Scope scope;
    private final Keys keys = new Keys();

    BaseQpv(Header header, Edition.Source source, Edition edition) {
        this.code = header.column("code");
        this.label = header.column("label");
        this.communes = header.column("communes");
        this.figures = new Figures(header, source, edition, Fact.Kind.QPV);
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        if (TotalRow.is(row.text(code))) {
            return row.outOfScope(ScopeReason.LIGNE_ENSEMBLE);
        }
        String qpv = row.qpv(code);
        if (row.faulty()) {
            return row.usable(List.of());
        }
        if (scope.excludesQpv(qpv)) {
            return row.outOfScope(ScopeReason.OUTRE_MER);
        }
        keys.once(row, code, qpv);
        List<Fact> facts = figures.of(row, qpv);
        if (label != null) {
            facts.add(new Fact.QpvFact(qpv, row.required(label), row.text(communes)));
        }
        return row.usable(facts);
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Layouts {@code comptages-communes} and {@code comptages-qpv}: counts, one row per territory and measure. */
final class Comptages implements RowInterpreter {
    private final Fact.Kind kind;
    private final Column code;
    private final Column measure;
    private final MeasureWord words;
    private final Column value;
    private final Scope scope;
    private final Keys keys = new Keys();

    Comptages(Header header, Edition edition, Fact.Kind kind) {
        this.kind = kind;
        this.code = header.column("code");
        this.measure = header.column("mesure");
        this.value = header.column("valeur");
        this.words = new MeasureWord(edition);
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String territory = row.territory(kind, code);
        String word = row.required(measure);
        Optional<ScopeReason> excluded = row.faulty() ? Optional.empty() : scope.excludes(kind, territory);
        if (excluded.isPresent()) {
            return row.outOfScope(excluded.get());
        }
        Optional<Measure> counted = words.find(row, measure, word);
        keys.once(row, code, territory + " " + word);
        List<Fact> facts = new ArrayList<>(1);
        counted.ifPresent(m -> row.measure(facts, kind, territory, m, value));
        return row.usable(facts);
    }
}

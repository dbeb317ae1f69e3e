package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Layout {@code comptages-qpv}: counts, one row per QPV and measure. */
final class ComptagesQpv implements RowInterpreter {
    private final Column code;
    private final Column measure;
    private final MeasureWord words;
    private final Column value;
    private final Scope scope;
    private final Keys keys = new Keys();

    ComptagesQpv(Header header, Edition.Source source, Edition edition) {
        this.code = header.column("code");
        this.measure = header.column("mesure");
        this.value = header.column("valeur");
        this.words = new MeasureWord(edition);
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String territory = row.qpv(code);
        String word = row.required(measure);
        if (!row.faulty() && scope.excludesQpv(territory)) {
            return row.outOfScope(ScopeReason.OUTRE_MER);
        }
        Optional<Measure> counted = words.find(row, measure, word);
        keys.once(row, code, territory + " " + word);
        List<Fact> facts = new ArrayList<>(1);
        counted.ifPresent(m -> row.measure(facts, Fact.Kind.QPV, territory, m, value));
        return row.usable(facts);
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Layout {@code comptages-communes}: counts, one row per commune and measure. */
final class ComptagesCommunes implements RowInterpreter {
    private final Column code;
    private final Column measure;
    private final MeasureWord words;
    private final Column value;
    private final Scope scope;
    private final Keys keys = new Keys();

    ComptagesCommunes(Header header, Edition.Source source, Edition edition) {
        this.code = header.column("code");
        this.measure = header.column("mesure");
        this.value = header.column("valeur");
        this.words = new MeasureWord(edition);
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String territory = row.commune(code);
        String word = row.required(measure);
        if (!row.faulty() && scope.excludesCommune(territory)) {
            return row.outOfScope(ScopeReason.OUTRE_MER);
        }
        if (!row.faulty() && CommuneCode.arrondissement(territory)) {
            return row.outOfScope(ScopeReason.ARRONDISSEMENT);
        }
        Optional<Measure> counted = words.find(row, measure, word);
        keys.once(row, code, territory + " " + word);
        List<Fact> facts = new ArrayList<>(1);
        counted.ifPresent(m -> row.measure(facts, Fact.Kind.COMMUNE, territory, m, value));
        return row.usable(facts);
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Indicator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Layout {@code typologies}: the three typologies of the ONPV, one row per QPV. */
final class Typologies implements RowInterpreter {
    private final Column code;
    private final Map<Indicator, Column> columns = new EnumMap<>(Indicator.class);
    private final Edition edition;
    private final Scope scope;
    private final Keys keys = new Keys();

    Typologies(Header header, Edition.Source source, Edition edition) {
        this.code = header.column("code");
        this.edition = edition;
        columns.put(Indicator.TYPOLOGIE_CADRE_VIE, header.column("cadre-vie"));
        columns.put(Indicator.TYPOLOGIE_COHESION, header.column("cohesion"));
        columns.put(Indicator.TYPOLOGIE_EMPLOI, header.column("emploi"));
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String qpv = row.qpv(code);
        if (!row.faulty() && scope.excludesQpv(qpv)) {
            return row.outOfScope(ScopeReason.OUTRE_MER);
        }
        keys.once(row, code, qpv);
        List<Fact> facts = new ArrayList<>(columns.size());
        columns.forEach((indicator, column) -> facts.add(fact(row, qpv, indicator, column)));
        return row.usable(facts);
    }

    private Fact fact(Row row, String qpv, Indicator indicator, Column column) {
        String word = row.text(column);
        List<String> known = List.copyOf(edition.typologies().getOrDefault(indicator.id(), Map.of()).keySet());
        return Cell.mark(word)
                .<Fact>map(mark -> new Fact.MissingFact(Fact.Kind.QPV, qpv, null, indicator, mark))
                .orElseGet(() -> {
                    if (!known.contains(word)) {
                        row.unknownWord(column, word, known);
                    }
                    return new Fact.ProgrammeFact(qpv, indicator, null, word);
                });
    }
}

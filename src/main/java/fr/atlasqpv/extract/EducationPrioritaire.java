package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import java.util.List;
import java.util.Locale;

/** Layout {@code education-prioritaire}: label of each establishment. Rows repeated word for word are usual and counted apart; rows that contradict each other are rejected. */
final class EducationPrioritaire implements RowInterpreter {
    private static final List<String> LABELS = List.of("REP", "REP+", "HORS REP");
    private final Column uai;
    private final Column label;
    private final Keys keys = new Keys();

    EducationPrioritaire(Header header, Edition.Source source, Edition edition) {
        this.uai = header.column("uai");
        this.label = header.column("label");
    }

    @Override
    public Outcome interpret(Row row) {
        String code = SchoolWords.uai(row, uai);
        String word = row.text(label).toUpperCase(Locale.ROOT);
        if (!word.isEmpty() && !LABELS.contains(word)) {
            row.unknownWord(label, word, LABELS);
        }
        if (keys.repeated(row, uai, code, word)) {
            return row.outOfScope(ScopeReason.DOUBLON_IDENTIQUE);
        }
        if (!row.faulty() && !word.startsWith("REP")) {
            return row.outOfScope(ScopeReason.HORS_EDUCATION_PRIORITAIRE);
        }
        return row.usable(new Fact.LabelFact(code, word));
    }
}

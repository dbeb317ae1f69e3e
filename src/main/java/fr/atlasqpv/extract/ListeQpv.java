package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Layout {@code liste-qpv}: list by QPV of a programme. Without a column for the value, each row says that the QPV belongs to the
 * programme: for an indicator that counts, the rows of a QPV add up (a QPV in two cités éducatives has two rows); for a
 * flag, a row repeated is counted apart. With a column for the value, a QPV has one row; a row repeated word for word is
 * counted apart and another value for the same QPV is rejected. */
final class ListeQpv implements RowInterpreter {
    private final Column code;
    private final Column value;
    private final Column programme;
    private final Indicator indicator;
    private final Set<String> codes;
    private final Scope scope;
    private final Keys keys = new Keys();

    ListeQpv(Header header, Edition.Source source, Edition edition) {
        this.code = header.column("code");
        this.value = header.column("valeur");
        this.programme = header.column("programme");
        this.indicator = source.indicator();
        this.codes = edition.typologies().getOrDefault(indicator.id(), Map.of()).keySet();
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String qpv = row.qpv(code);
        if (!row.faulty() && scope.excludesQpv(qpv)) {
            return row.outOfScope(ScopeReason.OUTRE_MER);
        }
        String read = row.text(value);
        boolean addsUp = value == null && indicator.kind() == Indicator.Kind.COUNT;
        if (addsUp) {
            if (programme != null) {
                keys.once(row, code, qpv + " " + row.required(programme));
            }
        } else if (keys.repeated(row, code, qpv, read)) {
            return row.outOfScope(ScopeReason.DOUBLON_IDENTIQUE);
        }
        return value == null ? row.usable(new Fact.ProgrammeFact(qpv, indicator, BigDecimal.ONE, null))
                : valued(row, qpv);
    }

    private Outcome valued(Row row, String qpv) {
        if (indicator.kind() == Indicator.Kind.CODE) {
            String word = row.text(value);
            if (!word.isEmpty() && !codes.contains(word)) {
                row.unknownWord(value, word, List.copyOf(codes));
            }
            return row.usable(word.isEmpty() ? List.of() : List.of(new Fact.ProgrammeFact(qpv, indicator, null, word)));
        }
        return switch (row.count(value)) {
            case Cell.Number n -> number(row, qpv, n.value());
            case Cell.Missing m -> row.usable(new Fact.MissingFact(Fact.Kind.QPV, qpv, null, indicator, m.mark()));
            case Cell.Illegible i -> row.usable(List.of());
        };
    }

    private Outcome number(Row row, String qpv, BigDecimal number) {
        if (indicator.kind() == Indicator.Kind.FLAG && number.compareTo(BigDecimal.ONE) > 0) {
            row.fault(value, NoticeCode.NOMBRE_IMPOSSIBLE, "On attend 1 (oui) ou 0 (non).", row.text(value));
        }
        return row.usable(new Fact.ProgrammeFact(qpv, indicator, number, null));
    }
}

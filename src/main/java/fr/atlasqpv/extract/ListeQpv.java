package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Layout {@code liste-qpv}: list by QPV of a programme. A QPV that is not in the list is not concerned.
 *
 * <ul>
 *   <li>Without a column for the value, each row says that the QPV belongs to the programme. For an indicator that counts,
 *       the last row of a QPV gives the number of its rows (a QPV in two cités éducatives has two), and the field
 *       {@code programme}, when mapped, must differ from one to the next. For a flag, a row repeated is counted apart.
 *   <li>With a column for the value, a QPV has one row: repeated word for word it is counted apart, with another value it is
 *       rejected.
 * </ul>
 */
final class ListeQpv implements RowInterpreter {
    private final Column code;
    private final Column value;
    private final Column programme;
    private final Indicator indicator;
    private final Set<String> codes;
    private final Groups rows;
    private final Scope scope;
    private final Keys keys = new Keys();

    ListeQpv(Header header, Edition.Source source, Edition edition, Groups rows) {
        this.code = header.column("code");
        this.value = header.column("valeur");
        this.programme = header.column("programme");
        this.indicator = source.indicator();
        this.codes = edition.typologies().getOrDefault(indicator.id(), Map.of()).keySet();
        this.rows = rows;
        this.scope = Scope.of(edition);
    }

    /** The QPV that a row speaks of. */
    static Function<Row, String> group(Header header) {
        return row -> row.text(header.column("code")).toUpperCase(Locale.ROOT);
    }

    @Override
    public Outcome interpret(Row row) {
        String qpv = row.qpv(code);
        if (!row.faulty() && scope.excludesQpv(qpv)) {
            return row.outOfScope(ScopeReason.OUTRE_MER);
        }
        if (value == null && indicator.kind() == Indicator.Kind.COUNT) {
            return counted(row, qpv);
        }
        if (keys.repeated(row, code, qpv, row.text(value))) {
            return row.outOfScope(ScopeReason.DOUBLON_IDENTIQUE);
        }
        return value == null ? row.usable(programme(qpv, BigDecimal.ONE)) : valued(row, qpv);
    }

    private Outcome counted(Row row, String qpv) {
        if (programme != null) {
            keys.once(row, code, qpv + " " + row.required(programme));
        }
        return rows.add(qpv, BigDecimal.ONE) ? row.usable(programme(qpv, rows.sum(qpv))) : row.usable(List.of());
    }

    private Fact programme(String qpv, BigDecimal number) {
        return new Fact.ProgrammeFact(qpv, indicator, number, null);
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
            case Cell.Value n -> number(row, qpv, n.value());
            case Cell.Missing m -> row.usable(new Fact.MissingFact(Fact.Kind.QPV, qpv, null, indicator, m.mark()));
            case Cell.Illegible i -> row.usable(List.of());
        };
    }

    private Outcome number(Row row, String qpv, BigDecimal number) {
        if (indicator.kind() == Indicator.Kind.FLAG && number.compareTo(BigDecimal.ONE) > 0) {
            row.fault(value, NoticeCode.NOMBRE_IMPOSSIBLE, "On attend 1 (oui) ou 0 (non).", row.text(value));
        }
        return row.usable(programme(qpv, number));
    }
}

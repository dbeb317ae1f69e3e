package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Layouts {@code liste-territory} and {@code liste-communes}: list of the QPV, or of the communes, of a programme. Who is not in the
 * list is not concerned.
 *
 * <ul>
 *   <li>Without a column for the value, each row says that the QPV belongs to the programme. For an indicator that counts,
 *       the last row of a territory gives the number of its rows (a QPV in two cités éducatives has two), and the field
 *       {@code programme}, when mapped, must differ from one to the next. For a flag, a row repeated is counted apart.
 *   <li>With a column for the value, a territory has one row: repeated word for word it is counted apart, with another value it is
 *       rejected.
 * </ul>
 */
final class ListOfTerritories implements RowInterpreter {
    private final Fact.Kind kind;
    private final Column code;
    private final Column value;
    private final Column programme;
    private final Indicator indicator;
    private final Set<String> codes;
    private final Groups rows;
    private final Scope scope;
    private final Keys keys = new Keys();

    ListOfTerritories(Header header, Edition.Source source, Edition edition, Groups rows) {
        this.kind = source.layout() == Layout.LISTE_COMMUNES ? Fact.Kind.COMMUNE : Fact.Kind.QPV;
        this.code = header.column("code");
        this.value = header.column("valeur");
        this.programme = header.column("programme");
        this.indicator = source.indicator();
        this.codes = edition.typologies().getOrDefault(indicator.id(), Map.of()).keySet();
        this.rows = rows;
        this.scope = Scope.of(edition);
    }

    /** The territory that a row speaks of. */
    static Function<Row, String> group(Header header) {
        return row -> row.text(header.column("code")).toUpperCase(Locale.ROOT);
    }

    @Override
    public Outcome interpret(Row row) {
        String territory = row.territory(kind, code);
        boolean excluded = kind == Fact.Kind.QPV ? scope.excludesQpv(territory) : scope.excludesCommune(territory);
        if (!row.faulty() && excluded) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        if (value == null && indicator.kind() == Indicator.Kind.COUNT) {
            return counted(row, territory);
        }
        if (keys.repeated(row, code, territory, row.written(value))) {
            return row.outOfScope(ScopeReason.DOUBLON_IDENTIQUE);
        }
        return value == null ? row.usable(programme(territory, BigDecimal.ONE)) : valued(row, territory);
    }

    private Outcome counted(Row row, String territory) {
        if (programme != null) {
            keys.once(row, code, territory + " " + row.required(programme));
        }
        return rows.add(territory, BigDecimal.ONE) ? row.usable(programme(territory, rows.sum(territory)))
                : row.usable(List.of());
    }

    private Fact programme(String territory, BigDecimal number) {
        return new Fact.ListedFact(kind, territory, indicator, number, null);
    }

    private Outcome valued(Row row, String territory) {
        if (indicator.kind() == Indicator.Kind.CODE) {
            String word = row.text(value);
            if (!word.isEmpty() && !codes.contains(word)) {
                row.unknownWord(value, word, List.copyOf(codes));
            }
            return row.usable(
                    word.isEmpty() ? List.of() : List.of(new Fact.ListedFact(kind, territory, indicator, null, word)));
        }
        return switch (indicator.kind() == Indicator.Kind.FLAG ? row.flag(value) : row.count(value)) {
            case Cell.Value n -> row.usable(programme(territory, n.value()));
            case Cell.Missing m -> row.usable(new Fact.MissingFact(kind, territory, null, indicator, m.mark()));
            case Cell.Illegible i -> row.usable(List.of());
        };
    }
}

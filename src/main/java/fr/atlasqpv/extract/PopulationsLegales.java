package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Measure;
import java.util.ArrayList;
import java.util.List;

/** Layout {@code populations-legales}: municipal population, the code of the commune in two columns. */
final class PopulationsLegales implements RowInterpreter {
    private final Column departement;
    private final Column commune;
    private final Column population;
    private final Measure measure;
    private final Scope scope;
    private final Keys keys = new Keys();

    PopulationsLegales(Header header, Edition.Source source, Edition edition) {
        this.departement = header.column("departement");
        this.commune = header.column("commune");
        this.population = header.column("population");
        this.measure = source.measure();
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String code = code(row);
        if (row.faulty()) {
            return row.usable(List.of());
        }
        if (scope.excludesCommune(code)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        if (CommuneCode.arrondissement(code)) {
            return row.outOfScope(ScopeReason.ARRONDISSEMENT);
        }
        keys.once(row, commune, code);
        List<Fact> facts = new ArrayList<>();
        row.measure(facts, Fact.Kind.COMMUNE, code, measure, population);
        return row.usable(facts);
    }

    /** Département and three digits; overseas the first digit of the commune repeats the last of the département. */
    private String code(Row row) {
        String dep = row.departement(departement);
        String com = row.required(commune);
        if (!com.isEmpty() && !com.matches("[0-9]{3}")) {
            row.fault(commune, NoticeCode.CODE_INVALIDE, "On attend les trois chiffres de la commune, comme 004.", com);
        }
        return dep.length() == 3 ? dep.substring(0, 2) + com : dep + com;
    }
}

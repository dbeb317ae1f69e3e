package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.extract.Fact.MissingMark;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Layout {@code rpls-comptages}: social dwellings counted by commune and by their features, a row for each combination; the last row of a
 * commune gives the sum of all. What is counted in an arrondissement, in an associated or in a delegated commune counts in the commune
 * that it is part of.
 */
final class RplsComptages implements RowInterpreter {
    private final Column code;
    private final Column mode;
    private final Column number;
    private final Measure measure;
    private final List<String> excludedModes;
    private final Map<String, String> parents;
    private final Groups communes;
    private final Map<String, MissingMark> marks = new HashMap<>();
    private final Scope scope;

    /**
     * Opens a file.
     *
     * @param parents commune that another is part of, by the code of the part
     * @param communes rows of each commune
     */
    RplsComptages(
            Header header, Edition.Source source, Edition edition, Map<String, String> parents, Groups communes) {
        this.code = header.column("code");
        this.mode = header.column("mode");
        this.number = header.column("nombre");
        this.measure = source.measure();
        this.excludedModes = source.excluded();
        this.parents = parents;
        this.communes = communes;
        this.scope = Scope.of(edition);
    }

    /** The commune that a row counts for; the words that the file has for the feature are gathered on the way. */
    static Function<Row, String> group(Header header, Map<String, String> parents, Set<String> words) {
        return row -> {
            words.add(row.written(header.column("mode")));
            return whole(row.written(header.column("code")), parents);
        };
    }

    private static String whole(String commune, Map<String, String> parents) {
        return CommuneCode.commune(parents.getOrDefault(commune, commune));
    }

    @Override
    public Outcome interpret(Row row) {
        String part = row.commune(code);
        String feature = row.required(mode);
        Cell counted = row.count(number);
        if (row.faulty()) {
            return row.usable(List.of());
        }
        if (scope.excludesCommune(part)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        String commune = whole(part, parents);
        boolean last =
                communes.add(commune, excludedModes.contains(feature) ? BigDecimal.ZERO : value(commune, counted));
        return row.usable(last ? List.of(fact(commune)) : List.of());
    }

    private BigDecimal value(String commune, Cell counted) {
        if (counted instanceof Cell.Missing missing) {
            marks.putIfAbsent(commune, missing.mark());
        }
        return counted instanceof Cell.Value n ? n.value() : null;
    }

    private Fact fact(String commune) {
        BigDecimal sum = communes.sum(commune);
        return sum == null
                ? new Fact.MissingFact(
                        Fact.Kind.COMMUNE, commune, measure, null,
                        marks.getOrDefault(commune, MissingMark.NON_DISPONIBLE))
                : new Fact.MeasureFact(Fact.Kind.COMMUNE, commune, measure, sum);
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Measure;
import java.util.List;

/** Layout {@code rpls-communes}: social dwellings by commune or arrondissement; the counts of the arrondissements of a commune
 * add up. */
final class RplsCommunes implements RowInterpreter {
    private final Column code;
    private final Column dwellings;
    private final Column vacant;
    private final Column empty;
    private final Measure measure;
    private final List<String> takenOff;
    private final Scope scope;
    private final Keys keys = new Keys();

    RplsCommunes(Header header, Edition.Source source, Edition edition) {
        this.code = header.column("code");
        this.dwellings = header.column("logements");
        this.vacant = header.column("vacants");
        this.empty = header.column("vides");
        this.measure = source.measure();
        this.takenOff = source.excludedModes();
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String commune = row.commune(code);
        if (row.faulty()) {
            return row.usable(List.of());
        }
        if (scope.excludesCommune(commune)) {
            return row.outOfScope(ScopeReason.OUTRE_MER);
        }
        keys.once(row, code, commune);
        return counted(row, CommuneCode.commune(commune));
    }

    private Outcome counted(Row row, String commune) {
        Cell all = row.count(dwellings);
        Cell withoutVacant = takenOff.contains("vacants") ? minus(all, row.count(vacant)) : all;
        Cell left = takenOff.contains("vides") ? minus(withoutVacant, row.count(empty)) : withoutVacant;
        if (left instanceof Cell.Number n && n.value().signum() < 0) {
            row.fault(
                    dwellings,
                    NoticeCode.NOMBRE_IMPOSSIBLE,
                    "Il y a plus de logements vacants ou vides que de logements.",
                    row.text(dwellings));
        }
        return switch (left) {
            case Cell.Number n -> row.usable(new Fact.MeasureFact(Fact.Kind.COMMUNE, commune, measure, n.value()));
            case Cell.Missing m ->
                    row.usable(new Fact.MissingFact(Fact.Kind.COMMUNE, commune, measure, null, m.mark()));
            case Cell.Illegible i -> row.usable(List.of());
        };
    }

    /** A count of which a part is unknown is unknown; no mark for the part (empty, dash) is read as none. */
    private static Cell minus(Cell whole, Cell part) {
        if (whole instanceof Cell.Number w && part instanceof Cell.Number p) {
            return new Cell.Number(w.value().subtract(p.value()));
        }
        if (whole instanceof Cell.Number && part instanceof Cell.Missing m) {
            boolean none = m.mark() == Fact.MissingMark.EMPTY || m.mark() == Fact.MissingMark.DASH;
            return none ? whole : part;
        }
        return whole instanceof Cell.Number ? part : whole;
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/**
 * Layout {@code rpls-communes}: social dwellings by commune or arrondissement; the last arrondissement of a commune gives
 * the sum of all.
 */
final class RplsCommunes implements RowInterpreter {
    private final Column code;
    private final Column dwellings;
    private final Column vacant;
    private final Column empty;
    private final Measure measure;
    private final List<String> takenOff;
    private final Groups communes;
    private final Scope scope;
    private final Keys keys = new Keys();

    RplsCommunes(Header header, Edition.Source source, Edition edition, Groups communes) {
        this.code = header.column("code");
        this.dwellings = header.column("logements");
        this.vacant = header.column("vacants");
        this.empty = header.column("vides");
        this.measure = source.measure();
        this.takenOff = source.excluded();
        this.communes = communes;
        this.scope = Scope.of(edition);
    }

    /** The commune that a row counts for. */
    static Function<Row, String> group(Header header) {
        return row -> CommuneCode.commune(row.text(header.column("code")));
    }

    @Override
    public Outcome interpret(Row row) {
        String commune = row.commune(code);
        if (row.faulty()) {
            return row.usable(List.of());
        }
        if (scope.excludesCommune(commune)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        keys.once(row, code, commune);
        return counted(row, CommuneCode.commune(commune));
    }

    private Outcome counted(Row row, String commune) {
        Cell all = row.count(dwellings);
        Cell withoutVacant = takenOff.contains("vacants") ? minus(all, row.count(vacant)) : all;
        Cell left = takenOff.contains("vides") ? minus(withoutVacant, row.count(empty)) : withoutVacant;
        if (left instanceof Cell.Value n && n.value().signum() < 0) {
            row.fault(
                    dwellings,
                    NoticeCode.NOMBRE_IMPOSSIBLE,
                    "Il y a plus de logements vacants ou vides que de logements.",
                    row.text(dwellings));
        }
        boolean last = communes.add(commune, left instanceof Cell.Value n ? n.value() : null);
        return row.usable(last ? List.of(fact(commune, left)) : List.of());
    }

    private Fact fact(String commune, Cell lastPart) {
        BigDecimal sum = communes.sum(commune);
        if (sum != null) {
            return new Fact.MeasureFact(Fact.Kind.COMMUNE, commune, measure, sum);
        }
        Fact.MissingMark mark = lastPart instanceof Cell.Missing m ? m.mark() : Fact.MissingMark.NON_DISPONIBLE;
        return new Fact.MissingFact(Fact.Kind.COMMUNE, commune, measure, null, mark);
    }

    /** A count of which a part is unknown is unknown; no mark for the part (empty, dash) is read as none. */
    private static Cell minus(Cell whole, Cell part) {
        if (whole instanceof Cell.Value w && part instanceof Cell.Value p) {
            return new Cell.Value(w.value().subtract(p.value()));
        }
        if (whole instanceof Cell.Value && part instanceof Cell.Missing m) {
            boolean none = m.mark() == Fact.MissingMark.EMPTY || m.mark() == Fact.MissingMark.DASH;
            return none ? whole : part;
        }
        return whole instanceof Cell.Value ? part : whole;
    }
}

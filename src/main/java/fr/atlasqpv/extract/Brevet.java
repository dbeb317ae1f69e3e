package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.territory.Establishment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Layout {@code brevet}: results by establishment and session; other sessions, other types and groups without establishment are out of scope. */
final class Brevet implements RowInterpreter {
    private static final List<String> SECTORS = List.of("PUBLIC", "PRIVE");
    private final Column session;
    private final Column uai;
    private final Column type;
    private final Column sector;
    private final Column commune;
    private final Column departement;
    private final Column sat;
    private final Column passed;
    private final List<Integer> sessions;
    private final Scope scope;
    private final Keys keys = new Keys();

    Brevet(Header header, Edition.Source source, Edition edition) {
        this.session = header.column("session");
        this.uai = header.column("uai");
        this.type = header.column("type");
        this.sector = header.column("secteur");
        this.commune = header.column("commune");
        this.departement = header.column("departement");
        this.sat = header.values().getFirst();
        this.passed = header.values().getLast();
        this.sessions = source.sessions();
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String year = row.required(session);
        if (!year.isEmpty() && !year.matches("[0-9]{4}")) {
            row.fault(session, NoticeCode.NOMBRE_ILLISIBLE, "On attend une année à quatre chiffres.", year);
        }
        if (row.faulty()) {
            return row.usable(List.of());
        }
        if (!sessions.contains(Integer.valueOf(year))) {
            return row.outOfScope(ScopeReason.AUTRE_SESSION);
        }
        if (row.text(uai).toUpperCase(Locale.ROOT).startsWith("GROUPE")) {
            return row.outOfScope(ScopeReason.PSEUDO_ETABLISSEMENT);
        }
        if (!Establishment.plain(row.required(type)).equals("COLLEGE") && !row.faulty()) {
            return row.outOfScope(ScopeReason.AUTRE_ETABLISSEMENT);
        }
        return results(row, Integer.parseInt(year));
    }

    private Outcome results(Row row, int year) {
        String code = SchoolWords.uai(row, uai);
        String place = row.commune(commune);
        if (!row.faulty() && (scope.excludesCommune(place) || scope.excludesCommune(row.text(departement)))) {
            return row.outOfScope(ScopeReason.OUTRE_MER);
        }
        String kind = Establishment.plain(row.required(sector));
        if (!kind.isEmpty() && !SECTORS.contains(kind)) {
            row.unknownWord(sector, kind, SECTORS);
        }
        BigDecimal present = value(row.count(sat));
        BigDecimal admitted = value(row.count(passed));
        if (present != null && admitted != null && admitted.compareTo(present) > 0) {
            row.fault(passed, NoticeCode.NOMBRE_IMPOSSIBLE, "Il y a plus d’admis que de présents.", row.text(passed));
        }
        keys.once(row, uai, code + " " + year);
        return row.usable(new Fact.BrevetFact(
                code, year, true, kind.equals("PUBLIC"), CommuneCode.commune(place), present, admitted));
    }

    private static BigDecimal value(Cell cell) {
        return cell instanceof Cell.Value n ? n.value() : null;
    }
}

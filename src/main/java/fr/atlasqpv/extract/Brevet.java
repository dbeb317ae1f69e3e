package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Establishment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Layout {@code brevet}: what is counted in establishments, by session; other sessions, types that no indicator looks for and
 * groups without establishment are out of scope.
 */
final class Brevet implements RowInterpreter {
    private static final List<String> SECTORS = List.of("PUBLIC", "PRIVE");
    private final Column session;
    private final Column uai;
    private final Column type;
    private final Column sector;
    private final Column commune;
    private final Column departement;
    private final List<Column> columns;
    private final List<Measure> measures;
    private final Catalogue catalogue;
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
        this.columns = header.values();
        this.measures = source.values().stream().map(Edition.ValueColumn::measure).toList();
        this.catalogue = edition.catalogue();
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
        String kind = Establishment.plain(row.required(type));
        if (!catalogue.kinds().contains(kind) && !catalogue.kinds().contains("") && !row.faulty()) {
            return row.outOfScope(ScopeReason.AUTRE_ETABLISSEMENT);
        }
        return results(row, Integer.parseInt(year));
    }

    private Outcome results(Row row, int year) {
        String code = SchoolWords.uai(row, uai);
        String place = row.commune(commune);
        if (!row.faulty() && (scope.excludesCommune(place) || scope.excludesCommune(row.text(departement)))) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        String word = Establishment.plain(row.required(sector));
        if (!word.isEmpty() && !SECTORS.contains(word)) {
            row.unknownWord(sector, word, SECTORS);
        }
        keys.once(row, uai, code + " " + year);
        List<Fact> facts = new ArrayList<>();
        Map<Measure, BigDecimal> counts = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            BigDecimal count = row.count(columns.get(i), measures.get(i)) instanceof Cell.Value n ? n.value() : null;
            counts.put(measures.get(i), count);
            facts.add(new Fact.ResultFact(code, year, measures.get(i), count));
        }
        catalogue.indicators().forEach(indicator -> partOfWhole(row, indicator, counts));
        return row.usable(facts);
    }

    private void partOfWhole(Row row, Indicator indicator, Map<Measure, BigDecimal> counts) {
        BigDecimal part = indicator.numerator().map(counts::get).orElse(null);
        BigDecimal whole = indicator.denominator().map(counts::get).orElse(null);
        if (indicator.share() && part != null && whole != null && part.compareTo(whole) > 0) {
            Column column = columns.get(measures.indexOf(indicator.numerator().orElseThrow()));
            row.fault(
                    column, NoticeCode.NOMBRE_IMPOSSIBLE,
                    "La partie (" + indicator.numerator().orElseThrow().label() + ") dépasse le tout ("
                            + indicator.denominator().orElseThrow().label() + ").",
                    row.text(column));
        }
    }
}

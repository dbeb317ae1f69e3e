package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Qpv;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Layout {@code rpls-logements}: social dwellings one by one, with the code of their QPV and their mode of occupation. */
final class RplsLogements implements RowInterpreter {
    private final Column commune;
    private final Column qpv;
    private final Column mode;
    private final Measure measure;
    private final Set<String> excludedModes;
    private final Scope scope;

    RplsLogements(Header header, Edition.Source source, Edition edition) {
        this.commune = header.column("commune");
        this.qpv = header.column("qpv");
        this.mode = header.column("mode");
        this.measure = source.measure();
        this.excludedModes = new LinkedHashSet<>(source.excluded());
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String place = row.commune(commune);
        if (row.faulty()) {
            return lost(row);
        }
        if (scope.excludesCommune(place)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        if (row.text(qpv).isEmpty()) {
            return row.outOfScope(ScopeReason.HORS_QPV);
        }
        String code = row.qpv(qpv);
        if (!excludedModes.isEmpty() && excludedModes.contains(row.required(mode)) && !row.faulty()) {
            return row.outOfScope(ScopeReason.MODE_EXCLU, new Fact.DwellingFact(code, measure));
        }
        return row.faulty() ? lost(row) : row.usable(new Fact.DwellingFact(code, measure));
    }

    /** Which QPV has one more dwelling than will be counted, as far as the row tells. */
    @Override
    public Outcome lost(Row row) {
        String place = row.written(commune);
        String code = row.written(qpv).toUpperCase(Locale.ROOT);
        return code.isEmpty() ? row.usable(List.of())
                : row.lost(new Fact.LostDwellingFact(
                        Qpv.isCode(code) ? code : "", CommuneCode.valid(place) ? place : "", measure));
    }
}

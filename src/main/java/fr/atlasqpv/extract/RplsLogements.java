package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Qpv;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Layout {@code rpls-logements}: social dwellings one by one, with the code of their QPV and their mode of occupation; where the edition
 * names the column of their landlord, with who contributes what to the QPV and to the communes.
 */
final class RplsLogements implements RowInterpreter {
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Column commune;
    private final Column qpv;
    private final Column mode;
    private final Column respondent;
    private final Measure measure;
    private final Set<String> excludedModes;
    private final Scope scope;

    RplsLogements(Header header, Edition.Source source, Edition edition) {
        this.commune = header.column("commune");
        this.qpv = header.column("qpv");
        this.mode = header.column("mode");
        this.respondent = header.column(Layout.RESPONDENT);
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
            return row.outOfScope(
                    ScopeReason.HORS_QPV,
                    excludedModes.contains(row.written(mode)) ? List.of() : contributions(row, place, ""));
        }
        String code = row.qpv(qpv);
        if (!excludedModes.isEmpty() && excludedModes.contains(row.required(mode)) && !row.faulty()) {
            return row.outOfScope(ScopeReason.MODE_EXCLU, List.of(new Fact.DwellingFact(code, measure)));
        }
        if (row.faulty()) {
            return lost(row);
        }
        List<Fact> facts = new ArrayList<>(List.of(new Fact.DwellingFact(code, measure)));
        facts.addAll(contributions(row, place, code));
        return row.usable(facts);
    }

    /** Whose dwelling it is, in its commune and in its QPV if it has one; nothing where the edition names no column of landlords. */
    private List<Fact> contributions(Row row, String place, String code) {
        if (respondent == null) {
            return List.of();
        }
        // As it is written: a notice on this cell would tell a name
        String name = name(row.written(respondent));
        Fact ofCommune =
                new Fact.ContributionFact(Fact.Kind.COMMUNE, CommuneCode.commune(place), measure, name);
        return code.isEmpty() ? List.of(ofCommune)
                : List.of(ofCommune, new Fact.ContributionFact(Fact.Kind.QPV, code, measure, name));
    }

    /** A landlord is the same in capitals, and with a space too many. */
    private static String name(String written) {
        return Cell.mark(written).isPresent() ? ""
                : SPACES.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC)).replaceAll(" ")
                        .toUpperCase(Locale.ROOT);
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

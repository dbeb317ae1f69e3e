package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Layout;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Layout {@code cog-communes}: communes of the COG; associated, delegated communes and arrondissements are out of scope. */
final class CogCommunes implements RowInterpreter {
    /** Type of a commune that is no part of another. */
    static final String COMMUNE = "COM";

    private static final List<String> PARTS = List.of("COMA", "COMD");
    private static final List<String> TYPES = List.of(COMMUNE, "COMA", "COMD", "ARM");
    private final Column type;
    private final Column code;
    private final Column departement;
    private final Column region;
    private final Column label;
    private final Scope scope;
    private final Keys keys = new Keys();

    CogCommunes(Header header, Edition.Source source, Edition edition) {
        this.type = header.column("type");
        this.code = header.column("code");
        this.departement = header.column("departement");
        this.region = header.column("region");
        this.label = header.column("label");
        this.scope = Scope.of(edition);
    }

    /** The commune that each associated or delegated one is part of, by the code of the part. */
    static Map<String, String> parents(Table table, Header header) {
        Map<String, String> parents = new HashMap<>();
        Set<String> whole = new HashSet<>();
        Notices ignored = new Notices("");
        for (Table.Cells record = table.next(); record != null; record = table.next()) {
            Row row = new Row(ignored, record);
            String commune = row.written(header.column("code"));
            if (PARTS.contains(row.written(header.column("type")))) {
                parents.put(commune, row.written(header.column(Layout.PARENT)));
            } else {
                whole.add(commune);
            }
        }
        // The seat of a commune bears its code: what is told of it is told of the whole
        parents.keySet().removeAll(whole);
        return parents;
    }

    @Override
    public Outcome interpret(Row row) {
        String kind = row.required(type);
        return switch (kind) {
            case "COMA", "COMD" -> row.outOfScope(ScopeReason.COMMUNE_ASSOCIEE_OU_DELEGUEE);
            case "ARM" -> row.outOfScope(ScopeReason.ARRONDISSEMENT);
            default -> commune(row, kind);
        };
    }

    private Outcome commune(Row row, String kind) {
        if (!kind.isEmpty() && !kind.equals(COMMUNE)) {
            row.unknownWord(type, kind, TYPES);
        }
        String commune = row.commune(code);
        if (!row.faulty() && scope.excludesCommune(commune)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        keys.once(row, code, commune);
        return row.usable(new Fact.CommuneFact(
                commune, row.required(label), row.departement(departement), row.region(region)));
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.territory.Establishment;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;

/**
 * Layout {@code annuaire-education}: establishments of the types that an indicator of the edition looks for; one repeated word
 * for word is counted once.
 */
final class AnnuaireEducation implements RowInterpreter {
    private final Column uai;
    private final Column type;
    private final Column status;
    private final Column commune;
    private final Column x;
    private final Column y;
    private final Column epsg;
    private final Map<String, Projection> projections = new HashMap<>();
    private final Column state;
    private final Set<String> kinds;
    private final Scope scope;
    private final Keys keys = new Keys();

    AnnuaireEducation(Header header, Edition.Source source, Edition edition) {
        this.uai = header.column("uai");
        this.type = header.column("type");
        this.status = header.column("statut");
        this.commune = header.column("commune");
        this.x = header.column("x");
        this.y = header.column("y");
        this.epsg = header.column("epsg");
        this.state = header.column("etat");
        this.kinds = edition.catalogue().kinds();
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String kind = Establishment.plain(row.text(type));
        if (!kinds.contains(kind) && !kinds.contains("")) {
            return row.outOfScope(ScopeReason.AUTRE_ETABLISSEMENT);
        }
        if (Establishment.plain(row.text(state)).startsWith("FERME")) {
            return row.outOfScope(ScopeReason.ETABLISSEMENT_FERME);
        }
        String code = SchoolWords.uai(row, uai);
        String place = row.commune(commune);
        if (!row.faulty() && scope.excludesCommune(place)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        String sector = Establishment.plain(row.text(status));
        Coordinate point = point(row, place);
        if (keys.repeated(row, uai, code, place + " " + sector + " " + point)) {
            return row.outOfScope(ScopeReason.DOUBLON_IDENTIQUE);
        }
        return row.usable(new Fact.EstablishmentFact(
                code,
                kind,
                sector,
                CommuneCode.commune(place),
                point == null ? null : point.x,
                point == null ? null : point.y));
    }

    /** Position in metres of its zone, null when the directory has none. */
    private Coordinate point(Row row, String place) {
        Cell east = row.number(x);
        Cell north = row.number(y);
        if (row.faulty()) {
            return null;
        }
        if (!(east instanceof Cell.Value e) || !(north instanceof Cell.Value n)) {
            row.remark(
                    x,
                    NoticeCode.CHAMP_VIDE,
                    "Cet établissement n’a pas de position\u00a0: il n’est proche d’aucun QPV, ses résultats comptent dans sa commune.",
                    row.text(uai));
            return null;
        }
        return projected(row, place, e.value(), n.value());
    }

    private Coordinate projected(Row row, String place, BigDecimal east, BigDecimal north) {
        String system = row.text(epsg).replaceFirst("(?i)^EPSG:", "");
        Projection projection = projections.computeIfAbsent(system, code -> Projection.from(code).orElse(null));
        if (projection == null) {
            row.unknownWord(epsg, system, List.of("2154", "4326"));
            return null;
        }
        return projection.toMetres(scope.zoneOfCommune(place), east.doubleValue(), north.doubleValue());
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Layout {@code centres-communes}: centre of each commune in degrees (WGS84). */
final class CentresCommunes implements RowInterpreter {
    private final Column code;
    private final Column longitude;
    private final Column latitude;
    private final Scope scope;
    private final Keys keys = new Keys();
    private final Projection projection = Projection.wgs84();

    CentresCommunes(Header header, Edition.Source source, Edition edition) {
        this.code = header.column("code");
        this.longitude = header.column("lon");
        this.latitude = header.column("lat");
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String commune = row.commune(code);
        Cell east = row.number(longitude);
        Cell north = row.number(latitude);
        if (!row.faulty() && scope.excludesCommune(commune)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        keys.once(row, code, commune);
        if (east instanceof Cell.Value e && north instanceof Cell.Value n) {
            return centre(row, commune, e.value().doubleValue(), n.value().doubleValue());
        }
        row.required(longitude);
        row.required(latitude);
        return row.usable(List.of());
    }

    private Outcome centre(Row row, String commune, double east, double north) {
        if (!Projection.degrees(east, north)) {
            row.fault(
                    longitude,
                    NoticeCode.NOMBRE_IMPOSSIBLE,
                    "On attend des degrés (WGS84)\u00a0: longitude de −180 à 180, latitude de −90 à 90.",
                    row.text(longitude) + " " + row.text(latitude));
            return row.usable(List.of());
        }
        Coordinate metres = projection.toMetres(scope.zoneOfCommune(commune), east, north);
        return row.usable(new Fact.CentreFact(commune, metres.x, metres.y));
    }
}

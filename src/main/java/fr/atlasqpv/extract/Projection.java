package fr.atlasqpv.extract;

import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.ProjCoordinate;

/**
 * Brings coordinates into the metres of the maps and distances: Lambert-93 (EPSG:2154). Parameters: IGN, “Système de
 * référence géodésique RGF93”. Not thread-safe.
 */
final class Projection {
    private static final String LAMBERT_93 = "2154";
    private static final Map<String, String> SYSTEMS = Map.of(
            LAMBERT_93,
            "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 "
                    + "+towgs84=0,0,0 +units=m",
            "4326",
            "+proj=longlat +datum=WGS84");

    private final CoordinateTransform transform;
    private final ProjCoordinate from = new ProjCoordinate();
    private final ProjCoordinate to = new ProjCoordinate();

    private Projection(CoordinateTransform transform) {
        this.transform = transform;
    }

    /** From degrees of longitude and latitude. */
    static Projection wgs84() {
        return of("4326");
    }

    /** From a system known by its EPSG code, null when it is not one that the producers use. */
    static Projection of(String epsg) {
        if (!SYSTEMS.containsKey(epsg)) {
            return null;
        }
        return new Projection(
                epsg.equals(LAMBERT_93) ? null : new BasicCoordinateTransform(system(epsg), system(LAMBERT_93)));
    }

    private static CoordinateReferenceSystem system(String epsg) {
        return new CRSFactory().createFromParameters("EPSG:" + epsg, SYSTEMS.get(epsg));
    }

    /** Systems known. */
    static List<String> codes() {
        return SYSTEMS.keySet().stream().sorted().toList();
    }

    /** Tells whether the numbers can be degrees of longitude and latitude. */
    static boolean degrees(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }

    /** The point in metres. */
    Coordinate toMetres(double x, double y) {
        if (transform == null) {
            return new Coordinate(x, y);
        }
        from.x = x;
        from.y = y;
        transform.transform(from, to);
        return new Coordinate(to.x, to.y);
    }
}

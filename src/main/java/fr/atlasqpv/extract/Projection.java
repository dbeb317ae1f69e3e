package fr.atlasqpv.extract;

import fr.atlasqpv.territory.Zone;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.UnknownAuthorityCodeException;

/**
 * Brings the coordinates of a file into the metres of the zones where they lie. Parameters of the systems: EPSG, as proj4j holds
 * them. Not thread-safe.
 */
final class Projection {
    private final CoordinateReferenceSystem system;
    private final Map<Integer, CoordinateTransform> transforms = new HashMap<>();
    private final ProjCoordinate from = new ProjCoordinate();
    private final ProjCoordinate to = new ProjCoordinate();

    private Projection(CoordinateReferenceSystem system) {
        this.system = system;
    }

    /** From degrees of longitude and latitude. */
    static Projection wgs84() {
        return from("4326").orElseThrow();
    }

    /** From a system known by its EPSG code, empty when it is none. */
    static Optional<Projection> from(String epsg) {
        return system(epsg).map(Projection::new);
    }

    /**
     * The system that a file names, or describes.
     *
     * @param organization who gave it its number; EPSG, or one whose numbers are not known here
     * @param wkt what it is in words (well-known text)
     * @throws UnreadableSourceException when neither tells
     */
    static Projection named(InputFile file, String organization, int number, String wkt) {
        return Optional.of(number)
                .filter(n -> organization.equalsIgnoreCase("EPSG"))
                .flatMap(n -> from(n.toString()))
                .or(() -> described(wkt))
                .orElseThrow(() -> unknown(file, organization + ":" + number));
    }

    /** From a system as ESRI and OGC describe it, empty when it is none of those that {@link WellKnownText} knows. */
    static Optional<Projection> described(String wkt) {
        try {
            return WellKnownText.parameters(wkt)
                    .map(parameters -> new CRSFactory().createFromParameters(wkt.strip(), parameters))
                    .map(Projection::new);
        } catch (Proj4jException e) {
            // Parallels that make no cone, for instance
            return Optional.empty();
        }
    }

    /** The notice about a system that nobody here knows. */
    static UnreadableSourceException unknown(InputFile file, String said) {
        return file.notices()
                .unreadable(
                        0, "", NoticeCode.SYSTEME_INCONNU,
                        "Ce système de coordonnées n’est pas reconnu\u00a0: convertissez les contours en Lambert-93 ou en WGS84, ou "
                                + "donnez dans epsg, à la source, le code EPSG du leur.",
                        said);
    }

    private static Optional<CoordinateReferenceSystem> system(String epsg) {
        try {
            return Optional.ofNullable(new CRSFactory().createFromName("EPSG:" + epsg))
                    .filter(s -> s.getProjection() != null);
        } catch (UnknownAuthorityCodeException e) {
            return Optional.empty();
        }
    }

    /** Tells whether the coordinates are degrees of longitude and latitude. */
    boolean inDegrees() {
        return system.getParameterString().contains("+proj=longlat");
    }

    /** Tells whether the numbers can be degrees of longitude and latitude. */
    static boolean degrees(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }

    /** The point in metres of the projection of a zone. */
    Coordinate toMetres(Zone zone, double x, double y) {
        CoordinateTransform transform = transforms.computeIfAbsent(
                zone.epsg(),
                epsg -> new BasicCoordinateTransform(
                        system, system(Integer.toString(epsg))
                                .orElseThrow(() -> new IllegalArgumentException("unknown system: EPSG:" + epsg))));
        if (transform.getSourceCRS().getName().equals(transform.getTargetCRS().getName())) {
            return new Coordinate(x, y);
        }
        from.x = x;
        from.y = y;
        transform.transform(from, to);
        return new Coordinate(to.x, to.y);
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.territory.Zone;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Makes valid polygons in metres of the coordinates of a feature. Not thread-safe. */
final class ContourBuilder {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int SHORTEST_RING = 4;

    private final Projection projection;

    ContourBuilder(Projection projection) {
        this.projection = projection;
    }

    /** A geometry that cannot be used, and why in French. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String message) {
            super(message);
        }
    }

    /**
     * The polygons of a geometry as the file draws them, in metres of a zone.
     *
     * @throws Unusable when it is not a polygon, is empty, or lies outside the world
     */
    Geometry draw(Zone zone, String type, List<?> coordinates) throws Unusable {
        List<Polygon> polygons = new ArrayList<>();
        switch (type) {
            case "Polygon" -> polygons.add(polygon(zone, coordinates));
            case "MultiPolygon" -> {
                for (Object rings : coordinates) {
                    polygons.add(polygon(zone, list(rings)));
                }
            }
            case "CurvePolygon", "MultiSurface" -> throw new Unusable(
                    "Le contour est fait de courbes\u00a0: convertissez-les en segments.");
            default -> throw new Unusable("On attend un Polygon ou un MultiPolygon.");
        }
        Geometry drawn = FACTORY.buildGeometry(polygons.stream().filter(p -> !p.isEmpty()).toList());
        if (drawn.isEmpty()) {
            throw new Unusable("La géométrie est vide.");
        }
        return drawn;
    }

    /** The same area without crossing edges; only its polygons. */
    static Geometry repaired(Geometry drawn) {
        return polygons(GeometryFixer.fix(drawn));
    }

    /** One geometry of the parts of a territory. */
    static Geometry union(List<Geometry> parts) {
        return parts.size() == 1 ? parts.getFirst() : polygons(OverlayNGRobust.union(parts));
    }

    private static Geometry polygons(Geometry geometry) {
        @SuppressWarnings("unchecked") // JTS is older than generics
        List<Polygon> polygons = PolygonExtracter.getPolygons(geometry);
        return FACTORY.buildGeometry(polygons);
    }

    private Polygon polygon(Zone zone, List<?> rings) throws Unusable {
        LinearRing shell = null;
        List<LinearRing> holes = new ArrayList<>();
        for (Object ring : rings) {
            LinearRing drawn = ring(zone, list(ring));
            if (shell == null) {
                shell = drawn;
            } else if (!drawn.isEmpty()) {
                holes.add(drawn);
            }
        }
        return shell == null || shell.isEmpty()
                ? FACTORY.createPolygon()
                : FACTORY.createPolygon(shell, holes.toArray(LinearRing[]::new));
    }

    private static List<?> list(Object coordinates) throws Unusable {
        if (coordinates instanceof List<?> list) {
            return list;
        }
        throw new Unusable("Les coordonnées ne sont pas imbriquées comme le type le demande.");
    }

    /** A ring, closed when the file forgot to; empty when it has too few points to hold an area. */
    private LinearRing ring(Zone zone, List<?> points) throws Unusable {
        List<Coordinate> ring = new ArrayList<>(points.size() + 1);
        for (Object point : points) {
            if (!(point instanceof Coordinate c)) {
                throw new Unusable("Les coordonnées ne sont pas imbriquées comme le type le demande.");
            }
            if (Double.isNaN(c.y)) {
                throw new Unusable("Un point n’a qu’un nombre (" + c.x + ")\u00a0: il en faut deux.");
            }
            if (!Double.isFinite(c.x) || !Double.isFinite(c.y)) {
                throw new Unusable("Une coordonnée n’est pas un nombre fini.");
            }
            if (projection.inDegrees() && !Projection.degrees(c.x, c.y)) {
                throw new Unusable(
                        "On attend des degrés (WGS84)\u00a0: longitude de −180 à 180, latitude de −90 à 90.");
            }
            ring.add(projection.toMetres(zone, c.x, c.y));
        }
        if (!ring.isEmpty() && !ring.getFirst().equals2D(ring.getLast())) {
            ring.add(ring.getFirst().copy());
        }
        return ring.size() < SHORTEST_RING
                ? FACTORY.createLinearRing()
                : FACTORY.createLinearRing(ring.toArray(Coordinate[]::new));
    }
}

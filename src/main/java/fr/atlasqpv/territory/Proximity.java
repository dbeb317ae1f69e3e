package fr.atlasqpv.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which establishments lie near which QPV: distance in metres from the point of the establishment to the contour, 0 inside.
 * An establishment near two QPV is near each of them.
 */
public final class Proximity {
    private Proximity() {}

    /**
     * Pairs QPV and establishments.
     *
     * @param establishments establishments; one without position is near nothing
     * @param contours contours by QPV code, in metres
     * @param metres greatest distance, bound included
     * @return for every QPV that has a contour, its establishments and how far they are, metres (possibly none)
     */
    public static SortedMap<String, SortedMap<String, Double>> near(
            Collection<Establishment> establishments, Map<String, Geometry> contours, double metres) {
        GeometryFactory points = new GeometryFactory();
        STRtree index = new STRtree();
        for (Establishment establishment : establishments) {
            if (establishment.x() != null && establishment.y() != null) {
                Coordinate at = new Coordinate(establishment.x(), establishment.y());
                index.insert(new Envelope(at), new Located(establishment.id(), points.createPoint(at)));
            }
        }
        index.build();
        SortedMap<String, SortedMap<String, Double>> near = new TreeMap<>();
        contours.forEach((qpv, contour) -> near.put(qpv, establishmentsNear(index, contour, metres)));
        return near;
    }

    private static SortedMap<String, Double> establishmentsNear(STRtree index, Geometry contour, double metres) {
        Envelope reach = new Envelope(contour.getEnvelopeInternal());
        reach.expandBy(metres);
        SortedMap<String, Double> found = new TreeMap<>();
        for (Object candidate : (List<?>) index.query(reach)) {
            Located establishment = (Located) candidate;
            double distance = contour.distance(establishment.point());
            if (distance <= metres) {
                found.put(establishment.id(), distance);
            }
        }
        return found;
    }

    private record Located(String id, Point point) {}
}

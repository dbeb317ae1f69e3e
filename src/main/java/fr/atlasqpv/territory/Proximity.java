package fr.atlasqpv.territory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Which public collèges lie near which QPV: distance in metres from the point of the collège to the contour, 0 inside.
 * A collège near two QPV is near each of them.
 */
public final class Proximity {
    private Proximity() {}

    /**
     * Pairs QPV and collèges.
     *
     * @param colleges public collèges; one without position is near nothing
     * @param contours contours by QPV code, in metres
     * @param metres greatest distance, bound included
     * @return for every QPV that has a contour, the identifiers of its collèges (possibly none)
     */
    public static SortedMap<String, SortedSet<String>> near(
            Collection<College> colleges, Map<String, Geometry> contours, double metres) {
        GeometryFactory points = new GeometryFactory();
        STRtree index = new STRtree();
        for (College college : colleges) {
            if (college.x() != null && college.y() != null) {
                Coordinate at = new Coordinate(college.x(), college.y());
                index.insert(new Envelope(at), new Located(college.uai(), points.createPoint(at)));
            }
        }
        index.build();
        SortedMap<String, SortedSet<String>> near = new TreeMap<>();
        contours.forEach((qpv, contour) -> near.put(qpv, collegesNear(index, contour, metres)));
        return near;
    }

    private static SortedSet<String> collegesNear(STRtree index, Geometry contour, double metres) {
        Envelope reach = new Envelope(contour.getEnvelopeInternal());
        reach.expandBy(metres);
        SortedSet<String> found = new TreeSet<>();
        for (Object candidate : (List<?>) index.query(reach)) {
            Located college = (Located) candidate;
            if (contour.distance(college.point()) <= metres) {
                found.add(college.uai());
            }
        }
        return found;
    }

    private record Located(String uai, Point point) {}
}

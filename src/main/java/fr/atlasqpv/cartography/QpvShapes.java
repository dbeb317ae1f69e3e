package fr.atlasqpv.cartography;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.Centroid;
import org.locationtech.jts.algorithm.InteriorPointArea;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** The QPV of a book on paper: their contours, or a hollow circle where the contour is not known. */
final class QpvShapes {
    /** Radius of the hollow circle of a QPV without contour, millimetres. */
    static final double HOLLOW_RADIUS = 1;

    /** Extent under which a contour would not be seen: a disc stands for it, millimetres. */
    private static final double SMALLEST = 0.5;

    /** Distance between hollow circles of the same place. */
    static final double APART = 2.5 * HOLLOW_RADIUS;
    /** The same where each has its number beside it. */
    static final double FAR_APART = 6;
    private static final int DISC_SIDES = 16;

    private QpvShapes() {}

    /**
     * A QPV on a sheet.
     *
     * @param territory the QPV
     * @param rings its contour in millimetres, even-odd; for a hollow circle, the circle
     * @param at a point of it on the paper
     * @param hollow whether the contour is not known
     */
    record OnPaper(PublishedTerritory territory, List<double[]> rings, Point at, boolean hollow) {}

    /** A point of the ground that stands for a QPV: inside its contour, else the centre that the atlas gives; or null. */
    static Coordinate anchor(PublishedAtlas atlas, PublishedTerritory qpv) {
        Geometry contour = atlas.contours().qpv().get(qpv.territory().code());
        if (contour != null && !contour.isEmpty()) {
            Coordinate centroid = Centroid.getCentroid(contour);
            boolean inside = SimplePointInAreaLocator.locate(centroid, contour) != Location.EXTERIOR;
            return inside ? centroid : InteriorPointArea.getInteriorPoint(contour);
        }
        return qpv.x() == null || qpv.y() == null ? null : new Coordinate(qpv.x(), qpv.y());
    }

    /** The QPV that can be drawn, in printed order; {@code apart}: millimetres between hollow circles of one place. */
    static List<OnPaper> on(Sheet sheet, PublishedAtlas atlas, List<PublishedTerritory> qpv, double apart) {
        List<OnPaper> shapes = new ArrayList<>();
        Map<Point, Integer> hollowAt = new HashMap<>();
        for (PublishedTerritory territory : qpv) {
            Coordinate anchor = anchor(atlas, territory);
            if (territory.territory().level() != Level.QPV || anchor == null) {
                continue;
            }
            Point at = sheet.point(anchor);
            Geometry contour = atlas.contours().qpv().get(territory.territory().code());
            if (contour != null && !contour.isEmpty()) {
                List<double[]> rings = rings(sheet, contour);
                shapes.add(
                        new OnPaper(territory, rings.isEmpty() ? List.of(disc(at, SMALLEST / 2)) : rings, at, false));
            } else {
                Point aside = spread(at, hollowAt.merge(at, 1, Integer::sum) - 1, apart);
                shapes.add(new OnPaper(territory, List.of(disc(aside, HOLLOW_RADIUS)), aside, true));
            }
        }
        return shapes;
    }

    /** The n-th circle around a point: the first on it, then rings of six, twelve … so that none hides another. */
    private static Point spread(Point at, int rank, double apart) {
        if (rank == 0) {
            return at;
        }
        int ring = 1;
        int before = 1;
        while (rank >= before + 6 * ring) {
            before += 6 * ring;
            ring++;
        }
        double angle = 2 * Math.PI * (rank - before) / (6 * ring);
        return new Point(at.x() + ring * apart * Math.cos(angle), at.y() + ring * apart * Math.sin(angle));
    }

    private static List<double[]> rings(Sheet sheet, Geometry contour) {
        List<double[]> rings = new ArrayList<>();
        double extent = 0;
        for (int i = 0; i < contour.getNumGeometries(); i++) {
            if (contour.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                extent = Math.max(extent, add(sheet, polygon.getExteriorRing(), rings));
                for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                    add(sheet, polygon.getInteriorRingN(h), rings);
                }
            }
        }
        return extent < SMALLEST ? List.of() : rings;
    }

    private static double add(Sheet sheet, LinearRing ring, List<double[]> rings) {
        CoordinateSequence xy = ring.getCoordinateSequence();
        double[] line = new double[2 * xy.size()];
        for (int i = 0; i < xy.size(); i++) {
            line[2 * i] = sheet.x(xy.getX(i));
            line[2 * i + 1] = sheet.y(xy.getY(i));
        }
        double[] simple = PaperArcs.rounded(Simplification.simplify(line));
        if (simple.length < 8) {
            return 0;
        }
        rings.add(simple);
        return PaperArcs.extent(simple);
    }

    private static double[] disc(Point centre, double radius) {
        double[] ring = new double[2 * DISC_SIDES + 2];
        for (int i = 0; i <= DISC_SIDES; i++) {
            double angle = 2 * Math.PI * i / DISC_SIDES;
            ring[2 * i] = centre.x() + radius * Math.cos(angle);
            ring[2 * i + 1] = centre.y() + radius * Math.sin(angle);
        }
        return PaperArcs.rounded(ring);
    }
}

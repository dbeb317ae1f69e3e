package fr.atlasqpv.cartography;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
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
    /** Places tried around the middle of a commune: five rings. */
    private static final int PLACES = 91;
    private static final double CELL = 0.5;

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

    /** A point of the ground that stands for a QPV: inside its contour, else where its commune is; or null. */
    static Coordinate anchor(PublishedAtlas atlas, Ground ground, PublishedTerritory qpv) {
        Optional<Geometry> contour = contour(atlas, qpv);
        if (contour.isPresent()) {
            return Ground.middle(contour.get());
        }
        if (qpv.x() == null || qpv.y() == null) {
            return null;
        }
        Coordinate given = new Coordinate(qpv.x(), qpv.y());
        int commune = ground.cellAt(given);
        return commune < 0 ? given : ground.centre(commune);
    }

    /** Where on the ground a QPV is to be looked for: in its contour, else in its commune; empty when neither is known. */
    static Optional<Envelope> extent(PublishedAtlas atlas, Ground ground, PublishedTerritory qpv) {
        return contour(atlas, qpv).map(Geometry::getEnvelopeInternal)
                .or(() -> Optional.ofNullable(anchor(atlas, ground, qpv)).map(ground::cellAt).filter(c -> c >= 0)
                        .map(commune -> ground.extent(cell -> cell == commune)));
    }

    private static Optional<Geometry> contour(PublishedAtlas atlas, PublishedTerritory qpv) {
        return Optional.ofNullable(atlas.contours().qpv().get(qpv.territory().code())).filter(c -> !c.isEmpty());
    }

    /**
     * The QPV that can be drawn, in printed order. A hollow circle says in which commune its QPV lies: it stands off the
     * QPV whose contours are known and off the other circles, in the commune as long as it has room there.
     *
     * @param apart millimetres between hollow circles of one place
     */
    static List<OnPaper> on(Sheet sheet, PublishedAtlas atlas, Ground ground, List<PublishedTerritory> qpv,
            double apart) {
        PaperRaster known = new PaperRaster(sheet.frame().width(), sheet.frame().height(), CELL);
        SortedMap<Integer, OnPaper> shapes = new TreeMap<>();
        for (int rank = 0; rank < qpv.size(); rank++) {
            PublishedTerritory territory = qpv.get(rank);
            Optional<Geometry> contour = contour(atlas, territory);
            if (contour.isPresent()) {
                Point at = sheet.point(anchor(atlas, ground, territory));
                List<double[]> rings = rings(sheet, contour.get());
                shapes.put(rank,
                        new OnPaper(territory, rings.isEmpty() ? List.of(disc(at, SMALLEST / 2)) : rings, at, false));
                known.paint(shapes.get(rank).rings(), rank);
            }
        }
        List<Point> circles = new ArrayList<>();
        for (int rank = 0; rank < qpv.size(); rank++) {
            Coordinate anchor = shapes.containsKey(rank) ? null : anchor(atlas, ground, qpv.get(rank));
            if (anchor != null) {
                Point at = aside(sheet, ground, anchor, known, circles, apart);
                circles.add(at);
                shapes.put(rank, new OnPaper(qpv.get(rank), List.of(disc(at, HOLLOW_RADIUS)), at, true));
            }
        }
        return List.copyOf(shapes.values());
    }

    private static Point aside(
            Sheet sheet, Ground ground, Coordinate anchor, PaperRaster known, List<Point> circles, double apart) {
        Point at = sheet.point(anchor);
        int commune = ground.cellAt(anchor);
        List<Point> free = IntStream.range(0, PLACES).mapToObj(rank -> spread(at, rank, apart))
                .filter(p -> known.covered(Box.around(p.x(), p.y(), 2 * HOLLOW_RADIUS + CELL, 2 * HOLLOW_RADIUS + CELL))
                        == 0)
                .filter(p -> circles.stream().noneMatch(c -> Math.hypot(c.x() - p.x(), c.y() - p.y()) < 0.9 * apart))
                .toList();
        return free.stream().filter(p -> commune < 0 || ground.covers(commune, sheet.ground(p))).findFirst()
                .or(() -> free.stream().findFirst())
                .orElse(at);
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

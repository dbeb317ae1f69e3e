package fr.atlasqpv.cartography;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds room for the number of each QPV of a zoom: inside its contour when it fits, else beside it at the end of a
 * leader. Neither circle nor leader covers another QPV unless nothing else is possible: a number is never left out.
 */
final class NumberPlacer {
    private static final double FITS_INSIDE = 2.4;
    private static final double NEAREST = 3.4;
    private static final double STEP = 0.53;
    private static final int DIRECTIONS = 24;
    private static final double LEADER_STEP = 0.4;

    private final LabelPlacer placer;
    private final PaperRaster qpv;
    private final List<double[]> leaders = new ArrayList<>();

    NumberPlacer(LabelPlacer placer, PaperRaster qpv) {
        this.placer = placer;
        this.qpv = qpv;
    }

    /**
     * A place for a number.
     *
     * @param centre centre of its circle
     * @param anchor where its leader ends, null when the circle stands in the contour
     */
    record Place(Point centre, Point anchor) {}

    /** The place of the number of a QPV, which keeps its room from then on; null only when the map is full. */
    Place place(QpvShapes.OnPaper shape, int rank) {
        PaperRaster.Depth deepest = qpv.deepest(rank, shape.rings());
        Point anchor = deepest == null || shape.hollow() ? shape.at() : deepest.at();
        if (deepest != null && deepest.distance() >= FITS_INSIDE && placer.free(circle(deepest.at()))) {
            placer.take(circle(deepest.at()));
            return new Place(deepest.at(), null);
        }
        Point centre = null;
        for (Demand demand : Demand.values()) {
            centre = centre == null ? around(anchor, rank, demand) : centre;
        }
        if (centre == null) {
            return null;
        }
        placer.take(circle(centre));
        takeLeader(centre, anchor);
        return new Place(centre, anchor);
    }

    /** What a place must satisfy, beside being free; less and less. */
    private enum Demand {
        /** Near; neither circle nor leader covers another QPV; the leader crosses nothing. */
        CLEAR(14, true, true),
        /** The leader crosses nothing. */
        UNCROSSED(30, false, true),
        /** Any free place. */
        FREE(45, false, false);

        private final double farthest;
        private final boolean offOthers;
        private final boolean uncrossed;

        Demand(double farthest, boolean offOthers, boolean uncrossed) {
            this.farthest = farthest;
            this.offOthers = offOthers;
            this.uncrossed = uncrossed;
        }
    }

    private Point around(Point anchor, int rank, Demand demand) {
        for (double distance = NEAREST; distance <= demand.farthest; distance += STEP) {
            Point best = null;
            double least = Double.POSITIVE_INFINITY;
            for (int i = 0; i < DIRECTIONS; i++) {
                double angle = 2 * Math.PI * i / DIRECTIONS - Math.PI / 4;
                Point centre = new Point(
                        anchor.x() + distance * Math.cos(angle), anchor.y() + distance * Math.sin(angle));
                if (!placer.free(circle(centre))
                        || (demand.uncrossed && crosses(centre, anchor))
                        || (demand.offOthers
                                && (touchesOther(centre, rank) || leaderTouchesOther(centre, anchor, rank)))) {
                    continue;
                }
                double covered = qpv.covered(circle(centre));
                if (covered < least) {
                    least = covered;
                    best = centre;
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    private static Box circle(Point centre) {
        double side = 2 * (Signs.NUMBER_RADIUS + 0.2);
        return Box.around(centre.x(), centre.y(), side, side);
    }

    private boolean touchesOther(Point centre, int rank) {
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = 2 * Math.PI * i / DIRECTIONS;
            for (double r = 0; r <= Signs.NUMBER_RADIUS + 0.2; r += 0.45) {
                int there = qpv.at(centre.x() + r * Math.cos(angle), centre.y() + r * Math.sin(angle));
                if (there != PaperRaster.EMPTY && there != rank) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean leaderTouchesOther(Point centre, Point anchor, int rank) {
        double length = Math.hypot(anchor.x() - centre.x(), anchor.y() - centre.y());
        for (double d = 0; d < length; d += LEADER_STEP / 2) {
            int there = qpv.at(
                    centre.x() + d / length * (anchor.x() - centre.x()),
                    centre.y() + d / length * (anchor.y() - centre.y()));
            if (there != PaperRaster.EMPTY && there != rank) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a leader would cross another one, or a name or number already placed. */
    private boolean crosses(Point centre, Point anchor) {
        for (double[] other : leaders) {
            if (meet(centre.x(), centre.y(), anchor.x(), anchor.y(), other)) {
                return true;
            }
        }
        double length = Math.hypot(anchor.x() - centre.x(), anchor.y() - centre.y());
        for (double d = Signs.NUMBER_RADIUS; d < length; d += LEADER_STEP) {
            Point on = new Point(
                    centre.x() + d / length * (anchor.x() - centre.x()),
                    centre.y() + d / length * (anchor.y() - centre.y()));
            if (placer.taken(on)) {
                return true;
            }
        }
        return false;
    }

    private static boolean meet(double x1, double y1, double x2, double y2, double[] o) {
        double a = side(x1, y1, x2, y2, o[0], o[1]);
        double b = side(x1, y1, x2, y2, o[2], o[3]);
        double c = side(o[0], o[1], o[2], o[3], x1, y1);
        double d = side(o[0], o[1], o[2], o[3], x2, y2);
        return a > 0 != b > 0 && c > 0 != d > 0;
    }

    private static double side(double x1, double y1, double x2, double y2, double x, double y) {
        return (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
    }

    private void takeLeader(Point centre, Point anchor) {
        leaders.add(new double[] {centre.x(), centre.y(), anchor.x(), anchor.y()});
        double length = Math.hypot(anchor.x() - centre.x(), anchor.y() - centre.y());
        for (double d = Signs.NUMBER_RADIUS; d <= length; d += LEADER_STEP) {
            double x = centre.x() + d / length * (anchor.x() - centre.x());
            double y = centre.y() + d / length * (anchor.y() - centre.y());
            placer.take(Box.around(x, y, LEADER_STEP, LEADER_STEP));
        }
    }
}

package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.Primitive.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds room for names, one after the other: what is placed first keeps its place. Names never meet one another, a
 * symbol, the furniture of the map nor the rim of the frame; covering a QPV is allowed and costs its area.
 */
final class LabelPlacer {
    /** Clear space around a name, millimetres. */
    private static final double CLEAR = 0.2;
    /** Between names on the same line, which would read as one, millimetres. */
    private static final double CLEAR_BESIDE = 0.7;

    /** Clear space along the frame, millimetres. */
    static final double RIM = 0.8;

    private static final int GRID = 26;
    private static final double QPV_COST = 0.9;
    /** A point of the rectangle that lies outside every area would sit on the border of the subject. */
    private static final int OUTSIDE_COST = -1;

    private static final double RANK_COST = 0.03;
    private static final double FURTHER = 1.3;

    private final Box room;
    private final PaperRaster qpv;
    private final List<Box> taken = new ArrayList<>();

    /**
     * @param frame frame of the map
     * @param qpv raster of the QPV, null when the map shows none
     */
    LabelPlacer(Box frame, PaperRaster qpv) {
        this.room = frame.grown(-RIM);
        this.qpv = qpv;
    }

    /**
     * A place found.
     *
     * @param box where
     * @param anchor how the lines stand in the box
     */
    record Place(Box box, Anchor anchor) {}

    /** What is placed so far. */
    List<Box> placed() {
        return List.copyOf(taken);
    }

    /** Goes back to what was placed at some time. */
    void restore(List<Box> placed) {
        taken.clear();
        taken.addAll(placed);
    }

    /** Keeps names away from a rectangle. */
    void take(Box box) {
        taken.add(box);
    }

    /** Gives a rectangle back. */
    void release(Box box) {
        taken.remove(box);
    }

    /** Tells whether a name may stand in the rectangle. */
    boolean free(Box box) {
        if (!room.contains(box)) {
            return false;
        }
        Box clear = new Box(
                box.x() - CLEAR_BESIDE, box.y() - CLEAR, box.width() + 2 * CLEAR_BESIDE, box.height() + 2 * CLEAR);
        for (Box other : taken) {
            if (clear.overlaps(other)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a point lies on something placed. */
    boolean taken(Point point) {
        for (Box other : taken) {
            boolean in = point.x() >= other.x()
                    && point.x() <= other.right()
                    && point.y() >= other.y()
                    && point.y() <= other.bottom();
            if (in) {
                return true;
            }
        }
        return false;
    }

    /** Area of QPV that a rectangle would cover, mm². */
    double qpvUnder(Box box) {
        return qpv == null ? 0 : qpv.covered(box);
    }

    /** The best place beside a symbol, near positions first. */
    Optional<Place> beside(Point at, double radius, Caption caption) {
        return beside(Box.around(at.x(), at.y(), 2 * radius, 2 * radius), caption);
    }

    /** The best place beside a rectangle, near positions first. */
    Optional<Place> beside(Box sign, Caption caption) {
        Place best = null;
        double bestCost = Double.POSITIVE_INFINITY;
        int rank = 0;
        for (Place place : besides(sign, caption)) {
            double cost = qpvUnder(place.box()) + RANK_COST * rank++;
            if (cost < bestCost && free(place.box())) {
                best = place;
                bestCost = cost;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<Place> besides(Box sign, Caption caption) {
        double w = caption.width();
        double h = caption.height();
        List<Place> places = new ArrayList<>(16);
        for (double extra = 0; extra <= FURTHER; extra += FURTHER) {
            double right = sign.right() + 0.55 + extra;
            double left = sign.x() - 0.55 - extra - w;
            double middle = sign.centreY() - h / 2;
            double shift = h * 0.45 + extra / 2;
            places.add(new Place(new Box(right, middle, w, h), Anchor.START));
            places.add(new Place(new Box(right, middle - shift, w, h), Anchor.START));
            places.add(new Place(new Box(right, middle + shift, w, h), Anchor.START));
            places.add(new Place(new Box(left, middle, w, h), Anchor.END));
            places.add(new Place(new Box(left, middle - shift, w, h), Anchor.END));
            places.add(new Place(new Box(left, middle + shift, w, h), Anchor.END));
            places.add(new Place(new Box(sign.centreX() - w / 2, sign.y() - 0.3 - extra - h, w, h), Anchor.MIDDLE));
            places.add(new Place(new Box(sign.centreX() - w / 2, sign.bottom() + 0.3 + extra, w, h), Anchor.MIDDLE));
        }
        return places;
    }

    /**
     * The best place in an area.
     *
     * @param areas raster of the areas
     * @param id which one
     * @param extent rectangle around it on the paper
     * @param captions the name, broken in several ways, the preferred first
     * @param least how many of the nine points of the rectangle must be in the area
     */
    Optional<AreaPlace> within(PaperRaster areas, int id, Box extent, List<Caption> captions, int least) {
        AreaPlace best = null;
        for (Caption caption : captions) {
            AreaPlace found = within(areas, id, extent, caption, least);
            if (found != null && (best == null || found.score() > best.score())) {
                best = found;
            }
            if (best != null && best.score() >= 9) {
                break;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * A place in an area.
     *
     * @param caption the name as broken
     * @param box where
     * @param score points inside less what is covered of QPV
     * @param depth distance from its middle to the border of the area, millimetres
     */
    record AreaPlace(Caption caption, Box box, double score, double depth) {}

    private AreaPlace within(PaperRaster areas, int id, Box extent, Caption caption, int least) {
        AreaPlace best = null;
        for (int i = 0; i < GRID; i++) {
            for (int j = 0; j < GRID; j++) {
                double x = extent.x() + (i + 0.5) / GRID * extent.width();
                double y = extent.y() + (j + 0.5) / GRID * extent.height();
                if (areas.at(x, y) != id) {
                    continue;
                }
                Box box = Box.around(x, y, caption.width(), caption.height());
                int inside = score(areas, id, box);
                double score = inside - QPV_COST * qpvUnder(box);
                double depth = areas.distanceToBorder(x, y);
                boolean better = best == null
                        || score > best.score() + 1e-9
                        || (score > best.score() - 1e-9 && depth > best.depth());
                if (inside >= least && better && free(box)) {
                    best = new AreaPlace(caption, box, score, depth);
                }
            }
        }
        return best;
    }

    private static int score(PaperRaster areas, int id, Box box) {
        int count = 0;
        for (int i = 0; i <= 2; i++) {
            for (int j = 0; j <= 2; j++) {
                int there = areas.at(box.x() + i * box.width() / 2, box.y() + j * box.height() / 2);
                count += there == id ? 1 : there == PaperRaster.EMPTY ? OUTSIDE_COST : 0;
            }
        }
        return count;
    }
}

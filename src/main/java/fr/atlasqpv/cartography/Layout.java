package fr.atlasqpv.cartography;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/**
 * Where everything goes: the scale, the subject in its frame, the furniture on an empty side.
 *
 * @param sheet scale and position
 * @param furniture legend, scale bar, north
 * @param block their measures
 * @param at where the block stands
 * @param height height of the drawing, the legend under the frame included
 */
record Layout(Sheet sheet, Furniture furniture, Furniture.Block block, Box at, double height) {
    /** Least room around the subject, millimetres. */
    private static final double MARGIN = 2;

    private static final double INSET = 4.5;
    private static final double CORNER = 2;
    private static final double CLEAR = 1.5;
    private static final double CELL = 1;
    private static final double SMALLEST_SCALE = 1.08;
    private static final double[] SHIFTS = {0, 0.5, 1};
    private static final double[] TEXT_WIDTHS = {46, 33, 26};
    private static final double LAND_COST = 30;
    private static final double SUBJECT_COST = 10;

    /**
     * Finds the largest round scale at which the furniture finds room beside the subject; when none does within 8 % of
     * the largest, the legend goes under the frame.
     */
    static Layout of(Ground ground, IntPredicate subject, double width, double height, Furniture furniture,
            boolean under) {
        return of(ground, ground.extent(subject), subject, List.of(), List.of(), width, height, furniture, under);
    }

    /**
     * The same for a part of the ground that is not exactly the subject, metres.
     *
     * @param outlines lines that will be drawn around parts of the ground, which the furniture does not cover either
     * @param taken parts of the frame that are for something else
     */
    static Layout of(Ground ground, Envelope extent, IntPredicate subject, List<double[]> outlines, List<Box> taken,
            double width, double height, Furniture furniture, boolean under) {
        ArcNetwork network = ground.network();
        List<double[]> kept = new ArrayList<>(network.rings(subject, network::points));
        kept.addAll(outlines);
        Masks masks = new Masks(extent, kept, network.rings(cell -> true, network::points), taken);
        Box frame = new Box(0, 0, width, height);
        if (!under) {
            double largest = Sheet.fit(extent, frame, MARGIN, 0).scale();
            for (int reduction = 0;; reduction++) {
                Sheet sheet = Sheet.fit(extent, frame, MARGIN, reduction);
                if (sheet.scale() > largest * SMALLEST_SCALE) {
                    break;
                }
                Layout found = beside(sheet, masks, furniture);
                if (found != null) {
                    return found;
                }
            }
        }
        Box shorter = new Box(0, 0, width, height - furniture.underHeight(width));
        return withLegendUnder(Sheet.fit(extent, shorter, MARGIN, 0), masks, furniture, height);
    }

    /**
     * The furniture off the subject, and as far as possible off its neighbours; the subject moves aside only when there
     * is no other way. Null when nothing fits at this scale.
     */
    private static Layout beside(Sheet sheet, Masks masks, Furniture furniture) {
        Box frame = sheet.frame();
        double slackX = Math.max(0, (frame.width() - sheet.length(masks.extent().getWidth())) / 2 - MARGIN);
        double slackY = Math.max(0, (frame.height() - sheet.length(masks.extent().getHeight())) / 2 - MARGIN);
        PaperRaster subject = masks.on(sheet, masks.subject());
        PaperRaster land = masks.on(sheet, masks.land());
        for (double shift : SHIFTS) {
            Layout best = null;
            double least = Double.POSITIVE_INFINITY;
            int rank = 0;
            for (double textWidth : TEXT_WIDTHS) {
                Furniture.Block block = furniture.block(textWidth, sheet.scale());
                for (Box place : places(frame, block.width(), block.height())) {
                    double dx = -Math.signum(Math.rint(place.centreX() - frame.centreX())) * shift * slackX;
                    double dy = -Math.signum(Math.rint(place.centreY() - frame.centreY())) * shift * slackY;
                    Box under = place.grown(CLEAR).moved(-dx, -dy);
                    double cost = rank++ + LAND_COST * land.covered(under) / (under.width() * under.height());
                    if (cost < least && subject.covered(under) == 0 && masks.free(place)) {
                        least = cost;
                        best = new Layout(sheet.moved(dx, dy), furniture, block, place, frame.height());
                    }
                }
            }
            if (best != null) {
                return best;
            }
        }
        return null;
    }

    private static Layout withLegendUnder(Sheet sheet, Masks masks, Furniture furniture, double height) {
        PaperRaster subject = masks.on(sheet, masks.subject());
        PaperRaster land = masks.on(sheet, masks.land());
        Furniture.Block block = furniture.bare(sheet.scale());
        Box best = null;
        double least = Double.POSITIVE_INFINITY;
        int rank = 0;
        for (Box place : places(sheet.frame(), block.width(), block.height())) {
            Box under = place.grown(CLEAR);
            double share = land.covered(under) / (under.width() * under.height());
            double cost = SUBJECT_COST * subject.covered(under) + LAND_COST * share + rank++;
            if (cost < least && masks.free(place)) {
                least = cost;
                best = place;
            }
        }
        return new Layout(sheet, furniture, block, best, height);
    }

    /** An inset: its bar in the corner where it covers least of the QPV. */
    static Layout inset(Sheet sheet, Furniture furniture, Furniture.Block bar, List<QpvShapes.OnPaper> qpv) {
        Box frame = sheet.frame();
        PaperRaster mask = new PaperRaster(frame.width(), frame.height(), CELL);
        qpv.forEach(shape -> mask.paint(shape.rings(), 0));
        double right = frame.width() - bar.width() - CORNER;
        double bottom = frame.height() - bar.height() - CORNER;
        Box best = Stream.of(new Point(CORNER, bottom), new Point(right, bottom), new Point(right, CORNER),
                new Point(CORNER, CORNER))
                .map(corner -> new Box(corner.x(), corner.y(), bar.width(), bar.height()))
                .min(Comparator.comparingDouble(place -> mask.covered(place.grown(CLEAR)))).orElseThrow();
        return new Layout(sheet, furniture, bar, best, frame.height());
    }

    /** Corners first, from the top right, then the sides and the rest. */
    private static List<Box> places(Box frame, double width, double height) {
        double left = frame.x() + INSET;
        double right = frame.right() - INSET - width;
        double top = frame.y() + INSET;
        double bottom = frame.bottom() - INSET - height;
        List<Box> places = new ArrayList<>();
        for (double[] corner : new double[][] {{right, top}, {right, bottom}, {left, top}, {left, bottom}}) {
            places.add(new Box(corner[0], corner[1], width, height));
        }
        for (int i = 0; i <= 12; i++) {
            double y = top + i * (bottom - top) / 12;
            double x = right + i * (left - right) / 12;
            places.add(new Box(right, y, width, height));
            places.add(new Box(left, y, width, height));
            places.add(new Box(x, top, width, height));
            places.add(new Box(x, bottom, width, height));
        }
        return places;
    }

    /**
     * What the furniture should not cover.
     *
     * @param extent extent of the subject, metres
     * @param subject rings of the subject, metres
     * @param land rings of all the ground, metres
     * @param taken parts of the frame
     */
    private record Masks(Envelope extent, List<double[]> subject, List<double[]> land, List<Box> taken) {
        boolean free(Box place) {
            return taken.stream().noneMatch(place.grown(CLEAR)::overlaps);
        }

        PaperRaster on(Sheet sheet, List<double[]> rings) {
            PaperRaster mask = new PaperRaster(sheet.frame().width(), sheet.frame().height(), CELL);
            mask.paint(rings.stream().map(sheet::line).toList(), 0);
            return mask;
        }
    }
}

package fr.atlasqpv.cartography;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * How the ground lies on the paper: a scale and a corner.
 *
 * @param scale denominator: metres of ground in a metre of paper
 * @param west easting of the left edge of the drawing, metres
 * @param north northing of its top edge, metres
 * @param frame frame of the map, millimetres
 */
record Sheet(double scale, double west, double north, Box frame) {
    private static final double MM_PER_METRE = 1000;

    /** Abscissa on the paper, millimetres. */
    double x(double easting) {
        return (easting - west) * MM_PER_METRE / scale;
    }

    /** Ordinate on the paper, millimetres downwards. */
    double y(double northing) {
        return (north - northing) * MM_PER_METRE / scale;
    }

    /** A point of the ground on the paper. */
    Point point(Coordinate ground) {
        return new Point(x(ground.x), y(ground.y));
    }

    /** What lies on the ground at a point of the paper, metres. */
    Coordinate ground(Point paper) {
        double perMm = scale / MM_PER_METRE;
        return new Coordinate(west + paper.x() * perMm, north - paper.y() * perMm);
    }

    /** Millimetres of paper for a length on the ground in metres. */
    double length(double metres) {
        return metres * MM_PER_METRE / scale;
    }

    /** A line of the ground ({@code x0, y0 …}, metres) on the paper. */
    double[] line(double[] ground) {
        double[] paper = new double[ground.length];
        for (int i = 0; i < ground.length; i += 2) {
            paper[i] = x(ground[i]);
            paper[i + 1] = y(ground[i + 1]);
        }
        return paper;
    }

    /** What the frame shows of the ground, metres. */
    Envelope ground() {
        double perMm = scale / MM_PER_METRE;
        return new Envelope(
                west + frame.x() * perMm,
                west + frame.right() * perMm,
                north - frame.bottom() * perMm,
                north - frame.y() * perMm);
    }

    /** The same sheet, its content moved on the paper. */
    Sheet moved(double dx, double dy) {
        double perMm = scale / MM_PER_METRE;
        return new Sheet(scale, west - dx * perMm, north + dy * perMm, frame);
    }

    /**
     * The subject in the middle of a frame, at a round scale.
     *
     * @param subject extent on the ground, metres
     * @param frame frame, millimetres
     * @param margin least room left around the subject, millimetres
     * @param reduction how many round scales smaller than the largest that fits
     */
    static Sheet fit(Envelope subject, Box frame, double margin, int reduction) {
        double wanted = Math.max(
                subject.getWidth() / (frame.width() - 2 * margin),
                subject.getHeight() / (frame.height() - 2 * margin))
                * MM_PER_METRE;
        double scale = roundUp(wanted);
        for (int i = 0; i < reduction; i++) {
            scale = roundUp(scale * 1.0001);
        }
        double perMm = scale / MM_PER_METRE;
        return new Sheet(
                scale,
                subject.centre().x - frame.centreX() * perMm,
                subject.centre().y + frame.centreY() * perMm,
                frame);
    }

    /** The subject in the middle of a box, as large as it gets. */
    static Sheet exact(Envelope subject, Box box, double margin) {
        double perMm = Math.max(
                subject.getWidth() / (box.width() - 2 * margin), subject.getHeight() / (box.height() - 2 * margin));
        return new Sheet(
                perMm * MM_PER_METRE,
                subject.centre().x - box.centreX() * perMm,
                subject.centre().y + box.centreY() * perMm,
                box);
    }

    /** The next round denominator: a step of the order of a hundredth of it. */
    static double roundUp(double denominator) {
        double step = denominator > 1_000_000 ? 100_000
                : denominator > 300_000 ? 10_000 : denominator > 100_000 ? 2_000 : 500;
        return Math.ceil(denominator / step) * step;
    }
}

package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.cartography.Primitive.Text;

/** Small signs and strokes that several maps and the legend share. */
final class Signs {
    /** Border of an EPCI. */
    static final Stroke EPCI_BORDER = new Stroke(Palette.EPCI_LINE, 0.2);

    /** The same on a zoom. */
    static final Stroke EPCI_BORDER_ZOOM = new Stroke(Palette.EPCI_LINE, 0.3);

    /** Outline of the communes with a QPV: fills of a map differ too little to be told apart without it. */
    static final Stroke COMMUNE_BORDER = new Stroke(Palette.COMMUNE_LINE, 0.12);

    /** The same on a zoom. */
    static final Stroke COMMUNE_BORDER_ZOOM = new Stroke(Palette.COMMUNE_LINE, 0.2);

    /** Border between two départements of the region, on its map. */
    static final Stroke DEPARTEMENT_BORDER = new Stroke(Palette.TEAL, 0.35);

    /** Border of the subject of a map. */
    static final Stroke SUBJECT_BORDER = new Stroke(Palette.TEAL, 0.6);

    /** Outline of a QPV where QPV are most of the land. */
    static final Stroke QPV_BORDER_PALE = new Stroke(Palette.QPV, 0.25);

    /** Outline of a QPV without contour. */
    static final Stroke HOLLOW = new Stroke(Palette.QPV, 0.35);

    /** Radius of the circle of a number, millimetres. */
    static final double NUMBER_RADIUS = 2.05;

    /** Radius of the dot of a town, millimetres. */
    static final double DOT_RADIUS = 0.55;

    /** Half of the side of the square of a prefecture, millimetres. */
    static final double SQUARE_HALF = 0.75;

    private static final Stroke RIM = new Stroke(Palette.WHITE, 0.25);

    private Signs() {}

    /** The square of a prefecture. */
    static void square(Canvas canvas, Point at) {
        canvas.rectangle(Box.around(at.x(), at.y(), 2 * SQUARE_HALF, 2 * SQUARE_HALF), Palette.INK, RIM);
    }

    /** The dot of a town. */
    static void dot(Canvas canvas, Point at) {
        canvas.circle(at, DOT_RADIUS, Palette.INK, RIM);
    }

    /** A number in its circle. */
    static void number(Canvas canvas, Point at, int number) {
        canvas.circle(at, NUMBER_RADIUS, Palette.WHITE, new Stroke(Palette.QPV, 0.35));
        Lettering l = Lettering.NUMBER;
        double baseline = at.y() + 0.33 * l.size() * TextMetrics.MM_PER_POINT;
        canvas.add(new Text(
                Integer.toString(number),
                new Point(Canvas.hundredth(at.x()), Canvas.hundredth(baseline)),
                Anchor.MIDDLE,
                l.face(),
                l.size(),
                0,
                l.ink(),
                null));
    }
}

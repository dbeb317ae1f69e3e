package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.publication.pdf.tagged.Pen;

/** A territory on the scale of an indicator: a circle for everybody, a diamond for its QPV, a line between the two. */
final class OnScale {
    private OnScale() {}

    /** A scale from 0, with both its ends. */
    static void axis(Pen pen, double left, double length, double y, String end) {
        pen.line(left, y, left + length, y, 0.25, Palette.AXIS);
        pen.line(left, y - 1, left, y + 1, 0.2, Palette.AXIS);
        pen.line(left + length, y - 1, left + length, y + 1, 0.2, Palette.AXIS);
        pen.text("0", TypeScale.SCALE, left - 0.8, y + 0.85, Anchor.END);
        pen.text(end, TypeScale.SCALE, left + length + 1, y + 0.85);
    }

    /** The two values at their places, NaN where there is none; {@code line} is 0 for no line between them. */
    static void pair(Pen pen, double ensemble, double qpv, double y, double radius, double line) {
        boolean both = !Double.isNaN(ensemble) && !Double.isNaN(qpv);
        if (both && line > 0 && Math.abs(ensemble - qpv) > radius) {
            pen.line(ensemble, y, qpv, y, line, Palette.AXIS);
        }
        if (!Double.isNaN(ensemble)) {
            pen.circle(ensemble, y, radius + 0.2, Palette.WHITE, null, 0);
        }
        if (!Double.isNaN(qpv)) {
            pen.diamond(qpv, y, radius + 0.15, Palette.QPV);
        }
        if (!Double.isNaN(ensemble)) {
            pen.circle(ensemble, y, radius, null, Integer.valueOf(Palette.TEAL), 0.5);
        }
    }
}

package fr.atlasqpv.cartography;

/**
 * A point of a drawing.
 *
 * @param x millimetres from the left edge of the drawing
 * @param y millimetres from its top edge, downwards
 */
public record Point(double x, double y) {
    /** The point moved, to the hundredth of a millimetre. */
    Point moved(double dx, double dy) {
        return new Point(Canvas.hundredth(x + dx), Canvas.hundredth(y + dy));
    }
}

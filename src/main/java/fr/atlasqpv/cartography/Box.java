package fr.atlasqpv.cartography;

/**
 * A rectangle of a drawing, in millimetres.
 *
 * @param x left edge
 * @param y top edge
 * @param width width
 * @param height height
 */
public record Box(double x, double y, double width, double height) {
    /** Right edge. */
    public double right() {
        return x + width;
    }

    /** Bottom edge. */
    public double bottom() {
        return y + height;
    }

    /** Abscissa of the middle. */
    public double centreX() {
        return x + width / 2;
    }

    /** Ordinate of the middle. */
    public double centreY() {
        return y + height / 2;
    }

    /** Tells whether the two rectangles share a surface. */
    public boolean overlaps(Box other) {
        return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
    }

    /** Tells whether the other rectangle lies wholly in this one. */
    public boolean contains(Box other) {
        return other.x >= x && other.y >= y && other.right() <= right() && other.bottom() <= bottom();
    }

    /** The rectangle enlarged on its four sides; a negative margin shrinks it. */
    public Box grown(double margin) {
        return new Box(x - margin, y - margin, width + 2 * margin, height + 2 * margin);
    }

    /** The rectangle moved. */
    public Box moved(double dx, double dy) {
        return new Box(x + dx, y + dy, width, height);
    }

    /** The smallest rectangle around both. */
    public Box union(Box other) {
        double left = Math.min(x, other.x);
        double top = Math.min(y, other.y);
        return new Box(left, top, Math.max(right(), other.right()) - left, Math.max(bottom(), other.bottom()) - top);
    }

    /** The rectangle of a width and height around a point. */
    public static Box around(double x, double y, double width, double height) {
        return new Box(x - width / 2, y - height / 2, width, height);
    }
}

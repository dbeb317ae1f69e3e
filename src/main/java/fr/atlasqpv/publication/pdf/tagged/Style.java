package fr.atlasqpv.publication.pdf.tagged;

/**
 * How a text is set.
 *
 * @param weight face
 * @param size points; nothing under {@link #SMALLEST}
 * @param colour {@code 0xRRGGBB}
 * @param tracking space added after each character, millimetres
 */
public record Style(Weight weight, double size, int colour, double tracking) {
    /** The smallest size that a book may use, points. */
    public static final double SMALLEST = 7;

    /** @throws IllegalArgumentException under the smallest size */
    public Style {
        if (size < SMALLEST) {
            throw new IllegalArgumentException("nothing is set under " + SMALLEST + " pt: " + size);
        }
    }

    /** A style without tracking. */
    public static Style of(Weight weight, double size, int colour) {
        return new Style(weight, size, colour, 0);
    }

    /** The same in another face. */
    public Style with(Weight other) {
        return new Style(other, size, colour, tracking);
    }

    /** The same in another colour. */
    public Style coloured(int other) {
        return new Style(weight, size, other, tracking);
    }

    /** The same at another size. */
    public Style sized(double other) {
        return new Style(weight, other, colour, tracking);
    }

    /** The same with tracking. */
    public Style tracked(double millimetres) {
        return new Style(weight, size, colour, millimetres);
    }
}

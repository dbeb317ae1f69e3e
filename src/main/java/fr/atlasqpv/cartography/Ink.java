package fr.atlasqpv.cartography;

import java.util.Locale;

/**
 * A colour laid on the paper.
 *
 * @param rgb red, green and blue, {@code 0xRRGGBB}
 * @param opacity 0 (nothing) to 1 (covers)
 */
public record Ink(int rgb, double opacity) {
    /** An opaque colour. */
    public static Ink of(int rgb) {
        return new Ink(rgb, 1);
    }

    /** The same colour, less opaque. */
    public Ink withOpacity(double value) {
        return new Ink(rgb, value);
    }

    /** Red, 0 to 255. */
    public int red() {
        return rgb >> 16 & 0xFF;
    }

    /** Green, 0 to 255. */
    public int green() {
        return rgb >> 8 & 0xFF;
    }

    /** Blue, 0 to 255. */
    public int blue() {
        return rgb & 0xFF;
    }

    /** The colour as {@code #RRGGBB}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06X", rgb);
    }
}

package fr.atlasqpv.cartography;

/** Widths of texts, as the writer that prints the map will set them: the boxes of the labels are built from them. */
@FunctionalInterface
public interface TextMetrics {
    /** Millimetres in a point. */
    double MM_PER_POINT = 25.4 / 72;

    /**
     * Width of a text on one line, without tracking, kerning left out unless the writer kerns.
     *
     * @param text the text
     * @param face its face
     * @param size its size in points
     * @return millimetres
     */
    double width(String text, Face face, double size);
}

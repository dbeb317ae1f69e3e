package fr.atlasqpv.publication.pdf.tagged;

import java.util.List;

/**
 * A line of a paragraph once broken.
 *
 * @param pieces its parts
 * @param width millimetres, without the space at its end
 */
public record TextLine(List<Piece> pieces, double width) {
    /** Defensive copy. */
    public TextLine {
        pieces = List.copyOf(pieces);
    }

    /**
     * A part of a line in one style.
     *
     * @param text characters
     * @param style how they are set
     * @param link where it leads, null when nowhere
     * @param x millimetres from the start of the line
     * @param width millimetres
     */
    public record Piece(String text, Style style, LinkTarget link, double x, double width) {}
}

package fr.atlasqpv.publication.pdf.tables;

import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;

/**
 * A cell of a table.
 *
 * @param text what stands there
 * @param shorter what stands there when the text has no room, empty when there is nothing shorter; null for words that
 *     take as many lines as they need
 * @param small style of a text that takes two lines, null when it takes one, or as many as it needs
 * @param said what is told aloud instead of the text, empty when the text says it
 * @param mark sign after a figure and what it means, null when none
 * @param bar length of its bar on the scale of its column, NaN when none
 * @param colour colour of the bar
 * @param ground colour under the text, null when none
 * @param sign sign before the text
 * @param link where it leads, null when nowhere
 * @param id what it is a cell of where its column does not say it, empty when that says it
 */
public record Cell(
        Rich text,
        String shorter,
        Style small,
        String said,
        Mark mark,
        double bar,
        int colour,
        Integer ground,
        Sign sign,
        LinkTarget link,
        String id) {
    /** Nothing. */
    public static final Cell EMPTY = of(new Rich(java.util.List.of()));

    /** A sign raised after a figure. */
    public record Mark(String text, String said, Style style) {
        /** Draws it after a figure that ends there. */
        public void draw(Pen cell, double right, double baseline) {
            cell.expanding(said).text(text, style, right + 0.25, baseline - 0.7);
        }
    }

    /** Signs before the text of a cell. */
    public enum Sign {
        /** None. */
        NONE,
        /** The QPV of the row above. */
        DIAMOND,
        /** A number of a map, in its ring. */
        RING
    }

    /** A cell of words, on as many lines as they need. */
    public static Cell of(Rich text) {
        return new Cell(text, null, null, "", null, Double.NaN, 0, null, Sign.NONE, null, "");
    }

    /** A cell of words in one style. */
    public static Cell of(String text, Style style) {
        return of(Rich.of(text, style));
    }

    /** A name that must fit: on one line; else, when {@code small} is given, on two in that style; else shortened. */
    public static Cell name(String name, String shorter, Style style, Style small) {
        return new Cell(
                Rich.of(name, style), shorter, small, "", null, Double.NaN, 0, null, Sign.NONE, null, "");
    }

    /** The same cell with a bar. */
    public Cell barred(double length, int barColour) {
        return new Cell(text, shorter, small, said, mark, length, barColour, ground, sign, link, id);
    }

    /** The same cell, of which this is told aloud instead of its text; its text, when there is nothing to tell. */
    public Cell telling(String words) {
        return new Cell(text, shorter, small, words, mark, bar, colour, ground, sign, link, id);
    }

    /** The same cell with a sign after its figure; without one when it is null. */
    public Cell marked(Mark other) {
        return new Cell(text, shorter, small, said, other, bar, colour, ground, sign, link, id);
    }

    /** The same cell with a sign before its text. */
    public Cell signed(Sign other) {
        return new Cell(text, shorter, small, said, mark, bar, colour, ground, other, link, id);
    }

    /** The same cell, leading elsewhere; nowhere when {@code target} is null. */
    public Cell leadingTo(LinkTarget target) {
        return new Cell(text, shorter, small, said, mark, bar, colour, ground, sign, target, id);
    }

    /** The same cell, told as another address than its column says. */
    public Cell identified(String address) {
        return new Cell(text, shorter, small, said, mark, bar, colour, ground, sign, link, address);
    }

    /** Whether its words take as many lines as they need. */
    boolean runsOn() {
        return shorter == null && sign == Sign.NONE;
    }

    boolean empty() {
        return text.runs().isEmpty();
    }

    Style style() {
        return text.runs().getFirst().style();
    }
}

package fr.atlasqpv.publication.pdf.tables;

import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Typefaces;
import java.util.List;

/**
 * A name in a narrow place: in full on one line, else on two lines, else a shorter one, and only then cut.
 *
 * @param lines one or two
 * @param style how they are set
 */
public record Fitted(List<String> lines, Style style) {
    private static final String ELLIPSIS = "…";

    /**
     * Fits a name.
     *
     * @param shorter another name, empty when there is none
     * @param small style of two lines, null when there is room for one only
     * @param width room, millimetres
     */
    public static Fitted of(Typefaces type, String name, String shorter, Style style, Style small, double width) {
        if (type.width(name, style) <= width) {
            return new Fitted(List.of(name), style);
        }
        if (small != null) {
            List<String> lines = twoLines(type, name, small, width);
            if (lines.size() > 2 && !shorter.isEmpty()) {
                lines = twoLines(type, shorter, small, width);
            }
            if (lines.size() > 2) {
                String rest = String.join("", lines.subList(1, lines.size()));
                lines = List.of(lines.getFirst(), cut(type, rest, small, width));
            }
            return new Fitted(lines, small);
        }
        return new Fitted(List.of(cut(type, shorter.isEmpty() ? name : shorter, style, width)), style);
    }

    private static List<String> twoLines(Typefaces type, String name, Style style, double width) {
        List<TextLine> lines = type.brokenAtSpaces(Rich.of(name, style), width);
        if (lines.size() > 2) {
            lines = type.broken(Rich.of(name, style), width);
        }
        return lines.stream().map(line -> line.pieces().getFirst().text()).toList();
    }

    /** As much of a text as fits, with an ellipsis when it does not. */
    public static String cut(Typefaces type, String text, Style style, double width) {
        if (type.width(text, style) <= width) {
            return text;
        }
        String rest = text;
        while (rest.length() > 1 && type.width(rest + ELLIPSIS, style) > width) {
            rest = rest.substring(0, rest.length() - 1).stripTrailing();
        }
        return rest + ELLIPSIS;
    }

    /** The lines as one text. */
    public String text() {
        return String.join("", lines);
    }
}

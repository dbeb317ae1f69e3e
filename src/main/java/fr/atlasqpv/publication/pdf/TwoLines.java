package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.release.PublishedTerritory;
import java.util.List;

/**
 * A name in a narrow column: in full on one line, else on one or two lines of the smallest size, and only then cut.
 *
 * @param lines one or two
 * @param style how they are set
 */
record TwoLines(List<String> lines, Style style) {
    private static final double LEADING = 2.6;

    static TwoLines of(String line, Style style) {
        return new TwoLines(List.of(line), style);
    }

    static TwoLines of(Composition composition, PublishedTerritory territory, Style style, double width) {
        String label = French.typeset(territory.label());
        if (composition.type().width(label, style) <= width) {
            return of(label, style);
        }
        List<TextLine> small = composition.type().brokenAtSpaces(Rich.of(label, TypeScale.DETAIL), width);
        if (small.size() > 2) {
            small = composition.type().broken(Rich.of(label, TypeScale.DETAIL), width);
        }
        if (small.size() <= 2) {
            return new TwoLines(small.stream().map(line -> line.pieces().getFirst().text()).toList(), TypeScale.DETAIL);
        }
        return of(composition.fit(territory, style, width), style);
    }

    /** The lines as one text. */
    String text() {
        return String.join("", lines);
    }

    /** Draws it around a height. */
    void draw(Pen pen, double x, double middle) {
        double baseline = middle + style.size() * 0.119 - (lines.size() - 1) * LEADING / 2;
        for (String line : lines) {
            pen.text(line, style, x, baseline);
            baseline += LEADING;
        }
    }
}

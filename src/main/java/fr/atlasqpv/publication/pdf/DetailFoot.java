package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Point;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import java.util.List;

/** Sources under a detailed table, and the sign of a bar that goes past its scale. */
final class DetailFoot {
    private static final double LEADING = TypeScale.leading(8.6);

    private DetailFoot() {}

    private static List<Rich> texts(Composition composition, List<Indicator> indicators) {
        return SourceLine.paragraphs(composition, indicators, SourceLine.TABLE);
    }

    static double height(Composition composition, List<Indicator> indicators) {
        return texts(composition, indicators).stream()
                .mapToDouble(text -> composition.type().broken(text, Frame.WIDTH).size() * LEADING)
                .sum();
    }

    static void draw(
            Composition composition, Page page, Element section, List<Indicator> indicators, double x, double top) {
        double y = top;
        for (Rich text : texts(composition, indicators)) {
            y = page.paragraph(section, text, x, y, Frame.WIDTH, LEADING);
        }
    }

    /** A point at the end of a bar: the value is past the scale. */
    static void outward(Pen pen, double end, double top, double height, int colour) {
        double middle = top + height / 2;
        double half = Math.max(height / 2, 0.45);
        pen.polygon(
                List.of(new Point(end, middle - half), new Point(end + 0.9, middle), new Point(end, middle + half)),
                colour);
    }
}

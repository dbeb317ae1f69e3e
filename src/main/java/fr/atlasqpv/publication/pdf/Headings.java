package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import java.util.List;

/** Headings at the top of pages. */
final class Headings {
    /** From the top of a small title to what it stands over. */
    static final double UNDER_SMALL = TypeScale.H3_LEADING + 1.4;

    private Headings() {}

    static double h1Baseline(double top) {
        return top + Pen.baselineIn(TypeScale.H1_LEADING, TypeScale.H1.size());
    }

    static double h2Baseline(double top) {
        return top + Pen.baselineIn(TypeScale.H2_LEADING, TypeScale.H2.size());
    }

    /** A small title of level 2, over a part of a page. */
    static void small(Page page, Element section, String text, double x, double top) {
        page.heading(section, Role.H2, Rich.of(text, TypeScale.H3), x,
                top + Pen.baselineIn(TypeScale.H3_LEADING, TypeScale.H3.size()));
    }

    /** A chapter title, with a subtitle when it is not empty; says where the text may start. */
    static double chapter(Page page, Element section, String title, String subtitle) {
        double x = Frame.left(page);
        page.heading(section, Role.H1, Rich.of(title, TypeScale.H1), x, h1Baseline(Frame.TOP));
        double y = Frame.TOP + TypeScale.H1_LEADING + 1;
        if (!subtitle.isEmpty()) {
            y = page.paragraph(
                    section, Rich.of(subtitle, TypeScale.SUBTITLE), x, y, Frame.WIDTH, TypeScale.BODY_LEADING);
        }
        return y + 3.5;
    }

    /** The title of a table again on a page that it runs over: a mark, not a heading. */
    static double repeatedTableTitle(Page page, String title, String units, double x) {
        Pen pen = page.artifact();
        double y = pen.lines(
                page.typefaces().broken(Rich.of(title, TypeScale.H2), Frame.WIDTH), x, Frame.TOP,
                TypeScale.H2_LEADING);
        pen.text(units, TypeScale.SUBTITLE, x, y + Pen.baselineIn(TypeScale.BODY_LEADING, TypeScale.SUBTITLE.size()));
        return y + TypeScale.BODY_LEADING + 3.5;
    }

    /** A title of level 2 and its subtitle at the top of the text block; says where what follows starts. */
    static double title(Page page, Element section, String title, String subtitle, double x) {
        return title(page, section, title, subtitle, x, Frame.TOP);
    }

    /** The same lower on the page. */
    static double title(Page page, Element section, String title, String subtitle, double x, double top) {
        List<TextLine> lines = page.typefaces().broken(Rich.of(title, TypeScale.H2), Frame.WIDTH);
        double y = page.pen(section.child(Role.H2)).lines(lines, x, top, TypeScale.H2_LEADING);
        y = page.paragraph(section, Rich.of(subtitle, TypeScale.SUBTITLE), x, y, Frame.WIDTH, TypeScale.BODY_LEADING);
        return y + 3.5;
    }

    /** Height that {@link #title} takes. */
    static double titleHeight(Composition composition, String title) {
        int lines = composition.type().broken(Rich.of(title, TypeScale.H2), Frame.WIDTH).size();
        return lines * TypeScale.H2_LEADING + TypeScale.BODY_LEADING + 3.5;
    }
}

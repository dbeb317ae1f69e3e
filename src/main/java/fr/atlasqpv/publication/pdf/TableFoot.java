package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import java.util.List;

/**
 * What stands under a table, in this order: colour legend, statuses, simulated figures, sources with vintages, notes.
 */
final class TableFoot {
    private static final double LEGEND_LINE = 5.1;
    private static final double GAP_ABOVE_SOURCES = 1.6;
    private static final double SWATCH_WIDTH = 6;

    private final Composition composition;
    private final boolean bars;
    private final List<Rich> sources;
    private final List<String> notes;

    /**
     * The foot of a table.
     *
     * @param composition the book
     * @param bars whether the table has bars of two colours, to be told apart
     * @param indicators indicators of the table
     * @param notes sentences under the sources
     */
    TableFoot(Composition composition, boolean bars, List<Indicator> indicators, List<String> notes) {
        this.composition = composition;
        this.bars = bars;
        this.sources = SourceLine.paragraphs(composition, indicators, SourceLine.TABLE);
        this.notes = List.copyOf(notes);
    }

    /** Height for a width, both in millimetres. */
    double height(double width) {
        double height = (bars ? LEGEND_LINE : 0) + LEGEND_LINE + GAP_ABOVE_SOURCES;
        for (Rich paragraph : paragraphs()) {
            height += composition.type().broken(paragraph, width).size() * TypeScale.SOURCE_LEADING;
        }
        return height;
    }

    /** Draws it from {@code top} and says where it ends. */
    double draw(Page page, Element section, double x, double top, double width) {
        double y = top;
        if (bars) {
            bars(page.artifact(), page.pen(section.child(Role.P)), x, y + 3.2, width);
            y += LEGEND_LINE;
        }
        statuses(page.pen(section.child(Role.P)), x, y + 3.2);
        y += LEGEND_LINE + GAP_ABOVE_SOURCES;
        for (Rich paragraph : paragraphs()) {
            y = page.paragraph(section, paragraph, x, y, width, TypeScale.SOURCE_LEADING);
        }
        return y;
    }

    /** Draws its signs again on a page that the table only crosses. */
    void drawRepeated(Page page, double x, double top, double width) {
        double y = top;
        if (bars) {
            bars(page.artifact(), page.artifact(), x, y + 3.2, width);
            y += LEGEND_LINE;
        }
        statuses(page.artifact(), x, y + 3.2);
        y += LEGEND_LINE + GAP_ABOVE_SOURCES;
        for (Rich paragraph : paragraphs()) {
            y = page.artifact().lines(composition.type().broken(paragraph, width), x, y, TypeScale.SOURCE_LEADING);
        }
    }

    private List<Rich> paragraphs() {
        List<Rich> paragraphs = new java.util.ArrayList<>(sources);
        notes.forEach(note -> paragraphs.add(Rich.of(French.typeset(note), TypeScale.SOURCE)));
        return paragraphs;
    }

    private void bars(Pen artifact, Pen pen, double x, double baseline, double width) {
        artifact.rectangle(x, baseline - 2.35, SWATCH_WIDTH, 2.3, Palette.BAR_ENSEMBLE);
        artifact.rectangle(x + 42, baseline - 2.35, SWATCH_WIDTH, 2.3, Palette.BAR_QPV);
        artifact.dashed(
                x + 92.5, baseline - 3, x + 92.5, baseline + 0.6, 0.25, Palette.REFERENCE, 0.45, 0.75, false);
        pen.text("Ensemble du territoire ", TypeScale.LEGEND, x + 7.2, baseline);
        pen.text("Dans les quartiers prioritaires ", TypeScale.LEGEND, x + 49.2, baseline);
        pen.text("France métropolitaine, ensemble ", TypeScale.LEGEND, x + 94.5, baseline);
        pen.text("Même échelle dans tout l’atlas", TypeScale.LEGEND_ITALIC, x + width, baseline, Anchor.END);
    }

    private void statuses(Pen pen, double x, double baseline) {
        double at = x;
        for (StatusMeaning status : StatusMeaning.values()) {
            pen.text(status.sign(), TypeScale.LEGEND_BOLD, at, baseline);
            at += composition.type().width(status.sign(), TypeScale.LEGEND_BOLD) + 1.6;
            pen.text(status.brief() + " ", TypeScale.LEGEND.coloured(Palette.INK_2), at, baseline);
            at += composition.type().width(status.brief(), TypeScale.LEGEND) + 5.2;
        }
    }
}

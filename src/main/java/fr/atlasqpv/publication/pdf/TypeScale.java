package fr.atlasqpv.publication.pdf;

import static fr.atlasqpv.publication.pdf.tagged.Weight.BOLD;
import static fr.atlasqpv.publication.pdf.tagged.Weight.ITALIC;
import static fr.atlasqpv.publication.pdf.tagged.Weight.REGULAR;
import static fr.atlasqpv.publication.pdf.tagged.Weight.SEMIBOLD;

import fr.atlasqpv.cartography.TextMetrics;
import fr.atlasqpv.publication.pdf.tagged.Style;

/** Styles of the books: sizes in points, leadings in millimetres. */
final class TypeScale {
    static final Style H1 = Style.of(BOLD, 22, Palette.TEAL);
    static final double H1_LEADING = leading(25);
    static final Style H1_ASIDE = Style.of(REGULAR, 15, Palette.TEAL_2);
    static final Style H2 = Style.of(SEMIBOLD, 15, Palette.TEAL);
    static final double H2_LEADING = leading(18);
    static final Style H2_ASIDE = Style.of(REGULAR, 11, Palette.INK_2);
    static final Style H3 = Style.of(SEMIBOLD, 11, Palette.TEAL);
    static final double H3_LEADING = leading(14);
    static final Style BODY = Style.of(REGULAR, 9.5, Palette.INK);
    static final double BODY_LEADING = leading(13);
    static final Style SUBTITLE = Style.of(REGULAR, 9.5, Palette.INK_2);
    static final Style TABLE = Style.of(REGULAR, 8, Palette.INK);
    static final Style TABLE_BOLD = Style.of(SEMIBOLD, 8, Palette.INK);
    static final Style TABLE_QPV = Style.of(ITALIC, 8, Palette.QPV_TEXT);
    static final Style TABLE_HEAD = Style.of(SEMIBOLD, 7.5, Palette.INK);
    static final Style BAND = Style.of(SEMIBOLD, 7, Palette.TEAL_2).tracked(0.12);
    static final Style SCALE = Style.of(REGULAR, 7, Palette.INK_2);
    static final Style STATUS = Style.of(REGULAR, 8, Palette.GREY);
    static final Style MARK = Style.of(REGULAR, 7, Palette.GREY);
    static final Style LEGEND = Style.of(REGULAR, 7.5, Palette.INK);
    static final Style LEGEND_BOLD = Style.of(SEMIBOLD, 7.5, Palette.INK);
    static final Style LEGEND_ITALIC = Style.of(ITALIC, 7.5, Palette.INK_2);
    static final Style SOURCE = Style.of(REGULAR, 7, Palette.INK_2);
    static final double SOURCE_LEADING = leading(9.2);
    static final Style DETAIL = Style.of(REGULAR, 7, Palette.INK);
    static final Style DETAIL_HEAD = Style.of(SEMIBOLD, 7, Palette.INK);
    static final Style DETAIL_GROUP = Style.of(BOLD, 7.5, Palette.TEAL);
    static final Style DETAIL_GREY = Style.of(REGULAR, 7, Palette.GREY);
    static final Style RUNNING = Style.of(REGULAR, 7.5, Palette.INK_2);
    static final Style RUNNING_BOLD = Style.of(SEMIBOLD, 7.5, Palette.TEAL);
    static final Style FOLIO = Style.of(BOLD, 9.5, Palette.TEAL);
    static final Style TAB = Style.of(BOLD, 9, Palette.WHITE);

    private TypeScale() {}

    /** Points of leading as millimetres. */
    static double leading(double points) {
        return points * TextMetrics.MM_PER_POINT;
    }
}

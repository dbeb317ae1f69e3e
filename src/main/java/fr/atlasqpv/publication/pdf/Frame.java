package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;

/**
 * What surrounds a text block: running head, foot with folio, thumb tab.
 *
 * @param chapter running head, inner side
 * @param territory running head, outer side
 * @param foot title, region and edition
 * @param tab thumb tab, null when there is none
 */
record Frame(String chapter, String territory, String foot, Tab tab) {
    /** Width of the text block, millimetres. */
    static final double WIDTH = 177;
    /** Top of the text block. */
    static final double TOP = 22;
    /** Bottom of the text block. */
    static final double BOTTOM = 280;

    private static final double OUTER = 15;
    private static final double INNER = 18;
    private static final double HEAD_RULE = 15;
    private static final double HEAD_BASELINE = 13.3;
    private static final double FOOT_BASELINE = 287.2;

    /**
     * A mark at the outer edge that shows where a territory stands in the closed book.
     *
     * @param code what it says
     * @param top millimetres
     */
    record Tab(String code, double top) {
        private static final double WIDTH = 7;
        private static final double HEIGHT = 16;
    }

    /** No running head, no foot: covers. */
    static final Frame NONE = new Frame("", "", "", null);

    /** Left edge of the text block. */
    static double left(Page page) {
        return page.verso() ? OUTER : INNER;
    }

    void draw(Page page) {
        if (foot.isEmpty()) {
            return;
        }
        page.pagination(true, pen -> head(page, pen));
        page.pagination(false, pen -> foot(page, pen));
        if (tab != null) {
            page.pagination(true, pen -> tab(page, pen));
        }
    }

    private void head(Page page, Pen pen) {
        double left = left(page);
        double inner = page.verso() ? left + WIDTH : left;
        double outer = page.verso() ? left : left + WIDTH;
        pen.text(chapter, TypeScale.RUNNING, inner, HEAD_BASELINE, page.verso() ? Anchor.END : Anchor.START);
        pen.text(territory, TypeScale.RUNNING_BOLD, outer, HEAD_BASELINE, page.verso() ? Anchor.START : Anchor.END);
        pen.line(left, HEAD_RULE, left + WIDTH, HEAD_RULE, 0.2, Palette.LINE);
    }

    private void foot(Page page, Pen pen) {
        double left = left(page);
        double inner = page.verso() ? left + WIDTH : left;
        double outer = page.verso() ? left : left + WIDTH;
        pen.text(foot, TypeScale.RUNNING, inner, FOOT_BASELINE, page.verso() ? Anchor.END : Anchor.START);
        pen.text(
                Integer.toString(page.number()),
                TypeScale.FOLIO,
                outer,
                FOOT_BASELINE,
                page.verso() ? Anchor.START : Anchor.END);
    }

    private void tab(Page page, Pen pen) {
        double x = page.verso() ? 0 : Page.WIDTH - Tab.WIDTH;
        pen.rectangle(x, tab.top(), Tab.WIDTH, Tab.HEIGHT, Palette.TEAL);
        pen.within(new Box(x, tab.top(), Tab.WIDTH, Tab.HEIGHT))
                .text(tab.code(), TypeScale.TAB, x + Tab.WIDTH / 2, tab.top() + Tab.HEIGHT / 2 + 1, Anchor.MIDDLE);
    }
}

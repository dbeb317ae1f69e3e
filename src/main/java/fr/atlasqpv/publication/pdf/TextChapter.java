package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import java.util.ArrayList;
import java.util.List;

/** A chapter of running text from the edition file, on as many pages as it needs. */
final class TextChapter {
    private static final double WIDTH = 132;

    private final Composition composition;
    private final String title;
    private final String anchor;
    private final List<Texts.Block> blocks;
    private double end;

    TextChapter(Composition composition, String title, String anchor, String text) {
        this.composition = composition;
        this.title = title;
        this.anchor = anchor;
        this.blocks = Texts.blocks(text, TypeScale.BODY);
    }

    List<PlannedPage> pages() {
        Frame frame = composition.frame(title, composition.regionLabel(), null);
        double top = Frame.TOP + TypeScale.H1_LEADING + 6;
        end = top;
        List<PlannedPage> pages = new ArrayList<>();
        List<Texts.Block> part = new ArrayList<>();
        double y = top;
        for (Texts.Block block : blocks) {
            double height = Texts.height(composition, block, WIDTH, TypeScale.BODY_LEADING);
            if (!part.isEmpty() && y + height > Frame.BOTTOM) {
                pages.add(page(frame, part, pages.isEmpty()));
                part = new ArrayList<>();
                y = Frame.TOP;
            }
            part.add(block);
            y += height;
        }
        pages.add(page(frame, part, pages.isEmpty()));
        end = y;
        return pages;
    }

    /** Where the text of the last page planned ends, millimetres from the top of the page. */
    double endOfLastPage() {
        return end;
    }

    private PlannedPage page(Frame frame, List<Texts.Block> part, boolean first) {
        return new PlannedPage(frame, first ? List.of(anchor) : List.of(), (page, section) -> draw(page, section, part,
                first));
    }

    private void draw(Page page, Element section, List<Texts.Block> part, boolean first) {
        double y = Frame.TOP;
        if (first) {
            page.destination(anchor, 0);
            page.bookmark(0, title, 0);
            y = Headings.chapter(page, section, title, "") + 1.5;
        }
        Texts.draw(page, section, part, Frame.left(page), y, WIDTH, TypeScale.BODY, TypeScale.BODY_LEADING);
    }
}

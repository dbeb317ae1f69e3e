package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import java.util.List;

/**
 * A page whose content is measured and cut, but not drawn: its folio is known once all pages are planned.
 *
 * @param frame what surrounds the text
 * @param anchors names under which the contents find its folio
 * @param drawing draws the text block
 */
record PlannedPage(Frame frame, List<String> anchors, Drawing drawing) {
    /** Draws a text block. */
    @FunctionalInterface
    interface Drawing {
        /**
         * Draws.
         *
         * @param page where
         * @param section node of the chapter
         */
        void draw(Page page, Element section);
    }
}

package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Typefaces;
import java.util.List;

/**
 * How words and what they mean stand one under the other; millimetres.
 *
 * @param name style of the words
 * @param indent width of the words
 * @param width width of both
 * @param leading height of a line
 * @param gap after each
 */
record Terms(Style name, double indent, double width, double leading, double gap) {
    /** Words and what they mean. */
    record Term(String name, Rich meaning) {}

    double height(Typefaces type, List<Term> terms) {
        return terms.stream().mapToDouble(t -> type.broken(t.meaning(), width - indent).size() * leading + gap).sum();
    }

    /** Draws them as items of a list and says where they end. */
    double draw(Page page, Element list, List<Term> terms, double x, double top) {
        double y = top;
        for (Term term : terms) {
            Element item = list.child(Role.LI);
            page.pen(item.child(Role.LBL)).text(term.name() + " ", name, x, y + Pen.baselineIn(leading, name.size()));
            y = page.pen(item.child(Role.LBODY))
                    .lines(page.typefaces().broken(term.meaning(), width - indent), x + indent, y, leading) + gap;
        }
        return y;
    }
}

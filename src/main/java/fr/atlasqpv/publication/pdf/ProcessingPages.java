package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import java.util.ArrayList;
import java.util.List;

/** How the figures were attached and computed, and what stands in place of a figure. */
final class ProcessingPages {
    static final String TITLE = "Note de traitement";

    private static final double WIDTH = 132;
    private static final double SIGN = 16;
    private static final double GAP = 1.6;
    private static final Style SIGN_STYLE = Style.of(Weight.BOLD, 9.5, Palette.TEAL);

    private final Composition composition;

    ProcessingPages(Composition composition) {
        this.composition = composition;
    }

    List<PlannedPage> pages() {
        TextChapter text = new TextChapter(
                composition, TITLE, Anchors.PROCESSING,
                composition.edition().text("processing-note") + withoutFigure());
        List<PlannedPage> pages = new ArrayList<>(text.pages());
        double end = text.endOfLastPage();
        PlannedPage last = pages.removeLast();
        if (end + 8 + height() <= Frame.BOTTOM) {
            pages.add(new PlannedPage(last.frame(), last.anchors(), (page, section) -> {
                last.drawing().draw(page, section);
                statuses(page, section, end + 8);
            }));
        } else {
            pages.add(last);
            pages.add(new PlannedPage(last.frame(), List.of(), (page, section) -> statuses(page, section, Frame.TOP)));
        }
        return pages;
    }

    /** What the edition has no figure of: said here, and nowhere else in the book. */
    private String withoutFigure() {
        List<String> without = composition.edition().indicators().stream()
                .filter(notice -> !composition.known(notice.indicator()))
                .map(notice -> French.inSentence(notice.label())).toList();
        return without.isEmpty() ? ""
                : "\n\nAucun chiffre n’est disponible dans cette édition pour " + (without.size() == 1
                        ? "l’indicateur suivant, que le livre ne montre donc pas : "
                        : "les indicateurs suivants, que le livre ne montre donc pas : ")
                        + String.join(" ; ", without) + ".";
    }

    private double height() {
        double height = TypeScale.H2_LEADING + 3;
        for (StatusMeaning status : composition.statuses()) {
            height += lines(status).size() * TypeScale.BODY_LEADING + GAP;
        }
        return height;
    }

    private List<TextLine> lines(StatusMeaning status) {
        Rich text = Rich.of(French.typeset(capital(status.brief())) + ". ", TypeScale.BODY.with(Weight.SEMIBOLD))
                .and(status.typeset(), TypeScale.BODY);
        return composition.type().broken(text, WIDTH - SIGN);
    }

    private static String capital(String text) {
        String word = text.replaceFirst(" \\(.*", "");
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    private void statuses(Page page, Element section, double top) {
        double x = Frame.left(page);
        page.heading(section, Role.H2, Rich.of("Statuts des valeurs", TypeScale.H2), x, Headings.h2Baseline(top));
        double y = top + TypeScale.H2_LEADING + 3;
        Element list = section.child(Role.L);
        for (StatusMeaning status : composition.statuses()) {
            Element item = list.child(Role.LI);
            double baseline = y + Pen.baselineIn(TypeScale.BODY_LEADING, 9.5);
            page.pen(item.child(Role.LBL)).text(status.sign() + " ", SIGN_STYLE, x, baseline);
            y = page.pen(item.child(Role.LBODY)).lines(lines(status), x + SIGN, y, TypeScale.BODY_LEADING) + GAP;
        }
    }
}

package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.EditionNotice;
import java.util.ArrayList;
import java.util.List;

/** How the figures were attached and computed, and what stands in place of a figure. */
final class ProcessingPages {
    static final String TITLE = "Note de traitement";

    private static final Terms LOOK =
            new Terms(Style.of(Weight.BOLD, 9.5, Palette.TEAL), 16, 132, TypeScale.BODY_LEADING, 1.6);

    private final Composition composition;

    ProcessingPages(Composition composition) {
        this.composition = composition;
    }

    List<PlannedPage> pages() {
        TextChapter text = new TextChapter(
                composition, TITLE, Anchors.PROCESSING,
                composition.edition().text("processing-note") + withoutFigure() + reserves());
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

    /** What the book has no figure of: said here, and nowhere else in it. */
    private String withoutFigure() {
        List<String> without = composition.edition().indicators().stream()
                .filter(notice -> !composition.known(notice.indicator()))
                .map(notice -> French.inSentence(notice.label())).toList();
        return without.isEmpty() ? ""
                : "\n\nAucun chiffre n’est disponible dans ce livre pour " + (without.size() == 1
                        ? "l’indicateur suivant, que le livre ne montre donc pas : "
                        : "les indicateurs suivants, que le livre ne montre donc pas : ")
                        + String.join(" ; ", without) + ".";
    }

    /** With which warnings of the checks of the inputs the book is made. */
    private String reserves() {
        String reserves = composition.edition().text(EditionNotice.RESERVES);
        return reserves.isEmpty() ? "" : "\n\nRéserves sur les données de cette édition :\n\n" + reserves;
    }

    private double height() {
        return composition.statuses().isEmpty() ? 0
                : TypeScale.H2_LEADING + 3 + LOOK.height(composition.type(), terms());
    }

    private List<Terms.Term> terms() {
        return composition.statuses().stream().map(status -> new Terms.Term(status.sign(),
                Rich.of(French.capital(status.brief()) + ". ", TypeScale.BODY.with(Weight.SEMIBOLD))
                        .and(status.typeset(), TypeScale.BODY)))
                .toList();
    }

    private void statuses(Page page, Element section, double top) {
        if (!composition.statuses().isEmpty()) {
            double x = Frame.left(page);
            page.heading(section, Role.H2, Rich.of("Statuts des valeurs", TypeScale.H2), x, Headings.h2Baseline(top));
            LOOK.draw(page, section.child(Role.L), terms(), x, top + TypeScale.H2_LEADING + 3);
        }
    }
}

package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.EditionNotice;
import java.util.List;

/** Credits and legal notice, on the back of the cover. */
final class CreditsPage {
    private static final double WIDTH = 110;
    private static final Style SMALL = Style.of(Weight.REGULAR, 8.5, Palette.INK);
    private static final Style TERM = Style.of(Weight.SEMIBOLD, 8.5, Palette.TEAL_2);
    private static final double LEADING = TypeScale.leading(12.2);

    private final Composition composition;

    CreditsPage(Composition composition) {
        this.composition = composition;
    }

    Chapter plan() {
        Frame frame = composition.frame("Mentions", composition.regionLabel(), null);
        return new Chapter(0, false, List.of(new PlannedPage(frame, List.of(), this::draw)));
    }

    private void draw(Page page, Element section) {
        EditionNotice edition = composition.edition();
        double x = Frame.left(page);
        page.bookmark(0, "Mentions", 0);
        List<Texts.Block> credits = Texts.blocks(edition.text("credits"), SMALL);
        double height = credits.stream()
                .mapToDouble(block -> Texts.height(composition, block, WIDTH, LEADING))
                .sum();
        double top = Math.max(Frame.TOP + 20, Frame.BOTTOM - height - 58);
        page.heading(section, Role.H1, Rich.of("Mentions", TypeScale.H2), x, Headings.h2Baseline(top));
        double y = Texts.draw(page, section, credits, x, top + 10, WIDTH, SMALL, LEADING) + 2;
        y = term(page, section, "Éditeur", edition.publisher(), x, y);
        y = term(page, section, "Contact", edition.contact(), x, y);
        y = term(page, section, "Licence", edition.licence(), x, y);
        y = term(page, section, "Édition", edition.year() + ", " + edition.date(), x, y);
        y = term(page, section, "Programme", "Atlas QPV " + edition.programVersion(), x, y);
        if (edition.simulated()) {
            y += 2;
            String warning =
                    "Cette édition contient des données simulées ; chaque tableau concerné le signale, et la page "
                            + "« Sources et provenance » nomme les fichiers.";
            page.paragraph(section, Rich.of(French.typeset(warning), SMALL.with(Weight.SEMIBOLD)
                    .coloured(Palette.QPV_TEXT)), x, y, WIDTH, LEADING);
        }
    }

    private double term(Page page, Element section, String term, String value, double x, double y) {
        if (value.isBlank()) {
            return y;
        }
        Element paragraph = section.child(Role.P);
        double baseline = y + Pen.baselineIn(LEADING, SMALL.size());
        page.pen(paragraph).text(term + " ", TERM, x, baseline);
        return page.pen(paragraph)
                .lines(composition.type().broken(Rich.of(French.typeset(value), SMALL), WIDTH - 22), x + 22, y,
                        LEADING);
    }
}

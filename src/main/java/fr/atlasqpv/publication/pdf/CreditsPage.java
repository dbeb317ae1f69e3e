package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.EditionNotice;
import java.util.List;
import java.util.stream.Stream;

/** Credits and legal notice, on the back of the cover. */
final class CreditsPage {
    private static final double WIDTH = 124;
    private static final double BETWEEN = 6;
    private static final String TITLE = "Crédits et mentions légales";
    private static final Style SMALL = Style.of(Weight.REGULAR, 8.5, Palette.INK);
    private static final double HEAD = 9.5;
    private static final double LEADING = TypeScale.leading(12.2);
    private static final Terms LOOK =
            new Terms(Style.of(Weight.SEMIBOLD, 8.5, Palette.TEAL_2), 22, WIDTH, LEADING, 0);

    private final Composition composition;

    CreditsPage(Composition composition) {
        this.composition = composition;
    }

    Chapter plan() {
        Frame frame = composition.frame(TITLE, composition.regionLabel(), null);
        return new Chapter(BookSection.CREDITS, 0, false, List.of(new PlannedPage(frame, List.of(), this::draw)));
    }

    private List<Terms.Term> terms() {
        EditionNotice edition = composition.edition();
        return Stream.of(
                term("Éditeur", edition.publisher()),
                term("Contact", edition.contact()),
                term("Licence", edition.licence()),
                term("Édition", edition.year() + ", " + edition.date()),
                term("Programme", "Atlas QPV " + edition.programVersion()))
                .filter(term -> !term.meaning().plain().isBlank())
                .toList();
    }

    private static Terms.Term term(String name, String value) {
        return new Terms.Term(name, Rich.of(French.typeset(value), SMALL));
    }

    private List<TextLine> warning() {
        String warning = composition.edition().simulated()
                ? "Cette édition contient des données simulées ; chaque tableau concerné le signale, et la page "
                        + "« Sources et provenance » nomme les fichiers."
                : "";
        Style style = SMALL.with(Weight.SEMIBOLD).coloured(Palette.QPV_TEXT);
        return warning.isEmpty() ? List.of()
                : composition.type().broken(Rich.of(French.typeset(warning), style), WIDTH);
    }

    private double height(List<Texts.Block> blocks) {
        return blocks.stream().mapToDouble(block -> Texts.height(composition, block, WIDTH, LEADING)).sum();
    }

    /** The imprint stands at the foot of its page, as printers have it. */
    private void draw(Page page, Element section) {
        double x = Frame.left(page);
        page.bookmark(0, TITLE, 0);
        List<Texts.Block> credits = Texts.blocks(composition.edition().text("credits"), SMALL);
        List<Texts.Block> legal = Texts.blocks(composition.edition().text("legal-notice"), SMALL);
        double height = HEAD + height(credits) + LOOK.height(composition.type(), terms())
                + (legal.isEmpty() ? 0 : BETWEEN + HEAD + height(legal))
                + (warning().isEmpty() ? 0 : BETWEEN + warning().size() * LEADING);
        double top = Math.max(Frame.TOP, Frame.BOTTOM - height);
        page.heading(section, Role.H1, Rich.of("Crédits", TypeScale.H2), x, Headings.h2Baseline(top));
        double y = Texts.draw(page, section, credits, x, top + HEAD, WIDTH, SMALL, LEADING);
        y = LOOK.draw(page, section.child(Role.L), terms(), x, y);
        if (!legal.isEmpty()) {
            y += BETWEEN;
            page.heading(section, Role.H2, Rich.of("Mentions légales", TypeScale.H2), x, Headings.h2Baseline(y));
            y = Texts.draw(page, section, legal, x, y + HEAD, WIDTH, SMALL, LEADING);
        }
        if (!warning().isEmpty()) {
            page.pen(section.child(Role.P)).lines(warning(), x, y + BETWEEN - 2.6, LEADING);
        }
    }
}

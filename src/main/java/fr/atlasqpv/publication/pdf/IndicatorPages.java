package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.IndicatorNotice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map;

/** What each indicator measures, where it comes from and on what condition it is published: one card each. */
final class IndicatorPages {
    static final String TITLE = "Les indicateurs";

    private static final double LEFT_WIDTH = 92;
    private static final double RIGHT = 98;
    private static final double BAND = 5.4;
    private static final double BAND_GAP = 4.4;
    private static final double CARD_TOP = 1.6;
    private static final double CARD_BOTTOM = 2.2;
    private static final Style NAME = Style.of(Weight.SEMIBOLD, 11, Palette.TEAL);
    private static final Style UNIT = Style.of(Weight.REGULAR, 8.5, Palette.INK_2);
    private static final Style DEFINITION = Style.of(Weight.REGULAR, 9, Palette.INK);
    private static final double DEFINITION_LEADING = TypeScale.leading(12);
    private static final Style CODES = Style.of(Weight.REGULAR, 8, Palette.INK_2);
    private static final Style VALUE = Style.of(Weight.REGULAR, 8, Palette.INK);
    private static final double TERM_LEADING = TypeScale.leading(11);
    private static final Terms LOOK =
            new Terms(Style.of(Weight.SEMIBOLD, 8, Palette.TEAL_2), 17, 79, TERM_LEADING, 0.6);

    private final Composition composition;

    IndicatorPages(Composition composition) {
        this.composition = composition;
    }

    /** A card, and whether its band opens over it. */
    private record Card(IndicatorNotice notice, boolean opensBand) {}

    List<PlannedPage> pages() {
        Frame frame = composition.frame(TITLE, composition.regionLabel(), null);
        double top = Frame.TOP + TypeScale.H1_LEADING + 1 + 2 * TypeScale.BODY_LEADING + 3.5;
        List<PlannedPage> pages = new ArrayList<>();
        List<Card> part = new ArrayList<>();
        double y = top;
        String band = "";
        for (IndicatorNotice notice : byBand()) {
            boolean opens = !notice.band().equals(band) && !notice.band().isBlank();
            double height = cardHeight(notice) + (opens ? BAND + (part.isEmpty() ? 0 : BAND_GAP) : 0);
            if (!part.isEmpty() && y + height > Frame.BOTTOM) {
                pages.add(page(frame, part, pages.isEmpty()));
                part = new ArrayList<>();
                y = Frame.TOP;
                opens = !notice.band().isBlank();
                height = cardHeight(notice) + (opens ? BAND : 0);
            }
            part.add(new Card(notice, opens));
            band = notice.band();
            y += height;
        }
        pages.add(page(frame, part, pages.isEmpty()));
        return pages;
    }

    /** Those that have a figure, the bands in the order of their first indicator. */
    private List<IndicatorNotice> byBand() {
        Map<String, List<IndicatorNotice>> bands = new LinkedHashMap<>();
        composition.edition().indicators().stream().filter(notice -> composition.known(notice.indicator()))
                .forEach(notice -> bands.computeIfAbsent(notice.band(), band -> new ArrayList<>()).add(notice));
        return bands.values().stream().flatMap(List::stream).toList();
    }

    private PlannedPage page(Frame frame, List<Card> cards, boolean first) {
        return new PlannedPage(frame, first ? List.of(Anchors.INDICATORS) : List.of(), (page, section) -> draw(page,
                section, cards, first));
    }

    private void draw(Page page, Element section, List<Card> cards, boolean first) {
        double x = Frame.left(page);
        double y = Frame.TOP;
        if (first) {
            y = title(page, section, x);
        }
        boolean start = true;
        for (Card card : cards) {
            if (card.opensBand()) {
                y = band(page, section, card.notice().band(), x, start ? y : y + BAND_GAP);
            } else {
                page.artifact().line(x, y, x + Frame.WIDTH, y, 0.2, Palette.LINE);
            }
            y = card(page, section, card.notice(), x, y);
            start = false;
        }
    }

    private double title(Page page, Element section, double x) {
        page.destination(Anchors.INDICATORS, 0);
        page.bookmark(0, TITLE, 0);
        double y = Headings.chapter(page, section, TITLE,
                "Ce qui est mesuré, d’où vient la donnée, à quelle condition elle est publiée.") - 3.5;
        double baseline = y + Pen.baselineIn(TypeScale.BODY_LEADING, 9.5);
        String before = "Repères pour la région" + French.NO_BREAK + ": ";
        double at = x + composition.type().width(before, TypeScale.SUBTITLE);
        double second = at + 3 + composition.type().width("ensemble et ", TypeScale.SUBTITLE);
        page.artifact().circle(at + 1.3, baseline - 1.15, 1.1, Palette.WHITE, Integer.valueOf(Palette.TEAL), 0.55);
        page.artifact().diamond(second + 1.3, baseline - 1.15, 1.35, Palette.QPV);
        Pen pen = page.pen(section.child(Role.P));
        pen.text(before, TypeScale.SUBTITLE, x, baseline);
        pen.text("ensemble et ", TypeScale.SUBTITLE, at + 3, baseline);
        pen.text("quartiers prioritaires.", TypeScale.SUBTITLE, second + 3, baseline);
        return y + TypeScale.BODY_LEADING + 3.5;
    }

    private double band(Page page, Element section, String name, double x, double y) {
        page.artifact().rectangle(x, y, Frame.WIDTH, BAND, Palette.PALE);
        page.artifact().line(x, y, x + Frame.WIDTH, y, 0.5, Palette.TEAL);
        Style style = Style.of(Weight.BOLD, 8.5, Palette.TEAL).tracked(0.22);
        page.heading(section, Role.H2, Rich.of(French.capitals(name), style), x + 2, y + 3.75);
        return y + BAND;
    }

    private double cardHeight(IndicatorNotice notice) {
        double left = name(notice).size() * TypeScale.H3_LEADING + definition(notice).size() * DEFINITION_LEADING;
        left += codes(notice).size() * TERM_LEADING;
        if (new Gauge(composition, notice.indicator()).shown()) {
            left += Gauge.HEIGHT;
        }
        double right = 0.8 + LOOK.height(composition.type(), terms(notice));
        return CARD_TOP + Math.max(left, right) + CARD_BOTTOM;
    }

    private List<TextLine> name(IndicatorNotice notice) {
        String unit = French.typeset(notice.unit()).replace(' ', French.NO_BREAK);
        return composition.type().broken(
                Rich.of(French.typeset(notice.label()) + " ", NAME).and(" " + unit, UNIT), LEFT_WIDTH);
    }

    private List<TextLine> definition(IndicatorNotice notice) {
        return composition.type().broken(French.rich(notice.definition(), DEFINITION), LEFT_WIDTH);
    }

    /** The codes of a typology and what they mean: the same code differs from one typology to the next. */
    private List<TextLine> codes(IndicatorNotice notice) {
        Map<String, String> codes =
                composition.edition().typologies().getOrDefault(notice.indicator().id(), Map.of());
        Rich text = new Rich(List.of());
        String between = "";
        for (Map.Entry<String, String> code : codes.entrySet()) {
            text = text.and(between, CODES)
                    .and(code.getKey() + French.NO_BREAK, CODES.with(Weight.SEMIBOLD))
                    .and(French.inSentence(code.getValue()), CODES);
            between = French.NO_BREAK + "; ";
        }
        return codes.isEmpty() ? List.of() : composition.type().broken(text, LEFT_WIDTH);
    }

    private static List<Terms.Term> terms(IndicatorNotice notice) {
        return List.of(
                term("Source", notice.source() + (notice.simulated() ? " — **données simulées**" : "")),
                term("Millésime", notice.millesime()),
                term("Règle", notice.rule().isBlank() ? "Sans seuil." : marked(notice.rule())));
    }

    private static Terms.Term term(String name, String value) {
        return new Terms.Term(name, French.rich(value, VALUE));
    }

    /** The signs that stand for a figure in bold, as under the tables. */
    private static String marked(String rule) {
        return rule.replaceAll("\\((s|///|n\\.d\\.)\\)", "(**$1**)");
    }

    private double card(Page page, Element section, IndicatorNotice notice, double x, double top) {
        double y = top + CARD_TOP;
        y = page.pen(section.child(notice.band().isBlank() ? Role.H2 : Role.H3)).lines(name(notice), x, y,
                TypeScale.H3_LEADING);
        y = page.pen(section.child(Role.P)).lines(definition(notice), x, y, DEFINITION_LEADING);
        List<TextLine> codes = codes(notice);
        if (!codes.isEmpty()) {
            y = page.pen(section.child(Role.P)).lines(codes, x, y, TERM_LEADING);
        }
        Gauge gauge = new Gauge(composition, notice.indicator());
        if (gauge.shown()) {
            gauge.draw(page, section, x, y);
        }
        LOOK.draw(page, section.child(Role.L), terms(notice), x + RIGHT, top + CARD_TOP + 0.8);
        return top + cardHeight(notice);
    }
}

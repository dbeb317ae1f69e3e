package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;

/** The two figures above a map: number of QPV and their inhabitants, each with the share that it makes. */
final class KeyFigures {
    static final double HEIGHT = 20.8;

    private static final double WIDTH = 84;
    private static final double STEP = 93;
    private static final Style NUMBER = Style.of(Weight.BOLD, 25, Palette.TEAL);
    private static final Style UNIT = Style.of(Weight.SEMIBOLD, 12, Palette.INK);
    private static final Style SHARE = Style.of(Weight.BOLD, 9.5, Palette.QPV_TEXT);

    private final Composition composition;
    private final Territory territory;
    private final String base;

    /**
     * The key figures of a territory.
     *
     * @param base what the share of inhabitants is taken of: {@code de la population du département}
     */
    KeyFigures(Composition composition, Territory territory, String base) {
        this.composition = composition;
        this.territory = territory;
        this.base = base;
    }

    void draw(Page page, Element section, double x, double top) {
        Printed count = composition.printed(territory, Perimeter.QPV, Indicator.NB_QPV);
        block(
                page, section, x, top, count,
                count.text().equals("1") ? "quartier prioritaire" : "quartiers prioritaires",
                composition.printed(territory, Perimeter.QPV, Indicator.PART_QPV_FRANCE),
                "des QPV de France métropolitaine");
        block(
                page, section, x + STEP, top, composition.printed(territory, Perimeter.QPV, Indicator.POPULATION),
                "habitants en QPV", composition.printed(territory, Perimeter.QPV, Indicator.PART_POPULATION_QPV), base);
    }

    private void block(
            Page page, Element section, double x, double top, Printed number, String unit, Printed share, String of) {
        Pen artifact = page.artifact();
        artifact.line(x, top, x + WIDTH, top, 0.5, Palette.TEAL);
        Element paragraph = section.child(Role.P);
        Pen pen = page.pen(paragraph);
        double baseline = top + 8.9;
        pen.text(number.text() + " ", NUMBER, x, baseline);
        double at = x + composition.type().width(number.text(), NUMBER) + 1.7;
        pen.text(unit, UNIT, at, baseline);
        Rich sentence = Rich.of("soit ", TypeScale.BODY)
                .and(share.text() + (share.hasBar() ? French.NO_BREAK + "%" : ""), SHARE)
                .and(" " + of, TypeScale.BODY);
        page.pen(section.child(Role.P)).line(sentence, x, top + 15);
        page.artifact().rectangle(x, top + HEIGHT - 2.2, WIDTH, 2.2, Palette.WHOLE);
        if (share.hasBar()) {
            page.artifact()
                    .rectangle(x, top + HEIGHT - 2.2, WIDTH * Math.min(1, share.bar() / 100), 2.2, Palette.QPV);
        }
    }
}

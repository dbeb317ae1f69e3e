package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.BookSpec.KeyFigure;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.List;

/** The figures above a map, each with the share that it makes: two side by side, more on further lines. */
final class KeyFigures {
    private static final double HEIGHT = 20.8;
    private static final double BETWEEN = 3;
    private static final double WIDTH = 84;
    private static final double STEP = 93;
    private static final Style NUMBER = Style.of(Weight.BOLD, 25, Palette.TEAL);
    private static final Style UNIT = Style.of(Weight.SEMIBOLD, 12, Palette.INK);
    private static final Style SHARE = Style.of(Weight.BOLD, 9.5, Palette.QPV_TEXT);

    private final Composition composition;
    private final Territory territory;

    KeyFigures(Composition composition, Territory territory) {
        this.composition = composition;
        this.territory = territory;
    }

    /** Draws them and says where they end. */
    double draw(Page page, Element section, double x, double top) {
        List<KeyFigure> keys = composition.book().keyFigures();
        for (int i = 0; i < keys.size(); i++) {
            block(page, section, keys.get(i), x + i % 2 * STEP, top + i / 2 * (HEIGHT + BETWEEN));
        }
        return top + height();
    }

    double height() {
        int lines = (composition.book().keyFigures().size() + 1) / 2;
        return Math.max(0, lines * (HEIGHT + BETWEEN) - BETWEEN);
    }

    private void block(Page page, Element section, KeyFigure key, double x, double top) {
        page.artifact().line(x, top, x + WIDTH, top, 0.5, Palette.TEAL);
        Printed number = composition.printed(territory, Perimeter.QPV, key.figure());
        Element paragraph = section.child(Role.P);
        double baseline = top + 8.9;
        Pen figure = page.pen(paragraph.child(Role.SPAN))
                .titled(AtlasColumns.address(territory, Perimeter.QPV, key.figure()));
        double at = figure(figure, number, number.text(), NUMBER, x, baseline) + 1.7;
        String unit = number.text().matches("[01]") ? key.one() : key.many();
        page.pen(paragraph.child(Role.SPAN)).text(French.typeset(unit), UNIT, at, baseline);
        key.share().ifPresent(share -> {
            Printed part = composition.printed(territory, Perimeter.QPV, share);
            Element sentence = section.child(Role.P);
            double end = words(page, sentence, "soit ", x, top + 15);
            end = figure(page.pen(sentence.child(Role.SPAN))
                    .titled(AtlasColumns.address(territory, Perimeter.QPV, share)), part,
                    part.withUnit(composition.notice(share).unit()), SHARE, end, top + 15);
            words(page, sentence, " " + French.typeset(key.of()), end, top + 15);
            page.artifact().rectangle(x, top + HEIGHT - 2.2, WIDTH, 2.2, Palette.WHOLE);
            if (part.hasBar()) {
                page.artifact().rectangle(x, top + HEIGHT - 2.2, WIDTH * Math.clamp(part.bar() / 100, 0, 1), 2.2,
                        Palette.QPV);
            }
        });
    }

    /** A figure, with the mark of an estimate; what stands in place of a figure is told in full. */
    private double figure(Pen pen, Printed printed, String text, Style style, double x, double baseline) {
        double end = x + composition.type().width(text, style);
        if (printed.estimated()) {
            pen.child(Role.SPAN).text(text, style, x, baseline);
            AtlasColumns.mark(printed).draw(pen, end, baseline);
            return end + 1.5;
        }
        printed.pen(pen).text(text + " ", style, x, baseline);
        return end;
    }

    private double words(Page page, Element sentence, String words, double x, double baseline) {
        page.pen(sentence.child(Role.SPAN)).text(words, TypeScale.BODY, x, baseline);
        return x + composition.type().width(words, TypeScale.BODY);
    }
}

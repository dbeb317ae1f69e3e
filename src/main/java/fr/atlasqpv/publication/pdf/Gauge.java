package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.territory.Perimeter;

/** Where the region stands on the scale of an indicator: a circle for everybody, a diamond for its QPV. */
final class Gauge {
    /** Height, millimetres. */
    static final double HEIGHT = 8.2;

    private static final double LENGTH = 30;
    private static final double START = 2.9;
    private static final double APART = 8;
    private static final Style VALUE = Style.of(Weight.SEMIBOLD, 7, Palette.TEAL);

    private final Composition composition;
    private final Indicator indicator;

    Gauge(Composition composition, Indicator indicator) {
        this.composition = composition;
        this.indicator = indicator;
    }

    private Printed value(Perimeter perimeter) {
        return composition.printed(composition.region(), perimeter, indicator);
    }

    /** Tells whether there is something to show. */
    boolean shown() {
        return composition.drawn(composition.book().chapters()).contains(indicator)
                && (value(Perimeter.ENSEMBLE).hasBar() || value(Perimeter.QPV).hasBar());
    }

    void draw(Page page, Element section, double x, double top) {
        Printed ensemble = value(Perimeter.ENSEMBLE);
        Printed qpv = value(Perimeter.QPV);
        double max = composition.scale(indicator);
        double left = x + START;
        double y = top + 2.6;
        Pen artifact = page.artifact();
        OnScale.axis(artifact, left, LENGTH, y, composition.graduation(indicator, max));
        double e = left + LENGTH * Math.clamp(ensemble.bar() / max, 0, 1);
        double q = left + LENGTH * Math.clamp(qpv.bar() / max, 0, 1);
        OnScale.pair(artifact, e, q, y, 1.15, 0.45);
        values(page, section, ensemble, qpv, e, q, y + 4.3);
    }

    /** The two values under the axis, pushed apart when they would touch. */
    private void values(Page page, Element section, Printed ensemble, Printed qpv, double e, double q,
            double baseline) {
        double atEnsemble = e;
        double atQpv = q;
        if (ensemble.hasBar() && qpv.hasBar() && Math.abs(e - q) < APART) {
            double middle = (e + q) / 2;
            double side = e <= q ? -1 : 1;
            atEnsemble = middle + side * APART / 2;
            atQpv = middle - side * APART / 2;
        }
        Element paragraph = section.child(Role.P);
        paragraph.alternative("Repères de la région : ensemble " + ensemble.text() + ", quartiers prioritaires "
                + qpv.text() + ".");
        Pen pen = page.pen(paragraph);
        if (ensemble.hasBar()) {
            pen.text(ensemble.text() + " ", VALUE, atEnsemble - composition.type().width(ensemble.text(), VALUE) / 2,
                    baseline);
        }
        if (qpv.hasBar()) {
            Style red = VALUE.coloured(Palette.QPV_TEXT);
            pen.text(qpv.text(), red, atQpv - composition.type().width(qpv.text(), red) / 2, baseline);
        }
    }
}

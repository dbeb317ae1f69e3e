package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.BookSpec.KeyFigure;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The region in one look: how many QPV, how many inhabitants, and each rate for everybody and for the QPV. It stands
 * under the introduction, or on a page of its own where the next left page would otherwise follow a blank one.
 */
final class Essentials {
    private static final String TITLE = "L’essentiel";
    private static final double LABEL = 48;
    private static final double LENGTH = 88;
    private static final double ENSEMBLE_RIGHT = 155;
    private static final double QPV_RIGHT = Frame.WIDTH - 1;
    private static final double HEAD = 6.4;
    private static final double LOWEST_ROW = 7.6;
    private static final double TALLEST_ROW = 15;
    private static final double LEGEND = 6.4;
    private static final Style NAME = Style.of(Weight.SEMIBOLD, 9, Palette.INK);
    private static final Style VALUE = Style.of(Weight.BOLD, 11, Palette.TEAL);
    private static final Style NUMBER = Style.of(Weight.BOLD, 9.5, Palette.TEAL);

    private final Composition composition;
    private final List<Indicator> shown;

    Essentials(Composition composition) {
        this.composition = composition;
        this.shown = composition.drawn(composition.book().chapters()).stream()
                .filter(rate -> value(Perimeter.ENSEMBLE, rate).hasBar() || value(Perimeter.QPV, rate).hasBar())
                .collect(java.util.stream.Collectors.toCollection(ArrayList::new));
        while (shown.size() > 1 && height() > Frame.BOTTOM - Frame.TOP) {
            shown.removeLast();
        }
    }

    private Printed value(Perimeter perimeter, Indicator rate) {
        return composition.printed(composition.region(), perimeter, rate);
    }

    boolean empty() {
        return shown.isEmpty();
    }

    /** Least height that it takes. */
    double height() {
        return height(LOWEST_ROW);
    }

    private double height(double row) {
        double text = composition.type().broken(sentence(), Frame.WIDTH).size() * TypeScale.BODY_LEADING;
        return TypeScale.H2_LEADING + 2 + text + 3 + LEGEND + HEAD + shown.size() * row + 2.6 + footHeight();
    }

    PlannedPage page(Frame frame) {
        return new PlannedPage(frame, List.of(), (page, section) -> draw(page, section, Frame.TOP));
    }

    /** Draws it from {@code top}, its rows as tall as the rest of the page lets them. */
    void draw(Page page, Element section, double top) {
        double x = Frame.left(page);
        page.bookmark(1, TITLE, top);
        page.heading(section, Role.H2, Rich.of(TITLE, TypeScale.H2), x, Headings.h2Baseline(top));
        double y = page.paragraph(section, sentence(), x, top + TypeScale.H2_LEADING + 2, Frame.WIDTH,
                TypeScale.BODY_LEADING) + 3;
        legend(page, section.child(Role.P), x, y + 2.6);
        y += LEGEND;
        double spare = Frame.BOTTOM - top - height(0);
        double row = Math.clamp(spare / shown.size(), LOWEST_ROW, TALLEST_ROW);
        double start = y;
        Box box = new Box(x, start, Frame.WIDTH, HEAD + shown.size() * row);
        page.figure(section, alternative(), box, pen -> rows(pen, x, start, row));
        y += HEAD + shown.size() * row + 2.6;
        SourceLine.draw(page, section, foot(), x, y);
    }

    private Rich sentence() {
        int qpv = composition.atlas().territories(Level.QPV).size();
        int epci = composition.atlas().territories(Level.EPCI).size();
        String departements = composition.oneDepartement() ? ""
                : " et " + French.counted(composition.departements().size(), "département", "départements");
        Rich text = Rich.of(French.counted(qpv, "quartier prioritaire", "quartiers prioritaires"), NUMBER)
                .and(" dans " + French.counted(epci, "intercommunalité", "intercommunalités") + departements,
                        TypeScale.BODY);
        Optional<KeyFigure> key = composition.book().keyFigures().stream()
                .filter(k -> composition.book().inhabitants().equals(Optional.of(k.figure()))).findFirst();
        Printed inhabitants = key.map(k -> value(Perimeter.QPV, k.figure())).filter(Printed::number).orElse(null);
        if (inhabitants != null) {
            text = text.and(French.NO_BREAK + "; ", TypeScale.BODY)
                    .and(inhabitants.text() + French.NO_BREAK + key.get().many(), NUMBER);
            Optional<Printed> share = key.get().share().map(s -> value(Perimeter.QPV, s)).filter(Printed::number);
            if (share.isPresent()) {
                text = text.and(", soit ", TypeScale.BODY)
                        .and(share.get().withUnit(composition.notice(key.get().share().get()).unit()),
                                NUMBER.coloured(Palette.QPV_TEXT))
                        .and(" " + French.typeset(key.get().of()), TypeScale.BODY);
            }
        }
        return text.and(".", TypeScale.BODY);
    }

    private void legend(Page page, Element paragraph, double x, double baseline) {
        Pen sign = page.artifact();
        sign.circle(x + 1.3, baseline - 0.95, 1.1, Palette.WHITE, Integer.valueOf(Palette.TEAL), 0.5);
        sign.diamond(x + 42.2, baseline - 0.95, 1.25, Palette.QPV);
        if (shown.stream().noneMatch(rate -> france(rate).isPresent())) {
            signs(page.pen(paragraph), x, baseline);
            return;
        }
        sign.dashed(x + 92.5, baseline - 2.6, x + 92.5, baseline + 0.7, 0.25, Palette.REFERENCE, 0.45, 0.75, false);
        Pen pen = page.pen(paragraph);
        signs(pen, x, baseline);
        pen.text(composition.referenceLabel() + ", ensemble ", TypeScale.LEGEND, x + 94.5, baseline);
    }

    private static void signs(Pen pen, double x, double baseline) {
        pen.text("Ensemble de la région ", TypeScale.LEGEND, x + 4, baseline);
        pen.text("Dans les quartiers prioritaires ", TypeScale.LEGEND, x + 44.8, baseline);
    }

    private Optional<BigDecimal> france(Indicator rate) {
        return composition.cell(composition.reference(), Perimeter.ENSEMBLE, rate).map(PublishedCell::value);
    }

    private void rows(Pen pen, double x, double top, double row) {
        double baseline = top + 3.9;
        if (!composition.inPerCent(shown).isEmpty()) {
            pen.text("En pourcentage", TypeScale.SCALE, x, baseline);
        }
        pen.text("Ensemble", TypeScale.TABLE_HEAD, x + ENSEMBLE_RIGHT, baseline, Anchor.END);
        pen.text("QPV", TypeScale.TABLE_HEAD, x + QPV_RIGHT, baseline, Anchor.END);
        double y = top + HEAD;
        pen.line(x, y, x + Frame.WIDTH, y, 0.5, Palette.TEAL);
        for (Indicator rate : shown) {
            row(pen, rate, x, y + row / 2);
            y += row;
            pen.line(x, y, x + Frame.WIDTH, y, 0.12, Palette.LINE);
        }
    }

    private void row(Pen pen, Indicator rate, double x, double middle) {
        String label = French.typeset(composition.notice(rate).label());
        pen.text(composition.firstThatFits(NAME, LABEL - 4, label,
                French.typeset(composition.notice(rate).shortLabel())), NAME, x, middle + 1.1);
        axis(pen, rate, x + LABEL, middle);
        value(pen, value(Perimeter.ENSEMBLE, rate), VALUE, x + ENSEMBLE_RIGHT, middle + 1.35);
        value(pen, value(Perimeter.QPV, rate), VALUE.coloured(Palette.QPV_TEXT), x + QPV_RIGHT, middle + 1.35);
    }

    /** The mark of an estimate stands beyond the right edge, so that commas stay one under the other. */
    private void value(Pen pen, Printed printed, Style style, double right, double baseline) {
        pen.text(printed.text(), printed.number() ? style : TypeScale.STATUS, right - 1.4, baseline, Anchor.END);
        if (printed.estimated()) {
            pen.text(Printed.ESTIMATED, TypeScale.MARK, right - 1.15, baseline - 1.1);
        }
    }

    private void axis(Pen pen, Indicator rate, double left, double y) {
        double max = composition.scale(rate);
        OnScale.axis(pen, left, LENGTH, y, French.plain(BigDecimal.valueOf(max)));
        france(rate).ifPresent(france -> {
            double at = left + LENGTH * Math.clamp(france.doubleValue() / max, 0, 1);
            pen.dashed(at, y - 2.4, at, y + 2.4, 0.25, Palette.REFERENCE, 0.45, 0.75, false);
        });
        Printed ensemble = value(Perimeter.ENSEMBLE, rate);
        Printed qpv = value(Perimeter.QPV, rate);
        double e = left + LENGTH * Math.clamp(ensemble.bar() / max, 0, 1);
        double q = left + LENGTH * Math.clamp(qpv.bar() / max, 0, 1);
        OnScale.pair(pen, e, q, y, 1.3, 0.6);
    }

    private String alternative() {
        List<String> rates = new ArrayList<>();
        for (Indicator rate : shown) {
            String label = composition.notice(rate).label();
            rates.add(French.inSentence(label) + ", " + said(value(Perimeter.ENSEMBLE, rate)) + " et "
                    + said(value(Perimeter.QPV, rate)));
        }
        return French.typeset("L’essentiel, " + composition.regionLabel()
                + ", pour l’ensemble des habitants puis pour ceux des quartiers prioritaires"
                + composition.inPerCent(shown) + " : "
                + String.join(" ; ", rates) + ". Les mêmes chiffres sont dans le tableau de la page "
                + composition.folio(composition.regionTable()) + ".");
    }

    private static String said(Printed printed) {
        return printed.meaning().isEmpty() ? printed.text() : printed.meaning();
    }

    private double footHeight() {
        return SourceLine.height(composition, foot());
    }

    private List<Rich> foot() {
        List<Rich> texts = new ArrayList<>(SourceLine.paragraphs(composition, shown, SourceLine.GRAPHIC));
        boolean estimated = shown.stream()
                .anyMatch(
                        rate -> value(Perimeter.ENSEMBLE, rate).estimated() || value(Perimeter.QPV, rate).estimated());
        if (estimated) {
            texts.add(Rich.of(Printed.ESTIMATED + " ", Style.of(Weight.SEMIBOLD, 7, Palette.INK_2))
                    .and(StatusMeaning.ESTIMATED + ".", TypeScale.SOURCE));
        }
        return texts;
    }
}

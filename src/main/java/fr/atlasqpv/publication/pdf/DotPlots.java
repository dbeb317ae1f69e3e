package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Point;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tables.Fitted;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Each EPCI of a département against its own QPV, one small panel per rate, on axes that are the same in all the book. */
final class DotPlots {
    private static final int PANELS_OF_A_BLOCK = 4;

    private static final double LABEL = 40;
    private static final double PANEL_LEFT = 43.6;
    private static final double PANEL_STEP = 34.25;
    private static final double PANEL = 28.25;
    private static final double HEAD = 9.5;
    private static final double ROW = 5.65;
    private static final double NAME_LINE = 2.6;
    private static final double READING = 29;
    private static final double READING_LINE = TypeScale.leading(11);
    private static final double BEFORE_REFERENCES = 1.6;
    private static final double BETWEEN_BLOCKS = 7;
    private static final double LEGEND = 7.5;
    private static final double UNDER_TITLE = 2.2;
    private static final Style PANEL_TITLE = Style.of(Weight.SEMIBOLD, 8, Palette.TEAL);
    private static final Style LABEL_STYLE = TypeScale.TABLE;

    private final Composition composition;
    private final PublishedTerritory departement;
    private final List<PublishedTerritory> epci;
    private final List<Indicator> shown;

    /** A row of a panel. */
    private record Line(Territory territory, Fitted name, boolean reference) {}

    DotPlots(Composition composition, PublishedTerritory departement) {
        this.composition = composition;
        this.departement = departement;
        List<PublishedTerritory> rows = composition.epciOf(departement);
        this.shown = composition.drawn(composition.book().profiles()).stream().filter(i -> known(rows, i)).toList();
        this.epci = shown.isEmpty() ? rows
                : rows.stream().sorted(Comparator.comparingDouble(this::rank).reversed()).toList();
    }

    /** Tells whether an EPCI of the département has a figure of the indicator. */
    private boolean known(List<PublishedTerritory> rows, Indicator indicator) {
        return rows.stream()
                .anyMatch(row -> composition.printed(row.territory(), Perimeter.ENSEMBLE, indicator).hasBar()
                        || composition.printed(row.territory(), Perimeter.QPV, indicator).hasBar());
    }

    /** The value of its QPV for the first indicator: the highest stands first, the unknown last. */
    private double rank(PublishedTerritory row) {
        Printed first = composition.printed(row.territory(), Perimeter.QPV, shown.getFirst());
        return first.hasBar() ? first.bar() : Double.NEGATIVE_INFINITY;
    }

    /** Tells whether there is anything to plot. */
    boolean empty() {
        return shown.isEmpty();
    }

    /** The panels in blocks; the last block keeps its last place for the reading note. */
    private List<List<Indicator>> panels() {
        List<List<Indicator>> blocks = new ArrayList<>();
        for (int from = 0; from < shown.size(); from += PANELS_OF_A_BLOCK) {
            blocks.add(shown.subList(from, Math.min(shown.size(), from + PANELS_OF_A_BLOCK)));
        }
        if (blocks.getLast().size() == PANELS_OF_A_BLOCK) {
            List<Indicator> last = blocks.removeLast();
            blocks.add(last.subList(0, PANELS_OF_A_BLOCK - 1));
            blocks.add(last.subList(PANELS_OF_A_BLOCK - 1, PANELS_OF_A_BLOCK));
        }
        return blocks;
    }

    private String title(boolean next) {
        return French.typeset(departement.label()) + " — profils des intercommunalités" + (next ? " (suite)" : "");
    }

    private double blockHeight(int rows) {
        return HEAD + rows * ROW + BEFORE_REFERENCES + references().size() * ROW;
    }

    private double blocksHeight(int rows) {
        int blocks = panels().size();
        return (blocks - 1) * (blockHeight(rows) + BETWEEN_BLOCKS)
                + (rows == 0 ? blockHeight(0) : Math.max(blockHeight(rows), readingHeight()));
    }

    private double footHeight() {
        return 2.4 + SourceLine.height(composition, foot());
    }

    /** Height that the plots take under a short table, title included. */
    double heightBelow() {
        return 8 + TypeScale.H2_LEADING + UNDER_TITLE + LEGEND + blocksHeight(epci.size()) + footHeight();
    }

    /** Draws the plots under a short table that ends at {@code y}. */
    void drawBelow(Page page, Element section, double y) {
        double x = Frame.left(page);
        double top = y + 8;
        page.destination(Anchors.profiles(departement.territory()), top);
        page.bookmark(2, "Profils des intercommunalités", top);
        page.heading(section, Role.H2, Rich.of("Profils des intercommunalités", TypeScale.H2), x,
                Headings.h2Baseline(top));
        blocks(page, section, epci, x, top + TypeScale.H2_LEADING + UNDER_TITLE);
    }

    /** Pages of plots: as many EPCI on each as fit, evenly shared. */
    List<PlannedPage> pages(Frame frame) {
        double top = Frame.TOP + Headings.titleHeight(composition, title(true));
        double room = Frame.BOTTOM - top - LEGEND - footHeight() - blocksHeight(0);
        int most = Math.max(1, (int) Math.floor(room / (panels().size() * ROW)));
        int count = (epci.size() + most - 1) / most;
        List<PlannedPage> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<PublishedTerritory> part =
                    epci.subList(epci.size() * i / count, epci.size() * (i + 1) / count);
            boolean first = i == 0;
            pages.add(new PlannedPage(
                    frame,
                    first ? List.of(Anchors.profiles(departement.territory())) : List.of(),
                    (page, section) -> page(page, section, part, first)));
        }
        return pages;
    }

    private void page(Page page, Element section, List<PublishedTerritory> part, boolean first) {
        double x = Frame.left(page);
        if (first) {
            page.destination(Anchors.profiles(departement.territory()), 0);
            page.bookmark(2, "Profils des intercommunalités", 0);
        }
        double top = Headings.title(page, section, title(!first),
                "Chaque intercommunalité comparée à ses propres quartiers prioritaires" + composition.inPerCent(shown),
                x);
        blocks(page, section, part, x, top);
    }

    private void blocks(Page page, Element section, List<PublishedTerritory> part, double x, double top) {
        legend(page, section.child(Role.P), x, top + 2);
        List<Line> lines = new ArrayList<>();
        part.forEach(row -> lines.add(
                new Line(row.territory(), Fitted.of(composition.type(),
                        French.typeset(row.label()), French.typeset(row.shortLabel()), LABEL_STYLE, TypeScale.DETAIL,
                        LABEL), false)));
        lines.addAll(references());
        double y = top + LEGEND;
        for (List<Indicator> block : panels()) {
            block(page, section, block, lines, x, y);
            y += blockHeight(part.size()) + BETWEEN_BLOCKS;
        }
        y -= BETWEEN_BLOCKS + blockHeight(part.size());
        reading(page, section, x + PANEL_LEFT + 3 * PANEL_STEP + 1.7, y - 1);
        y += Math.max(blockHeight(part.size()), readingHeight()) + 2.4;
        SourceLine.draw(page, section, foot(), x, y);
    }

    private List<Line> references() {
        return composition.references(departement).stream().map(this::reference).toList();
    }

    private Line reference(Composition.Reference row) {
        Style style = TypeScale.TABLE_BOLD;
        String name = row.territory().equals(departement.territory())
                ? composition.fit(departement, style, LABEL - 1)
                : Fitted.of(composition.type(), row.label(), row.shorter(), style, null, LABEL - 1).text();
        return new Line(row.territory(), new Fitted(List.of(name), style), true);
    }

    private void legend(Page page, Element paragraph, double x, double baseline) {
        Pen sign = page.artifact();
        sign.circle(x + 1.5, baseline - 0.95, 1.1, Palette.WHITE, Integer.valueOf(Palette.TEAL), 0.5);
        sign.diamond(x + 52, baseline - 0.95, 1.25, Palette.QPV);
        sign.line(x + 101, baseline - 0.95, x + 108, baseline - 0.95, 0.45, Palette.AXIS);
        Pen pen = page.pen(paragraph);
        pen.text("Ensemble de l’intercommunalité ", TypeScale.TABLE, x + 4, baseline);
        pen.text("Dans ses quartiers prioritaires ", TypeScale.TABLE, x + 54.4, baseline);
        pen.text("Écart ", TypeScale.TABLE, x + 110, baseline);
        pen.text("Classement des QPV : " + SourceLine.brief(composition.notice(shown.getFirst())),
                TypeScale.LEGEND_ITALIC, x + Frame.WIDTH, baseline,
                Anchor.END);
    }

    private void block(Page page, Element section, List<Indicator> indicators, List<Line> lines, double x, double y) {
        double bottom = y + HEAD + lines.size() * ROW + BEFORE_REFERENCES;
        double width = PANEL_LEFT + (indicators.size() - 1) * PANEL_STEP + PANEL + 2.4;
        Box box = new Box(x, y, Math.min(width, Frame.WIDTH), bottom - y);
        page.figure(section, alternative(indicators), box, pen -> {
            grounds(pen, lines, box);
            names(pen, lines, x, y);
            for (int i = 0; i < indicators.size(); i++) {
                panel(pen, indicators.get(i), lines, x + PANEL_LEFT + i * PANEL_STEP, y);
            }
        });
    }

    private String alternative(List<Indicator> indicators) {
        List<String> names = indicators.stream()
                .map(composition::notice)
                .map(notice -> French.inSentence(notice.label()))
                .toList();
        return French.typeset("Graphiques à points, " + composition.departementName(departement)
                + " : pour chaque intercommunalité, l’ensemble des habitants et ceux des quartiers prioritaires. "
                + "Indicateurs : " + String.join(", ", names) + ". Les mêmes chiffres sont dans le tableau de la page "
                + composition.folio(Anchors.table(departement.territory())) + ".");
    }

    private double rowTop(List<Line> lines, int index, double y) {
        return y + HEAD + index * ROW + (lines.get(index).reference() ? BEFORE_REFERENCES : 0);
    }

    private void grounds(Pen pen, List<Line> lines, Box box) {
        int first = lines.size() - references().size();
        pen.rectangle(box.x(), rowTop(lines, first, box.y()), box.width(), references().size() * ROW, Palette.PALE);
    }

    private void names(Pen pen, List<Line> lines, double x, double y) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            double baseline = rowTop(lines, i, y) + ROW / 2 + 0.95;
            if (line.reference()) {
                pen.text(line.name().text(), TypeScale.TABLE_BOLD, x + 0.9, baseline);
            } else {
                double at = rowTop(lines, i, y) + ROW / 2 + line.name().style().size() * 0.119
                        - (line.name().lines().size() - 1) * NAME_LINE / 2;
                for (String text : line.name().lines()) {
                    pen.text(text, line.name().style(), x, at);
                    at += NAME_LINE;
                }
            }
        }
    }

    private void panel(Pen pen, Indicator indicator, List<Line> lines, double x, double y) {
        Axis axis = axis(indicator);
        IndicatorNotice notice = composition.notice(indicator);
        boolean fits = shown.stream().allMatch(i -> composition.type()
                .width(French.typeset(composition.notice(i).label()), PANEL_TITLE) <= PANEL_STEP - 1.5);
        String title = fits ? French.typeset(notice.label()) : French.capital(SourceLine.brief(notice));
        pen.text(composition.firstThatFits(PANEL_TITLE, PANEL_STEP - 1.5, title,
                French.typeset(notice.shortLabel())), PANEL_TITLE, x - 0.6, y + 3);
        double bottom = rowTop(lines, lines.size() - 1, y) + ROW;
        for (double tick : axis.ticks()) {
            double at = x + axis.position(tick) * PANEL;
            pen.line(at, y + HEAD, at, bottom, 0.15, Palette.GRID);
            pen.text(French.plain(BigDecimal.valueOf(tick)), TypeScale.SCALE, at, y + 7.6, Anchor.MIDDLE);
        }
        for (int i = 0; i < lines.size(); i++) {
            double middle = rowTop(lines, i, y) + ROW / 2;
            pen.line(x, middle, x + PANEL, middle, 0.1, Palette.GRID);
            signs(pen, lines.get(i), indicator, axis, x, middle);
        }
    }

    private void signs(Pen pen, Line line, Indicator indicator, Axis axis, double x, double y) {
        Territory territory = line.territory();
        int ground = line.reference() ? Palette.PALE : Palette.WHITE;
        Printed ensemble = composition.printed(territory, Perimeter.ENSEMBLE, indicator);
        Printed qpv = composition.printed(territory, Perimeter.QPV, indicator);
        double e = ensemble.hasBar() ? x + axis.position(ensemble.bar()) * PANEL : Double.NaN;
        double q = qpv.hasBar() ? x + axis.position(qpv.bar()) * PANEL : Double.NaN;
        if (qpv.hasBar()) {
            outward(pen, axis.beyond(qpv.bar()), q, y, Palette.QPV);
        }
        if (ensemble.hasBar()) {
            outward(pen, axis.beyond(ensemble.bar()), e, y, Palette.TEAL);
        }
        OnScale.pair(pen, e, q, y, 1.1, 0.45);
        missing(pen, ensemble, qpv, e, x, y, ground);
    }

    /** A missing value prints its status at the right end; twice the same, once. */
    private void missing(Pen pen, Printed ensemble, Printed qpv, double e, double x, double y, int ground) {
        List<String> signs = new ArrayList<>();
        if (!ensemble.hasBar()) {
            signs.add(ensemble.text());
        }
        if (!qpv.hasBar() && !signs.contains(qpv.text())) {
            signs.add(qpv.text());
        }
        if (signs.isEmpty()) {
            return;
        }
        boolean roomAtEnd = Double.isNaN(e) || e < x + PANEL - 8;
        String text = String.join(" ", signs);
        double width = composition.type().width(text, TypeScale.DETAIL_GREY);
        double left = roomAtEnd ? x + PANEL - width : x + 0.6;
        pen.rectangle(left - 0.5, y - 1.4, width + 1, 2.8, ground);
        pen.text(text, TypeScale.DETAIL_GREY, left, y + 0.85);
    }

    private static void outward(Pen pen, int side, double x, double y, int colour) {
        if (side != 0) {
            double base = x + side * 1.6;
            pen.polygon(List.of(new Point(base, y - 0.8), new Point(base + side * 1.1, y), new Point(base, y + 0.8)),
                    colour);
        }
    }

    /** An axis with round ticks. */
    private record Axis(double min, double max) {
        private static final int MOST_TICKS = 6;

        double position(double value) {
            return Math.clamp((value - min) / (max - min), 0, 1);
        }

        int beyond(double value) {
            return value > max ? 1 : value < min ? -1 : 0;
        }

        /** Round values, six at most, with both ends of the axis among them where a round step allows it. */
        List<Double> ticks() {
            for (double step : new double[] {5, 10, 20, 15, 25, 50}) {
                double count = (max - min) / step;
                if (count <= MOST_TICKS - 1 && count == Math.rint(count)) {
                    return DoubleStream.iterate(min, tick -> tick <= max + 1e-9, tick -> tick + step).boxed().toList();
                }
            }
            for (double step : new double[] {5, 10, 20, 25, 50}) {
                List<Double> ticks = new ArrayList<>();
                for (double tick = Math.ceil(min / step) * step; tick <= max + 1e-9; tick += step) {
                    ticks.add(tick);
                }
                if (ticks.size() <= MOST_TICKS) {
                    return ticks;
                }
            }
            return List.of(min, max);
        }
    }

    private Axis axis(Indicator indicator) {
        IndicatorNotice notice = composition.notice(indicator);
        return notice.dotPlotMin() == null || notice.dotPlotMax() == null
                ? new Axis(0, composition.scale(indicator))
                : new Axis(notice.dotPlotMin().doubleValue(), notice.dotPlotMax().doubleValue());
    }

    private double readingHeight() {
        return 2 + READING_LINE + readingTexts().stream().mapToDouble(text -> 2 + READING_LINE
                * composition.type().broken(Rich.of(text, TypeScale.TABLE), READING).size()).sum();
    }

    private void reading(Page page, Element section, double x, double y) {
        page.artifact().line(x, y, x + READING, y, 0.3, Palette.TEAL);
        Element note = page.document().note(section);
        Style bold = Style.of(Weight.SEMIBOLD, 8, Palette.TEAL);
        double at = page.paragraph(note, Rich.of("Lecture", bold), x, y + 1, READING, READING_LINE);
        for (String text : readingTexts()) {
            at = page.paragraph(note, Rich.of(text, TypeScale.TABLE), x, at, READING, READING_LINE) + 2;
        }
    }

    private List<String> readingTexts() {
        List<String> texts = new ArrayList<>();
        for (PublishedTerritory row : epci) {
            Printed ensemble = composition.printed(row.territory(), Perimeter.ENSEMBLE, shown.getFirst());
            Printed qpv = composition.printed(row.territory(), Perimeter.QPV, shown.getFirst());
            if (ensemble.number() && qpv.number()) {
                IndicatorNotice notice = composition.notice(shown.getFirst());
                texts.add(French.typeset(row.shortLabel() + " : " + French.inSentence(notice.label()) + ", "
                        + ensemble.withUnit(notice.unit()) + " ; dans ses quartiers prioritaires, "
                        + qpv.withUnit(notice.unit()) + "."));
                break;
            }
        }
        texts.add("Plus le trait est long, plus les quartiers diffèrent de leur territoire.");
        return texts;
    }

    private List<Rich> foot() {
        List<Rich> texts = new ArrayList<>(SourceLine.paragraphs(composition, shown, SourceLine.GRAPHICS));
        String signs = StatusMeaning.of(composition.cells(shown, EnumSet.complementOf(EnumSet.of(Level.QPV)))
                .stream().filter(cell -> cell.value() == null).toList()).stream()
                .map(s -> s.sign() + French.NO_BREAK + s.brief() + ". ").collect(Collectors.joining());
        texts.add(Rich.of(
                French.typeset(
                        signs + "Mêmes chiffres dans le tableau de "
                                + "l’intercommunalité. Axes tronqués : l’origine n’est pas toujours zéro ; une valeur au-delà de "
                                + "l’axe est dessinée à son bout, avec une pointe."),
                TypeScale.SOURCE));
        return texts;
    }
}

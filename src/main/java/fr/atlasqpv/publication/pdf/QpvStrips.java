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
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every QPV of a territory on the scale of each rate: one point per neighbourhood, stacked where values meet. It takes
 * the page that a chapter would leave blank.
 */
final class QpvStrips {
    private static final double LABEL = 34;
    private static final double LENGTH = Frame.WIDTH - LABEL - 2;
    private static final double LARGEST_POINT = 2.8;
    private static final double SMALLEST_POINT = 0.5;
    private static final double AXIS_GAP = 1.6;
    private static final double LOWEST_STRIP = 17;
    private static final double MOST_NAME = 68;
    private static final double AXIS_ROOM = 5.6;
    private static final double NAME_ROOM = 5;
    private static final double LEGEND = 8;
    private static final int FEWEST = 4;
    private static final Style NAME = Style.of(Weight.SEMIBOLD, 9, Palette.TEAL);
    private static final Style EXTREME = Style.of(Weight.ITALIC, 7, Palette.QPV_TEXT);

    private final Composition composition;
    private final Territory territory;
    private final String title;
    private final List<PublishedTerritory> qpv;
    private final List<Indicator> shown;
    private double size = LARGEST_POINT;

    /** A neighbourhood and its value. */
    private record Point(PublishedTerritory qpv, Printed printed) {}

    QpvStrips(Composition composition, Territory territory, String title, List<PublishedTerritory> qpv) {
        this.composition = composition;
        this.territory = territory;
        this.title = title;
        this.qpv = qpv;
        List<Indicator> drawn = composition.drawn(composition.book().chapters())
                .stream()
                .filter(i -> i.kind() != Indicator.Kind.FIGURE)
                .toList();
        List<Indicator> many = drawn.stream().filter(rate -> points(rate).size() >= FEWEST).toList();
        this.shown = new ArrayList<>(!many.isEmpty() ? many
                : drawn.stream().filter(rate -> !points(rate).isEmpty()).toList());
        double room = Frame.BOTTOM - Frame.TOP - Headings.titleHeight(composition, heading()) - LEGEND - 2;
        while (shown.size() > 1 && height(SMALLEST_POINT) + footHeight() > room) {
            shown.removeLast();
        }
    }

    private List<Point> points(Indicator rate) {
        return qpv.stream()
                .map(row -> new Point(row, composition.printed(row.territory(), Perimeter.QPV, rate)))
                .filter(point -> point.printed().hasBar())
                .sorted(Comparator.comparingDouble(point -> point.printed().bar()))
                .toList();
    }

    /** The page, when there are enough values to be worth one. */
    Optional<PlannedPage> page(Frame frame) {
        return shown.isEmpty() ? Optional.empty() : Optional.of(new PlannedPage(frame, List.of(), this::draw));
    }

    private void draw(Page page, Element section) {
        double x = Frame.left(page);
        page.bookmark(2, "Les quartiers, indicateur par indicateur", 0);
        double top = Headings.title(page, section, heading(),
                "Un point par quartier prioritaire, sur l’échelle des tableaux" + composition.inPerCent(shown), x);
        legend(page, section.child(Role.P), x, top + 2);
        size = largestPoint(Frame.BOTTOM - top - LEGEND - footHeight() - 2);
        double y = top + LEGEND;
        for (Indicator rate : shown) {
            strip(page, section, rate, x, y);
            y += height(rate, size);
        }
        y += 2;
        SourceLine.draw(page, section, foot(), x, y);
    }

    private String heading() {
        return title.replaceFirst("\u00A0\\(.*", "") + " — les quartiers, indicateur par indicateur";
    }

    private double footHeight() {
        return SourceLine.height(composition, foot());
    }

    /** The largest point with which all the strips fit: the same in all of them, so that heaps compare. */
    private double largestPoint(double room) {
        double point = LARGEST_POINT;
        while (point > SMALLEST_POINT) {
            if (height(point) <= room) {
                return point;
            }
            point -= 0.05;
        }
        return SMALLEST_POINT;
    }

    private double height(double point) {
        return shown.stream().mapToDouble(rate -> height(rate, point)).sum();
    }

    private double height(Indicator rate, double point) {
        int tallest = Arrays.stream(counts(rate, points(rate), point)).max().orElse(0);
        return Math.max(LOWEST_STRIP, NAME_ROOM + tallest * point + AXIS_GAP + AXIS_ROOM);
    }

    private void legend(Page page, Element paragraph, double x, double baseline) {
        page.artifact().circle(x + 1.2, baseline - 0.95, 0.85, Palette.BAR_QPV, null, 0);
        page.artifact().diamond(x + 42.2, baseline - 0.95, 1.25, Palette.QPV);
        page.artifact().circle(x + 92.2, baseline - 0.95, 1.1, Palette.WHITE, Integer.valueOf(Palette.TEAL), 0.5);
        Pen pen = page.pen(paragraph);
        pen.text("Un quartier prioritaire ", TypeScale.TABLE, x + 3.2, baseline);
        pen.text("Ensemble de ces quartiers ", TypeScale.TABLE, x + 44.6, baseline);
        pen.text("Ensemble du territoire", TypeScale.TABLE, x + 94.6, baseline);
    }

    private void strip(Page page, Element section, Indicator rate, double x, double top) {
        List<Point> points = points(rate);
        double height = height(rate, size);
        Box box = new Box(x, top, Frame.WIDTH, height);
        page.figure(section, alternative(rate, points), box, pen -> {
            pen.line(x, top, x + Frame.WIDTH, top, 0.12, Palette.LINE);
            double axis = top + height - AXIS_ROOM;
            String label = French.typeset(composition.notice(rate).label());
            double y = axis - 1;
            for (var line : composition.type().broken(Rich.of(label, NAME), LABEL - 3).reversed()) {
                pen.text(line.pieces().getFirst().text(), NAME, x, y);
                y -= 3.9;
            }
            axis(pen, rate, x + LABEL, axis);
            stack(pen, rate, points, x + LABEL, axis);
            summary(pen, rate, x + LABEL, axis);
            extremes(pen, rate, points, x + LABEL, top, axis);
        });
    }

    private double position(Indicator rate, double value) {
        return LENGTH * Math.min(1, value / composition.scale(rate));
    }

    private void axis(Pen pen, Indicator rate, double x, double y) {
        pen.line(x, y, x + LENGTH, y, 0.2, Palette.AXIS);
        double max = composition.scale(rate);
        double power = Math.pow(10, Math.floor(Math.log10(max / 5)));
        double share = max / 5 / power;
        double step = power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
        for (double tick = 0; tick <= max + 1e-9; tick += step) {
            double at = x + position(rate, tick);
            pen.line(at, y, at, y + 0.8, 0.2, Palette.AXIS);
            pen.text(French.plain(BigDecimal.valueOf(tick)), TypeScale.SCALE, at, y + 3.5, Anchor.MIDDLE);
        }
    }

    /** Points side by side in columns as wide as a point, piled up where a column has several. */
    private void stack(Pen pen, Indicator rate, List<Point> points, double x, double axis) {
        int[] counts = counts(rate, points, size);
        for (int column = 0; column < counts.length; column++) {
            for (int i = 0; i < counts[column]; i++) {
                pen.circle(x + (column + 0.5) * size, axis - AXIS_GAP - (i + 0.5) * size, size * 0.45, Palette.BAR_QPV,
                        null, 0);
            }
        }
    }

    private int[] counts(Indicator rate, List<Point> points, double point) {
        int[] counts = new int[(int) Math.ceil(LENGTH / point) + 1];
        for (Point value : points) {
            counts[(int) Math.floor(position(rate, value.printed().bar()) / point)]++;
        }
        return counts;
    }

    private void summary(Pen pen, Indicator rate, double x, double axis) {
        Printed ensemble = composition.printed(territory, Perimeter.ENSEMBLE, rate);
        Printed inQpv = composition.printed(territory, Perimeter.QPV, rate);
        OnScale.pair(pen, ensemble.hasBar() ? x + position(rate, ensemble.bar()) : Double.NaN,
                inQpv.hasBar() ? x + position(rate, inQpv.bar()) : Double.NaN, axis, 1.1, 0);
    }

    /** The names of the lowest and of the highest value: beside their points, or over the ends for want of room. */
    private void extremes(Pen pen, Indicator rate, List<Point> points, double x, double top, double axis) {
        String low = "min. " + named(points.getFirst(), MOST_NAME);
        String high = "max. " + named(points.getLast(), MOST_NAME);
        double first = Math.floor(position(rate, points.getFirst().printed().bar()) / size) * size - 1;
        double last = (Math.floor(position(rate, points.getLast().printed().bar()) / size) + 1) * size + 1;
        double beside = axis - AXIS_GAP - size / 2 + 0.85;
        if (composition.type().width(low, EXTREME) <= first) {
            pen.text(low, EXTREME, x + first, beside, Anchor.END);
        } else {
            pen.text(low, EXTREME, x, top + NAME_ROOM - 1.2);
        }
        if (last + composition.type().width(high, EXTREME) <= LENGTH) {
            pen.text(high, EXTREME, x + last, beside);
        } else {
            pen.text(high, EXTREME, x + LENGTH, top + NAME_ROOM - 1.2, Anchor.END);
        }
    }

    private String named(Point point, double room) {
        String value = " " + point.printed().text();
        double width = room - composition.type().width("max. " + value, EXTREME);
        return composition.fit(point.qpv(), EXTREME, width) + value;
    }

    private String alternative(Indicator rate, List<Point> points) {
        String label = composition.notice(rate).label();
        Point low = points.getFirst();
        Point high = points.getLast();
        return French.typeset(
                title + ", " + French.inSentence(label) + " : " + points.size() + " quartiers sur " + qpv.size()
                        + " ont une valeur, de " + low.printed().text() + " (" + low.qpv().label() + ") à "
                        + high.printed().text() + " (" + high.qpv().label()
                        + ").")
                + (composition.detailed() ? " Chaque valeur est dans les données détaillées." : "");
    }

    private List<Rich> foot() {
        List<Rich> texts = new ArrayList<>(SourceLine.paragraphs(composition, shown, SourceLine.GRAPHICS));
        texts.add(Rich.of(
                French.typeset(
                        "Les quartiers sans valeur publiée n’ont pas de point ; une valeur publiée à une borne y est placée."),
                TypeScale.SOURCE));
        return texts;
    }
}

package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.cartography.Primitive.Path;
import fr.atlasqpv.cartography.Primitive.Polyline;
import fr.atlasqpv.cartography.Primitive.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Legend, scale bar and north arrow: what they measure and how they are drawn. */
final class Furniture {
    private static final double SWATCH_WIDTH = 6;
    private static final double SWATCH_HEIGHT = 3.4;
    private static final double TEXT_AT = 8.4;
    private static final double LINE = 3.35;
    private static final double BETWEEN = 1.35;
    private static final double NORTH_WIDTH = 3.2;
    private static final double NORTH_HEIGHT = 9;
    private static final double GAP = 4;
    private static final double BAR_HEIGHT = 1.1;
    private static final double REMARK_HEIGHT = 3.6;
    private static final double ROW = 5;
    private static final double LEAST_GAP = 2.5;
    private static final double WIDEST_GAP = 7;
    private static final String SCHEMATIC = "Fond schématique";

    private final List<Entry> entries;
    private final boolean pale;
    private final boolean schematic;
    private final TextMetrics metrics;

    /**
     * A class and what the legend says of it.
     *
     * @param what class
     * @param words its text
     */
    record Entry(LegendClass what, String words) {}

    /**
     * The block that stands in the frame.
     *
     * @param withLegend whether the legend is in it; else it stands under the frame
     * @param textWidth width over which the texts of the legend are broken
     * @param bar scale bar
     * @param width width of the block
     * @param height height of the block
     */
    record Block(boolean withLegend, double textWidth, ScaleBar bar, double width, double height) {}

    /** @param pale whether the QPV are pale, being most of the land */
    Furniture(List<Entry> entries, boolean pale, boolean schematic, TextMetrics metrics) {
        this.entries = entries;
        this.pale = pale;
        this.schematic = schematic;
        this.metrics = metrics;
    }

    /** The same without the classes that did not appear. */
    Furniture only(Set<LegendClass> drawn) {
        return new Furniture(entries.stream().filter(e -> drawn.contains(e.what())).toList(), pale, schematic,
                metrics);
    }

    List<Entry> entries() {
        return entries;
    }

    /** Size of the block with the legend in it. */
    Block block(double textWidth, double scale) {
        ScaleBar bar = ScaleBar.at(scale);
        double legendWidth = 0;
        double legendHeight = -BETWEEN;
        for (Entry entry : entries) {
            Caption caption = caption(entry, textWidth);
            legendWidth = Math.max(legendWidth, TEXT_AT + caption.width());
            legendHeight += caption.lines().size() * LINE + BETWEEN;
        }
        double width = Math.max(legendWidth + GAP + NORTH_WIDTH, bar.room(metrics));
        double height = Math.max(legendHeight, NORTH_HEIGHT) + GAP + barHeight();
        return new Block(true, textWidth, bar, width, height);
    }

    /** Size of the block when the legend stands under the frame. */
    Block bare(double scale) {
        ScaleBar bar = ScaleBar.at(scale);
        return new Block(false, 0, bar, bar.room(metrics) + GAP + NORTH_WIDTH, Math.max(NORTH_HEIGHT, barHeight()));
    }

    private double barHeight() {
        return Lettering.SMALL.ascent() + 0.6 + BAR_HEIGHT + (schematic ? REMARK_HEIGHT : 0);
    }

    private Caption caption(Entry entry, double textWidth) {
        return Caption.wrapped(entry.words(), Lettering.LEGEND, textWidth, metrics);
    }

    /** Draws the block with its top left corner at a point of the frame. */
    void draw(Canvas canvas, Block block, Box at) {
        if (block.withLegend()) {
            double y = at.y();
            for (Entry entry : entries) {
                Caption caption = caption(entry, block.textWidth());
                item(canvas, entry, caption, at.x(), y);
                y += caption.lines().size() * LINE + BETWEEN;
            }
        }
        north(canvas, at.right() - NORTH_WIDTH / 2, block.withLegend() ? at.y() : at.bottom() - NORTH_HEIGHT);
        double barTop = at.bottom() - (schematic ? REMARK_HEIGHT : 0) - BAR_HEIGHT;
        bar(canvas, block.bar(), at.x() + block.bar().leftRoom(metrics), barTop);
        if (schematic) {
            canvas.add(
                    text(SCHEMATIC, at.x(), at.bottom() - Lettering.REMARK.descent(), Anchor.START, Lettering.REMARK));
        }
    }

    /** Height of the legend under the frame, for a width. */
    double underHeight(double width) {
        return rows(width).size() * ROW + 2;
    }

    /** Draws the legend in rows under the frame. */
    void drawUnder(Canvas canvas, Box frame) {
        double y = frame.bottom() + 2.3;
        for (List<Entry> row : rows(frame.width())) {
            double spare = frame.width() - 0.6 - row.stream().mapToDouble(this::width).sum();
            double gap = row.size() < 2 ? 0 : Math.min(WIDEST_GAP, spare / (row.size() - 1));
            double x = frame.x() + 0.2;
            for (Entry entry : row) {
                item(canvas, entry, caption(entry, frame.width()), x, y);
                x += width(entry) + gap;
            }
            y += ROW;
        }
    }

    private double width(Entry entry) {
        return TEXT_AT + caption(entry, Double.POSITIVE_INFINITY).width();
    }

    private List<List<Entry>> rows(double width) {
        List<List<Entry>> rows = new ArrayList<>();
        double used = Double.POSITIVE_INFINITY;
        for (Entry entry : entries) {
            if (used + LEAST_GAP + width(entry) > width) {
                rows.add(new ArrayList<>());
                used = width(entry);
            } else {
                used += LEAST_GAP + width(entry);
            }
            rows.getLast().add(entry);
        }
        return rows;
    }

    private void item(Canvas canvas, Entry entry, Caption caption, double x, double y) {
        double middle = y + (caption.lines().size() - 1) * LINE / 2 + SWATCH_HEIGHT / 2;
        sign(canvas, entry.what(), x, middle);
        double baseline = y + SWATCH_HEIGHT / 2 + 0.25 * Lettering.LEGEND.size() * TextMetrics.MM_PER_POINT;
        for (Caption.Line line : caption.lines()) {
            canvas.add(text(line.text(), x + TEXT_AT, baseline, Anchor.START, Lettering.LEGEND));
            baseline += LINE;
        }
    }

    private void sign(Canvas canvas, LegendClass what, double x, double middle) {
        double centre = x + SWATCH_WIDTH / 2;
        switch (what) {
            case QPV -> {
                if (pale) {
                    swatch(canvas, x, middle, Palette.QPV_PALE, Signs.QPV_BORDER_PALE);
                } else {
                    canvas.add(new Path(List.of(blob(centre, middle)), Palette.QPV, new Stroke(Palette.QPV, 0.22)));
                }
            }
            case QPV_SANS_CONTOUR ->
                    canvas.circle(new Point(centre, middle), QpvShapes.HOLLOW_RADIUS, Palette.WHITE, Signs.HOLLOW);
            case NUMERO -> Signs.number(canvas, new Point(centre, middle), 1);
            case COMMUNE_AVEC_QPV -> swatch(canvas, x, middle, Palette.COMMUNE, Signs.COMMUNE_BORDER_ZOOM);
            case EPCI_CONCERNE, AUTRE_COMMUNE -> swatch(canvas, x, middle, Palette.EPCI, Signs.EPCI_BORDER);
            case AUTRE_TERRITOIRE -> swatch(canvas, x, middle, Palette.LAND, Signs.EPCI_BORDER);
            case COMMUNE_VOISINE_AVEC_QPV -> swatch(canvas, x, middle, Palette.NEIGHBOUR_COMMUNE, Signs.EPCI_BORDER);
            case LIMITE_EPCI -> line(canvas, x, middle, Signs.EPCI_BORDER);
            case LIMITE_DEPARTEMENT -> line(canvas, x, middle, Signs.DEPARTEMENT_BORDER);
            case CHEF_LIEU -> Signs.square(canvas, new Point(centre, middle));
        }
    }

    private static void swatch(Canvas canvas, double x, double middle, Ink ink, Stroke outline) {
        canvas.rectangle(new Box(x, middle - SWATCH_HEIGHT / 2, SWATCH_WIDTH, SWATCH_HEIGHT), ink, outline);
    }

    private static void line(Canvas canvas, double x, double middle, Stroke stroke) {
        List<Point> ends = List.of(
                new Point(Canvas.hundredth(x), Canvas.hundredth(middle)),
                new Point(Canvas.hundredth(x + SWATCH_WIDTH), Canvas.hundredth(middle)));
        canvas.add(new Path(List.of(new Polyline(ends, false)), null, stroke));
    }

    /** A small town quarter of no particular shape. */
    private static Polyline blob(double x, double y) {
        return Canvas.polygon(
                x - 2.3, y - 1.2, x - 0.3, y - 0.9, x + 2.1, y - 1.5, x + 2.4, y + 0.9, x + 0.5, y + 1.3, x - 0.9,
                y + 1.6,
                x - 2.0, y + 0.7);
    }

    private static void north(Canvas canvas, double x, double top) {
        canvas.add(text("N", x, top + Lettering.NORTH.ascent(), Anchor.MIDDLE, Lettering.NORTH));
        double tip = top + 2.6;
        double foot = tip + 6;
        double notch = foot - 1.4;
        Stroke outline = new Stroke(Palette.INK, 0.2);
        canvas.add(new Path(List.of(Canvas.polygon(x, tip, x - 1.5, foot, x, notch)), Palette.WHITE, outline));
        canvas.add(new Path(List.of(Canvas.polygon(x, tip, x + 1.5, foot, x, notch)), Palette.INK, outline));
    }

    private static void bar(Canvas canvas, ScaleBar bar, double x, double top) {
        double quarter = bar.length() / 4;
        for (int i = 0; i < 4; i++) {
            canvas.rectangle(
                    new Box(x + i * quarter, top, quarter, BAR_HEIGHT),
                    i % 2 == 0 ? Palette.INK : Palette.WHITE,
                    new Stroke(Palette.INK, 0.2));
        }
        List<String> words = bar.words();
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).isEmpty()) {
                canvas.add(text(words.get(i), x + 2 * i * quarter, top - 0.6, Anchor.MIDDLE, Lettering.SMALL));
            }
        }
    }

    private static Text text(String words, double x, double baseline, Anchor anchor, Lettering l) {
        Point at = new Point(Canvas.hundredth(x), Canvas.hundredth(baseline));
        return new Text(words, at, anchor, l.face(), l.size(), l.tracking(), l.ink(), null);
    }
}

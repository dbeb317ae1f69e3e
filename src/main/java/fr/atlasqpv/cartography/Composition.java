package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.ArcNetwork.Sides;
import fr.atlasqpv.cartography.Furniture.Entry;
import fr.atlasqpv.cartography.MapDrawing.KeyEntry;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;

/** A map under construction: its layout, its ground on paper, what is drawn. */
final class Composition {
    private static final double QPV_CELL = 0.25;
    private static final double PANEL = 1.2;
    private static final double CLASS_CELL = 0.5;
    /** Least part of a class that must show, or the legend would name what nobody sees. */
    private static final double HIDDEN = 0.1;
    private static final double FRAME_LINE = 0.25;

    private final PublishedAtlas atlas;
    private final Ground ground;
    private final TextMetrics metrics;
    private final IntPredicate subject;
    private final Layout layout;
    private final PaperArcs arcs;
    private final Canvas canvas;
    private final boolean[] near;
    private final Map<LegendClass, List<double[]>> classes = new EnumMap<>(LegendClass.class);
    private PaperRaster qpv;
    private List<QpvShapes.OnPaper> shapes = List.of();

    Composition(PublishedAtlas atlas, Ground ground, TextMetrics metrics, IntPredicate subject, Layout layout) {
        this.atlas = atlas;
        this.ground = ground;
        this.metrics = metrics;
        this.subject = subject;
        this.layout = layout;
        this.canvas = new Canvas(layout.sheet().frame());
        this.near = ground.within(layout.sheet().ground());
        this.arcs = new PaperArcs(ground.network(), layout.sheet(), near);
    }

    Canvas canvas() {
        return canvas;
    }

    Sheet sheet() {
        return layout.sheet();
    }

    /** Raster of the QPV drawn, each with its rank; null when the map shows none. */
    PaperRaster qpvRaster() {
        return qpv;
    }

    /** Fills a group of communes; those out of the frame do not matter. */
    boolean fill(IntPredicate inside, Ink ink) {
        return canvas.fill(rings(inside), ink, null);
    }

    /**
     * Fills a class of communes.
     *
     * @param what the class
     * @param painted what is painted: more than the class where another will lie over it, so that no seam shows
     * @param seen what remains to be seen of it; when empty nothing is painted
     * @param ink colour
     */
    void fillClass(LegendClass what, IntPredicate painted, IntPredicate seen, Ink ink) {
        List<double[]> rings = rings(seen);
        boolean visible = rings.stream().anyMatch(r -> Clipping.ring(r, canvas.frame()).length >= 6);
        if (visible && fill(painted, ink)) {
            canvas.drawn(what);
            classes.put(what, rings);
        }
    }

    /** Rings around a group of communes, of which those out of the frame do not matter. */
    List<double[]> rings(IntPredicate inside) {
        return arcs.rings(cell -> near[cell] && inside.test(cell));
    }

    /** Draws the borders between communes that satisfy the choice; never the outer edge of the ground. */
    boolean inner(Sides sides, Stroke stroke) {
        return canvas.stroke(
                arcs.lines((l, r) -> l >= 0 && r >= 0 && sides.test(l, r)), stroke);
    }

    /** Draws the border of a group of communes, where it meets others or nothing. */
    boolean border(IntPredicate inside, Stroke stroke) {
        return canvas.stroke(
                arcs.lines((l, r) -> (l >= 0 && inside.test(l)) != (r >= 0 && inside.test(r))), stroke);
    }

    /** Draws the borders of départements and of the region outside the subject. */
    void neighbouringBorders() {
        Sides departements = (l, r) -> !subject.test(l) && !subject.test(r) && !ground.sameDepartement(l, r);
        inner((l, r) -> departements.test(l, r) && !(ground.inRegion(l) && ground.inRegion(r)),
                new Stroke(Palette.DEPARTEMENT_FAR, 0.2));
        inner((l, r) -> departements.test(l, r) && ground.inRegion(l) && ground.inRegion(r),
                new Stroke(Palette.DEPARTEMENT_NEAR, 0.25));
    }

    /** Draws the QPV; the raster of the labels then knows them. */
    List<QpvShapes.OnPaper> drawQpv(List<PublishedTerritory> wanted, Ink ink, Stroke outline) {
        return drawQpv(wanted, ink, outline, QpvShapes.APART);
    }

    /** Draws the QPV, their hollow circles this far apart, millimetres. */
    List<QpvShapes.OnPaper> drawQpv(List<PublishedTerritory> wanted, Ink ink, Stroke outline, double apart) {
        Box frame = canvas.frame();
        qpv = new PaperRaster(frame.width(), frame.height(), QPV_CELL);
        shapes = new ArrayList<>();
        for (QpvShapes.OnPaper shape : QpvShapes.on(sheet(), atlas, ground, wanted, apart)) {
            Box dot = Box.around(shape.at().x(), shape.at().y(), 2.5, 2.5);
            if (shape.hollow() && frame.contains(dot)) {
                canvas.circle(shape.at(), QpvShapes.HOLLOW_RADIUS, Palette.WHITE, Signs.HOLLOW);
                canvas.drawn(LegendClass.QPV_SANS_CONTOUR);
            } else if (shape.hollow() || !canvas.fill(shape.rings(), ink, outline)) {
                continue;
            } else {
                canvas.drawn(LegendClass.QPV);
            }
            qpv.paint(shape.rings(), shapes.size());
            shapes.add(shape);
        }
        classes.keySet().stream().filter(this::hidden).forEach(canvas::hidden);
        return shapes;
    }

    /** Tells whether the QPV leave next to nothing to be seen of a class. */
    private boolean hidden(LegendClass what) {
        List<double[]> quarters = shapes.stream().flatMap(shape -> shape.rings().stream()).toList();
        double area = covered(classes.get(what));
        double under = covered(quarters);
        return under > (1 - HIDDEN) * area
                && covered(Stream.concat(quarters.stream(), classes.get(what).stream()).toList()) - under
                        < HIDDEN * area;
    }

    private double covered(List<double[]> rings) {
        PaperRaster raster = new PaperRaster(canvas.frame().width(), canvas.frame().height(), CLASS_CELL);
        rings.forEach(ring -> raster.paint(List.of(ring), 0));
        return raster.covered(canvas.frame());
    }

    /** The QPV that it shows. */
    List<QpvShapes.OnPaper> shapes() {
        return shapes;
    }

    /** From here on names are placed, once the ground is drawn: the furniture keeps its room. */
    Names names() {
        return new Names(atlas, this, metrics, layout.at());
    }

    /** Areas made of the communes that share a key; a null or empty key leaves a commune out. */
    Areas areas(IntFunction<String> keyOf) {
        Map<String, Integer> groups = new LinkedHashMap<>();
        int[] group = new int[near.length];
        for (int cell = 0; cell < near.length; cell++) {
            String key = near[cell] ? keyOf.apply(cell) : null;
            boolean named = key != null && !key.isEmpty();
            group[cell] = named ? groups.computeIfAbsent(key, k -> groups.size()) : -1;
        }
        List<List<double[]>> rings = arcs.ringsByGroup(group, groups.size());
        Areas areas = new Areas(canvas.frame());
        groups.forEach((key, g) -> areas.paint(key, rings.get(g)));
        return areas;
    }

    /** Draws the outline of a part of the ground, metres. */
    void outline(Envelope part, Stroke stroke) {
        canvas.stroke(List.of(sheet().line(ring(part))), stroke);
    }

    /** Where a part of the ground lies on the paper. */
    Box box(Envelope part) {
        double left = sheet().x(part.getMinX());
        double top = sheet().y(part.getMaxY());
        return new Box(left, top, sheet().length(part.getWidth()), sheet().length(part.getHeight()));
    }

    /** The outline of a part of the ground, metres. */
    static double[] ring(Envelope part) {
        return new double[] {
                part.getMinX(), part.getMinY(), part.getMaxX(), part.getMinY(), part.getMaxX(), part.getMaxY(),
                part.getMinX(), part.getMaxY(), part.getMinX(), part.getMinY()};
    }

    /** The map with its scale bar and its frame, to be laid into another. */
    Canvas inset() {
        canvas.rectangle(layout.at().grown(PANEL), Palette.WHITE, null);
        layout.furniture().draw(canvas, layout.block(), layout.at());
        canvas.rectangle(canvas.frame(), null, new Stroke(Palette.INK, FRAME_LINE));
        return canvas;
    }

    /**
     * Furniture and frame come last; the land under the furniture is painted over, so that no border runs through it.
     *
     * @param around colour of the land of the region around the subject
     */
    MapDrawing finish(Territory territory, Ink around, List<KeyEntry> key, List<String> hollow, String altText) {
        Box frame = canvas.frame();
        Box panel = layout.at().grown(PANEL);
        if (layout.block().withLegend()) {
            // No subject is under a legend: white first, or the seaward half of a border would show through it
            canvas.rectangle(panel, Palette.WHITE, null);
        }
        canvas.fillWithin(panel, rings(c -> !subject.test(c) && !ground.inRegion(c)), Palette.NEIGHBOURS);
        canvas.fillWithin(panel, rings(c -> !subject.test(c) && ground.inRegion(c)), around);
        Furniture furniture = layout.furniture().only(canvas.drawn());
        double height = layout.height();
        Box at = layout.at();
        if (layout.block().withLegend()) {
            double legend = furniture.block(layout.block().textWidth(), sheet().scale()).height();
            double top = at.centreY() < frame.centreY() ? at.y() : at.bottom() - legend;
            at = new Box(at.x(), top, at.width(), legend);
        } else {
            height = frame.bottom() + furniture.underHeight(frame.width());
            furniture.drawUnder(canvas, frame);
        }
        furniture.draw(canvas, layout.block(), at);
        canvas.rectangle(frame, null, new Stroke(Palette.FRAME, FRAME_LINE));
        return new MapDrawing(
                territory,
                frame.width(),
                height,
                frame,
                sheet().scale(),
                ground.schematic(),
                canvas.primitives(),
                canvas.links(),
                canvas.labels(),
                furniture.entries().stream().map(Entry::what).toList(),
                key,
                hollow,
                canvas.notPlaced(),
                altText);
    }
}

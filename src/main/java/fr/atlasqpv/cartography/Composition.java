package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.ArcNetwork.Sides;
import fr.atlasqpv.cartography.Furniture.Entry;
import fr.atlasqpv.cartography.MapDrawing.KeyEntry;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** A map under construction: its layout, its ground on paper, what is drawn, where names may still go. */
final class Composition {
    private static final double AREA_CELL = 0.5;
    private static final double QPV_CELL = 0.25;
    private static final double[] NAME_WIDTHS = {22, 16, 33, 11};
    private static final int MOST_LINES = 3;
    private static final Pattern NATURE = Pattern.compile("^(C[ACU]) ");
    private static final double PANEL = 1.2;
    private static final double FRAME_LINE = 0.25;

    private final PublishedAtlas atlas;
    private final Ground ground;
    private final TextMetrics metrics;
    private final IntPredicate subject;
    private final Layout layout;
    private final PaperArcs arcs;
    private final Canvas canvas;
    private final boolean[] near;
    private PaperRaster qpv;
    private LabelPlacer placer;

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

    LabelPlacer placer() {
        return placer;
    }

    /** Raster of the QPV drawn, each with its rank. */
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
        boolean visible = rings(seen).stream().anyMatch(r -> Clipping.ring(r, canvas.frame()).length >= 6);
        if (visible && fill(painted, ink)) {
            canvas.drawn(what);
        }
    }

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
        Box frame = canvas.frame();
        qpv = new PaperRaster(frame.width(), frame.height(), QPV_CELL);
        List<QpvShapes.OnPaper> shapes = new ArrayList<>();
        for (QpvShapes.OnPaper shape : QpvShapes.on(sheet(), atlas, wanted)) {
            Box dot = Box.around(shape.at().x(), shape.at().y(), 2.5, 2.5);
            if (shape.hollow() && frame.contains(dot)) {
                canvas.circle(shape.at(), QpvShapes.HOLLOW_RADIUS, Palette.WHITE.withOpacity(0.6), Signs.HOLLOW);
                canvas.drawn(LegendClass.QPV_SANS_CONTOUR);
            } else if (shape.hollow() || !canvas.fill(shape.rings(), ink, outline)) {
                continue;
            } else {
                canvas.drawn(LegendClass.QPV);
            }
            qpv.paint(shape.rings(), shapes.size());
            shapes.add(shape);
        }
        return shapes;
    }

    /** From here on names are placed: the furniture keeps its room. */
    void openLabels() {
        placer = new LabelPlacer(canvas.frame(), qpv);
        placer.take(layout.at().grown(1));
    }

    /** A way of placing the names of a map; tells how much is missing at the end. */
    @FunctionalInterface
    interface Naming {
        /** Places names; 0 when all have room, more as more, or more important, names have none. */
        double place();
    }

    /** Tries several ways of placing the names and keeps the one that leaves least out, the first among equals. */
    void bestOf(List<Naming> ways) {
        int[] mark = canvas.mark();
        List<Box> placed = placer.placed();
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ways.size(); i++) {
            canvas.rollback(mark);
            placer.restore(placed);
            double missing = ways.get(i).place();
            if (missing < least) {
                least = missing;
                best = i;
            }
            if (missing == 0) {
                return;
            }
        }
        if (best < ways.size() - 1) {
            canvas.rollback(mark);
            placer.restore(placed);
            ways.get(best).place();
        }
    }

    /** Areas named on the map, painted for the search of a place. */
    final class Areas {
        private final PaperRaster raster;
        private final Map<String, Integer> ids = new LinkedHashMap<>();
        private final Map<String, Box> extents = new LinkedHashMap<>();

        private Areas(IntFunction<String> keyOf) {
            Box frame = canvas.frame();
            raster = new PaperRaster(frame.width(), frame.height(), AREA_CELL);
            Map<String, Integer> groups = new LinkedHashMap<>();
            int[] group = new int[near.length];
            for (int cell = 0; cell < near.length; cell++) {
                String key = near[cell] ? keyOf.apply(cell) : null;
                boolean named = key != null && !key.isEmpty();
                group[cell] = named ? groups.computeIfAbsent(key, k -> groups.size()) : -1;
            }
            List<List<double[]>> rings = arcs.ringsByGroup(group, groups.size());
            groups.forEach((key, g) -> paint(key, rings.get(g)));
        }

        private void paint(String key, List<double[]> rings) {
            Box extent = around(rings);
            if (extent != null) {
                raster.paint(rings, ids.size());
                ids.put(key, ids.size());
                extents.put(key, extent);
            }
        }

        /** Key of the area at a point of the paper, null outside all. */
        boolean has(String key) {
            return ids.containsKey(key);
        }

        Box extent(String key) {
            return extents.get(key);
        }

        PaperRaster raster() {
            return raster;
        }

        int id(String key) {
            return ids.get(key);
        }
    }

    /** Paints areas made of the communes that share a key; a null or empty key leaves a commune out. */
    Areas areas(IntFunction<String> keyOf) {
        return new Areas(keyOf);
    }

    /** A name broken in every way that the search may try; the nature of an EPCI stays with its name where it can. */
    List<Caption> broken(String name, Lettering lettering) {
        List<Caption> captions = new ArrayList<>();
        String held = NATURE.matcher(name).replaceFirst("$1\u00A0");
        for (String text : List.of(held, name)) {
            for (double width : NAME_WIDTHS) {
                Caption caption = Caption.wrapped(text, lettering, width, metrics);
                if (caption.lines().size() <= MOST_LINES && !captions.contains(caption)) {
                    captions.add(caption);
                }
            }
        }
        return captions;
    }

    /** A name broken after its hyphens too, for small areas. */
    Caption brokenAtHyphens(String name, Lettering lettering) {
        List<Caption.Line> lines = new ArrayList<>();
        double width = lettering.width(name, metrics) * 0.62;
        for (Caption.Line line : Caption.wrap(name.replace("-", "- "), lettering, width, metrics)) {
            lines.add(new Caption.Line(line.text().replace("- ", "-"), lettering));
        }
        return Caption.of(lines, metrics);
    }

    /** Places a name in its area; tells whether there was room. */
    boolean nameArea(Areas areas, String key, List<Caption> captions, int least, Territory target, String description) {
        Optional<LabelPlacer.AreaPlace> place = findArea(areas, key, captions, least);
        place.ifPresent(found -> put(found, target, description));
        return place.isPresent();
    }

    /** The best place of a name in its area. */
    Optional<LabelPlacer.AreaPlace> findArea(Areas areas, String key, List<Caption> captions, int least) {
        return areas.has(key)
                ? placer.within(areas.raster(), areas.id(key), areas.extent(key), captions, least)
                : Optional.empty();
    }

    /** Writes a name in its area, with a link to its territory unless that is null. */
    void put(LabelPlacer.AreaPlace place, Territory target, String description) {
        Box written = put(place.caption(), place.box(), Primitive.Anchor.MIDDLE);
        if (target != null) {
            canvas.link(target, written, description);
        }
    }

    /** Writes a name at its place; tells the rectangle that it takes. */
    Box put(Caption caption, Box box, Primitive.Anchor anchor) {
        Box at = new Box(Canvas.hundredth(box.x()), Canvas.hundredth(box.y()), box.width(), box.height());
        placer.take(at);
        for (Primitive text : caption.in(at, anchor)) {
            canvas.add(rounded((Primitive.Text) text));
        }
        canvas.label(caption.text(), at);
        return at;
    }

    private static Primitive.Text rounded(Primitive.Text t) {
        Point at = new Point(Canvas.hundredth(t.at().x()), Canvas.hundredth(t.at().y()));
        return new Primitive.Text(t.text(), at, t.anchor(), t.face(), t.size(), t.tracking(), t.ink(), t.halo());
    }

    /** Names of the seas and countries that the frame shows, on the ground that is left white. */
    void surroundings() {
        Box frame = canvas.frame();
        PaperRaster raster = new PaperRaster(frame.width(), frame.height(), AREA_CELL);
        List<List<double[]>> outlines = new ArrayList<>();
        for (Surroundings.Place place : Surroundings.AROUND) {
            double[] cut = Clipping.ring(sheet().line(place.outline()), frame);
            outlines.add(cut.length < 6 ? List.of() : List.of(cut));
            raster.paint(outlines.getLast(), outlines.size());
        }
        raster.paint(rings(cell -> true), 0);
        for (int i = 0; i < outlines.size(); i++) {
            Surroundings.Place place = Surroundings.AROUND.get(i);
            Box extent = around(outlines.get(i));
            if (extent != null) {
                List<Caption> captions = broken(place.name(), place.lettering());
                placer.within(raster, i + 1, extent, captions, 9).ifPresent(found -> put(found, null, ""));
            }
        }
    }

    private Box around(List<double[]> rings) {
        Box extent = null;
        for (double[] ring : rings) {
            double[] cut = Clipping.ring(ring, canvas.frame());
            for (int i = 0; i < cut.length; i += 2) {
                Box point = new Box(cut[i], cut[i + 1], 0, 0);
                extent = extent == null ? point : extent.union(point);
            }
        }
        return extent;
    }

    /** Names of the départements around, in capitals, where they have room. */
    void neighbourNames(Areas areas, Set<String> without, boolean withCode) {
        List<Departement> neighbours = atlas.departements().stream()
                .filter(d -> !without.contains(d.code()) && areas.has(d.code()))
                .sorted(Comparator.comparing(Departement::code))
                .toList();
        for (Departement d : neighbours) {
            String name = d.label().toUpperCase(Locale.FRENCH) + (withCode ? " (" + d.code() + ")" : "");
            nameArea(areas, d.code(), broken(name, Lettering.NEIGHBOUR), 9, null, "");
        }
    }

    Caption caption(String text, Lettering lettering) {
        return Caption.of(text, lettering, metrics);
    }

    TextMetrics metrics() {
        return metrics;
    }

    /** A sign of a town that keeps its room before any name is placed. */
    static Box signBox(Point at, double radius) {
        return Box.around(at.x(), at.y(), 2 * radius + 0.3, 2 * radius + 0.3);
    }

    /**
     * Furniture and frame come last; the land under the furniture is painted over, so that no border runs through it.
     *
     * @param around colour of the land of the region around the subject
     */
    MapDrawing finish(Territory territory, Ink around, List<KeyEntry> key, List<String> hollow, String altText) {
        Box frame = canvas.frame();
        Box panel = layout.at().grown(PANEL);
        canvas.fillWithin(panel, rings(c -> !subject.test(c) && !ground.inRegion(c)), Palette.NEIGHBOURS);
        canvas.fillWithin(panel, rings(c -> !subject.test(c) && ground.inRegion(c)), around);
        Furniture furniture = layout.furniture().only(canvas.drawn());
        furniture.draw(canvas, layout.block(), layout.at());
        canvas.rectangle(frame, null, new Stroke(Palette.FRAME, FRAME_LINE));
        if (!layout.block().withLegend()) {
            furniture.drawUnder(canvas, frame);
        }
        return new MapDrawing(
                territory,
                frame.width(),
                layout.height(),
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

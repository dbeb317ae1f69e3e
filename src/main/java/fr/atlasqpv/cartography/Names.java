package fr.atlasqpv.cartography;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Territory;
import fr.atlasqpv.territory.Zone.Surrounding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** The names of a map: how they are broken, in what order they are tried, where they are written. */
final class Names {
    private static final double[] WIDTHS = {22, 16, 33, 11};
    private static final int MOST_LINES = 3;
    private static final int ALL_POINTS = 9;
    private static final double SEA_RIM = 3;
    private static final double HYPHENATED = 0.62;
    private static final Pattern NATURE = Pattern.compile("^(C[ACU]) ");

    private final PublishedAtlas atlas;
    private final Composition map;
    private final Canvas canvas;
    private final TextMetrics metrics;
    private final LabelPlacer placer;

    /**
     * @param atlas the book
     * @param map the map, its ground drawn
     * @param metrics widths of texts
     * @param furniture where the furniture stands: no name goes there
     */
    Names(PublishedAtlas atlas, Composition map, TextMetrics metrics, Box furniture) {
        this.atlas = atlas;
        this.map = map;
        this.canvas = map.canvas();
        this.metrics = metrics;
        this.placer = new LabelPlacer(canvas.frame(), map.qpvRaster());
        placer.take(furniture.grown(1));
    }

    LabelPlacer placer() {
        return placer;
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

    /** A name broken in every way that the search may try; the nature of an EPCI stays with its name where it can. */
    List<Caption> broken(String name, Lettering lettering) {
        List<Caption> captions = new ArrayList<>();
        String held = NATURE.matcher(name).replaceFirst("$1\u00A0");
        for (String text : List.of(held, name)) {
            for (double width : WIDTHS) {
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
        double width = lettering.width(name, metrics) * HYPHENATED;
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

    /** Names a part of the map beside its outline, which keeps its room. */
    void nameOutline(String name, Box outline) {
        Caption caption = caption(name, Lettering.MAIN_TOWN);
        placer.beside(outline, caption).ifPresentOrElse(
                place -> put(caption, place.box(), place.anchor()), () -> canvas.notPlaced(name));
        placer.take(outline);
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
        Areas around = new Areas(canvas.frame());
        List<Surrounding> surroundings = atlas.zone().surroundings();
        surroundings.forEach(s -> around.paint(s.name(), List.of(map.sheet().line(outline(s)))));
        around.paint("", map.rings(cell -> true));
        List<Box> rims = rims(SEA_RIM);
        rims.forEach(placer::take);
        for (Surrounding s : surroundings) {
            Lettering lettering = s.sea() ? Lettering.SEA : Lettering.COUNTRY;
            nameArea(around, s.name(), broken(s.name(), lettering), ALL_POINTS, null, "");
        }
        rims.forEach(placer::release);
    }

    private static double[] outline(Surrounding surrounding) {
        return surrounding.outline().stream().flatMapToDouble(c -> DoubleStream.of(c.x, c.y)).toArray();
    }

    /** Strips along the frame: the names of what goes on outside keep off it. */
    private List<Box> rims(double width) {
        Box f = canvas.frame();
        return List.of(
                new Box(f.x(), f.y(), f.width(), width), new Box(f.x(), f.bottom() - width, f.width(), width),
                new Box(f.x(), f.y(), width, f.height()), new Box(f.right() - width, f.y(), width, f.height()));
    }

    /** Names of the départements around, in capitals, where they have room. */
    void neighbourNames(Areas areas, Set<String> without, boolean withCode) {
        List<Departement> neighbours = atlas.departements().stream()
                .filter(d -> !without.contains(d.code()) && areas.has(d.code()))
                .sorted(Comparator.comparing(Departement::code))
                .toList();
        for (Departement d : neighbours) {
            String name = d.label().toUpperCase(Locale.FRENCH) + (withCode ? " (" + d.code() + ")" : "");
            nameArea(areas, d.code(), broken(name, Lettering.NEIGHBOUR), ALL_POINTS, null, "");
        }
    }

    /** A text on one line. */
    Caption caption(String text, Lettering lettering) {
        return Caption.of(text, lettering, metrics);
    }

    /** A sign of a town that keeps its room before any name is placed. */
    static Box signBox(Point at, double radius) {
        return Box.around(at.x(), at.y(), 2 * radius + 0.3, 2 * radius + 0.3);
    }
}

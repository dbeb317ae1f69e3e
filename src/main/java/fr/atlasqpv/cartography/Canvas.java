package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.MapDrawing.Label;
import fr.atlasqpv.cartography.MapDrawing.Link;
import fr.atlasqpv.cartography.Primitive.Circle;
import fr.atlasqpv.cartography.Primitive.Path;
import fr.atlasqpv.cartography.Primitive.Polyline;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What has been drawn so far; cuts the ground at the frame and remembers which classes appeared. */
final class Canvas {
    private final Box frame;
    private final List<Primitive> primitives = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<String> notPlaced = new ArrayList<>();
    private final Set<LegendClass> drawn = EnumSet.noneOf(LegendClass.class);

    Canvas(Box frame) {
        this.frame = frame;
    }

    Box frame() {
        return frame;
    }

    /** Fills an area given by its rings; tells whether any of it is in the frame. */
    boolean fill(List<double[]> rings, Ink ink, Stroke outline) {
        return fill(frame, rings, ink, outline);
    }

    /** Fills the part of an area that lies in a window of the frame. */
    void fillWithin(Box window, List<double[]> rings, Ink ink) {
        fill(window, rings, ink, null);
    }

    private boolean fill(Box window, List<double[]> rings, Ink ink, Stroke outline) {
        List<Polyline> lines = new ArrayList<>();
        for (double[] ring : rings) {
            Polyline line = polyline(Clipping.ring(ring, window), true);
            if (line.points().size() >= 3) {
                lines.add(line);
            }
        }
        if (!lines.isEmpty()) {
            primitives.add(new Path(lines, ink, outline));
        }
        return !lines.isEmpty();
    }

    /** Draws lines; tells whether any of them is in the frame. */
    boolean stroke(List<double[]> lines, Stroke stroke) {
        List<Polyline> parts = new ArrayList<>();
        for (double[] line : lines) {
            for (double[] part : Clipping.line(line, frame)) {
                boolean closed =
                        part.length > 6 && part[0] == part[part.length - 2] && part[1] == part[part.length - 1];
                Polyline polyline = polyline(part, closed);
                if (polyline.points().size() >= 2) {
                    parts.add(polyline);
                }
            }
        }
        if (!parts.isEmpty()) {
            primitives.add(new Path(parts, null, stroke));
        }
        return !parts.isEmpty();
    }

    /** Draws a circle. */
    void circle(Point centre, double radius, Ink fill, Stroke stroke) {
        primitives.add(new Circle(rounded(centre.x(), centre.y()), radius, fill, stroke));
    }

    /** Draws a rectangle. */
    void rectangle(Box box, Ink fill, Stroke stroke) {
        primitives.add(new Path(List.of(polygon(
                box.x(), box.y(), box.right(), box.y(), box.right(), box.bottom(), box.x(), box.bottom())), fill,
                stroke));
    }

    /** A closed line through these points, {@code x0, y0 …}. */
    static Polyline polygon(double... xy) {
        return polyline(xy, true);
    }

    private static Polyline polyline(double[] xy, boolean closed) {
        List<Point> points = new ArrayList<>(xy.length / 2);
        for (int i = 0; i < xy.length; i += 2) {
            Point point = rounded(xy[i], xy[i + 1]);
            if (points.isEmpty() || !points.getLast().equals(point)) {
                points.add(point);
            }
        }
        if (closed && points.size() > 1 && points.getFirst().equals(points.getLast())) {
            points.removeLast();
        }
        return new Polyline(points, closed);
    }

    private static Point rounded(double x, double y) {
        return new Point(hundredth(x), hundredth(y));
    }

    /** A length to the hundredth of a millimetre; never −0, which prints otherwise. */
    static double hundredth(double mm) {
        return Math.rint(mm * 100) / 100 + 0.0;
    }

    void add(Primitive primitive) {
        primitives.add(primitive);
    }

    /** Lays another drawing into this one, its top left corner at a point of the frame. */
    void inlay(Canvas other, double x, double y) {
        other.primitives.forEach(p -> primitives.add(p.moved(x, y)));
        other.links.forEach(l -> links.add(new Link(l.target(), l.area().moved(x, y), l.description())));
        other.labels.forEach(l -> labels.add(new Label(l.text(), l.box().moved(x, y))));
        drawn.addAll(other.drawn);
    }

    void addAll(List<? extends Primitive> all) {
        primitives.addAll(all);
    }

    void drawn(LegendClass what) {
        drawn.add(what);
    }

    void drawn(LegendClass what, boolean really) {
        if (really) {
            drawn.add(what);
        }
    }

    /** What was drawn cannot be seen any more. */
    void hidden(LegendClass what) {
        drawn.remove(what);
    }

    void label(String text, Box box) {
        labels.add(new Label(text, box));
    }

    void link(Territory target, Box area, String description) {
        links.add(new Link(target, area, description));
    }

    void notPlaced(String name) {
        notPlaced.add(name);
    }

    /** How much has been drawn. */
    int[] mark() {
        return new int[] {primitives.size(), links.size(), labels.size(), notPlaced.size()};
    }

    /** Takes back what was drawn since the mark. */
    void rollback(int[] mark) {
        primitives.subList(mark[0], primitives.size()).clear();
        links.subList(mark[1], links.size()).clear();
        labels.subList(mark[2], labels.size()).clear();
        notPlaced.subList(mark[3], notPlaced.size()).clear();
    }

    Set<LegendClass> drawn() {
        return drawn;
    }

    List<Primitive> primitives() {
        return primitives;
    }

    List<Link> links() {
        return links;
    }

    List<Label> labels() {
        return labels;
    }

    List<String> notPlaced() {
        return notPlaced;
    }
}

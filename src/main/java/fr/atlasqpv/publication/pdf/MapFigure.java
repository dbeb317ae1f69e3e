package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.cartography.Point;
import fr.atlasqpv.cartography.Primitive;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.territory.Level;
import java.util.List;

/** Draws a map as one tagged figure, and its links beside it. */
final class MapFigure {
    private final MapDrawing map;
    private final double x;
    private final double y;

    /**
     * A map to be drawn.
     *
     * @param map the drawing
     * @param x left edge on the page, millimetres
     * @param y top edge on the page
     */
    MapFigure(MapDrawing map, double x, double y) {
        this.map = map;
        this.x = x;
        this.y = y;
    }

    /** Draws the map as a figure with its alternative text, then its links. */
    void draw(Page page, Element section, Composition composition) {
        Box box = new Box(x, y, map.width(), map.height());
        page.figure(section, French.typeset(map.altText()), box, this::draw);
        List<MapDrawing.Link> links = map.links().stream()
                .filter(link -> composition.atlas().territory(link.target()).isPresent())
                .filter(link -> link.target().level() != Level.QPV || composition.detailed())
                .toList();
        if (links.isEmpty()) {
            return;
        }
        Element places = section.child(Role.P);
        for (MapDrawing.Link link : links) {
            LinkTarget target =
                    new LinkTarget(Anchors.fromMap(link.target()), French.typeset(link.description()));
            page.linkArea(places, target, link.area().moved(x, y));
        }
    }

    /** Draws the map with a pen of the caller's. */
    void draw(Pen pen) {
        map.primitives().forEach(primitive -> draw(pen, primitive));
    }

    private void draw(Pen pen, Primitive primitive) {
        switch (primitive) {
            case Primitive.Path path ->
                    pen.path(
                            path.lines().stream().map(line -> moved(line.points())).toList(),
                            path.lines().stream().map(Primitive.Polyline::closed).toList(),
                            path.fill(),
                            path.stroke() == null ? null : path.stroke().ink(),
                            path.stroke() == null ? 0 : path.stroke().width());
            case Primitive.Circle circle ->
                    pen.circle(
                            x + circle.centre().x(),
                            y + circle.centre().y(),
                            circle.radius(),
                            circle.fill(),
                            circle.stroke() == null ? null : circle.stroke().ink(),
                            circle.stroke() == null ? 0 : circle.stroke().width());
            case Primitive.Text text -> text(pen, text);
        }
    }

    private void text(Pen pen, Primitive.Text text) {
        Style style = new Style(Weight.of(text.face()), text.size(), text.ink().rgb(), text.tracking());
        double width = pen.page().typefaces().width(text.text(), style) - style.tracking();
        double left = x + text.at().x() - switch (text.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        pen.haloed(
                text.text(),
                style,
                left,
                y + text.at().y(),
                text.halo() == null ? null : text.halo().ink(),
                text.halo() == null ? 0 : text.halo().width());
    }

    private List<Point> moved(List<Point> points) {
        return points.stream().map(point -> new Point(x + point.x(), y + point.y())).toList();
    }
}

package fr.atlasqpv.cartography;

import java.util.List;

/** An element of a drawing, drawn over those before it. */
public sealed interface Primitive {
    /** The same elsewhere on the paper, millimetres. */
    Primitive moved(double dx, double dy);

    /**
     * A path of straight segments: an area with its holes (even-odd rule), or lines.
     *
     * @param lines sub-paths
     * @param fill colour inside, null when not filled
     * @param stroke line, null when not stroked
     */
    record Path(List<Polyline> lines, Ink fill, Stroke stroke) implements Primitive {
        /** Defensive copy. */
        public Path {
            lines = List.copyOf(lines);
        }

        @Override
        public Path moved(double dx, double dy) {
            return new Path(lines.stream().map(line -> line.moved(dx, dy)).toList(), fill, stroke);
        }
    }

    /**
     * A circle.
     *
     * @param centre its centre
     * @param radius millimetres
     * @param fill colour inside, null when hollow
     * @param stroke outline, centred on the radius; null when none
     */
    record Circle(Point centre, double radius, Ink fill, Stroke stroke) implements Primitive {
        @Override
        public Circle moved(double dx, double dy) {
            return new Circle(centre.moved(dx, dy), radius, fill, stroke);
        }
    }

    /**
     * A text on one line.
     *
     * @param text the text
     * @param at on the baseline, at the anchor
     * @param anchor which end of the text stands at the point
     * @param face its face
     * @param size points
     * @param tracking space added after each character, millimetres
     * @param ink colour
     * @param halo stroke laid under the text, null when none
     */
    record Text(
            String text, Point at, Anchor anchor, Face face, double size, double tracking, Ink ink, Stroke halo)
            implements Primitive {
        @Override
        public Text moved(double dx, double dy) {
            return new Text(text, at.moved(dx, dy), anchor, face, size, tracking, ink, halo);
        }
    }

    /**
     * A sub-path.
     *
     * @param points its vertices; the first is not repeated at the end of a closed one
     * @param closed whether the last vertex is joined to the first
     */
    record Polyline(List<Point> points, boolean closed) {
        /** Defensive copy. */
        public Polyline {
            points = List.copyOf(points);
        }

        Polyline moved(double dx, double dy) {
            return new Polyline(points.stream().map(p -> p.moved(dx, dy)).toList(), closed);
        }
    }

    /** Which end of a text stands at its point. */
    enum Anchor {
        /** Its start. */
        START,
        /** Its middle. */
        MIDDLE,
        /** Its end. */
        END
    }
}

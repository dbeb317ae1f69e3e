package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.Primitive.Circle;
import fr.atlasqpv.cartography.Primitive.Path;
import fr.atlasqpv.cartography.Primitive.Polyline;
import fr.atlasqpv.cartography.Primitive.Text;
import java.util.Locale;

/**
 * A map as an SVG document of its own, one unit per millimetre: thumbnails of the report, and a look at a map without a
 * book. It names the type family of the book and falls back on the reader's.
 */
public final class SvgRendering {
    private static final String FAMILY = "'Source Sans 3','Source Sans Pro',sans-serif";

    private final StringBuilder out = new StringBuilder();

    private final TextMetrics metrics;

    private SvgRendering(TextMetrics metrics) {
        this.metrics = metrics;
    }

    /**
     * The drawing as a complete {@code svg} element, with its description.
     *
     * @param metrics those that the map was drawn with: each text is held to its width, so that names which did not meet on
     *     paper do not meet in the type of a reader who lacks ours
     */
    public static String of(MapDrawing drawing, TextMetrics metrics) {
        return new SvgRendering(metrics).render(drawing);
    }

    private String render(MapDrawing drawing) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"")
                .append(mm(drawing.width()))
                .append("mm\" height=\"")
                .append(mm(drawing.height()))
                .append("mm\" viewBox=\"0 0 ")
                .append(mm(drawing.width()))
                .append(' ')
                .append(mm(drawing.height()))
                .append("\"><title>")
                .append(escape(drawing.altText()))
                .append("</title>\n");
        for (Primitive primitive : drawing.primitives()) {
            switch (primitive) {
                case Path path -> path(path);
                case Circle circle -> circle(circle);
                case Text text -> text(text);
            }
        }
        return out.append("</svg>\n").toString();
    }

    private void path(Path path) {
        out.append("<path d=\"");
        for (Polyline line : path.lines()) {
            char command = 'M';
            for (Point point : line.points()) {
                out.append(command).append(mm(point.x())).append(' ').append(mm(point.y()));
                command = 'L';
            }
            out.append(line.closed() ? "Z" : "");
        }
        out.append('"');
        paint(path.fill(), path.stroke());
        out.append(" fill-rule=\"evenodd\"/>\n");
    }

    private void circle(Circle circle) {
        out.append("<circle cx=\"")
                .append(mm(circle.centre().x()))
                .append("\" cy=\"")
                .append(mm(circle.centre().y()))
                .append("\" r=\"")
                .append(mm(circle.radius()))
                .append('"');
        paint(circle.fill(), circle.stroke());
        out.append("/>\n");
    }

    private void paint(Ink fill, Stroke stroke) {
        out.append(" fill=\"").append(fill == null ? "none" : fill.hex()).append('"');
        if (fill != null && fill.opacity() < 1) {
            out.append(" fill-opacity=\"").append(fill.opacity()).append('"');
        }
        if (stroke != null) {
            out.append(" stroke=\"")
                    .append(stroke.ink().hex())
                    .append("\" stroke-width=\"")
                    .append(mm(stroke.width()))
                    .append("\" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
            if (stroke.ink().opacity() < 1) {
                out.append(" stroke-opacity=\"").append(stroke.ink().opacity()).append('"');
            }
        }
    }

    private void text(Text text) {
        out.append("<text x=\"")
                .append(mm(text.at().x()))
                .append("\" y=\"")
                .append(mm(text.at().y()))
                .append("\" font-family=\"")
                .append(FAMILY)
                .append("\" font-size=\"")
                .append(mm(text.size() * TextMetrics.MM_PER_POINT))
                .append('"');
        switch (text.face()) {
            case ITALIC -> out.append(" font-style=\"italic\"");
            case SEMIBOLD -> out.append(" font-weight=\"600\"");
            case BOLD -> out.append(" font-weight=\"700\"");
            case REGULAR -> {}
        }
        switch (text.anchor()) {
            case MIDDLE -> out.append(" text-anchor=\"middle\"");
            case END -> out.append(" text-anchor=\"end\"");
            case START -> {}
        }
        if (text.tracking() > 0) {
            out.append(" letter-spacing=\"").append(mm(text.tracking())).append('"');
        }
        int letters = text.text().codePointCount(0, text.text().length());
        double width = metrics.width(text.text(), text.face(), text.size()) + text.tracking() * letters;
        out.append(" textLength=\"").append(mm(width)).append("\" lengthAdjust=\"spacingAndGlyphs\"");
        paint(text.ink(), text.halo());
        out.append(text.halo() == null ? ">" : " paint-order=\"stroke\">").append(escape(text.text()))
                .append("</text>\n");
    }

    /** Millimetres with at most three decimals and a point, whatever the locale. */
    private static String mm(double value) {
        String text = String.format(Locale.ROOT, "%.3f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}

package fr.atlasqpv.publication.pdf.tagged;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Ink;
import fr.atlasqpv.cartography.Point;
import fr.atlasqpv.cartography.Primitive.Anchor;
import java.util.List;
import org.openpdf.text.pdf.PdfContentByte;

/**
 * Draws on a page for one structure element, or for none: an artifact, which readers skip. Texts are checked against the
 * room of the pen: the page, or the cell it was given.
 */
public final class Pen {
    /** Rounding of widths and hair spaces: a text may leave its room by this much, millimetres. */
    private static final double TOLERANCE = 0.06;

    private final Page page;
    private final Element element;
    private final Box room;

    Pen(Page page, Element element, Box room) {
        this.page = page;
        this.element = element;
        this.room = room;
    }

    /** The same pen, whose texts must stay in this room. */
    public Pen within(Box box) {
        return new Pen(page, element, box);
    }

    /** The room of its texts. */
    public Box room() {
        return room;
    }

    /** The page drawn on. */
    public Page page() {
        return page;
    }

    /** A pen for a node under this pen's element; for an artifact, an artifact again. */
    public Pen child(Role role) {
        return element == null ? this : new Pen(page, element.child(role), room);
    }

    /** A pen for words that stand for longer ones ({@code s}: “secret statistique”). */
    public Pen expanding(String full) {
        return element == null ? this : new Pen(page, element.child(Role.SPAN).expansion(full), room);
    }

    /** Names the element of this pen, for who reads the structure of the document; an artifact has no name. */
    public Pen titled(String title) {
        if (element != null && !title.isEmpty()) {
            element.title(title);
        }
        return this;
    }

    /** A pen for a sign that a description replaces. */
    public Pen describing(String description) {
        return element == null ? this : new Pen(page, element.child(Role.SPAN).alternative(description), room);
    }

    /**
     * Says a word that sighted readers do not need: the head of a column whose content shows what it is. It is read from
     * the structure and leaves no mark on the paper.
     */
    public void hidden(String word) {
        if (element != null) {
            page.enter(element);
            element.actualText(word);
        }
    }

    /** Makes what this pen has drawn, in a link element of its own, lead elsewhere; the whole area reacts. */
    public void leadingTo(LinkTarget target, Box area) {
        if (element != null) {
            page.close();
            page.document().annotate(element, target, page, area);
        }
    }

    /** Writes a text on one line. */
    public void text(String text, Style style, double x, double baseline) {
        text(text, style, x, baseline, Anchor.START);
    }

    /**
     * Writes a text on one line.
     *
     * @param x millimetres, of the anchor
     * @param baseline millimetres
     * @throws TextOverflowException when it leaves the room of the pen
     */
    public void text(String text, Style style, double x, double baseline, Anchor anchor) {
        if (text.isEmpty()) {
            return;
        }
        double width = page.typefaces().width(text, style) - style.tracking();
        double left = switch (anchor) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        checkRoom(text, style, left, left + width, baseline);
        enter();
        page.show(text, style, left, baseline);
    }

    /** Writes several runs on one line and says where they end. */
    public double line(Rich text, double x, double baseline) {
        double at = x;
        for (Rich.Run run : text.runs()) {
            text(run.text(), run.style(), at, baseline);
            at += page.typefaces().width(run.text(), run.style());
        }
        return at;
    }

    /** Writes lines, the first box at {@code top}, and says where they end. */
    public double lines(List<TextLine> lines, double x, double top, double leading) {
        double y = top;
        for (TextLine line : lines) {
            for (TextLine.Piece piece : line.pieces()) {
                checkRoom(piece.text(), piece.style(), x + piece.x(), x + line.width(), y);
                enter();
                page.show(
                        piece.text(), piece.style(), x + piece.x(), y + baselineIn(leading, piece.style().size()));
            }
            y += leading;
        }
        return y;
    }

    /** Where the baseline stands in a line box, millimetres from its top; leading in millimetres, size in points. */
    public static double baselineIn(double leading, double size) {
        double em = size * Typefaces.MM_PER_POINT;
        return (leading - (Typefaces.ASCENT + Typefaces.DESCENT) * em) / 2 + Typefaces.ASCENT * em;
    }

    private void checkRoom(String text, Style style, double left, double right, double baseline) {
        double em = style.size() * Typefaces.MM_PER_POINT;
        if (left < room.x() - TOLERANCE
                || right > room.right() + TOLERANCE
                || baseline + 0.2 * em > room.bottom() + TOLERANCE + 0.1 * em
                || baseline < room.y() - TOLERANCE) {
            throw new TextOverflowException(text, left, right, baseline, room);
        }
    }

    private PdfContentByte enter() {
        page.enter(element);
        return page.content();
    }

    /** A filled rectangle. */
    public void rectangle(double x, double y, double width, double height, int colour) {
        if (width <= 0 || height <= 0) {
            return;
        }
        PdfContentByte content = enter();
        page.fillColour(colour);
        content.rectangle(Page.pt(x), page.fromTop(y + height), Page.pt(width), Page.pt(height));
        content.fill();
    }

    /** A rectangle that lets what is under it through. */
    public void veil(Box box, int colour, double opacity) {
        enter();
        page.opacity(opacity, 1);
        rectangle(box.x(), box.y(), box.width(), box.height(), colour);
        page.opacity(1, 1);
    }

    /** A rectangle with round corners; without fill or stroke when the colour is null. */
    public void roundRectangle(Box box, double radius, Integer fill, Integer stroke, double lineWidth) {
        PdfContentByte content = enter();
        if (fill != null) {
            page.fillColour(fill);
        }
        if (stroke != null) {
            page.strokeColour(stroke);
            page.lineWidth(lineWidth);
        }
        content.roundRectangle(
                Page.pt(box.x()), page.fromTop(box.bottom()), Page.pt(box.width()), Page.pt(box.height()),
                Page.pt(radius));
        paint(fill != null, stroke != null, false);
    }

    /** A straight line. */
    public void line(double x1, double y1, double x2, double y2, double width, int colour) {
        PdfContentByte content = enter();
        page.strokeColour(colour);
        page.lineWidth(width);
        content.moveTo(Page.pt(x1), page.fromTop(y1));
        content.lineTo(Page.pt(x2), page.fromTop(y2));
        content.stroke();
    }

    /** A broken line: {@code on} millimetres drawn, {@code off} left out; round ends make dots of a length of 0. */
    public void dashed(
            double x1, double y1, double x2, double y2, double width, int colour, double on, double off,
            boolean round) {
        PdfContentByte content = enter();
        if (round) {
            content.setLineCap(PdfContentByte.LINE_CAP_ROUND);
        }
        content.setLineDash(Page.pt(on), Page.pt(off), 0);
        line(x1, y1, x2, y2, width, colour);
        content.setLineDash(0);
        if (round) {
            content.setLineCap(PdfContentByte.LINE_CAP_BUTT);
        }
    }

    /** A disc, a circle or both. */
    public void circle(double x, double y, double radius, Integer fill, Integer stroke, double lineWidth) {
        PdfContentByte content = enter();
        if (fill != null) {
            page.fillColour(fill);
        }
        if (stroke != null) {
            page.strokeColour(stroke);
            page.lineWidth(lineWidth);
        }
        content.circle(Page.pt(x), page.fromTop(y), Page.pt(radius));
        paint(fill != null, stroke != null, false);
    }

    /** A disc, a circle or both, with inks that may let the ground through. */
    public void circle(double x, double y, double radius, Ink fill, Ink stroke, double lineWidth) {
        enter();
        boolean opaque = opaque(fill) && opaque(stroke);
        if (!opaque) {
            page.opacity(fill == null ? 1 : fill.opacity(), stroke == null ? 1 : stroke.opacity());
        }
        circle(x, y, radius, fill == null ? null : fill.rgb(), stroke == null ? null : stroke.rgb(), lineWidth);
        if (!opaque) {
            page.opacity(1, 1);
        }
    }

    /** A square standing on a corner. */
    public void diamond(double x, double y, double radius, int colour) {
        polygon(
                List.of(new Point(x - radius, y), new Point(x, y - radius), new Point(x + radius, y),
                        new Point(x, y + radius)),
                colour);
    }

    /** A filled polygon. */
    public void polygon(List<Point> points, int colour) {
        PdfContentByte content = enter();
        page.fillColour(colour);
        trace(content, points, true);
        content.fill();
    }

    /**
     * A path of several lines, filled by the even-odd rule, then stroked with round joins.
     *
     * @param lines sub-paths
     * @param closed for each, whether it is closed
     * @param fill null when not filled
     * @param stroke null when not stroked
     */
    public void path(List<List<Point>> lines, List<Boolean> closed, Ink fill, Ink stroke, double lineWidth) {
        PdfContentByte content = enter();
        boolean opaque = opaque(fill) && opaque(stroke);
        if (!opaque) {
            page.opacity(fill == null ? 1 : fill.opacity(), stroke == null ? 1 : stroke.opacity());
        }
        if (fill != null) {
            page.fillColour(fill.rgb());
        }
        if (stroke != null) {
            page.strokeColour(stroke.rgb());
            page.lineWidth(lineWidth);
        }
        for (int i = 0; i < lines.size(); i++) {
            trace(content, lines.get(i), closed.get(i));
        }
        paint(fill != null, stroke != null, true);
        if (!opaque) {
            page.opacity(1, 1);
        }
    }

    /** A text drawn twice: a stroke under, the fill over. */
    public void haloed(String text, Style style, double x, double baseline, Ink halo, double haloWidth) {
        double width = page.typefaces().width(text, style) - style.tracking();
        checkRoom(text, style, x, x + width, baseline);
        enter();
        if (halo != null) {
            page.showOutline(text, style, x, baseline, halo, haloWidth);
        }
        page.show(text, style, x, baseline);
    }

    /** Keeps what the drawing does inside a box. */
    public void clipped(Box box, Runnable drawing) {
        PdfContentByte content = enter();
        content.saveState();
        page.forgetGraphicState();
        content.rectangle(Page.pt(box.x()), page.fromTop(box.bottom()), Page.pt(box.width()), Page.pt(box.height()));
        content.clip();
        content.newPath();
        drawing.run();
        enter();
        content.restoreState();
        page.forgetGraphicState();
    }

    private static boolean opaque(Ink ink) {
        return ink == null || ink.opacity() >= 1;
    }

    private void trace(PdfContentByte content, List<Point> points, boolean closed) {
        boolean first = true;
        for (Point point : points) {
            if (first) {
                content.moveTo(Page.pt(point.x()), page.fromTop(point.y()));
                first = false;
            } else {
                content.lineTo(Page.pt(point.x()), page.fromTop(point.y()));
            }
        }
        if (closed) {
            content.closePath();
        }
    }

    private void paint(boolean fill, boolean stroke, boolean evenOdd) {
        PdfContentByte content = page.content();
        if (fill && stroke) {
            if (evenOdd) {
                content.eoFillStroke();
            } else {
                content.fillStroke();
            }
        } else if (fill) {
            if (evenOdd) {
                content.eoFill();
            } else {
                content.fill();
            }
        } else {
            content.stroke();
        }
    }
}

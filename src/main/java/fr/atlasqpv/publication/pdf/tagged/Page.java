package fr.atlasqpv.publication.pdf.tagged;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Ink;
import java.util.List;
import java.util.function.Consumer;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;

/**
 * A page of a {@link TaggedDocument}. Marked content opens and closes by itself as pens take turns: consecutive drawing
 * for one element makes one sequence.
 */
public final class Page {
    /** Width of A4, millimetres. */
    public static final double WIDTH = 210;
    /** Height of A4, millimetres. */
    public static final double HEIGHT = 297;

    private static final double POINTS_PER_MM = 72 / 25.4;
    private static final int NONE = -1;

    private final TaggedDocument document;
    private final PdfContentByte content;
    private final int number;
    private final double width;
    private final double height;
    private Element open;
    private boolean openArtifact;
    private PdfDictionary artifactKind;
    private int fill = NONE;
    private int stroke = NONE;
    private double lineWidth = NONE;
    private double tracking;

    Page(TaggedDocument document, PdfContentByte content, int number) {
        this.document = document;
        this.content = content;
        this.number = number;
        this.width = WIDTH;
        this.height = HEIGHT;
        content.setLineJoin(PdfContentByte.LINE_JOIN_ROUND);
    }

    static float pt(double millimetres) {
        return (float) (millimetres * POINTS_PER_MM);
    }

    float fromTop(double y) {
        return pt(height - y);
    }

    /** Number of the page in the file, from 1: it is its folio too. */
    public int number() {
        return number;
    }

    /** Whether the page stands on the left of a spread. */
    public boolean verso() {
        return number % 2 == 0;
    }

    /** The faces of the document. */
    public Typefaces typefaces() {
        return document.typefaces();
    }

    /** The document. */
    public TaggedDocument document() {
        return document;
    }

    /** A pen for what carries no meaning of its own: rules, grounds, bars beside their figure. */
    public Pen artifact() {
        return new Pen(this, null, paper());
    }

    /** A pen for an element. */
    public Pen pen(Element element) {
        return new Pen(this, element, paper());
    }

    private Box paper() {
        return new Box(0, 0, width, height);
    }

    /** Draws a running head or foot. */
    public void pagination(boolean header, Consumer<Pen> drawing) {
        close();
        artifactKind = new PdfDictionary();
        artifactKind.put(PdfName.TYPE, new PdfName("Pagination"));
        artifactKind.put(new PdfName("Subtype"), new PdfName(header ? "Header" : "Footer"));
        drawing.accept(artifact());
        close();
        artifactKind = null;
    }

    /** Names this height of the page as a destination of links. */
    public void destination(String name, double y) {
        document.destination(name, this, y);
    }

    /** Adds an entry to the outline, under the last one of the level above. */
    public void bookmark(int level, String title, double y) {
        document.bookmark(level, title, number, y);
    }

    /** Writes a heading of a level on one line. */
    public Element heading(Element parent, Role level, Rich text, double x, double baseline) {
        Element heading = parent.child(level);
        pen(heading).line(text, x, baseline);
        return heading;
    }

    /**
     * Writes a paragraph.
     *
     * @param top top of its first line box, millimetres
     * @param leading height of a line box, millimetres
     * @return bottom of its last line box
     */
    public double paragraph(Element parent, Rich text, double x, double top, double width, double leading) {
        List<TextLine> lines = LineBreaker.lines(typefaces(), text, width);
        return paragraph(parent.child(Role.P), text, lines, x, top, leading);
    }

    /** Writes lines already broken, in an element that holds nothing else. */
    public double paragraph(Element leaf, Rich text, List<TextLine> lines, double x, double top, double leading) {
        if (!text.hasLink()) {
            return pen(leaf).lines(lines, x, top, leading);
        }
        double y = top;
        for (TextLine line : lines) {
            for (TextLine.Piece piece : line.pieces()) {
                double baseline = y + Pen.baselineIn(leading, piece.style().size());
                if (piece.link() == null) {
                    pen(leaf.child(Role.SPAN)).text(piece.text(), piece.style(), x + piece.x(), baseline);
                } else {
                    Box area = new Box(x + piece.x(), y, piece.width(), leading);
                    link(leaf, piece.link(), area,
                            pen -> pen.text(piece.text(), piece.style(), x + piece.x(), baseline));
                }
            }
            y += leading;
        }
        return y;
    }

    /** Writes a list with dashes. */
    public double list(
            Element parent, List<Rich> items, Style sign, double x, double top, double width, double leading,
            double gap) {
        Element list = parent.child(Role.L);
        double y = top;
        for (Rich item : items) {
            Element entry = list.child(Role.LI);
            pen(entry.child(Role.LBL)).text("–", sign, x, y + Pen.baselineIn(leading, sign.size()));
            Element body = entry.child(Role.LBODY);
            List<TextLine> lines = LineBreaker.lines(typefaces(), item, width - 4);
            y = paragraph(body, item, lines, x + 4, y, leading) + gap;
        }
        return y - gap;
    }

    /** Draws words that lead elsewhere; the whole area reacts. */
    public void link(Element parent, LinkTarget target, Box area, Consumer<Pen> words) {
        Element link = parent.child(Role.LINK);
        words.accept(pen(link));
        close();
        document.annotate(link, target, this, area);
    }

    /** Makes an area react without words of its own: places on a map. */
    public void linkArea(Element parent, LinkTarget target, Box area) {
        close();
        document.annotate(parent.child(Role.LINK), target, this, area);
    }

    /** Draws a figure. */
    public void figure(Element parent, String alternative, Box box, Consumer<Pen> drawing) {
        Element figure = parent.child(Role.FIGURE)
                .alternative(alternative)
                .boundingBox(pt(box.x()), fromTop(box.bottom()), pt(box.right()), fromTop(box.y()));
        drawing.accept(pen(figure));
    }

    PdfContentByte content() {
        return content;
    }

    void enter(Element element) {
        if (element == null ? openArtifact : open != null && open.sameAs(element)) {
            return;
        }
        close();
        if (element == null) {
            content.beginMarkedContentSequence(
                    new PdfName("Artifact"), artifactKind == null ? new PdfDictionary() : artifactKind, true);
            openArtifact = true;
        } else {
            content.beginMarkedContentSequence(element.node());
            open = element;
        }
    }

    void close() {
        if (open != null || openArtifact) {
            content.endMarkedContentSequence();
            open = null;
            openArtifact = false;
        }
    }

    void show(String text, Style style, double x, double baseline) {
        content.beginText();
        content.setFontAndSize(typefaces().font(style.weight()), (float) style.size());
        fillColour(style.colour());
        tracking(style.tracking());
        content.setTextMatrix(pt(x), fromTop(baseline));
        content.showText(drawn(text));
        content.endText();
    }

    void showOutline(String text, Style style, double x, double baseline, Ink halo, double haloWidth) {
        boolean opaque = halo.opacity() >= 1;
        if (!opaque) {
            opacity(1, halo.opacity());
        }
        strokeColour(halo.rgb());
        lineWidth(haloWidth);
        content.beginText();
        content.setFontAndSize(typefaces().font(style.weight()), (float) style.size());
        tracking(style.tracking());
        content.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_STROKE);
        content.setTextMatrix(pt(x), fromTop(baseline));
        content.showText(drawn(text));
        content.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL);
        content.endText();
        if (!opaque) {
            opacity(1, 1);
        }
    }

    /**
     * No-break spaces and hyphens have done their work once lines are broken. They share their glyphs with the plain
     * ones, and the first drawn decides what a reader copies.
     */
    private static String drawn(String text) {
        return text.replace('\u00A0', ' ').replace('\u2011', '-');
    }

    void fillColour(int rgb) {
        if (fill != rgb) {
            fill = rgb;
            content.setRGBColorFill(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
        }
    }

    void strokeColour(int rgb) {
        if (stroke != rgb) {
            stroke = rgb;
            content.setRGBColorStroke(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF);
        }
    }

    void lineWidth(double millimetres) {
        if (lineWidth != millimetres) {
            lineWidth = millimetres;
            content.setLineWidth(pt(millimetres));
        }
    }

    private void tracking(double millimetres) {
        if (tracking != millimetres) {
            tracking = millimetres;
            content.setCharacterSpacing(pt(millimetres));
        }
    }

    void opacity(double fillOpacity, double strokeOpacity) {
        content.setGState(document.opacity(fillOpacity, strokeOpacity));
    }

    void forgetGraphicState() {
        fill = NONE;
        stroke = NONE;
        lineWidth = NONE;
    }
}

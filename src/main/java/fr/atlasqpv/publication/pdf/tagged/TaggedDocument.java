package fr.atlasqpv.publication.pdf.tagged;

import fr.atlasqpv.cartography.Box;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openpdf.text.Document;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfAction;
import org.openpdf.text.pdf.PdfAnnotation;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfBorderArray;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfPageLabels;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A document that is PDF/UA-1 and PDF/A-2a at once, if its writer gives headings in order and an alternative text to
 * every figure. The same calls give the same bytes, whatever the locale, the time zone and the clock.
 */
public final class TaggedDocument {
    private static final String LANGUAGE = "fr-FR";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    private final DocumentDescription about;
    private final Typefaces typefaces;
    private final Document document;
    private final PdfWriter writer;
    private final Element root;
    private final Map<String, PdfGState> opacities = new TreeMap<>();
    private final Map<String, Boolean> destinations = new TreeMap<>();
    private final TreeSet<String> wanted = new TreeSet<>();
    private final List<Bookmark> bookmarks = new ArrayList<>();
    private Page page;
    private int pages;
    private int notes;

    private record Bookmark(int level, String title, int page, double y) {}

    /**
     * Opens a document.
     *
     * @param about what it says of itself
     * @param typefaces its faces, not used for another document
     */
    public TaggedDocument(DocumentDescription about, Typefaces typefaces) {
        this.about = about;
        this.typefaces = typefaces;
        this.document = new Document(new Rectangle(Page.pt(Page.WIDTH), Page.pt(Page.HEIGHT)), 0, 0, 0, 0);
        this.writer = PdfWriter.getInstance(document, bytes);
        beforeOpening();
        document.open();
        afterOpening();
        this.root = new Element(
                null, new PdfStructureElement(writer.getStructureTreeRoot(), new PdfName("Document")));
    }

    private void beforeOpening() {
        writer.setPdfVersion(PdfWriter.VERSION_1_7);
        writer.setCompressionLevel(9);
        writer.setFullCompression();
        writer.setTagged();
        writer.setTabs(PdfName.S);
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle | PdfWriter.PageLayoutTwoPageRight
                | PdfWriter.PageModeUseOutlines);
    }

    private void afterOpening() {
        PdfDictionary info = writer.getInfo();
        text(info, PdfName.TITLE, about.title());
        text(info, PdfName.AUTHOR, about.author());
        text(info, PdfName.SUBJECT, about.subject());
        text(info, PdfName.KEYWORDS, about.keywords());
        text(info, PdfName.PRODUCER, about.producer());
        info.put(PdfName.CREATIONDATE, new PdfString(about.pdfDate()));
        info.put(PdfName.MODDATE, new PdfString(about.pdfDate()));
        writer.setXmpMetadata(Xmp.packet(about));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(LANGUAGE));
        writer.getExtraCatalog().put(new PdfName("OutputIntents"), outputIntents());
    }

    private static void text(PdfDictionary dictionary, PdfName key, String value) {
        dictionary.put(key, new PdfString(value, PdfObject.TEXT_UNICODE));
    }

    private PdfArray outputIntents() {
        try {
            PdfStream profile = new PdfStream(SrgbProfile.bytes());
            profile.put(PdfName.N, new PdfNumber(3));
            profile.flateCompress(9);
            PdfDictionary intent = new PdfDictionary(new PdfName("OutputIntent"));
            intent.put(PdfName.S, new PdfName("GTS_PDFA1"));
            intent.put(new PdfName("OutputConditionIdentifier"), new PdfString(SrgbProfile.NAME));
            intent.put(new PdfName("Info"), new PdfString(SrgbProfile.NAME));
            intent.put(
                    new PdfName("DestOutputProfile"), writer.addToBody(profile).getIndirectReference());
            return new PdfArray(writer.addToBody(intent).getIndirectReference());
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private static IllegalStateException inMemory(IOException e) {
        return new IllegalStateException("the document is written in memory: no input or output can fail", e);
    }

    /** Root of the structure tree. */
    public Element root() {
        return root;
    }

    /** The faces of the document. */
    public Typefaces typefaces() {
        return typefaces;
    }

    /** Ends the current page and opens the next one. */
    public Page newPage() {
        if (page != null) {
            page.close();
            writer.setPageEmpty(false);
            document.newPage();
        }
        pages++;
        PdfContentByte content = writer.getDirectContent();
        page = new Page(this, content, pages);
        return page;
    }

    /** A note, which PDF/UA wants identified. */
    public Element note(Element parent) {
        notes++;
        return parent.child(Role.NOTE).identifier("note-" + notes);
    }

    void bookmark(int level, String title, int pageNumber, double y) {
        bookmarks.add(new Bookmark(level, title, pageNumber, y));
    }

    void destination(String name, Page on, double y) {
        if (destinations.put(name, true) != null) {
            throw new IllegalStateException("two places have the name " + name);
        }
        PdfDestination destination = new PdfDestination(PdfDestination.XYZ, 0, on.fromTop(y), 0);
        destination.addPage(writer.getPageReference(on.number()));
        on.content().localDestination(name, destination);
    }

    void annotate(Element link, LinkTarget target, Page on, Box area) {
        wanted.add(target.destination());
        PdfAnnotation annotation = new PdfAnnotation(
                writer,
                Page.pt(area.x()),
                on.fromTop(area.bottom()),
                Page.pt(area.right()),
                on.fromTop(area.y()),
                goTo(target.destination()));
        annotation.put(PdfName.SUBTYPE, PdfName.LINK);
        annotation.put(PdfName.CONTENTS, new PdfString(target.description(), PdfObject.TEXT_UNICODE));
        annotation.setBorder(new PdfBorderArray(0, 0, 0));
        annotation.setFlags(PdfAnnotation.FLAGS_PRINT);
        int parent = writer.getStructureTreeRoot().addExistingObject(link.node().getReference());
        annotation.put(PdfName.STRUCTPARENT, new PdfNumber(parent));
        PdfDictionary reference = new PdfDictionary(new PdfName("OBJR"));
        reference.put(new PdfName("Obj"), annotation.getIndirectReference());
        reference.put(new PdfName("Pg"), writer.getPageReference(on.number()));
        attach(link, reference, on);
        writer.addAnnotation(annotation);
    }

    private void attach(Element link, PdfDictionary reference, Page on) {
        PdfObject content = link.node().get(PdfName.K);
        if (content == null) {
            link.node().put(PdfName.K, reference);
            link.node().put(new PdfName("Pg"), writer.getPageReference(on.number()));
            return;
        }
        PdfArray both = content.isArray() ? (PdfArray) content : new PdfArray(content);
        both.add(reference);
        link.node().put(PdfName.K, both);
    }

    private static PdfAction goTo(String name) {
        PdfAction action = new PdfAction();
        action.put(PdfName.S, PdfName.GOTO);
        action.put(PdfName.D, new PdfString(name));
        return action;
    }

    PdfGState opacity(double fill, double stroke) {
        return opacities.computeIfAbsent(String.format(Locale.ROOT, "%.2f %.2f", fill, stroke), key -> {
            PdfGState state = new PdfGState();
            state.setFillOpacity((float) fill);
            state.setStrokeOpacity((float) stroke);
            return state;
        });
    }

    /**
     * Ends the document.
     *
     * @return its bytes
     * @throws IllegalStateException when a link leads nowhere
     */
    public byte[] close() {
        wanted.removeAll(destinations.keySet());
        if (!wanted.isEmpty()) {
            throw new IllegalStateException("links lead to places that the document does not have: " + wanted);
        }
        page.close();
        writer.setPageEmpty(false);
        outline();
        PdfPageLabels labels = new PdfPageLabels();
        labels.addPageLabel(1, PdfPageLabels.DECIMAL_ARABIC_NUMERALS);
        writer.setPageLabels(labels);
        document.close();
        return identified(bytes.toByteArray());
    }

    private void outline() {
        List<PdfOutline> last = new ArrayList<>();
        last.add(writer.getRootOutline());
        for (Bookmark bookmark : bookmarks) {
            while (last.size() > bookmark.level() + 1) {
                last.removeLast();
            }
            PdfDestination destination =
                    new PdfDestination(PdfDestination.XYZ, 0, Page.pt(Page.HEIGHT - bookmark.y()), 0);
            destination.addPage(writer.getPageReference(bookmark.page()));
            last.add(new PdfOutline(last.getLast(), destination, bookmark.title(), bookmark.level() < 2));
        }
    }

    /** The library makes the file identifier from the clock: a digest of the content takes its place. */
    private static byte[] identified(byte[] pdf) {
        String text = new String(pdf, StandardCharsets.ISO_8859_1);
        int start = text.lastIndexOf("/ID [<");
        if (start < 0) {
            start = text.lastIndexOf("/ID[<");
        }
        int first = text.indexOf('<', start) + 1;
        int second = text.indexOf('<', first) + 1;
        int length = text.indexOf('>', first) - first;
        for (int i = 0; i < length; i++) {
            pdf[first + i] = '0';
            pdf[second + i] = '0';
        }
        byte[] digest = HexFormat.of()
                .formatHex(sha256(pdf))
                .substring(0, length)
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digest, 0, pdf, first, length);
        System.arraycopy(digest, 0, pdf, second, length);
        return pdf;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package fr.atlasqpv.publication.pdf.tagged;

import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;

/** A node of the structure tree: it holds either other nodes or what pens draw for it. */
public final class Element {
    private final Role role;
    private final PdfStructureElement node;

    Element(Role role, PdfStructureElement node) {
        this.role = role;
        this.node = node;
    }

    /** What it is. */
    public Role role() {
        return role;
    }

    /** Adds a node under this one, after those that it has. */
    public Element child(Role role) {
        return new Element(role, new PdfStructureElement(node, role.pdfName()));
    }

    /** Says in full what an abbreviation stands for. */
    public Element expansion(String full) {
        return text(PdfName.E, full);
    }

    /** Describes what is drawn, for who does not see it. */
    public Element alternative(String description) {
        return text(PdfName.ALT, description);
    }

    /** Names it, for who reads the structure of the document. */
    public Element title(String title) {
        return text(PdfName.T, title);
    }

    /** Gives the characters that what is drawn stands for. */
    public Element actualText(String characters) {
        return text(PdfName.ACTUALTEXT, characters);
    }

    Element identifier(String id) {
        return text(PdfName.ID, id);
    }

    private Element text(PdfName key, String value) {
        node.put(key, new PdfString(value, PdfObject.TEXT_UNICODE));
        return this;
    }

    Element attribute(String owner, PdfName key, PdfObject value) {
        PdfDictionary attributes = (PdfDictionary) node.get(PdfName.A);
        if (attributes == null) {
            attributes = new PdfDictionary();
            attributes.put(PdfName.O, new PdfName(owner));
            node.put(PdfName.A, attributes);
        }
        attributes.put(key, value);
        return this;
    }

    Element boundingBox(float left, float bottom, float right, float top) {
        PdfArray box = new PdfArray();
        for (float edge : new float[] {left, bottom, right, top}) {
            box.add(new PdfNumber(edge));
        }
        return attribute("Layout", PdfName.BBOX, box);
    }

    /** The library's elements compare by content: only their reference tells two empty ones apart. */
    boolean sameAs(Element other) {
        return node.getReference().getNumber() == other.node.getReference().getNumber();
    }

    PdfStructureElement node() {
        return node;
    }
}

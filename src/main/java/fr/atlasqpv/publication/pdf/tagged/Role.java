package fr.atlasqpv.publication.pdf.tagged;

import org.openpdf.text.pdf.PdfName;

/** Standard structure types of PDF 1.7 that the books use. */
public enum Role {
    /** A large division. */
    PART("Part"),
    /** A section. */
    SECT("Sect"),
    /** Heading of level 1. */
    H1("H1"),
    /** Heading of level 2. */
    H2("H2"),
    /** Heading of level 3. */
    H3("H3"),
    /** Paragraph. */
    P("P"),
    /** Text inside a paragraph. */
    SPAN("Span"),
    /** List. */
    L("L"),
    /** Item of a list. */
    LI("LI"),
    /** Sign or number of an item. */
    LBL("Lbl"),
    /** Text of an item. */
    LBODY("LBody"),
    /** Table of contents. */
    TOC("TOC"),
    /** Entry of a table of contents. */
    TOCI("TOCI"),
    /** Words that refer to another place. */
    REFERENCE("Reference"),
    /** Table. */
    TABLE("Table"),
    /** Heads of a table. */
    THEAD("THead"),
    /** Body of a table. */
    TBODY("TBody"),
    /** Row. */
    TR("TR"),
    /** Head cell. */
    TH("TH"),
    /** Cell. */
    TD("TD"),
    /** Picture with an alternative text. */
    FIGURE("Figure"),
    /** Title of a figure or a table. */
    CAPTION("Caption"),
    /** Link. */
    LINK("Link"),
    /** Note. */
    NOTE("Note");

    private final PdfName name;

    Role(String name) {
        this.name = new PdfName(name);
    }

    PdfName pdfName() {
        return name;
    }
}

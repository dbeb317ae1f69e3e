package fr.atlasqpv.publication.conformity;

/** The two standards that every book keeps at once. Either alone passes books that the other refuses. */
public enum Standard {
    /** ISO 14289-1: the book can be read without seeing it. */
    PDF_UA_1("PDF/UA-1"),
    /** ISO 19005-2, level A: the book can be read in fifty years. */
    PDF_A_2A("PDF/A-2a");

    private final String label;

    Standard(String label) {
        this.label = label;
    }

    /** Name in print. */
    public String label() {
        return label;
    }
}

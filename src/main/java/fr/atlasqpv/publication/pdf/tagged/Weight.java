package fr.atlasqpv.publication.pdf.tagged;

import fr.atlasqpv.cartography.Face;

/** A face of Source Sans 3, as the books use it. */
public enum Weight {
    /** Weight 300, for the numbers of parts. */
    LIGHT("Light"),
    /** Weight 400. */
    REGULAR("Regular"),
    /** Weight 400, slanted. */
    ITALIC("Italic"),
    /** Weight 600. */
    SEMIBOLD("SemiBold"),
    /** Weight 600, slanted. */
    SEMIBOLD_ITALIC("SemiBoldItalic"),
    /** Weight 700. */
    BOLD("Bold");

    private final String file;

    Weight(String file) {
        this.file = file;
    }

    String resource() {
        return "/fonts/SourceSans3-" + file + ".ttf";
    }

    /** The face that a map asks for. */
    public static Weight of(Face face) {
        return switch (face) {
            case REGULAR -> REGULAR;
            case ITALIC -> ITALIC;
            case SEMIBOLD -> SEMIBOLD;
            case BOLD -> BOLD;
        };
    }
}

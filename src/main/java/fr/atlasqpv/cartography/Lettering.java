package fr.atlasqpv.cartography;

/**
 * How a kind of name is set.
 *
 * @param face face
 * @param size points
 * @param tracking space added after each character, millimetres
 * @param ink colour
 */
record Lettering(Face face, double size, double tracking, Ink ink) {
    /** The four or five towns that a reader looks for first. */
    static final Lettering MAIN_TOWN = new Lettering(Face.BOLD, 8.5, 0, Palette.INK);

    /** Prefectures on the map of the region, large communes on a zoom. */
    static final Lettering LARGE_TOWN = new Lettering(Face.BOLD, 9, 0, Palette.INK);

    /** Other towns. */
    static final Lettering TOWN = new Lettering(Face.REGULAR, 7.5, 0, Palette.INK);

    /** Seats of EPCI. */
    static final Lettering SEAT = new Lettering(Face.SEMIBOLD, 7.5, 0, Palette.INK);

    /** Other communes with a QPV. */
    static final Lettering COMMUNE = new Lettering(Face.REGULAR, 7, 0, Palette.INK);

    /** EPCI on the map of a département. */
    static final Lettering EPCI = new Lettering(Face.SEMIBOLD, 7.5, 0, Palette.TEAL);

    /** Départements on the map of the region, in capitals. */
    static final Lettering DEPARTEMENT = new Lettering(Face.SEMIBOLD, 10.5, 0.75, Palette.TEAL);

    /** The same where room is scarce. */
    static final Lettering DEPARTEMENT_SMALL = new Lettering(Face.SEMIBOLD, 8, 0.2, Palette.TEAL);

    /** Number of QPV under the name of a département. */
    static final Lettering COUNT = new Lettering(Face.REGULAR, 8, 0, Palette.QPV_TEXT);

    /** Neighbouring départements, in capitals. */
    static final Lettering NEIGHBOUR = new Lettering(Face.REGULAR, 7.5, 0.5, Palette.GREY);

    /** Seas. */
    static final Lettering SEA = new Lettering(Face.ITALIC, 8, 1.1, Palette.TEAL_SOFT);

    /** Countries. */
    static final Lettering COUNTRY = new Lettering(Face.REGULAR, 9, 1.3, Palette.GREY);

    /** Neighbouring EPCI on a zoom. */
    static final Lettering NEIGHBOUR_EPCI = new Lettering(Face.ITALIC, 7.5, 0, Palette.GREY);

    /** Numbers of QPV on a zoom. */
    static final Lettering NUMBER = new Lettering(Face.BOLD, 7.4, 0, Palette.QPV_TEXT);

    /** Legend. */
    static final Lettering LEGEND = new Lettering(Face.REGULAR, 7.5, 0, Palette.INK);

    /** Scale bar and remarks inside the frame. */
    static final Lettering SMALL = new Lettering(Face.REGULAR, 7, 0, Palette.INK_SOFT);

    /** Remark on the ground. */
    static final Lettering REMARK = new Lettering(Face.ITALIC, 7, 0, Palette.INK_SOFT);

    /** The letter of the north arrow. */
    static final Lettering NORTH = new Lettering(Face.BOLD, 7, 0, Palette.INK);

    private static final double ASCENT = 0.73;
    private static final double DESCENT = 0.22;
    private static final double LEADING = 1.14;

    /** Width of a text, millimetres. */
    double width(String text, TextMetrics metrics) {
        return metrics.width(text, face, size) + tracking * Math.max(0, text.codePointCount(0, text.length()) - 1);
    }

    /** Height above the baseline, millimetres. */
    double ascent() {
        return ASCENT * size * TextMetrics.MM_PER_POINT;
    }

    /** Depth under the baseline, millimetres. */
    double descent() {
        return DESCENT * size * TextMetrics.MM_PER_POINT;
    }

    /** Distance between two baselines, millimetres. */
    double leading() {
        return LEADING * size * TextMetrics.MM_PER_POINT;
    }
}

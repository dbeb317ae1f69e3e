package fr.atlasqpv.cartography;

/** Colours of the maps; contrasts stand in the design of the book: 4.5 or more for text, 3 or more for classes that matter. */
final class Palette {
    static final Ink INK = Ink.of(0x1B2A2E);
    static final Ink INK_SOFT = Ink.of(0x4A5A5F);
    static final Ink TEAL = Ink.of(0x0B5563);
    static final Ink TEAL_SOFT = Ink.of(0x2A7481);
    static final Ink QPV = Ink.of(0xBE2A45);
    static final Ink QPV_DARK = Ink.of(0x7E1328);
    static final Ink QPV_TEXT = Ink.of(0xA3203A);
    static final Ink GREY = Ink.of(0x5D6B70);
    static final Ink WHITE = Ink.of(0xFFFFFF);
    static final Ink EPCI = Ink.of(0xCFE3E6);
    static final Ink COMMUNE = Ink.of(0x8FBFC6);
    static final Ink LAND = Ink.of(0xF4F2EC);
    static final Ink NEIGHBOURS = Ink.of(0xFBFAF7);
    static final Ink NEIGHBOUR_COMMUNE = Ink.of(0xE9EEEE);
    static final Ink FRAME = Ink.of(0xC5D0D2);
    static final Ink EPCI_LINE = Ink.of(0x55808A);
    static final Ink COMMUNE_LINE = Ink.of(0x1E6470);
    static final Ink REGION_LINE = Ink.of(0x6E8A90);
    static final Ink DEPARTEMENT_NEAR = Ink.of(0x8A9698);
    static final Ink DEPARTEMENT_FAR = Ink.of(0xA9B3B5);

    /** A QPV where QPV are most of the land. */
    static final Ink QPV_PALE = Ink.of(0xEFB5B0);
    static final Ink COVER_REGION = Ink.of(0x1E6B78);
    static final Ink COVER_EPCI = Ink.of(0x5FA0AB);
    static final Ink COVER_COMMUNE = Ink.of(0xA9D2D7);
    static final Ink COVER_OUTLINE = Ink.of(0xCFE3E6);
    static final Ink COVER_QPV = Ink.of(0xFFC2B0);

    private Palette() {}
}

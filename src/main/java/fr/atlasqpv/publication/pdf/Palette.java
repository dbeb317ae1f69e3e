package fr.atlasqpv.publication.pdf;

/** Colours of the books, {@code 0xRRGGBB}; contrasts are held by a test. */
final class Palette {
    /** Text. */
    static final int INK = 0x1B2A2E;
    /** Secondary text. */
    static final int INK_2 = 0x4A5A5F;
    /** Titles, main rules. */
    static final int TEAL = 0x0B5563;
    /** Bands, terms of cards. */
    static final int TEAL_2 = 0x2A7481;
    /** Text about QPV. */
    static final int QPV_TEXT = 0xA3203A;
    /** QPV as signs and key bars. */
    static final int QPV = 0xBE2A45;
    /** Statuses. */
    static final int GREY = 0x5D6B70;
    /** Bars of everybody. */
    static final int BAR_ENSEMBLE = 0x86B7BF;
    /** Bars of the QPV. */
    static final int BAR_QPV = 0xD8677A;
    /** Thin bars of everybody, detail pages. */
    static final int BAR_ENSEMBLE_THIN = 0x4F929E;
    /** Bars of counts. */
    static final int BAR_COUNT = 0xB9C6C9;
    /** Track under a thin bar. */
    static final int TRACK = 0xE3EAEA;
    /** Whole of a share. */
    static final int WHOLE = 0xDCE6E8;
    /** Reference rows. */
    static final int PALE = 0xE8F1F2;
    /** Alternate rows. */
    static final int ZEBRA = 0xF4F8F8;
    /** Hairlines. */
    static final int LINE = 0xC5D0D2;
    /** Axes at zero. */
    static final int AXIS = 0x8C9A9D;
    /** Value of the territory of reference. */
    static final int REFERENCE = 0x3C4C51;
    /** Grid of the dot plots. */
    static final int GRID = 0xD5DDDE;
    /** Dotted leaders. */
    static final int LEADER = 0x7C9094;
    /** Entries under the main ones of the contents. */
    static final int INK_SUB = 0x33454A;
    /** White. */
    static final int WHITE = 0xFFFFFF;
    /** Text on the cover. */
    static final int COVER_TEXT = 0xDCEBED;
    /** Warning on the cover: simulated figures. */
    static final int COVER_WARNING = 0xFFC2B0;
    /** Ground of warnings. */
    static final int WARNING_GROUND = 0xFBECEC;

    private Palette() {}
}

package fr.atlasqpv.cartography;

import fr.atlasqpv.release.ThematicMap;

/**
 * The colours of the classes of a map, from light to dark in one hue: who sees no colour, or prints in grey, tells them by their
 * lightness.
 */
public final class ClassColours {
    private static final int[] RAMP = {0xCFE3E6, 0x9CC6CD, 0x63A0AB, 0x2F7583, 0x0A4552};

    static {
        if (RAMP.length != ThematicMap.MOST) {
            throw new IllegalStateException("a colour for each class");
        }
    }

    private ClassColours() {}

    /** The colour of a class, {@code 0xRRGGBB}. */
    public static int of(int rank) {
        return RAMP[rank];
    }
}

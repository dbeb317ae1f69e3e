package fr.atlasqpv.cartography;

import java.math.BigDecimal;
import java.util.List;

/**
 * A scale bar of four equal segments, with 0, the half and the whole written over it. No number has decimals: the half is
 * left out when it would, and less than a kilometre is told in metres, so that a decimal on a map is always a figure.
 *
 * @param kilometres whole length on the ground
 * @param length whole length on the paper, millimetres
 */
record ScaleBar(BigDecimal kilometres, double length) {
    private static final double LONGEST = 28;
    private static final List<String> ROUND =
            List.of("200", "100", "50", "40", "30", "20", "10", "5", "4", "3", "2", "1", "0.5", "0.4", "0.2", "0.1");
    private static final double MM_PER_KM = 1_000_000;

    /** The longest round bar of at most 28 mm. */
    static ScaleBar at(double scale) {
        for (String candidate : ROUND) {
            BigDecimal km = new BigDecimal(candidate);
            double length = km.doubleValue() * MM_PER_KM / scale;
            if (length <= LONGEST) {
                return new ScaleBar(km, length);
            }
        }
        return new ScaleBar(new BigDecimal("0.1"), 0.1 * MM_PER_KM / scale);
    }

    /** Texts over the bar, from left to right; the half is empty when it is no whole number. */
    List<String> words() {
        boolean small = kilometres.compareTo(BigDecimal.ONE) < 0;
        BigDecimal whole = small ? kilometres.movePointRight(3) : kilometres;
        BigDecimal half = whole.divide(BigDecimal.valueOf(2));
        boolean round = half.stripTrailingZeros().scale() <= 0;
        return List.of("0", round ? half.toBigInteger().toString() : "",
                whole.toBigInteger() + (small ? "\u00A0m" : "\u00A0km"));
    }

    /** What the first text takes on the left of the bar, millimetres. */
    double leftRoom(TextMetrics metrics) {
        return Lettering.SMALL.width("0", metrics) / 2;
    }

    /** Width of the bar with its texts, millimetres. */
    double room(TextMetrics metrics) {
        return leftRoom(metrics) + length + Lettering.SMALL.width(words().getLast(), metrics) / 2;
    }
}

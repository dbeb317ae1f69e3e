package fr.atlasqpv.territory;

import java.util.regex.Pattern;

/**
 * A priority neighbourhood of the politique de la ville.
 *
 * @param code {@code QP} and six characters (generation of 2015) or {@code QN}, five characters and one of N, M, I, C
 *     (generation of 2024)
 * @param label name
 */
public record Qpv(String code, String label) {
    private static final Pattern CODE = Pattern.compile("QP[0-9AB]{6}|QN[0-9AB]{5}[NMIC]");

    /** Tells whether a text has the form of a QPV code, of either generation. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    /** Tells whether the code is of an overseas neighbourhood ({@code QP97…}, {@code QN97…}, {@code QP98…}). */
    public static boolean overseas(String code) {
        return code.startsWith("97", 2) || code.startsWith("98", 2);
    }
}

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
}

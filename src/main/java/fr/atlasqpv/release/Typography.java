package fr.atlasqpv.release;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * French typography of names: apostrophes, spaces, dashes, ligature and small words; nothing else of a name is touched.
 * Producers write {@code Quartier De L'Artilleur}, a book prints {@code Quartier de l’Artilleur}.
 */
public final class Typography {
    private static final Set<String> SMALL = Set.of("de", "du", "des", "et", "en", "aux", "au", "à", "sur", "sous");
    private static final Set<String> ARTICLES = Set.of("la", "le", "les");
    private static final Map<Pattern, String> SIGNS = Map.of(
            Pattern.compile("['`´]"), "’",
            Pattern.compile("\\s+[-–—]\\s*|\\s*[-–—]\\s+"), " – ",
            Pattern.compile("\\boeu"), "œu",
            Pattern.compile("\\bOeu"), "Œu",
            Pattern.compile("(?<=\\p{L})oeu"), "œu");

    private Typography() {}

    /** The name of a neighbourhood: signs and small words. */
    public static String neighbourhood(String label) {
        String[] words = name(label).split(" ", -1);
        for (int i = 1; i < words.length; i++) {
            words[i] = lowerSmallWord(words[i], words[i - 1]);
        }
        return String.join(" ", words);
    }

    /** The name of a commune, an EPCI or a département: signs only. */
    public static String name(String label) {
        String name = label.strip().replace('\u00a0', ' ').replaceAll("\\s+", " ");
        for (Map.Entry<Pattern, String> sign : SIGNS.entrySet()) {
            name = sign.getKey().matcher(name).replaceAll(sign.getValue());
        }
        return name;
    }

    /** A shorter name for a narrow column: without what stands in brackets, the same where nothing does. */
    public static String shortened(String label) {
        String shorter = label.replaceAll("\\s*\\([^)]*\\)", "").strip();
        return shorter.isEmpty() ? label : shorter;
    }

    private static String lowerSmallWord(String word, String before) {
        String lower = word.toLowerCase(Locale.FRENCH);
        if (SMALL.contains(lower) || (ARTICLES.contains(lower) && SMALL.contains(before.toLowerCase(Locale.FRENCH)))) {
            return lower;
        }
        if (word.startsWith("D’")) {
            return "d" + word.substring(1);
        }
        if (word.startsWith("L’") && SMALL.contains(before.toLowerCase(Locale.FRENCH))) {
            return "l" + word.substring(1);
        }
        return word;
    }
}

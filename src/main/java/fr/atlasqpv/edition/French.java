package fr.atlasqpv.edition;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Small change of French sentences: quotation marks, enumerations, suggestions of spelling. */
public final class French {
    private static final int LONGEST_QUOTE = 60;
    private static final int LONGEST_LIST = 12;

    private French() {}

    /** The text between French quotation marks, shortened when long. */
    public static String quoted(String text) {
        return "«\u00a0" + shortened(text) + "\u00a0»";
    }

    /** The text on one line, cut after sixty characters. */
    public static String shortened(String text) {
        String line = text.replaceAll("[\\r\\n\\t]+", " ").strip();
        return line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE - 1) + "…";
    }

    /** The texts parted by commas; only the first twelve when there are more. */
    public static String enumeration(Collection<String> texts) {
        String listed = texts.stream().limit(LONGEST_LIST).collect(Collectors.joining(", "));
        int more = texts.size() - LONGEST_LIST;
        return more > 0 ? listed + "… (et " + more + " autres)" : listed;
    }

    /** “ Vouliez-vous dire « … » ?” with the nearest known word, or nothing when none is near. */
    public static String didYouMean(String read, Collection<String> known) {
        return nearest(read, known)
                .map(word -> " Vouliez-vous dire " + quoted(word) + "\u00a0?")
                .orElse("");
    }

    /**
     * The known word nearest to what was read: the same but for case, else at most one wrong, missing, added or swapped
     * letter in three.
     */
    public static Optional<String> nearest(String read, Collection<String> known) {
        String wanted = read.toLowerCase(Locale.ROOT);
        String best = null;
        int least = Math.max(1, read.length() / 3) + 1;
        for (String word : known) {
            int distance = distance(wanted, word.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Edit distance with swaps of neighbouring letters (optimal string alignment). */
    private static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] reused = beforeLast;
            beforeLast = last;
            last = current;
            current = reused;
        }
        return last[b.length()];
    }
}

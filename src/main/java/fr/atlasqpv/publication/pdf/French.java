package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** French habits of print: numbers, spaces before signs, apostrophes, ordinals. Does not depend on the locale. */
final class French {
    /** Narrow no-break space: between thousands. */
    static final char THIN = '\u202F';
    /**
     * No-break space: before {@code : ; ! ? %}, after {@code ≥}, inside quotation marks. The narrow one of the face is an
     * eighth of an em: before a semicolon it does not show.
     */
    static final char NO_BREAK = '\u00A0';

    private static final Pattern FIRST = Pattern.compile("(?<=\\b1)(er|re)\\b");
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");

    private static final String SPACES = "[ \u00A0\u202F]";
    private static final List<Habit> HABITS = List.of(
            new Habit(SPACES + "+([;!?])", NO_BREAK + "$1"),
            new Habit("(?<! |\u00A0|\u202F)([;!?])(?=\\s|$)", NO_BREAK + "$1"),
            new Habit(SPACES + "+:", NO_BREAK + ":"),
            new Habit("(?<=\\d)" + SPACES + "*%", NO_BREAK + "%"),
            new Habit("«" + SPACES + "*", "«" + NO_BREAK),
            new Habit(SPACES + "*»", NO_BREAK + "»"),
            new Habit("(?<=\\d)[ \u00A0](?=\\d{3}(?!\\d))", String.valueOf(THIN)));

    /** A habit of print. */
    private record Habit(Pattern pattern, String replacement) {
        Habit(String regex, String replacement) {
            this(Pattern.compile(regex), replacement);
        }
    }

    private French() {}

    /** {@code 1296} as {@code 1 296}, with a narrow no-break space. */
    static String integer(long number) {
        String digits = Long.toString(Math.abs(number));
        StringBuilder text = new StringBuilder(number < 0 ? "−" : "");
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append(THIN);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** {@code 18.0} as {@code 18,0}. */
    static String decimal(BigDecimal number) {
        BigDecimal whole = new BigDecimal(number.toBigInteger());
        String fraction = number.scale() > 0 ? "," + number.subtract(whole).abs().unscaledValue().toString() : "";
        if (number.scale() > 1) {
            fraction = number.toPlainString().replaceFirst(".*\\.", ",");
        }
        return (number.signum() < 0 && whole.signum() == 0 ? "−" : "") + integer(whole.longValueExact()) + fraction;
    }

    /** A number without useless zeros: {@code 2,5}, {@code 100}. */
    static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return decimal(stripped.scale() < 0 ? stripped.setScale(0) : stripped);
    }

    /** {@code 1ᵉʳ}, {@code 2ᵉ}. */
    static String ordinal(long rank) {
        return integer(rank) + (rank == 1 ? "ᵉʳ" : "ᵉ");
    }

    /** {@code 1 QPV}, {@code 17 QPV}: the noun does not change; {@code 1 habitant}, {@code 2 habitants}: it does. */
    static String counted(long number, String singular, String plural) {
        return integer(number) + NO_BREAK + (number < 2 ? singular : plural);
    }

    /** Puts the spaces, apostrophes and dashes of print into a text; a text that has them is left as it is. */
    static String typeset(String text) {
        String set = Normalizer.normalize(text, Normalizer.Form.NFC).replace('\'', '’').replace("...", "…");
        for (Habit habit : HABITS) {
            set = habit.pattern().matcher(set).replaceAll(habit.replacement());
        }
        return FIRST.matcher(set).replaceAll(match -> match.group(1).equals("er") ? "ᵉʳ" : "ʳᵉ");
    }

    /** A text of the edition: typeset, {@code **words**} in bold. */
    static Rich rich(String text, Style style) {
        String set = typeset(text);
        List<Rich.Run> runs = new ArrayList<>();
        var match = BOLD.matcher(set);
        int at = 0;
        while (match.find()) {
            if (match.start() > at) {
                runs.add(new Rich.Run(set.substring(at, match.start()), style, null));
            }
            runs.add(new Rich.Run(match.group(1), style.with(Weight.SEMIBOLD), null));
            at = match.end();
        }
        if (at < set.length()) {
            runs.add(new Rich.Run(set.substring(at), style, null));
        }
        return new Rich(runs);
    }

    /** Capitals as bands use them. */
    static String capitals(String text) {
        return typeset(text).toUpperCase(Locale.ROOT);
    }

    /** First letter as a capital, for a name at the head of a column. */
    static String capital(String text) {
        String set = typeset(text);
        return set.substring(0, 1).toUpperCase(Locale.ROOT) + set.substring(1);
    }

    /** First letter in lower case, for a name inside a sentence. */
    static String inSentence(String label) {
        String set = typeset(label);
        boolean acronym = set.length() > 1 && Character.isUpperCase(set.charAt(1));
        return acronym ? set : set.substring(0, 1).toLowerCase(Locale.ROOT) + set.substring(1);
    }
}

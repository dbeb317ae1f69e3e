package fr.atlasqpv.extract;

import fr.atlasqpv.extract.Fact.MissingMark;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in a cell: a number in one of the forms that producers write, a mark for a missing one, or neither. */
sealed interface Cell {
    /** A number. */
    record Value(BigDecimal value) implements Cell {}

    /** No number, and why. */
    record Missing(MissingMark mark) implements Cell {}

    /** Something that is neither. */
    record Illegible(String text) implements Cell {}

    /** Groups of three parted by a space of any width, decimal comma or point. */
    Pattern FRENCH = Pattern.compile("[-+]?[0-9]{1,3}(?:[ \\u00a0\\u202f\\u2009][0-9]{3})+(?:[.,][0-9]+)?");
    /** Groups of three parted by commas, and a decimal point that makes it certain. */
    Pattern ENGLISH = Pattern.compile("[-+]?[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]+");
    /** No groups. */
    Pattern PLAIN = Pattern.compile("[-+]?[0-9]{1,18}(?:[.,][0-9]{1,18})?");

    /** Reads a cell as a number. */
    static Cell number(String raw) {
        String text = clean(raw);
        Optional<MissingMark> mark = mark(text);
        if (mark.isPresent()) {
            return new Missing(mark.get());
        }
        if (PLAIN.matcher(text).matches()) {
            return new Value(new BigDecimal(text.replace(',', '.')));
        }
        if (FRENCH.matcher(text).matches()) {
            return new Value(new BigDecimal(text.replaceAll("[ \\u00a0\\u202f\\u2009]", "").replace(',', '.')));
        }
        if (ENGLISH.matcher(text).matches()) {
            return new Value(new BigDecimal(text.replace(",", "")));
        }
        return new Illegible(text);
    }

    /** Reads a cell as a rate in per cent: a number, its sign {@code %} written or not. */
    static Cell rate(String raw) {
        String text = clean(raw);
        return number(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
    }

    /** Mark of a missing figure, when the cell is one. */
    static Optional<MissingMark> mark(String text) {
        return Optional.ofNullable(
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "" -> MissingMark.EMPTY;
                    case "ns" -> MissingMark.NON_SIGNIFICATIF;
                    case "nd" -> MissingMark.NON_DISPONIBLE;
                    case "s" -> MissingMark.SECRET;
                    case "so" -> MissingMark.SANS_OBJET;
                    case "-" -> MissingMark.DASH;
                    default -> null;
                });
    }

    /** The text without outer spaces of any kind, and without a stray byte order mark. */
    static String clean(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && space(text.charAt(from))) {
            from++;
        }
        while (to > from && space(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean space(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '\ufeff';
    }
}

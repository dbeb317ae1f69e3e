package fr.atlasqpv.publication.xlsx;

import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A column of a sheet.
 *
 * @param header name, unique in its sheet
 * @param format how its cells look
 * @param width width in characters
 * @param barMax end of the scale of its data bars, which begins at 0; null when it has none
 */
record Column(String header, Format format, int width, BigDecimal barMax) {
    private static final int WIDEST = 72;
    // Bold letters and the button of the filter take room beside the longest word
    private static final int HEADER_MARGIN = 4;

    /** Look of the cells of a column; the order is the one of the cell styles. */
    enum Format {
        /** Text, codes included: never a formula, never turned into a number. */
        TEXT("@"),
        /** Text on several lines. */
        WRAPPED("@"),
        /** Integer with separators of thousands. */
        INTEGER("#,##0"),
        /** Number with one decimal. */
        DECIMAL("0.0"),
        /** Number with the decimals that it has. */
        NUMBER("General"),
        /** Integer without separators: 1 or 0, a number of order. */
        PLAIN("0");

        private final String pattern;

        Format(String pattern) {
            this.pattern = pattern;
        }

        /** The format of figures with these decimals. */
        static Format of(int decimals) {
            return decimals == 0 ? INTEGER : decimals == 1 ? DECIMAL : PLAIN;
        }

        /** Number format of Excel. */
        String pattern() {
            return pattern;
        }
    }

    /** The same column, wide enough for a text of this length and for each word of its header; lines are broken rather than wider than {@link #WIDEST}. */
    Column fitting(int length) {
        int wanted = format == Format.TEXT ? Math.min(length + 3, WIDEST) : width;
        int word = Arrays.stream(header.split(" ")).mapToInt(String::length).max().orElse(0);
        return new Column(header, format, Math.max(Math.max(width, wanted), word + HEADER_MARGIN), barMax);
    }

    /** The same column with less room. */
    Column narrower(int characters) {
        return new Column(header, format, width - characters, barMax);
    }

    /** Lines that a text takes in the column when words are not cut. */
    int lines(String text) {
        int lines = 0;
        for (String paragraph : text.split("\\R")) {
            lines++;
            int used = 0;
            for (String word : paragraph.split(" ")) {
                if (used > 0 && used + 1 + word.length() > width) {
                    lines++;
                    used = 0;
                }
                used += word.length() + (used > 0 ? 1 : 0);
            }
        }
        return Math.max(1, lines);
    }

    /** Tells whether figures stand in it, flush right. */
    boolean figures() {
        return format != Format.TEXT && format != Format.WRAPPED;
    }

    static Column text(String header, int width) {
        return new Column(header, Format.TEXT, width, null);
    }

    static Column wrapped(String header, int width) {
        return new Column(header, Format.WRAPPED, width, null);
    }

    static Column integer(String header, int width) {
        return new Column(header, Format.INTEGER, width, null);
    }

    static Column plain(String header, int width) {
        return new Column(header, Format.PLAIN, width, null);
    }
}

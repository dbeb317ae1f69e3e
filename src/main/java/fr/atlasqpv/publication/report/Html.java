package fr.atlasqpv.publication.report;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;

/**
 * A piece of HTML that is safe to put into the page; only what goes through {@link #text} or is made here becomes one.
 *
 * @param markup the HTML
 */
record Html(String markup) {
    /** Nothing. */
    static final Html EMPTY = new Html("");

    /** A text, whatever it holds. */
    static Html text(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(c < ' ' && c != '\n' && c != '\t' ? '\ufffd' : c);
            }
        }
        return new Html(out.toString());
    }

    /** An integer with narrow no-break spaces. */
    static Html number(long number) {
        return new Html(inWords(number));
    }

    /** An integer as a French text has it: {@code 1 296}. */
    static String inWords(long number) {
        return french("#,##0").format(number);
    }

    /** A size: {@code 12,3 Ko}. */
    static Html size(long bytes) {
        if (bytes < 1_000) {
            return new Html(inWords(bytes) + (bytes < 2 ? "&nbsp;octet" : "&nbsp;octets"));
        }
        boolean mega = bytes >= 1_000_000;
        BigDecimal value = BigDecimal.valueOf(bytes, mega ? 6 : 3);
        return new Html(french("#,##0.0").format(value) + (mega ? "&nbsp;Mo" : "&nbsp;Ko"));
    }

    /** A duration: {@code 0,42 s}, {@code 2 min 05 s}. */
    static Html duration(Duration duration) {
        if (duration.toMinutes() > 0) {
            String seconds = (duration.toSecondsPart() < 10 ? "0" : "") + duration.toSecondsPart();
            return new Html(duration.toMinutes() + "&nbsp;min&nbsp;" + seconds + "&nbsp;s");
        }
        return new Html(french("0.00").format(BigDecimal.valueOf(duration.toMillis(), 3)) + "&nbsp;s");
    }

    /** A fingerprint shortened to what tells files apart; whole for who asks. */
    static Html fingerprint(String sha256) {
        String shown = sha256.length() > 12 ? sha256.substring(0, 12) + "…" : sha256;
        return new Html("<code title=\"%s\">%s</code>".formatted(text(sha256).markup, text(shown).markup));
    }

    /** A code, an identifier or a path. */
    static Html code(String text) {
        String safe = text(text).markup;
        // A path and an identifier break after their separators rather than anywhere
        return text.isEmpty() ? EMPTY : new Html("<code>" + safe.replaceAll("[/_](?=.)", "$0<wbr>") + "</code>");
    }

    // The symbols are ours: the machine's locale has no say
    private static DecimalFormat french(String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator('\u202f');
        symbols.setDecimalSeparator(',');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format;
    }
}

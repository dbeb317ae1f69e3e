package fr.atlasqpv.publication.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Figures as a French text has them; the machine's locale has no say. */
final class Figures {
    private Figures() {}

    /** Digits by three, decimal comma: {@code 1 296,5}. */
    static String french(String plain) {
        String[] parts = plain.split("\\.", 2);
        String grouped = parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u202f");
        return parts.length == 1 ? grouped : grouped + "," + parts[1];
    }

    private static String french(BigDecimal number, int decimals) {
        return french(number.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
    }

    /** An integer: {@code 1 296}. */
    static String number(long number) {
        return french(Long.toString(number));
    }

    /** A difference with its sign and unit, a dash when there is none. */
    static String signed(BigDecimal number, String unit) {
        return number == null
                ? "–"
                : (number.signum() > 0 ? "+" : "") + french(number.toPlainString()).replace('-', '−') + unit;
    }

    /** A size: {@code 12,3 ko}. */
    static String size(long bytes) {
        if (bytes < 1_000) {
            return number(bytes) + (bytes < 2 ? "\u00a0octet" : "\u00a0octets");
        }
        boolean mega = bytes >= 1_000_000;
        return french(BigDecimal.valueOf(bytes, mega ? 6 : 3), 1) + (mega ? "\u00a0Mo" : "\u00a0ko");
    }

    /** A duration: {@code 0,42 s}, {@code 2 min 05 s}. */
    static String duration(Duration duration) {
        if (duration.toMinutes() > 0) {
            String seconds = (duration.toSecondsPart() < 10 ? "0" : "") + duration.toSecondsPart();
            return duration.toMinutes() + "\u00a0min\u00a0" + seconds + "\u00a0s";
        }
        return french(BigDecimal.valueOf(duration.toMillis(), 3), 2) + "\u00a0s";
    }

    /** Address of a file below the page. */
    static String address(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace("%2F", "/");
    }
}

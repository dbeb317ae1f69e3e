package fr.atlasqpv.cli;

import java.time.Duration;
import java.util.Locale;

/** Quantities as a French reader writes them: decimal comma, no-break spaces. */
final class French {
    private static final String[] UNITS = {"o", "ko", "Mo", "Go"};

    private French() {}

    /** An integer with narrow no-break spaces between thousands. */
    static String integer(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202f');
    }

    /** A duration: seconds with one decimal, minutes and seconds from one minute on. */
    static String time(Duration time) {
        long tenths = Math.round(time.toMillis() / 100.0);
        if (tenths < 600) {
            return tenths / 10 + "," + tenths % 10 + "\u00a0s";
        }
        long seconds = Math.round(time.toMillis() / 1000.0);
        return seconds / 60 + "\u00a0min\u00a0" + seconds % 60 + "\u00a0s";
    }

    /** A size of a file. */
    static String size(long bytes) {
        int unit = 0;
        double size = bytes;
        while (size >= 1000 && unit < UNITS.length - 1) {
            size /= 1000;
            unit++;
        }
        String number = unit == 0 ? String.valueOf(bytes) : String.format(Locale.ROOT, "%.1f", size).replace('.', ',');
        return number + "\u00a0" + UNITS[unit];
    }
}

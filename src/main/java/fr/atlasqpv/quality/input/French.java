package fr.atlasqpv.quality.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** How the findings of the checks are worded. */
final class French {
    private static final int NAMED = 5;

    private French() {}

    /** The first of a list, and how many others there are. */
    static String first(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        int others = names.size() - NAMED;
        return others <= 0 ? some : some + (others == 1 ? " et 1 autre" : " et " + integer(others) + " autres");
    }

    /** A number and its noun. */
    static String count(long number, String one, String many) {
        return integer(number) + "\u00a0" + (number > 1 ? many : one);
    }

    static String integer(long number) {
        return grouped(String.valueOf(number));
    }

    private static String grouped(String digits) {
        return digits.replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", "\u202f");
    }

    /** A number with a decimal comma, two decimals at most. */
    static String number(BigDecimal number) {
        BigDecimal rounded = number.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        String text = (rounded.scale() < 0 ? rounded.setScale(0) : rounded).abs().toPlainString();
        int point = text.indexOf('.');
        String whole = grouped(point < 0 ? text : text.substring(0, point));
        return (number.signum() < 0 ? "−" : "") + whole + (point < 0 ? "" : "," + text.substring(point + 1));
    }

    static String number(double number) {
        return number(BigDecimal.valueOf(number));
    }
}

package fr.atlasqpv.publication.readback;

/** Digits of every script and shape as those of ASCII: a figure is one however it is written. */
public final class Digits {
    private Digits() {}

    /**
     * A text with every digit as one of ASCII: full width, Arabic, mathematical, above or under the line, in a circle. What nobody sees
     * between two of them is left out. The power of a unit (km²) is no figure.
     */
    public static String plain(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (Character.isDigit(point)) {
                plain.append(Character.digit(point, 10));
            } else if (Character.getType(point) == Character.OTHER_NUMBER) {
                boolean power = i > 0 && Character.isLetter(points[i - 1]);
                int value = Character.getNumericValue(point);
                // Apart from what is before: 12¹ is twelve with a note, to be read as two numbers
                plain.append(i > 0 && Character.isDigit(points[i - 1]) ? " " : "")
                        .append(power || value < 0 ? Character.toString(point) : String.valueOf(value));
            } else if (Character.getType(point) != Character.FORMAT) {
                plain.appendCodePoint(switch (point) {
                    case '，', '٫' -> ',';
                    case '．' -> '.';
                    default -> point;
                });
            }
        }
        return plain.toString();
    }

    /** Tells whether a text holds a digit of any shape. */
    public static boolean in(String text) {
        return text.codePoints().anyMatch(c -> Character.isDigit(c) || Character.getType(c) == Character.OTHER_NUMBER);
    }
}

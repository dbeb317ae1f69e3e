package fr.atlasqpv.edition;

/** Signs of a text that a reader does not see, and that a terminal obeys. */
public final class Signs {
    private Signs() {}

    /** Tells whether a sign is no letter for a reader: it commands a terminal, turns the writing round or stands for nothing. */
    public static boolean hidden(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> sign != '\u00ad';
            default -> false;
        };
    }

    /** Name of a sign: {@code U+001B}. */
    public static String name(int sign) {
        return String.format(java.util.Locale.ROOT, "U+%04X", sign);
    }

    /** The text with the name of each hidden sign in its place: what is printed commands no terminal. */
    public static String visible(String text) {
        if (text.codePoints().noneMatch(c -> hidden(c) && c != '\n')) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (hidden(c) && c != '\n') {
                shown.append('[').append(name(c)).append(']');
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }
}

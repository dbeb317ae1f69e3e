package fr.atlasqpv.quality.input;

import java.util.Objects;

/**
 * Something that a check has found.
 *
 * @param source source that it is about, as the edition names it; also accepts all that the check finds in it
 * @param file file to look into
 * @param line line in it, 0 when it is about the whole file
 * @param column column as the file spells it, empty when none
 * @param of what is found: the name by which an edition accepts it
 * @param message sentence in French, without any figure that a rule of secrecy may withhold
 * @param detail the figures behind it, told only when nothing is published; empty when there are none
 * @param value what was read or is concerned
 */
record Finding(
        String source, String file, long line, String column, String of, String message, String detail, String value) {
    Finding {
        Objects.requireNonNull(of, "of");
    }

    /** A finding without figures. */
    static Finding of(Where where, String of, String message, String value) {
        return new Finding(where.source(), where.file(), where.line(), where.column(), of, message, "", value);
    }

    /** The same with the figures behind it. */
    Finding with(String figures) {
        return new Finding(source, file, line, column, of, message, figures, value);
    }
}

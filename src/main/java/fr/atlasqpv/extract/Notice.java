package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Signs;

/**
 * What a person must know about an input: where, what was read, what to do.
 *
 * @param file path below the input folder, or of the edition file
 * @param line line in the file from 1, header included; 0 when the notice is about the whole file
 * @param column name of the column as the file spells it (or its place), empty when none
 * @param code identifier of the kind of notice, such as {@code nombre-illisible}
 * @param severity weight
 * @param message sentence in French: what was expected and what to do
 * @param value what was read, shortened, empty when nothing
 */
public record Notice(
        String file, long line, String column, String code, Severity severity, String message, String value) {
    /** Names the hidden signs of what was read, so that they command neither a terminal nor the reader of a report. */
    public Notice {
        file = Signs.visible(file);
        column = Signs.visible(column);
        message = Signs.visible(message);
        value = Signs.visible(value);
    }
}

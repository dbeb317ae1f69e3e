package fr.atlasqpv.edition;

/**
 * What is wrong in an edition file, and what to do about it. Same fields as the notices of the inputs, so that both go
 * into one list.
 *
 * @param file path of the edition file as it was given
 * @param line line from 1, 0 when the fault is about the whole file
 * @param column place in the file, such as {@code sources[insee-demographie].columns.code}; empty when none
 * @param code identifier of the kind of fault, such as {@code cle-inconnue}
 * @param message sentence in French: what was expected and what to do
 * @param value what was read, empty when nothing
 */
public record EditionFault(String file, long line, String column, String code, String message, String value) {}

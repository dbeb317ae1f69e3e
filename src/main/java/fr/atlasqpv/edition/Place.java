package fr.atlasqpv.edition;

/**
 * Where something stands in an edition file, so that a notice about it can say so.
 *
 * @param file name of the file
 * @param line line from 1
 * @param key place in the edition ({@code checks.territoire-absent})
 */
public record Place(String file, long line, String key) {}

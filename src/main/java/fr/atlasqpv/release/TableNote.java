package fr.atlasqpv.release;

/**
 * A note printed under the tables of a chapter (a straddling QPV counted elsewhere, a split EPCI …).
 *
 * @param departement chapter concerned, or the code of the region for its chapter
 * @param text sentence in French
 */
public record TableNote(String departement, String text) {}

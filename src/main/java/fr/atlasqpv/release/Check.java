package fr.atlasqpv.release;

/**
 * Result of a check on the edition, told without any withheld figure.
 *
 * @param id identifier ({@code additivite-population-departement})
 * @param label what is checked, one sentence
 * @param passed whether it holds
 * @param detail what was compared; differences explained
 */
public record Check(String id, String label, boolean passed, String detail) {}

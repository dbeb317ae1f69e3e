package fr.atlasqpv.territory;

/**
 * A commune of the edition's Code officiel géographique. Communes feed the sums and the maps; they are not published.
 *
 * @param code INSEE code, five characters ({@code 2A004})
 * @param label name in rich typography
 * @param departement code of its département
 * @param region code of its region
 */
public record Commune(String code, String label, String departement, String region) {}

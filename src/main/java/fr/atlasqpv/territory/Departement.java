package fr.atlasqpv.territory;

/**
 * A département.
 *
 * @param code INSEE code, two or three characters ({@code 02}, {@code 2A}, {@code 971})
 * @param label name
 * @param region code of its region
 * @param chefLieu commune code of its prefecture, empty when unknown
 */
public record Departement(String code, String label, String region, String chefLieu) {}

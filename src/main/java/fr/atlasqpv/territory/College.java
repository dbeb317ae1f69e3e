package fr.atlasqpv.territory;

/**
 * A public collège.
 *
 * @param uai identifier of the establishment
 * @param commune INSEE code of its commune
 * @param x easting in metres of the edition's projection, null when unknown
 * @param y northing in metres, null when unknown
 * @param label {@code REP}, {@code REP+} or empty
 */
public record College(String uai, String commune, Double x, Double y, String label) {}

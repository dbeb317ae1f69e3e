package fr.atlasqpv.territory;

import java.math.BigDecimal;

/**
 * What a source says of a QPV in one commune.
 *
 * @param commune code of the commune
 * @param inhabitants inhabitants of the QPV there, null when the source only names the commune
 */
public record QpvShare(String commune, BigDecimal inhabitants) {}

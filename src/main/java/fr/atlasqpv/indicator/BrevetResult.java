package fr.atlasqpv.indicator;

import java.math.BigDecimal;

/**
 * Brevet of a public collège, all sessions of the edition together.
 *
 * @param sat pupils who sat
 * @param passed pupils who passed
 */
public record BrevetResult(BigDecimal sat, BigDecimal passed) {}

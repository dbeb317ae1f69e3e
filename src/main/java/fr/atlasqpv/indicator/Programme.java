package fr.atlasqpv.indicator;

import java.math.BigDecimal;

/**
 * What a list by QPV says of one QPV.
 *
 * @param value flag (1) or count, null for a code
 * @param text code, null for a flag or a count
 */
public record Programme(BigDecimal value, String text) {}

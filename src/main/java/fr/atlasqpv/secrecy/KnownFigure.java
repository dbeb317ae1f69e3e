package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import java.math.BigDecimal;

/**
 * A figure that another publication tells of the same count, for instance the previous edition for an indicator whose
 * vintage has not changed. Figures of another vintage count other people: they are not passed here.
 *
 * @param key cell of this edition whose count it tells
 * @param publication figure as it was published
 * @param denominator denominator of the rate there, null for a count or when it is not known
 */
public record KnownFigure(CellKey key, Publication publication, BigDecimal denominator) {}

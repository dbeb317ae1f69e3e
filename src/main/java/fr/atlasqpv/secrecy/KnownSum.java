package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import java.util.List;

/**
 * A figure that another publication tells of several cells of this edition together: an EPCI that has merged since, a
 * département that counted other QPV.
 *
 * @param parts cells of this edition whose counts it adds up, in order
 * @param total what the publication tells; its key is the address there, its denominator the sum of those of the parts,
 *     null for a count or when it is not known
 */
public record KnownSum(List<CellKey> parts, KnownFigure total) {
    /** Defensive copy. */
    public KnownSum {
        parts = List.copyOf(parts);
    }
}

package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import java.util.List;

/**
 * What another publication tells of several cells of this edition together: an EPCI that has merged since, a département that counted
 * other QPV, QPV of another generation whose perimeters these make up.
 *
 * @param parts cells of this edition whose counts are added up, in order
 * @param told figures of that publication; their keys are the addresses there, their denominators those of there, null for a count or
 *     when it is not known
 * @param whole whether the counts behind these figures add up to those of the parts; else to a part of them, for others are not told
 */
public record KnownSum(List<CellKey> parts, List<KnownFigure> told, boolean whole) {
    /** Defensive copies. */
    public KnownSum {
        parts = List.copyOf(parts);
        told = List.copyOf(told);
    }

    /** One figure that tells the sum of the parts. */
    public KnownSum(List<CellKey> parts, KnownFigure total) {
        this(parts, List.of(total), true);
    }
}

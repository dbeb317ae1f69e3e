package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.RawCell;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What the protection of an edition works on. The whole edition at once: a run that prints one region still protects with
 * the pattern of all of them.
 *
 * @param cells raw cells of every book of the edition
 * @param counts sums of the measures that the primary rules count
 * @param hierarchy which territory is part of which
 * @param rules primary rules
 * @param clamps clamping rules, at most one per indicator
 * @param knownMeasures denominators that the attacker is presumed to know
 * @param linkedShareAndCount whether the share and the number of social dwellings count the same dwellings of one vintage
 * @param protectionWidth least width of what an attacker may learn of a withheld count, units
 * @param elsewhere what other publications tell of the same counts, the previous edition's books for instance
 */
public record ProtectionInput(
        Collection<RawCell> cells,
        UnitCounts counts,
        Hierarchy hierarchy,
        List<PrimaryRule> rules,
        List<Clamp> clamps,
        Set<Measure> knownMeasures,
        boolean linkedShareAndCount,
        BigDecimal protectionWidth,
        Elsewhere elsewhere) {
    /** Defensive copies. */
    public ProtectionInput {
        cells = List.copyOf(cells);
        rules = List.copyOf(rules);
        clamps = List.copyOf(clamps);
        knownMeasures = Set.copyOf(knownMeasures);
    }
}

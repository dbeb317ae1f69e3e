package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.RawCell;
import java.util.Collection;
import java.util.List;

/**
 * What the protection of an edition works on. The whole edition at once: a run that prints one region still protects with
 * the pattern of all of them.
 *
 * @param cells raw cells of every book of the edition
 * @param counts sums of the measures that the primary rules count
 * @param hierarchy which territory is part of which
 * @param rules rules of the edition
 * @param elsewhere what other publications tell of the same counts, the previous edition's books for instance
 * @param key key of the draw between patterns of equal cost
 * @param decided what somebody has decided of single cells
 */
public record ProtectionInput(
        Collection<RawCell> cells, UnitCounts counts, Hierarchy hierarchy, SecrecyRules rules, Elsewhere elsewhere,
        DrawKey key, APriori decided) {
    /** Defensive copy. */
    public ProtectionInput {
        cells = List.copyOf(cells);
    }

    /** Of an edition that leaves every cell to the rules. */
    public ProtectionInput(
            Collection<RawCell> cells, UnitCounts counts, Hierarchy hierarchy, SecrecyRules rules, Elsewhere elsewhere,
            DrawKey key) {
        this(cells, counts, hierarchy, rules, elsewhere, key, APriori.NONE);
    }
}

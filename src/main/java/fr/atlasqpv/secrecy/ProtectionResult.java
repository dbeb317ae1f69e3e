package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What may be published, and what the attack on it found.
 *
 * @param publications what each cell tells; primary and complementary suppression are not told apart
 * @param disclosures what the published figures would give away; the edition must not be released unless this is empty
 * @param report figures on the protection, without any count
 * @param notices what a reader of the run should know
 * @param tied cells linked, at any remove, to a withheld or clamped one: no exact count of theirs may be told anywhere
 */
public record ProtectionResult(
        SortedMap<CellKey, Publication> publications,
        List<Disclosure> disclosures,
        ProtectionReport report,
        List<ProtectionNotice> notices,
        Set<CellKey> tied) {
    /** Defensive copies. */
    public ProtectionResult {
        publications = Collections.unmodifiableSortedMap(new TreeMap<>(publications));
        disclosures = List.copyOf(disclosures);
        notices = List.copyOf(notices);
        tied = Collections.unmodifiableSet(new TreeSet<>(tied));
    }

    /** Whether the edition may be released. */
    public boolean safe() {
        return disclosures.isEmpty();
    }

    /** Whether the exact count behind a cell may be told to somebody who asks, without helping to find another. */
    public boolean countMayBeTold(CellKey key) {
        return !tied.contains(key);
    }
}

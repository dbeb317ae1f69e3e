package fr.atlasqpv.territory;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The territory that every book compares its figures with: metropolitan France, or more of it. Its figures are the sums of its
 * regions when the input covers them all; otherwise a publication gives them.
 *
 * @param code its code in every output
 * @param label its name as the books print it
 * @param of its name after “the value” or “the QPV”: {@code de la France métropolitaine}
 * @param regions codes of the regions that make it up
 * @param qpv number of QPV that it has
 */
public record ReferenceTerritory(String code, String label, String of, SortedSet<String> regions, int qpv) {
    /** Defensive copy. */
    public ReferenceTerritory {
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
    }

    /** As a published territory. */
    public Territory territory() {
        return new Territory(Level.FRANCE, code);
    }

    /**
     * Tells whether an input covers it: it holds as many QPV as there are.
     *
     * @param regionsOfQpv region of each QPV of the input
     */
    public boolean covered(Collection<String> regionsOfQpv) {
        return regionsOfQpv.stream().filter(regions::contains).count() >= qpv;
    }
}

package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Measure;
import java.util.List;

/**
 * What everybody knows of some measures of one vintage: the parts together are at most the whole, or just the whole, in every territory.
 *
 * <p>Occupied dwellings are dwellings; a collège is in one network of priority education or in the other, not in both. An
 * attacker uses it, so the run and the audit do.
 *
 * @param parts measures that count disjoint units of the whole
 * @param whole measure of all of them
 * @param exhaustive whether no unit of the whole is in none of the parts: they then make it up
 */
public record Inequality(List<Measure> parts, Measure whole, boolean exhaustive) {
    /** @throws IllegalArgumentException when there is no part, or the whole is one of them */
    public Inequality {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.contains(whole)) {
            throw new IllegalArgumentException("parts of " + whole.id() + ": " + parts);
        }
    }
}

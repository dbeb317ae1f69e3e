package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The rules of secrecy of an edition: what its file sets, its run obeys, its manifest tells and whoever audits its books
 * measures them by.
 *
 * @param primary primary rules
 * @param clamps clamping rules, at most one per indicator
 * @param protectionWidth least width of what an attacker may learn of a withheld count, units (11)
 * @param knownMeasures denominators that the attacker is presumed to know
 * @param sameUnits groups of indicators whose numerators count the same units of one vintage, a share and its number for
 *     instance: where the counts agree, a cell of one is the cell of the others
 */
public record SecrecyRules(
        List<PrimaryRule> primary,
        List<Clamp> clamps,
        BigDecimal protectionWidth,
        List<Measure> knownMeasures,
        List<List<Indicator>> sameUnits) {
    /** @throws IllegalArgumentException when an indicator has two clamping rules, or stands in two groups */
    public SecrecyRules {
        primary = List.copyOf(primary);
        clamps = List.copyOf(clamps);
        knownMeasures = List.copyOf(knownMeasures);
        sameUnits = sameUnits.stream().map(List::copyOf).toList();
        twice(clamps.stream().map(Clamp::indicator).toList()).ifPresent(indicator -> {
            throw new IllegalArgumentException("two clamping rules for " + indicator.id());
        });
        twice(sameUnits.stream().flatMap(List::stream).toList()).ifPresent(indicator -> {
            throw new IllegalArgumentException(indicator.id() + " counts the same units as two groups");
        });
    }

    /** An indicator that stands twice. */
    private static Optional<Indicator> twice(Collection<Indicator> indicators) {
        Set<Indicator> seen = new HashSet<>();
        return indicators.stream().filter(i -> !seen.add(i)).findFirst();
    }

    /** Indicators that a primary rule judges. */
    SortedSet<Indicator> ruled() {
        SortedSet<Indicator> ruled = new TreeSet<>();
        primary.forEach(rule -> ruled.add(rule.indicator()));
        return ruled;
    }

    /** The clamping rule of an indicator. */
    Optional<Clamp> clamp(Indicator indicator) {
        return clamps.stream().filter(c -> c.indicator().equals(indicator)).findFirst();
    }

    /** The indicator with those that count the same units. */
    public List<Indicator> together(Indicator indicator) {
        return sameUnits.stream().filter(g -> g.contains(indicator)).findFirst().orElse(List.of(indicator));
    }

    /** Sets of indicators that must be protected together. */
    Set<List<Indicator>> together(SortedSet<Indicator> indicators) {
        Set<List<Indicator>> sets = new java.util.LinkedHashSet<>(sameUnits);
        sets.removeIf(group -> group.stream().noneMatch(indicators::contains));
        indicators.forEach(i -> sets.add(together(i)));
        return sets;
    }
}

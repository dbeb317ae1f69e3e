package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rules of secrecy of an edition: what its file sets, its run obeys, its manifest tells and whoever audits its books
 * measures them by.
 *
 * @param primary primary rules
 * @param clamps clamping rules, at most one per indicator
 * @param protectionWidth least width of what an attacker may learn of a withheld count, units (11)
 * @param knownMeasures denominators that the attacker is presumed to know
 * @param sameUnits groups of indicators whose numerators count the same units of one vintage, a share and its number for
 *     instance: where the counts agree, a cell of one is the cell of the others; where they do not, one status all the same
 * @param inequalities parts and wholes of one vintage, used by the run and by the audit
 * @param levels protection levels, at most one per indicator; the others follow {@link #width}
 * @param drawTolerance how much dearer than the cheapest a pattern that is drawn may be, per cent
 */
public record SecrecyRules(
        List<PrimaryRule> primary,
        List<Clamp> clamps,
        BigDecimal protectionWidth,
        List<Measure> knownMeasures,
        List<List<Indicator>> sameUnits,
        List<Inequality> inequalities,
        List<ProtectionLevels> levels,
        BigDecimal drawTolerance) {
    /** @throws IllegalArgumentException when an indicator has two clamping rules, or stands in two groups */
    public SecrecyRules {
        primary = List.copyOf(primary);
        clamps = List.copyOf(clamps);
        knownMeasures = List.copyOf(knownMeasures);
        sameUnits = sameUnits.stream().map(List::copyOf).toList();
        inequalities = List.copyOf(inequalities);
        levels = List.copyOf(levels);
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

    /**
     * Least width of what an attacker may learn of a withheld count of an indicator: what the edition declares; otherwise the
     * largest minimum of a rule that counts the units of its numerator, and the protection width where no rule does.
     */
    BigDecimal width(Indicator indicator) {
        return levels(indicator).map(ProtectionLevels::width)
                .orElseGet(() -> primary.stream()
                        .filter(r -> r.indicator().equals(indicator))
                        .flatMap(r -> r.fewest().stream())
                        .reduce(protectionWidth, BigDecimal::max));
    }

    /** The declared levels of an indicator. */
    Optional<ProtectionLevels> levels(Indicator indicator) {
        return levels.stream().filter(l -> l.indicator().equals(indicator)).findFirst();
    }

    /** Width that a clamp of an indicator must leave, empty when it is a matter of presentation. */
    Optional<BigDecimal> clampWidth(Indicator indicator) {
        return clamp(indicator).filter(c -> c.purpose() == Clamp.Purpose.SECRECY)
                .map(c -> c.width().orElse(protectionWidth));
    }

    /** The indicator with those that must be protected together: same units, or parts and whole. */
    public List<Indicator> together(Indicator indicator, Collection<Indicator> all) {
        List<Indicator> reached = new ArrayList<>(List.of(indicator));
        for (int i = 0; i < reached.size(); i++) {
            Indicator from = reached.get(i);
            Stream.concat(
                    sameUnits.stream().filter(g -> g.contains(from)).flatMap(List::stream),
                    all.stream().filter(other -> unequal(from, other)))
                    .filter(other -> !reached.contains(other))
                    .forEach(reached::add);
        }
        return sameUnits.stream()
                .filter(g -> g.size() == reached.size() && reached.containsAll(g))
                .findFirst()
                .orElseGet(() -> reached.stream().sorted().toList());
    }

    /** Whether an inequality ties what two indicators count. */
    boolean unequal(Indicator a, Indicator b) {
        return inequalities.stream().anyMatch(i -> counts(a, i) && counts(b, i));
    }

    private static boolean counts(Indicator indicator, Inequality inequality) {
        return indicator.additive()
                && indicator.numerator().filter(m -> inequality.parts().contains(m) || inequality.whole().equals(m))
                        .isPresent();
    }

    /** Sets of indicators that must be protected together. */
    Set<List<Indicator>> together(SortedSet<Indicator> indicators, Collection<Indicator> all) {
        Set<List<Indicator>> sets = new LinkedHashSet<>();
        indicators.forEach(i -> sets.add(together(i, all)));
        return sets;
    }
}

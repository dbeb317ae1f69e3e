package fr.atlasqpv.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What each respondent of a source (a landlord of social dwellings, say) contributes to a count; nobody's name.
 *
 * @param contributions units of each, the greatest first; those of nothing are left out
 */
public record Respondents(List<BigDecimal> contributions) {
    /** No respondent: nothing is counted, or no source names them. */
    public static final Respondents NONE = new Respondents(List.of());

    /** Sorted copy. */
    public Respondents {
        contributions = contributions.stream()
                .filter(c -> c.signum() > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** Of contributions in any order. */
    public static Respondents of(Collection<BigDecimal> contributions) {
        return new Respondents(List.copyOf(contributions));
    }

    /** How many there are. */
    public int number() {
        return contributions.size();
    }

    /** What they contribute together. */
    public BigDecimal total() {
        return largest(number());
    }

    /** What the so many largest contribute together. */
    public BigDecimal largest(int many) {
        return contributions.stream().limit(many).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

package fr.atlasqpv.indicator;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An additive count: sums over territories make sense, and nothing else is ever summed. Two
 * measures with one identifier are the same measure.
 *
 * @param id identifier in the edition file and in tables of counts
 * @param label name for a reader
 * @param unit what it counts, plural ({@code habitants}, {@code logements})
 * @param weighted whether it comes from a weighted sample: such a count has decimals, any other is a whole number
 * @param maximum the highest count that one territory may have
 */
public record Measure(String id, String label, String unit, boolean weighted, BigDecimal maximum)
        implements Comparable<Measure> {
    /** More than what is counted in France of inhabitants, dwellings or jobs; sums of money declare their own maximum. */
    public static final BigDecimal LARGEST = BigDecimal.valueOf(100_000_000);
    /** Number of QPV: each counts for one, no source feeds it. */
    public static final Measure QPV = new Measure("quartiers", "quartiers prioritaires", "quartiers", false);

    /** A measure of which no territory has more than France has inhabitants, by far. */
    public Measure(String id, String label, String unit, boolean weighted) {
        this(id, label, unit, weighted, LARGEST);
    }

    /** @throws NullPointerException when the identifier is null */
    public Measure {
        Objects.requireNonNull(id, "id");
    }

    @Override
    public int compareTo(Measure other) {
        return id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measure measure && measure.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}

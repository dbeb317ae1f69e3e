package fr.atlasqpv.indicator;

import java.util.Objects;

/**
 * An additive count: sums over territories make sense, and nothing else is ever summed. Two
 * measures with one identifier are the same measure.
 *
 * @param id identifier in the edition file and in tables of counts
 * @param label name for a reader
 * @param unit what it counts, plural ({@code habitants}, {@code logements})
 * @param weighted whether it comes from a weighted sample: such a count has decimals, any other is a whole number
 */
public record Measure(String id, String label, String unit, boolean weighted) implements Comparable<Measure> {
    /** Number of QPV: each counts for one, no source feeds it. */
    public static final Measure QPV = new Measure("quartiers", "quartiers prioritaires", "quartiers", false);

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

package fr.atlasqpv.quality.compare;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which codes took over from which, between generations of QPV ({@code QP…} → {@code QN…}) or EPCI: an old code may lead to
 * several new ones, and a new one may come from several.
 */
public final class Correspondence {
    /** Knows of no change. */
    public static final Correspondence NONE = new Correspondence();

    private final TreeMap<String, SortedSet<String>> successors = new TreeMap<>();
    private final TreeMap<String, SortedSet<String>> predecessors = new TreeMap<>();

    private Correspondence() {}

    /**
     * One line of a correspondence.
     *
     * @param before code before
     * @param after code after
     */
    public record Pair(String before, String after) {}

    /** The correspondence that these lines make. */
    public static Correspondence of(Collection<Pair> pairs) {
        Correspondence correspondence = new Correspondence();
        for (Pair pair : pairs) {
            correspondence.successors.computeIfAbsent(pair.before(), c -> new TreeSet<>()).add(pair.after());
            correspondence.predecessors.computeIfAbsent(pair.after(), c -> new TreeSet<>()).add(pair.before());
        }
        return correspondence;
    }

    /** Codes that took over, by code; empty when nothing is known. */
    SortedSet<String> successors(String before) {
        return successors.getOrDefault(before, new TreeSet<>());
    }

    /** Codes that it took over from. */
    SortedSet<String> predecessors(String after) {
        return predecessors.getOrDefault(after, new TreeSet<>());
    }

    /** Tells whether one code took over from one other, and from no other. */
    boolean oneToOne(String before) {
        return successors(before).size() == 1 && predecessors(successors(before).first()).size() == 1;
    }
}

package fr.atlasqpv.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

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

    /** From after to before. */
    public Correspondence inverse() {
        List<Pair> pairs = new ArrayList<>();
        successors.forEach((before, to) -> to.forEach(after -> pairs.add(new Pair(after, before))));
        return of(pairs);
    }

    /** Codes that took over, by code; empty when nothing is known. */
    public SortedSet<String> successors(String before) {
        return successors.getOrDefault(before, Collections.emptySortedSet());
    }

    /** Codes that it took over from. */
    public SortedSet<String> predecessors(String after) {
        return predecessors.getOrDefault(after, Collections.emptySortedSet());
    }

    /** Tells whether one code took over from one other, and from no other. */
    public boolean oneToOne(String before) {
        return successors(before).size() == 1 && predecessors(successors(before).first()).size() == 1;
    }

    /**
     * What makes up today, exactly, what some territories made up before.
     *
     * @param before their codes before
     * @param unchanged codes that stand for the same territory before and after; so do those of which nothing is known
     * @return the codes of today; empty when one of these took over from a territory that is not among them as well
     */
    public Optional<SortedSet<String>> counterparts(Collection<String> before, Predicate<String> unchanged) {
        SortedSet<String> after = new TreeSet<>();
        for (String code : before) {
            SortedSet<String> to = successors(code);
            if (unchanged.test(code) || to.isEmpty()) {
                after.add(code);
            } else if (to.stream().allMatch(s -> before.containsAll(predecessors(s)))) {
                after.addAll(to);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(after);
    }

    /** All codes before that are tied to this one, through codes after that took over from several: a QPV with what it has merged with. */
    public SortedSet<String> together(String before) {
        SortedSet<String> together = new TreeSet<>(List.of(before));
        List<String> reached = new ArrayList<>(together);
        for (int i = 0; i < reached.size(); i++) {
            successors(reached.get(i)).stream()
                    .flatMap(after -> predecessors(after).stream())
                    .filter(together::add)
                    .forEach(reached::add);
        }
        return together;
    }
}

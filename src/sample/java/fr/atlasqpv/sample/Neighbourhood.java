package fr.atlasqpv.sample;

import fr.atlasqpv.sample.Print.Place;
import fr.atlasqpv.sample.Print.PrintedQpv;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A QPV and its inhabitants by commune: real for the one whose split the print tells, simulated for the others.
 *
 * @param print what is printed of it
 * @param inhabitants inhabitants by commune, main commune first; sums to the population
 */
record Neighbourhood(PrintedQpv print, Map<String, Integer> inhabitants) {
    /** Most that the QPV of a commune may hold of its population. */
    private static final double FULL = 0.85;
    /** Most that one QPV may hold of a commune that is not its main one. */
    private static final double SECONDARY = 0.3;

    /**
     * Splits the QPV of the print between their communes.
     *
     * @throws IllegalStateException when a commune would be fuller of QPV than is plausible, or a QPV would be
     *     attached to another EPCI than the print implies
     */
    static List<Neighbourhood> split(Print print, Cog cog) {
        List<Neighbourhood> all = new ArrayList<>();
        for (PrintedQpv qpv : print.qpv()) {
            Neighbourhood one = new Neighbourhood(qpv, inhabitants(qpv, cog));
            if (!one.attachedEpci(cog).equals(qpv.epci())) {
                throw new IllegalStateException(qpv.code() + " would be attached to " + one.attachedEpci(cog));
            }
            all.add(one);
        }
        Map<String, Integer> inQpv = new HashMap<>();
        all.forEach(n -> n.inhabitants.forEach((commune, count) -> inQpv.merge(commune, count, Integer::sum)));
        inQpv.forEach((commune, count) -> {
            if (count > FULL * cog.commune(commune).population()) {
                throw new IllegalStateException("QPV hold " + count + " inhabitants of commune " + commune);
            }
        });
        return List.copyOf(all);
    }

    String code() {
        return print.code();
    }

    /** Part of the inhabitants who live in this commune, 0 to 1. */
    double share(String commune) {
        return inhabitants.getOrDefault(commune, 0) / (double) print.population();
    }

    /** Commune where most inhabitants live. */
    String mainCommune() {
        return inhabitants.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    /** Shares a whole number between the communes, by largest remainder. */
    Map<String, Integer> apportion(int total) {
        return apportion(total, inhabitants);
    }

    private String attachedEpci(Cog cog) {
        Map<String, Integer> byEpci = new HashMap<>();
        inhabitants.forEach((commune, count) -> byEpci.merge(cog.commune(commune).epci(), count, Integer::sum));
        return byEpci.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private static Map<String, Integer> inhabitants(PrintedQpv qpv, Cog cog) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        Draw draw = Draw.of("split", qpv.code());
        for (Place place : qpv.places()) {
            boolean main = weights.isEmpty();
            double root = StrictMath.sqrt(cog.commune(place.commune()).population());
            weights.put(
                    place.commune(),
                    place.inhabitants() >= 0
                            ? place.inhabitants()
                            : (int) (1000 * (main ? 1 : root / 1000 * draw.between(0.6, 1.4))));
        }
        if (qpv.places().stream().allMatch(p -> p.inhabitants() >= 0)) {
            return weights;
        }
        Map<String, Integer> parts = apportion(qpv.population(), dominated(weights, draw));
        String main = parts.keySet().iterator().next();
        parts.keySet().stream().filter(c -> !c.equals(main)).toList().forEach(commune -> {
            int excess = parts.get(commune) - (int) (SECONDARY * cog.commune(commune).population());
            if (excess > 0) {
                parts.merge(commune, -excess, Integer::sum);
                parts.merge(main, excess, Integer::sum);
            }
        });
        return parts;
    }

    /** Gives the first commune between 58 and 76 % of the whole, the others the rest in proportion. */
    private static Map<String, Integer> dominated(Map<String, Integer> weights, Draw draw) {
        if (weights.size() == 1) {
            return weights;
        }
        String main = weights.keySet().iterator().next();
        int others = weights.entrySet().stream()
                .filter(e -> !e.getKey().equals(main))
                .mapToInt(Map.Entry::getValue)
                .sum();
        double part = draw.between(0.58, 0.76);
        weights.put(main, (int) StrictMath.round(others * part / (1 - part)));
        return weights;
    }

    private static Map<String, Integer> apportion(int total, Map<String, Integer> weights) {
        long sum = weights.values().stream().mapToLong(Integer::longValue).sum();
        Map<String, Integer> parts = new LinkedHashMap<>();
        weights.forEach((key, weight) -> parts.put(key, (int) ((long) total * weight / sum)));
        int left = total - parts.values().stream().mapToInt(Integer::intValue).sum();
        weights.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Integer> e) -> -((long) total * e.getValue() % sum))
                        .thenComparing(Map.Entry::getKey))
                .limit(left)
                .forEach(e -> parts.merge(e.getKey(), 1, Integer::sum));
        return parts;
    }
}

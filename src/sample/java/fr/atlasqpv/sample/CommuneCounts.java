package fr.atlasqpv.sample;

import static fr.atlasqpv.indicator.Measures2022.FEMMES_15_64;
import static fr.atlasqpv.indicator.Measures2022.HOMMES_15_64;
import static fr.atlasqpv.indicator.Measures2022.LOGEMENTS;
import static fr.atlasqpv.indicator.Measures2022.LOGEMENTS_SOCIAUX_OCCUPES;
import static fr.atlasqpv.indicator.Measures2022.LOGEMENTS_VACANTS;
import static fr.atlasqpv.indicator.Measures2022.MENAGES;
import static fr.atlasqpv.indicator.Measures2022.MENAGES_PAUVRES;
import static fr.atlasqpv.indicator.Measures2022.PERSONNES;
import static fr.atlasqpv.indicator.Measures2022.PERSONNES_PAUVRES;
import static fr.atlasqpv.indicator.Measures2022.POP_REF;
import static fr.atlasqpv.indicator.Measures2022.RESIDENCES_PRINCIPALES;

import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.sample.Cog.Commune;
import fr.atlasqpv.sample.Print.PrintedTerritory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Counts of the communes: what their QPV count, plus the rest. The rest is such that each EPCI of the print reaches its
 * printed rate, and each département too: its communes outside those EPCI take what is left.
 */
final class CommuneCounts {
    /** Range, per cent, in which the rate of what is left of a group is plausible. */
    private static final Map<Rate, double[]> PLAUSIBLE = plausible();

    private final Print print;
    private final Cog cog;
    private final Counts qpv;
    private final List<Neighbourhood> neighbourhoods;
    private final Map<String, List<Commune>> groups = new LinkedHashMap<>();
    private final Counts rest = new Counts();
    private final Counts whole = new Counts();

    private CommuneCounts(Print print, Cog cog, List<Neighbourhood> neighbourhoods, Counts qpv) {
        this.print = print;
        this.cog = cog;
        this.neighbourhoods = neighbourhoods;
        this.qpv = qpv;
    }

    /**
     * Simulates the counts of the communes of the region.
     *
     * @throws IllegalStateException when what is left for some communes is not plausible
     */
    static Counts simulate(Print print, Cog cog, List<Neighbourhood> neighbourhoods, Counts qpv) {
        CommuneCounts simulation = new CommuneCounts(print, cog, neighbourhoods, qpv);
        simulation.group();
        simulation.denominators();
        simulation.numerators(Rate.JEUNES);
        simulation.numerators(Rate.EMPLOI_FEMMES);
        simulation.numerators(Rate.EMPLOI_HOMMES);
        simulation.numerators(Rate.PAUVRETE);
        simulation.numerators(Rate.VACANCE);
        simulation.households();
        simulation.residences();
        simulation.whole(List.of(RESIDENCES_PRINCIPALES, MENAGES, MENAGES_PAUVRES));
        simulation.socialHousing();
        return simulation.whole;
    }

    /** Communes of each printed EPCI, then the others of each département. */
    private void group() {
        Set<String> printed = print.territories().stream()
                .filter(t -> t.level().equals("EPCI"))
                .map(PrintedTerritory::code)
                .collect(Collectors.toSet());
        cog.ofRegion().forEach(c -> groups.computeIfAbsent(
                printed.contains(c.epci()) ? c.epci() : c.departement(), g -> new ArrayList<>())
                .add(c));
    }

    private void denominators() {
        Map<String, Integer> inQpv = new HashMap<>();
        neighbourhoods.forEach(n -> n.inhabitants().forEach((c, count) -> inQpv.merge(c, count, Integer::sum)));
        cog.ofRegion().forEach(c -> {
            double people = c.population() - inQpv.getOrDefault(c.code(), 0);
            Draw draw = Draw.of("commune", c.code());
            rest.put(c.code(), POP_REF, people * (1 + 0.006 * draw.normal()));
            rest.put(c.code(), PERSONNES, people * (0.972 + 0.008 * draw.normal()));
            rest.put(c.code(), FEMMES_15_64, people * (0.318 + 0.008 * draw.normal()));
            rest.put(c.code(), HOMMES_15_64, people * (0.314 + 0.008 * draw.normal()));
            double size = 2.38 + 0.05 * draw.normal() - 0.04 * StrictMath.log(c.population() / 2000.0);
            rest.put(c.code(), LOGEMENTS, people / size / (0.92 - secondHomes(c)));
        });
        whole(List.of(POP_REF, PERSONNES, FEMMES_15_64, HOMMES_15_64, LOGEMENTS));
    }

    private static double secondHomes(Commune commune) {
        return Draw.of("secondaires", commune.code()).between(0.005, 0.04);
    }

    private void numerators(Rate rate) {
        Map<String, Double> targets = targets(rate);
        groups.forEach((group, communes) -> {
            double left = targets.get(group) - inQpv(communes, rate.numerator());
            Map<String, Double> lean = lean(rate, group, communes);
            double level = Solver.solve(l -> total(rate, lean, l), left, -9, 9);
            double percent = 100 * left / rest.sum(lean.keySet(), rate.denominator());
            checkPlausible(rate, group, percent);
            lean.forEach((code, shift) -> rest.put(
                    code, rate.numerator(), rest.get(code, rate.denominator()) * Solver.logistic(level + shift)));
        });
        whole(List.of(rate.numerator()));
    }

    /** Numerator that each group must reach, its QPV included. */
    private Map<String, Double> targets(Rate rate) {
        Map<String, Double> targets = new LinkedHashMap<>();
        Map<String, Double> used = new HashMap<>();
        groups.forEach((group, communes) -> {
            if (group.length() > 2) {
                double percent = print.rates("EPCI", group, "ENSEMBLE").get(rate)
                        + Draw.of("epci", rate.name(), group).between(-0.03, 0.03);
                double target = percent / 100 * whole.sum(codes(communes), rate.denominator());
                targets.put(group, target);
                used.merge(communes.getFirst().departement(), target, Double::sum);
            }
        });
        double shift = regionShift(rate);
        groups.keySet().stream().filter(g -> g.length() == 2).forEach(departement -> {
            double percent = print.rates("DEP", departement, "ENSEMBLE").get(rate) + shift;
            double target = percent / 100 * whole.sum(ofDepartement(departement), rate.denominator());
            targets.put(departement, target - used.getOrDefault(departement, 0.0));
        });
        return targets;
    }

    /** What to add to the printed rates of the départements, within their rounding, to reach the region's. */
    private double regionShift(Rate rate) {
        double sum = 0;
        double all = 0;
        for (String departement : groups.keySet().stream().filter(g -> g.length() == 2).toList()) {
            double denominator = whole.sum(ofDepartement(departement), rate.denominator());
            sum += denominator * print.rates("DEP", departement, "ENSEMBLE").get(rate);
            all += denominator;
        }
        double missing = print.rates("REG", "32", "ENSEMBLE").get(rate) - sum / all;
        return Math.max(-0.03, Math.min(0.03, missing));
    }

    private List<String> ofDepartement(String departement) {
        return cog.ofRegion()
                .filter(c -> c.departement().equals(departement))
                .map(Commune::code)
                .toList();
    }

    private double inQpv(List<Commune> communes, Measure measure) {
        double sum = 0;
        for (Commune commune : communes) {
            sum += inQpv(commune.code(), measure);
        }
        return sum;
    }

    private double inQpv(String commune, Measure measure) {
        double sum = 0;
        for (Neighbourhood n : neighbourhoods) {
            if (n.inhabitants().containsKey(commune)) {
                sum += n.share(commune) * qpv.get(n.code(), measure);
            }
        }
        return sum;
    }

    private double total(Rate rate, Map<String, Double> lean, double level) {
        double sum = 0;
        for (Map.Entry<String, Double> e : lean.entrySet()) {
            sum += rest.get(e.getKey(), rate.denominator()) * Solver.logistic(level + e.getValue());
        }
        return sum;
    }

    /** How each commune leans from the mean of its group: by EPCI, by size, by chance. */
    private static Map<String, Double> lean(Rate rate, String group, List<Commune> communes) {
        Map<String, Double> lean = new LinkedHashMap<>();
        boolean several = group.length() == 2;
        for (Commune c : communes) {
            String theme = rate == Rate.EMPLOI_HOMMES ? Rate.EMPLOI_FEMMES.name() : rate.name();
            double size = StrictMath.log(Math.max(100, c.population()) / 2000.0);
            double byEpci = several ? Draw.of("epci", theme, c.epci()).normal() : 0;
            double byChance = Draw.of("commune", theme, c.code()).normal();
            double own = Draw.of("commune", "propre", rate.name(), c.code()).normal();
            lean.put(
                    c.code(),
                    switch (rate) {
                        case JEUNES -> 0.04 * byEpci + 0.09 * byChance;
                        case PAUVRETE -> 0.10 * size + 0.12 * byEpci + 0.18 * byChance;
                        case EMPLOI_FEMMES, EMPLOI_HOMMES ->
                                -0.03 * size + 0.07 * byEpci + 0.08 * byChance + 0.03 * own;
                        case VACANCE -> 0.04 * size + 0.10 * byEpci + 0.22 * byChance;
                        default -> 0.55 * size + 0.20 * byEpci + 0.45 * byChance;
                    });
        }
        return lean;
    }

    private void households() {
        cog.ofRegion().forEach(c -> {
            Draw draw = Draw.of("menages", c.code());
            double poor = rest.get(c.code(), PERSONNES_PAUVRES) / rest.get(c.code(), PERSONNES);
            double households = rest.get(c.code(), LOGEMENTS) * (0.9 - secondHomes(c)) * draw.between(0.985, 1.0);
            rest.put(c.code(), MENAGES, households);
            rest.put(c.code(), MENAGES_PAUVRES, households * poor * draw.between(0.9, 0.98));
        });
    }

    private void residences() {
        cog.ofRegion().forEach(c -> {
            double dwellings = rest.get(c.code(), LOGEMENTS);
            double vacant = rest.get(c.code(), LOGEMENTS_VACANTS);
            rest.put(c.code(), RESIDENCES_PRINCIPALES, dwellings - vacant - secondHomes(c) * dwellings);
        });
    }

    private void socialHousing() {
        Map<String, Integer> occupiedInQpv = new HashMap<>();
        neighbourhoods.forEach(n -> n.apportion(whole(qpv.get(n.code(), LOGEMENTS_SOCIAUX_OCCUPES)))
                .forEach((commune, count) -> occupiedInQpv.merge(commune, count, Integer::sum)));
        Map<String, Double> targets = targets(Rate.PART_SOCIALE);
        groups.forEach((group, communes) -> {
            long left = StrictMath.round(targets.get(group));
            for (Commune commune : communes) {
                left -= occupiedInQpv.getOrDefault(commune.code(), 0);
            }
            outsideQpv(group, communes, left)
                    .forEach((code, count) -> whole.put(
                            code, LOGEMENTS_SOCIAUX_OCCUPES, (double) count + occupiedInQpv.getOrDefault(code, 0)));
        });
    }

    /** Social dwellings are whole: each commune gets a rounded number, the largest one what rounding leaves. */
    private Map<String, Long> outsideQpv(String group, List<Commune> communes, long total) {
        Rate rate = Rate.PART_SOCIALE;
        Map<String, Double> lean = lean(rate, group, communes);
        checkPlausible(rate, group, 100.0 * total / rest.sum(lean.keySet(), rate.denominator()));
        double level = Solver.solve(l -> total(rate, lean, l), (double) total, -9, 9);
        Map<String, Long> dwellings = new LinkedHashMap<>();
        lean.forEach((code, shift) -> dwellings.put(
                code, StrictMath.round(rest.get(code, rate.denominator()) * Solver.logistic(level + shift))));
        String largest = dwellings.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        long rounding =
                total - dwellings.values().stream().mapToLong(Long::longValue).sum();
        dwellings.merge(largest, rounding, Long::sum);
        return dwellings;
    }

    private static int whole(double count) {
        return Math.toIntExact(StrictMath.round(count));
    }

    private void whole(List<Measure> measures) {
        cog.ofRegion().forEach(c -> measures.forEach(
                measure -> whole.put(c.code(), measure, rest.get(c.code(), measure) + inQpv(c.code(), measure))));
    }

    private static List<String> codes(List<Commune> communes) {
        return communes.stream().map(Commune::code).toList();
    }

    private static void checkPlausible(Rate rate, String group, double percent) {
        double[] range = PLAUSIBLE.get(rate);
        if (percent < range[0] || percent > range[1]) {
            throw new IllegalStateException(rate + " of what is left of " + group + " would be " + percent);
        }
    }

    private static Map<Rate, double[]> plausible() {
        Map<Rate, double[]> ranges = new EnumMap<>(Rate.class);
        ranges.put(Rate.JEUNES, new double[] {14, 23});
        ranges.put(Rate.PAUVRETE, new double[] {5, 27});
        ranges.put(Rate.EMPLOI_FEMMES, new double[] {44, 70});
        ranges.put(Rate.EMPLOI_HOMMES, new double[] {53, 75});
        ranges.put(Rate.VACANCE, new double[] {3.5, 13});
        ranges.put(Rate.PART_SOCIALE, new double[] {2, 36});
        return ranges;
    }
}

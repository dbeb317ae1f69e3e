package fr.atlasqpv.sample;

import static fr.atlasqpv.indicator.Measures2022.FEMMES_15_64;
import static fr.atlasqpv.indicator.Measures2022.FEMMES_EMPLOI;
import static fr.atlasqpv.indicator.Measures2022.HOMMES_15_64;
import static fr.atlasqpv.indicator.Measures2022.HOMMES_EMPLOI;
import static fr.atlasqpv.indicator.Measures2022.LOGEMENTS;
import static fr.atlasqpv.indicator.Measures2022.LOGEMENTS_SOCIAUX_OCCUPES;
import static fr.atlasqpv.indicator.Measures2022.LOGEMENTS_VACANTS;
import static fr.atlasqpv.indicator.Measures2022.MENAGES;
import static fr.atlasqpv.indicator.Measures2022.MENAGES_PAUVRES;
import static fr.atlasqpv.indicator.Measures2022.PERSONNES;
import static fr.atlasqpv.indicator.Measures2022.PERSONNES_PAUVRES;
import static fr.atlasqpv.indicator.Measures2022.POP_0_14;
import static fr.atlasqpv.indicator.Measures2022.POP_REF;
import static fr.atlasqpv.indicator.Measures2022.RESIDENCES_PRINCIPALES;

import fr.atlasqpv.indicator.Measure;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Counts behind the rates of the QPV. Each ratio rounds to the printed rate of its QPV; the denominators, which nobody
 * prints, are leant a little so that the ratios of sums of the départements and of the region come as
 * near as they can to what is printed for <em>Ensemble QPV</em>.
 */
final class QpvCounts {
    /** Furthest that a true rate stands from the printed one, points. */
    private static final double ROUNDING = 0.042;
    /** QPV whose social dwellings outnumber main residences: two sources, two counts. */
    private static final Set<String> MORE_SOCIAL_THAN_RESIDENCES = Set.of("QP060008", "QP062002", "QP080002");
    /** A printed 95 stands for any share above. */
    private static final double CLAMPED = 95;

    private final Print print;
    private final Map<String, Neighbourhood> qpv = new LinkedHashMap<>();
    private final Map<String, String> departement = new LinkedHashMap<>();
    /** By rate and département, where in what rounds to the print the true rates rather stand, -1 to 1. */
    private final Map<String, Double> bias = new HashMap<>();
    /** Rates drawn so far, by rate and QPV. */
    private final Map<String, Double> trueRates = new HashMap<>();
    private final Counts counts = new Counts();

    private QpvCounts(Print print, List<Neighbourhood> neighbourhoods, Cog cog) {
        this.print = print;
        neighbourhoods.forEach(n -> {
            qpv.put(n.code(), n);
            departement.put(n.code(), cog.commune(n.mainCommune()).departement());
        });
    }

    /** Simulates the counts of the QPV. */
    static Counts simulate(Print print, List<Neighbourhood> neighbourhoods, Cog cog) {
        QpvCounts simulation = new QpvCounts(print, neighbourhoods, cog);
        simulation.youth();
        simulation.employment();
        simulation.housing();
        simulation.poverty();
        return simulation.counts;
    }

    private void youth() {
        Map<String, Double> base =
                denominators(n -> n.print().population() * (1 + 0.02 * draw("pop", n).normal() / 2));
        put(Rate.JEUNES, lean(Rate.JEUNES, base), POP_REF, POP_0_14);
    }

    private void employment() {
        Map<String, Double> women = denominators(n -> adults(n) * (0.522 + 0.008 * draw("femmes", n).normal()));
        put(Rate.EMPLOI_FEMMES, lean(Rate.EMPLOI_FEMMES, women), FEMMES_15_64, FEMMES_EMPLOI);
        Map<String, Double> men = denominators(n -> adults(n) * (0.478 + 0.008 * draw("hommes", n).normal()));
        put(Rate.EMPLOI_HOMMES, lean(Rate.EMPLOI_HOMMES, men), HOMMES_15_64, HOMMES_EMPLOI);
    }

    private double adults(Neighbourhood n) {
        double youth = counts.get(n.code(), POP_0_14) / counts.get(n.code(), POP_REF);
        return n.print().population() * (1 - youth) * (0.85 + 0.02 * draw("adultes", n).normal());
    }

    private void housing() {
        Map<String, Double> base = denominators(n -> residences(n) / occupiedPart(n));
        put(Rate.VACANCE, lean(Rate.VACANCE, base), LOGEMENTS, LOGEMENTS_VACANTS);
        qpv.values().forEach(this::social);
    }

    /** Main residences as the count of social dwellings of 2020 suggests, within 1.6 to 3.1 persons each. */
    private double residences(Neighbourhood n) {
        int population = n.print().population();
        if (n.print().withheldShare()) {
            return population / draw("menage", n).between(2.3, 2.55);
        }
        double stock = n.print().socialDwellings() * (0.95 + 0.015 * draw("stock", n).normal());
        double residences = stock / (n.print().rates().get(Rate.PART_SOCIALE) / 100);
        return Math.max(population / 3.1, Math.min(population / 1.6, residences));
    }

    private double occupiedPart(Neighbourhood n) {
        return 1 - n.print().rates().get(Rate.VACANCE) / 100 - secondHomes(n);
    }

    private static double secondHomes(Neighbourhood n) {
        return draw("secondaires", n).between(0.012, 0.026);
    }

    private void social(Neighbourhood n) {
        double dwellings = counts.get(n.code(), LOGEMENTS);
        double residences = dwellings - counts.get(n.code(), LOGEMENTS_VACANTS) - secondHomes(n) * dwellings;
        Draw draw = draw("social", n);
        if (n.print().withheldShare()) {
            counts.put(n.code(), LOGEMENTS_SOCIAUX_OCCUPES, StrictMath.floor(residences - draw.between(3.0, 8.0)));
            counts.put(n.code(), RESIDENCES_PRINCIPALES, residences);
            return;
        }
        double share = share(n, residences, draw);
        long occupied = StrictMath.round(residences * share);
        counts.put(n.code(), LOGEMENTS_SOCIAUX_OCCUPES, (double) occupied);
        counts.put(n.code(), RESIDENCES_PRINCIPALES, occupied / share);
    }

    private double share(Neighbourhood n, double residences, Draw draw) {
        double printed = n.print().rates().get(Rate.PART_SOCIALE);
        if (printed < CLAMPED) {
            return (printed + draw.between(-0.04, 0.04)) / 100;
        }
        if (MORE_SOCIAL_THAN_RESIDENCES.contains(n.code())) {
            return 1.012;
        }
        return draw.between(0.9512, Math.min(0.985, 1 - 13 / residences));
    }

    private void poverty() {
        Map<String, Double> base = denominators(
                n -> counts.get(n.code(), POP_REF) * (0.955 + 0.012 * draw("filosofi", n).normal()));
        put(Rate.PAUVRETE, lean(Rate.PAUVRETE, base), PERSONNES, PERSONNES_PAUVRES);
        qpv.values().forEach(n -> {
            Draw draw = draw("menages", n);
            double rate = counts.get(n.code(), PERSONNES_PAUVRES) / counts.get(n.code(), PERSONNES);
            double households = counts.get(n.code(), RESIDENCES_PRINCIPALES) * draw.between(0.94, 0.98);
            counts.put(n.code(), MENAGES, households);
            counts.put(n.code(), MENAGES_PAUVRES, households * rate * draw.between(0.90, 0.98));
        });
    }

    private Map<String, Double> denominators(ToDoubleFunction<Neighbourhood> base) {
        Map<String, Double> denominators = new LinkedHashMap<>();
        qpv.forEach((code, n) -> denominators.put(code, base.applyAsDouble(n)));
        return denominators;
    }

    private void put(
            Rate rate,
            Map<String, Double> denominators,
            Measure denominator,
            Measure numerator) {
        denominators.forEach((code, value) -> {
            counts.put(code, denominator, value);
            counts.put(code, numerator, value * trueRate(rate, code) / 100);
        });
    }

    /** The rate behind the printed one, somewhere in what rounds to it; exactly nothing behind a printed 0. */
    private double trueRate(Rate rate, String code) {
        return trueRates.computeIfAbsent(rate + code, key -> drawTrueRate(rate, code));
    }

    private double drawTrueRate(Rate rate, String code) {
        double printed = qpv.get(code).print().rates().get(rate);
        double drawn = 0.7 * Draw.of("taux", rate.name(), code).between(-1.0, 1.0)
                + bias.getOrDefault(rate + departement.get(code), 0.0);
        return printed == 0 ? 0 : printed + ROUNDING * Math.max(-1, Math.min(1, drawn));
    }

    /** Most that a denominator is leant, as a factor: people are better known than dwellings. */
    private static double mostLean(Rate rate) {
        return switch (rate) {
            case PAUVRETE -> 1.06;
            case JEUNES -> 1.10;
            default -> 1.13;
        };
    }

    private Map<String, Double> lean(Rate rate, Map<String, Double> base) {
        groups(base).forEach((code, group) -> {
            double gap = print.rates("DEP", code, "QPV").get(rate) - percent(rate, group);
            bias.put(rate + code, Math.max(-1, Math.min(1, gap / ROUNDING)));
        });
        trueRates.clear();
        double region = print.rates("REG", "32", "QPV").get(rate);
        double shift = Solver.solve(
                d -> percent(rate, leanAll(rate, base, d)), region, -Rate.TOLERANCE, Rate.TOLERANCE);
        return leanAll(rate, base, shift);
    }

    private Map<String, Double> leanAll(Rate rate, Map<String, Double> base, double shift) {
        Map<String, Double> leant = new LinkedHashMap<>();
        groups(base).forEach((code, group) -> {
            double target = print.rates("DEP", code, "QPV").get(rate) + shift;
            double mean = percent(rate, group);
            double slope =
                    Solver.solve(s -> percent(rate, leanBy(rate, group, mean, s)), target, -0.2, 0.2);
            leant.putAll(leanBy(rate, group, mean, slope));
        });
        return leant;
    }

    private Map<String, Map<String, Double>> groups(Map<String, Double> base) {
        Map<String, Map<String, Double>> groups = new LinkedHashMap<>();
        base.forEach((code, value) -> groups.computeIfAbsent(departement.get(code), d -> new LinkedHashMap<>())
                .put(code, value));
        return groups;
    }

    private Map<String, Double> leanBy(Rate rate, Map<String, Double> base, double mean, double slope) {
        Map<String, Double> leant = new LinkedHashMap<>();
        double most = mostLean(rate);
        base.forEach((code, value) -> {
            double factor = StrictMath.exp(slope * (trueRate(rate, code) - mean));
            leant.put(code, value * Math.max(1 / most, Math.min(most, factor)));
        });
        return leant;
    }

    private double percent(Rate rate, Map<String, Double> denominators) {
        double numerator = 0;
        double denominator = 0;
        for (Map.Entry<String, Double> e : denominators.entrySet()) {
            numerator += e.getValue() * trueRate(rate, e.getKey());
            denominator += e.getValue();
        }
        return numerator / denominator;
    }

    private static Draw draw(String purpose, Neighbourhood n) {
        return Draw.of(purpose, n.code());
    }
}

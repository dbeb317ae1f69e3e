package fr.atlasqpv.sample;

import fr.atlasqpv.sample.College.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Results of the brevet. The sessions 2019 and 2020 together give the printed rates: of each QPV with a collège, of
 * each printed EPCI, of each département and of the region; an older session stands in the file too, to be left out.
 */
final class Brevet {
    private static final List<Integer> SESSIONS = List.of(2019, 2020);
    private static final int OLDER = 2018;
    /** The one QPV that has a collège and prints no rate: its collège has no result. */
    private static final Set<String> WITHOUT_RESULT = Set.of("QP059079");

    private final Print print;
    private final Map<String, String> departement = new HashMap<>();
    private final List<College> schools;
    /** Pupils of both sessions by school. */
    private final Map<String, Result> both = new LinkedHashMap<>();

    private Brevet(Print print, Cog cog, List<Neighbourhood> neighbourhoods, List<College> schools) {
        this.print = print;
        this.schools = schools;
        neighbourhoods.forEach(n -> departement.put(
                n.code(), cog.commune(n.mainCommune()).departement()));
    }

    /**
     * Fills the results of the schools.
     *
     * @throws IllegalStateException when what is left for some schools is not plausible
     */
    static void sit(Print print, Cog cog, List<Neighbourhood> neighbourhoods, List<College> schools) {
        Brevet brevet = new Brevet(print, cog, neighbourhoods, schools);
        brevet.nearQpv();
        brevet.elsewhere();
        brevet.notCounted();
        schools.forEach(brevet::bySession);
    }

    private void nearQpv() {
        Map<String, List<College>> byQpv = new LinkedHashMap<>();
        schools.stream()
                .filter(s -> !s.qpv().isEmpty() && !WITHOUT_RESULT.contains(s.qpv()))
                .forEach(s -> byQpv.computeIfAbsent(s.qpv(), q -> new ArrayList<>()).add(s));
        Map<String, List<String>> byDepartement = byQpv.keySet().stream()
                .collect(Collectors.groupingBy(departement::get, LinkedHashMap::new, Collectors.toList()));
        double region = print.rates("REG", "32", "QPV").get(Rate.BREVET);
        Map<String, Result> totals = Map.of();
        for (double shift = 0; shift < Rate.TOLERANCE; shift += 0.01) {
            totals = leant(byDepartement, byQpv, shift);
            if (Math.abs(percent(List.copyOf(totals.values())) - region) < Rate.TOLERANCE) {
                break;
            }
        }
        totals.forEach((qpv, total) -> deal(byQpv.get(qpv), total, "qpv"));
    }

    private Map<String, Result> leant(
            Map<String, List<String>> byDepartement, Map<String, List<College>> byQpv, double shift) {
        Map<String, Result> totals = new LinkedHashMap<>();
        byDepartement.forEach((code, group) -> totals.putAll(
                leant(print.rates("DEP", code, "QPV").get(Rate.BREVET) + shift, group, byQpv)));
        return totals;
    }

    /** Totals by QPV: sizes leant until the collèges near a QPV of the département have the rate aimed at. */
    private Map<String, Result> leant(double target, List<String> group, Map<String, List<College>> byQpv) {
        Map<String, Result> best = null;
        double bestGap = Double.MAX_VALUE;
        for (int step = 0; step <= 400 && bestGap > 0.02; step++) {
            double slope = (step % 2 == 0 ? 1 : -1) * 0.0004 * step;
            Map<String, Result> totals = new LinkedHashMap<>();
            for (String qpv : group) {
                double printed = printed(qpv);
                double factor = StrictMath.exp(slope * (printed - target));
                int size = 0;
                for (College college : byQpv.get(qpv)) {
                    size += size(college);
                }
                totals.put(qpv, nearest(size * Math.max(0.62, Math.min(1.4, factor)), printed));
            }
            double gap = Math.abs(percent(List.copyOf(totals.values())) - target);
            if (gap < bestGap) {
                bestGap = gap;
                best = totals;
            }
        }
        return best;
    }

    private double printed(String qpv) {
        return print.qpv().stream()
                .filter(q -> q.code().equals(qpv))
                .findFirst()
                .orElseThrow()
                .rates()
                .get(Rate.BREVET);
    }

    private void elsewhere() {
        Set<String> printed = print.territories().stream()
                .filter(t -> t.level().equals("EPCI"))
                .map(Print.PrintedTerritory::code)
                .collect(Collectors.toSet());
        Map<String, List<College>> groups = schools.stream()
                .filter(College::isPublicCollege)
                .filter(s -> !WITHOUT_RESULT.contains(s.qpv()))
                .collect(Collectors.groupingBy(
                        s -> printed.contains(s.commune().epci())
                                ? s.commune().epci()
                                : s.commune().departement(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        groups.forEach((group, members) -> {
            if (group.length() > 2) {
                complete(group, members, print.rates("EPCI", group, "ENSEMBLE").get(Rate.BREVET), List.of());
            }
        });
        groups.forEach((group, members) -> {
            if (group.length() == 2) {
                List<Result> others = schools.stream()
                        .filter(s -> s.commune().departement().equals(group))
                        .filter(s -> printed.contains(s.commune().epci()))
                        .filter(s -> both.containsKey(s.uai()))
                        .map(s -> both.get(s.uai()))
                        .toList();
                complete(group, members, print.rates("DEP", group, "ENSEMBLE").get(Rate.BREVET), others);
            }
        });
    }

    /** Gives the collèges away from QPV what brings the whole group to its printed rate. */
    private void complete(String group, List<College> members, double printed, List<Result> others) {
        List<Result> known = new ArrayList<>(others);
        List<College> free = new ArrayList<>();
        int size = 0;
        for (College college : members) {
            if (both.containsKey(college.uai())) {
                known.add(both.get(college.uai()));
            } else {
                free.add(college);
                size += size(college);
            }
        }
        int sat = known.stream().mapToInt(Result::sat).sum();
        int passed = known.stream().mapToInt(Result::passed).sum();
        Result whole = nearest((double) sat + size, printed);
        Result left = new Result(whole.sat() - sat, whole.passed() - passed);
        double percent = percent(List.of(left));
        if (percent < 70 || percent > 99) {
            throw new IllegalStateException("brevet of what is left of " + group + " would be " + percent);
        }
        deal(free, left, "ailleurs");
    }

    /** Private collèges and lycées: no printed rate counts them. */
    private void notCounted() {
        schools.stream().filter(s -> !s.isPublicCollege()).forEach(s -> {
            Draw draw = Draw.of("brevet", s.uai());
            int sat = s.type().equals(College.COLLEGE) ? size(s) : draw.between(14, 60);
            double rate = s.type().equals(College.COLLEGE) ? draw.between(0.93, 1.0) : draw.between(0.6, 0.95);
            both.put(s.uai(), new Result(sat, (int) (sat * rate)));
        });
    }

    /** Pupils of two sessions. */
    private static int size(College college) {
        Draw draw = Draw.of("effectif", college.uai());
        return 2 * (int) StrictMath.round(112 + 24 * draw.normal());
    }

    /** The whole numbers nearest to a size whose ratio rounds to the printed rate with room to spare. */
    private static Result nearest(double size, double printed) {
        for (int step = 0; step < 400; step++) {
            int sat = (int) StrictMath.round(size) + (step % 2 == 0 ? step / 2 : -step / 2 - 1);
            int passed = (int) StrictMath.round(sat * printed / 100);
            if (sat > 0 && Math.abs(100.0 * passed / sat - printed) < Rate.TOLERANCE) {
                return new Result(sat, passed);
            }
        }
        throw new IllegalStateException("no size near " + size + " gives " + printed);
    }

    /** Shares a total between collèges, each with a rate of its own near the common one. */
    private void deal(List<College> colleges, Result total, String purpose) {
        int sizes = colleges.stream().mapToInt(Brevet::size).sum();
        double rate = (double) total.passed() / total.sat();
        int[] sat = new int[colleges.size()];
        int[] passed = new int[colleges.size()];
        for (int i = 0; i < sat.length; i++) {
            College college = colleges.get(i);
            Draw draw = Draw.of("brevet", purpose, college.uai());
            double own = rate + 0.022 * draw.normal() - (college.priority().isEmpty() ? 0 : 0.015);
            sat[i] = (int) StrictMath.round((double) total.sat() * size(college) / sizes);
            passed[i] = (int) StrictMath.round(sat[i] * Math.min(0.99, own));
        }
        settle(sat, total.sat(), null);
        settle(passed, total.passed(), sat);
        for (int i = 0; i < sat.length; i++) {
            both.put(colleges.get(i).uai(), new Result(sat[i], passed[i]));
        }
    }

    /** Moves the parts one by one, in turn, until they sum to the total; none above its ceiling. */
    private static void settle(int[] parts, int total, int[] ceilings) {
        int sum = 0;
        for (int part : parts) {
            sum += part;
        }
        for (int turn = 0; sum != total; turn++) {
            int i = turn % parts.length;
            int step = Integer.signum(total - sum);
            if (ceilings == null || parts[i] + step <= ceilings[i]) {
                parts[i] += step;
                sum += step;
            }
            if (turn > 100_000) {
                throw new IllegalStateException("cannot share " + total);
            }
        }
    }

    private void bySession(College school) {
        Result total = both.get(school.uai());
        if (total == null) {
            return;
        }
        Draw draw = Draw.of("session", school.uai());
        int sat = total.sat() / 2 + draw.between(-Math.min(6, total.sat() / 8), Math.min(6, total.sat() / 8));
        double rate = (double) total.passed() / total.sat() - draw.between(0.0, 0.03);
        int passed = (int) StrictMath.round(sat * rate);
        int atMost = Math.min(sat, total.passed());
        int atLeast = Math.max(0, total.passed() - (total.sat() - sat));
        Result first = new Result(sat, Math.max(atLeast, Math.min(atMost, passed)));
        school.results().put(SESSIONS.getFirst(), first);
        school.results()
                .put(
                        SESSIONS.getLast(),
                        new Result(total.sat() - first.sat(), total.passed() - first.passed()));
        int before = (int) StrictMath.round(sat * draw.between(0.93, 1.07));
        school.results()
                .put(OLDER, new Result(before, (int) (before * Math.max(0.5, rate - draw.between(0.0, 0.05)))));
    }

    private static double percent(List<Result> results) {
        return 100.0
                * results.stream().mapToInt(Result::passed).sum()
                / results.stream().mapToInt(Result::sat).sum();
    }
}

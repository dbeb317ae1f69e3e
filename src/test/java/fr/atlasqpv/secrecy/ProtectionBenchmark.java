package fr.atlasqpv.secrecy;

import fr.atlasqpv.Machine;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Times the protection of a region of 200 QPV and of metropolitan France, one QPV in ten sensitive, all that an edition
 * protects: share and number of social dwellings counted together, poverty with its threshold of 200 persons.
 *
 * <p>Each is timed first in its process, where classes are loaded and nothing is compiled, then again. Times are told as
 * shares of their limit and of one another; beside them stands what the suppression costs and what it is worth.
 *
 * <p>{@code ./mvnw -Pbenchmark} runs it in processes of its own.
 */
public final class ProtectionBenchmark {
    private static final double REGION_LIMIT = 5;
    private static final double FRANCE_LIMIT = 15;
    private static final List<PrimaryRule> DWELLINGS = List.of(AtlasFixture.socialShare(), AtlasFixture.socialCount());
    private static final List<PrimaryRule> PERSONS = List.of(AtlasFixture.povertyPersons());

    private ProtectionBenchmark() {}

    /** @param arguments {@code region} or {@code france}, the one to be timed cold; both are then timed warm */
    public static void main(String[] arguments) {
        System.out.println(Machine.description());
        boolean region = arguments.length == 0 || arguments[0].equals("region");
        double cold = region ? region() : france();
        report(region ? "region, first in its process" : "France, first in its process", cold,
                region ? REGION_LIMIT : FRANCE_LIMIT);
        double warmRegion = region();
        report("region, again", warmRegion, REGION_LIMIT);
        double warmFrance = france();
        report("France, again", warmFrance, FRANCE_LIMIT);
        System.out.printf(Locale.ROOT, "France / region %.1f, first / again %.1f%n", warmFrance / warmRegion,
                cold / (region ? warmRegion : warmFrance));
        worth("region, 200 QPV", (indicator, seed) -> StressAtlas.region(indicator, 200, 0.10, seed));
        worth("France, 1,296 QPV", (indicator, seed) -> StressAtlas.france(indicator, 0.10, seed));
    }

    private static double region() {
        return time((indicator, seed) -> StressAtlas.region(indicator, 200, 0.10, seed));
    }

    private static double france() {
        return time((indicator, seed) -> StressAtlas.france(indicator, 0.10, seed));
    }

    /** Seconds that it takes to protect dwellings and poverty. */
    private static double time(BiFunction<Indicator, Long, AtlasFixture> atlas) {
        List<ProtectionInput> inputs = List.of(
                atlas.apply(Indicators2022.PART_LOGEMENTS_SOCIAUX, 2L).withLinkedCount().input(DWELLINGS),
                atlas.apply(Indicators2022.TAUX_PAUVRETE, 2L).input(PERSONS));
        long start = System.nanoTime();
        for (ProtectionInput input : inputs) {
            if (!Protection.protect(input).safe()) {
                throw new IllegalStateException("the stress sample is not safe: its times mean nothing");
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void report(String label, double seconds, double limit) {
        System.out.printf(Locale.ROOT, "%-32s %6.2f s, %3.0f %% of its limit of %.0f s%n", label, seconds,
                100 * seconds / limit, limit);
    }

    private static void worth(String label, BiFunction<Indicator, Long, AtlasFixture> atlas) {
        worth(label, atlas.apply(Indicators2022.PART_LOGEMENTS_SOCIAUX, 2L).input(DWELLINGS));
        worth(label, atlas.apply(Indicators2022.PART_LOGEMENTS_SOCIAUX, 2L).withLinkedCount().input(DWELLINGS));
        worth(label, atlas.apply(Indicators2022.TAUX_PAUVRETE, 2L).input(PERSONS));
    }

    private static void worth(String label, ProtectionInput input) {
        long start = System.nanoTime();
        Review review = Protection.review(input);
        double seconds = (System.nanoTime() - start) / 1e9;
        review.tables()
                .forEach(t -> System.out.printf(Locale.ROOT, "%-18s %s; review %.2f s%n", label, worth(t), seconds));
    }

    /** What primary suppression alone and “two per sum” without attack would give away, and what the pattern costs. */
    public static String worth(Review.Table table) {
        Review.Worth worth = table.worth();
        return String.format(
                Locale.ROOT,
                "%-46s primary only: %d of %d exposed; two per sum: %d of %d; released: %d of %d; cost %.0f, bound %.0f",
                table.indicators(), worth.primaryOnly().exposed(), worth.primaryOnly().withheld(),
                worth.naive().exposed(), worth.naive().withheld(), worth.released().exposed(),
                worth.released().withheld(), worth.points(), worth.leastPoints());
    }
}

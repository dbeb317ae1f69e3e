package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import java.util.List;
import java.util.Locale;

/**
 * Times the protection of a region and of metropolitan France under stress: one QPV in ten sensitive.
 * Run it from an IDE, or with the classes of the tests on the path.
 */
final class ProtectionBenchmark {
    private ProtectionBenchmark() {}

    public static void main(String[] arguments) {
        Indicator share = Indicator.PART_LOGEMENTS_SOCIAUX;
        time("region, 200 QPV, 10 % sensitive (first run)", StressAtlas.region(share, 200, 0.10, 1));
        time("region, 200 QPV, 10 % sensitive", StressAtlas.region(share, 200, 0.10, 2));
        time("region, 200 QPV, 10 %, counts told", StressAtlas.region(share, 200, 0.10, 2).withLinkedCount());
        time("France, 1296 QPV, 2 % sensitive", StressAtlas.france(share, 0.02, 3));
        time("France, 1296 QPV, 10 % sensitive", StressAtlas.france(share, 0.10, 4));
        time("France, 1296 QPV, 10 %, counts told", StressAtlas.france(share, 0.10, 4).withLinkedCount());
    }

    private static void time(String label, AtlasFixture atlas) {
        ProtectionInput input = atlas.input(List.of(AtlasFixture.socialShare()));
        long start = System.nanoTime();
        ProtectionResult result = Protection.protect(input);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%-45s %6.2f s  safe %s%n", label, seconds, result.safe());
        result.report().indicators().forEach(i -> System.out.println("  withheld " + i.withheld()));
        result.report().tables().forEach(t -> System.out.println("  " + t));
        result.disclosures().stream().limit(5).forEach(d -> System.out.println("  " + d.message()));
    }
}

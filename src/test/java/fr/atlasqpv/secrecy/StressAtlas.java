package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import java.util.Locale;
import java.util.Random;

/**
 * Atlases of invented counts with many sensitive cells, to try the protection hard. The sizes are those of real ones: a
 * region of about 200 QPV in 40 EPCI, or metropolitan France with its 1,296 QPV.
 */
final class StressAtlas {
    /** QPV per EPCI, as Hauts-de-France has them. */
    private static final int[] QPV_PER_EPCI =
            {1, 1, 1, 3, 1, 2, 9, 1, 6, 3, 1, 2, 4, 1, 26, 1, 3, 5, 14, 1, 2, 10, 1, 9, 3,
                    1, 6, 2, 8, 1, 3, 16, 1, 4, 2, 9, 1, 20, 5, 6};

    private final Random random;
    private final AtlasFixture atlas;
    private final Indicator indicator;
    private final double sensitive;
    private int qpv;
    private int epci;

    private StressAtlas(Indicator indicator, double sensitive, long seed) {
        this.random = new Random(seed);
        this.indicator = indicator;
        this.atlas = new AtlasFixture(indicator);
        this.sensitive = sensitive;
    }

    /**
     * A region.
     *
     * @param indicator which
     * @param qpv number of QPV
     * @param sensitive share of them that a primary rule withholds, 0 to 1
     * @param seed seed of the counts
     */
    static AtlasFixture region(Indicator indicator, int qpv, double sensitive, long seed) {
        StressAtlas stress = new StressAtlas(indicator, sensitive, seed);
        stress.fill(1, 5, qpv);
        return stress.atlas;
    }

    /** Metropolitan France: 13 regions, 96 départements, 1,296 QPV. */
    static AtlasFixture france(Indicator indicator, double sensitive, long seed) {
        StressAtlas stress = new StressAtlas(indicator, sensitive, seed);
        stress.atlas.wholeOfFrance();
        stress.fill(13, 96, 1296);
        return stress.atlas;
    }

    private void fill(int regions, int departements, int total) {
        for (int d = 0; d < departements; d++) {
            String code = String.format(Locale.ROOT, "D%02d", d);
            int all = 200_000 + random.nextInt(900_000);
            atlas.departement(code, String.format(Locale.ROOT, "%02d", 10 + d % regions), Integer.toString(all / 5),
                    Integer.toString(all));
        }
        for (int e = 0; qpv < total; e++) {
            int size = Math.min(total - qpv, QPV_PER_EPCI[e % QPV_PER_EPCI.length]);
            String departement = String.format(Locale.ROOT, "D%02d", e % departements);
            String neighbour = String.format(Locale.ROOT, "D%02d", (e + regions) % departements);
            fillEpci(size, departement, neighbour);
        }
    }

    private void fillEpci(int size, String departement, String neighbour) {
        String code = String.format(Locale.ROOT, "2000%05d", epci++);
        int all = 0;
        for (int i = 0; i < size; i++) {
            int whole = 300 + random.nextInt(random.nextInt(8) == 0 ? 20_000 : 1_500);
            all += whole;
            boolean straddles = size > 3 && i == 0 && random.nextInt(10) == 0;
            atlas.qpv(String.format(Locale.ROOT, "QP%06d", qpv++), code, straddles ? neighbour : departement,
                    Integer.toString(concerned(whole)), Integer.toString(whole));
        }
        String numerator = Integer.toString(all + 2_000);
        String denominator = Integer.toString(4 * all + 10_000);
        atlas.epci(code, departement, numerator, denominator);
        atlas.departement(departement, atlas.region(departement), numerator, denominator);
    }

    /** Social dwellings of a QPV: few others left, few of them, clamped, or in between. */
    private int concerned(int whole) {
        if (random.nextDouble() < sensitive) {
            int few = 1 + random.nextInt(10);
            return indicator.denominator().isEmpty() || random.nextInt(4) == 0 ? few : whole - few;
        }
        if (random.nextInt(6) == 0) {
            return whole - 11 - random.nextInt(Math.max(1, whole / 20 - 11));
        }
        return whole / 5 + random.nextInt(whole / 2);
    }
}

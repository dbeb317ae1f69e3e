package fr.atlasqpv.cartography;

import java.util.List;

/**
 * Seas and countries around metropolitan France, named where a map leaves them white. Their outlines are coarse and lie
 * well outside the country, so that a name never stands on French ground that an input does not hold.
 */
final class Surroundings {
    /** Seas and countries, in kilometres of Lambert-93, {@code x0, y0, x1, y1 …}. */
    static final List<Place> AROUND = List.of(
            sea("MER DU NORD", 623, 7114, 665, 7114, 714, 7145, 714, 7179, 624, 7179),
            sea(
                    "MANCHE", 113, 6880, 239, 6891, 336, 6858, 343, 6972, 397, 6973, 468, 6933, 498, 6965, 571, 7007,
                    593, 7035, 594, 7085, 530, 7070, 451, 7050, 125, 6996),
            sea(
                    "OCÉAN ATLANTIQUE", 85, 6827, 138, 6760, 248, 6717, 297, 6664, 279, 6615, 338, 6577, 361, 6509, 350,
                    6388, 329, 6289, 176, 6299, -33, 6589, -3, 6842),
            sea(
                    "MER MÉDITERRANÉE", 721, 6156, 720, 6222, 773, 6262, 822, 6246, 887, 6225, 953, 6205, 1009, 6241,
                    1047, 6287, 1120, 6292, 1141, 6215, 1154, 6026, 721, 6011),
            sea("MER TYRRHÉNIENNE", 1255, 6045, 1241, 6223, 1324, 6197, 1337, 6053),
            country(
                    "BELGIQUE", 680, 7109, 700, 7080, 727, 7072, 753, 7048, 787, 7026, 821, 7022, 847, 7008, 869, 6965,
                    895, 6950, 921, 7027, 897, 7104, 735, 7134),
            country("LUXEMBOURG", 910, 6944, 939, 6941, 945, 6967, 915, 6999, 905, 6970),
            country(
                    "ALLEMAGNE", 957, 6934, 991, 6910, 1028, 6904, 1080, 6893, 1065, 6845, 1053, 6788, 1051, 6744, 1134,
                    6760, 1117, 6993, 966, 6984),
            country(
                    "SUISSE", 946, 6588, 995, 6602, 1013, 6553, 1071, 6552, 1115, 6603, 1106, 6725, 1050, 6724, 1010,
                    6697, 970, 6645),
            country(
                    "ITALIE", 1027, 6509, 1030, 6464, 1028, 6420, 1031, 6370, 1080, 6350, 1101, 6332, 1162, 6384, 1149,
                    6550, 1080, 6540),
            country(
                    "ESPAGNE", 329, 6222, 397, 6190, 511, 6169, 560, 6157, 617, 6128, 692, 6142, 708, 6128, 700, 6055,
                    266, 6070, 277, 6236));

    private static final double METRES = 1000;

    private Surroundings() {}

    /**
     * A sea or a country.
     *
     * @param name its name, in capitals
     * @param lettering how it is set
     * @param outline coarse outline, metres of Lambert-93
     */
    record Place(String name, Lettering lettering, double[] outline) {}

    private static Place sea(String name, double... kilometres) {
        return new Place(name, Lettering.SEA, metres(kilometres));
    }

    private static Place country(String name, double... kilometres) {
        return new Place(name, Lettering.COUNTRY, metres(kilometres));
    }

    private static double[] metres(double[] kilometres) {
        double[] metres = new double[kilometres.length];
        for (int i = 0; i < metres.length; i++) {
            metres[i] = kilometres[i] * METRES;
        }
        return metres;
    }
}

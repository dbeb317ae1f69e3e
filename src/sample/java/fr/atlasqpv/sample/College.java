package fr.atlasqpv.sample;

import fr.atlasqpv.sample.Cog.Commune;
import fr.atlasqpv.sample.Lambert93.Metres;
import java.util.SortedMap;

/**
 * A school that presents pupils for the brevet.
 *
 * @param uai identifier, of a series that the ministry does not use
 * @param type type in the brevet file
 * @param name name, in capitals
 * @param open whether its sector is public
 * @param priority {@code REP}, {@code REP+} or empty
 * @param commune its commune
 * @param place its point
 * @param qpv QPV whose print counts it, empty when none
 * @param results pupils by session; no entry when the file has {@code -}
 */
record College(
        String uai,
        String type,
        String name,
        boolean open,
        String priority,
        Commune commune,
        Metres place,
        String qpv,
        SortedMap<Integer, Result> results) {
    static final String COLLEGE = "COLLEGE";

    /**
     * Result of a session.
     *
     * @param sat pupils who sat
     * @param passed pupils who passed
     */
    record Result(int sat, int passed) {}

    boolean isPublicCollege() { return open && type.equals(COLLEGE); }

    String academy() {
        return commune.departement().startsWith("59") || commune.departement().startsWith("62") ? "LILLE" : "AMIENS";
    }

    String academyCode() {
        return academy().equals("LILLE") ? "09" : "20";
    }
}

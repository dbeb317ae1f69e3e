package fr.atlasqpv.territory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What an edition places: the territory that it compares with, and the zones in which its territories are measured and drawn.
 * What lies in no zone is out of scope, for it would be drawn wrong.
 *
 * @param reference territory of reference
 * @param zones zones, none of which has a region or a département of another
 */
public record Frame(ReferenceTerritory reference, List<Zone> zones) {
    /** Codes that a département can have: what else a commune or a QPV begins with is a mistake, and not another territory. */
    private static final Pattern DEPARTEMENT =
            Pattern.compile("0[1-9]|1[0-9]|2[1-9AB]|[3-8][0-9]|9[0-5]|97[1-8]|98[4-9]");

    /** Defensive copy. */
    public Frame {
        zones = List.copyOf(zones);
    }

    /** Tells whether a code has the form of a département’s, or of a collectivity’s overseas. */
    public static boolean isDepartement(String code) {
        return DEPARTEMENT.matcher(code).matches();
    }

    /** Code of the département that the code of a commune begins with. */
    public static String departementOfCommune(String commune) {
        boolean overseas = commune.startsWith("97") || commune.startsWith("98");
        return commune.substring(0, Math.min(commune.length(), overseas ? 3 : 2));
    }

    /** Code of the département that the code of a QPV holds, of either generation: {@code QP059001}, {@code QN97102M}. */
    public static String departementOfQpv(String qpv) {
        if (qpv.length() < 5) {
            return "";
        }
        return qpv.charAt(2) == '0' ? qpv.substring(3, 5) : qpv.substring(2, 5);
    }

    /** Zone of a region; empty when the edition does not place it. */
    public Optional<Zone> ofRegion(String code) {
        return first(zone -> zone.regions().contains(code));
    }

    /** Zone of a département; empty when the edition does not place it. */
    public Optional<Zone> ofDepartement(String code) {
        return first(zone -> zone.departements().contains(code));
    }

    /** Zone of a commune; empty when the edition does not place it. */
    public Optional<Zone> ofCommune(String code) {
        return ofDepartement(departementOfCommune(code));
    }

    /** Zone of a QPV; empty when the edition does not place it. */
    public Optional<Zone> ofQpv(String code) {
        return ofDepartement(departementOfQpv(code));
    }

    /** The zone of most regions, which a map of the country shows together. */
    public Zone main() {
        return zones.stream().max(Comparator.comparingInt(zone -> zone.regions().size())).orElseThrow();
    }

    private Optional<Zone> first(Predicate<Zone> which) {
        return zones.stream().filter(which).findFirst();
    }
}

package fr.atlasqpv.territory;

import java.util.List;

/**
 * A QPV and where it is counted.
 *
 * @param code code
 * @param label name
 * @param epci code of the EPCI row where most of its inhabitants live, empty when its commune belongs to none
 * @param departement code of the département where most of its inhabitants live
 * @param region region of that département
 * @param communes communes it lies in, the one with most inhabitants first
 */
public record AttachedQpv(
        String code, String label, String epci, String departement, String region, List<String> communes) {
    /** Defensive copy. */
    public AttachedQpv {
        communes = List.copyOf(communes);
    }

    /** The commune where most of its inhabitants live. */
    public String commune() {
        return communes.getFirst();
    }
}

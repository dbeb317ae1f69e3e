package fr.atlasqpv.release;

/**
 * A commune as the maps need it.
 *
 * @param code INSEE code
 * @param label name
 * @param epci code of the EPCI row it belongs to (the part, for a split EPCI), empty when none
 * @param departement code of its own département
 * @param region code of its own region
 * @param population municipal population, for the choice of the names written; 0 when unknown
 * @param hasQpv whether a QPV lies in it, wholly or in part
 * @param seat whether it is the seat of its EPCI, a prefecture included
 */
public record CommuneOnMap(
        String code,
        String label,
        String epci,
        String departement,
        String region,
        long population,
        boolean hasQpv,
        boolean seat) {}

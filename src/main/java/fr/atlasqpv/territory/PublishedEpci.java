package fr.atlasqpv.territory;

/**
 * A row of the books at level EPCI: a whole EPCI, standing in the département of its seat, or the part of a split EPCI
 * that lies in one département.
 *
 * @param code SIREN, or {@code SIREN-DEP} for a part
 * @param siren SIREN of the whole EPCI
 * @param label printed name; a part is named as such
 * @param departement département of its chapter
 * @param region region of its book
 * @param part whether it is a part of an EPCI that the edition splits by département
 */
public record PublishedEpci(String code, String siren, String label, String departement, String region, boolean part) {}

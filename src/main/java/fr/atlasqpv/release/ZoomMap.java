package fr.atlasqpv.release;

/**
 * A zoom map asked for by the edition.
 *
 * @param epci code of the EPCI row shown
 * @param departement chapter it stands in
 */
public record ZoomMap(String epci, String departement) {}

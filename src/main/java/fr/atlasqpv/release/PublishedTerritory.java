package fr.atlasqpv.release;

import fr.atlasqpv.territory.Territory;

/**
 * A territory of a book, with its parents as attached.
 *
 * @param territory level and code
 * @param label full printed name, French typography
 * @param shortLabel name for narrow columns, equal to the label when there is no shorter one
 * @param epci code of the row of the EPCI that a QPV is attached to, empty otherwise
 * @param departement code of the département of the chapter, empty for region and France
 * @param region code of the region of the book, empty for France
 * @param x easting of a point of it in metres of the projection, null when unknown
 * @param y northing in metres, null when unknown
 * @param communes labels of its communes for a QPV, empty otherwise
 */
public record PublishedTerritory(
        Territory territory,
        String label,
        String shortLabel,
        String epci,
        String departement,
        String region,
        Double x,
        Double y,
        String communes) {}

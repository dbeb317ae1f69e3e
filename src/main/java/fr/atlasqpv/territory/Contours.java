package fr.atlasqpv.territory;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Geometries of an edition, each in metres of the projection of its zone.
 *
 * @param communes contours of communes by code; empty when the input has none (the ground is then schematic)
 * @param centres centres of communes by code; may be empty when there are contours
 * @param qpv contours of QPV by code; a QPV without contour is absent
 */
public record Contours(
        Map<String, Geometry> communes, Map<String, Coordinate> centres, Map<String, Geometry> qpv) {
    /** Defensive copies. */
    public Contours {
        communes = Collections.unmodifiableSortedMap(new TreeMap<>(communes));
        centres = Collections.unmodifiableSortedMap(new TreeMap<>(centres));
        qpv = Collections.unmodifiableSortedMap(new TreeMap<>(qpv));
    }

    /** Tells whether territories must be drawn from Voronoi cells of the centres. */
    public boolean schematic() {
        return communes.isEmpty();
    }
}

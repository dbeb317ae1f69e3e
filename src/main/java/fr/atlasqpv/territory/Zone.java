package fr.atlasqpv.territory;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * A part of the country that is measured and drawn in one projection.
 *
 * @param id its name in the edition file
 * @param epsg EPSG code of the projection, in which a metre is a metre there
 * @param projection name of the projection, as the maps print it
 * @param regions codes of its regions; none where the edition makes no book of it
 * @param departements codes of its départements
 * @param extent where its territories can lie, metres of the projection
 * @param surroundings seas and countries around it
 * @param insets parts of départements that their map shows a second time, larger, from top to bottom, by code of the
 *     département
 */
public record Zone(
        String id,
        int epsg,
        String projection,
        SortedSet<String> regions,
        SortedSet<String> departements,
        Envelope extent,
        List<Surrounding> surroundings,
        SortedMap<String, List<Inset>> insets) {
    /** Defensive copies. */
    public Zone {
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
        departements = Collections.unmodifiableSortedSet(new TreeSet<>(departements));
        extent = new Envelope(extent);
        surroundings = List.copyOf(surroundings);
        SortedMap<String, List<Inset>> copies = new TreeMap<>();
        insets.forEach((departement, parts) -> copies.put(departement, List.copyOf(parts)));
        insets = Collections.unmodifiableSortedMap(copies);
    }

    /** Tells whether the edition makes books of it. */
    public boolean hasBooks() {
        return !regions.isEmpty();
    }

    /** Tells whether something of this zone can lie at a place, metres of the projection. */
    public boolean reaches(Coordinate at) {
        return extent.covers(at);
    }

    /**
     * Part of a département whose QPV lie too close together, or too far from the rest, for one scale.
     *
     * @param label its name
     * @param extent what it shows, metres of the projection
     */
    public record Inset(String label, Envelope extent) {
        /** Defensive copy. */
        public Inset {
            extent = new Envelope(extent);
        }

        @Override
        public Envelope extent() {
            return new Envelope(extent);
        }
    }

    /**
     * A sea or a country, named where a map leaves it white.
     *
     * @param name its name, in capitals
     * @param sea whether it is a sea
     * @param outline coarse outline, well outside the territories that are drawn; metres of the projection
     */
    public record Surrounding(String name, boolean sea, List<Coordinate> outline) {
        /** Defensive copy. */
        public Surrounding {
            outline = List.copyOf(outline);
        }
    }
}

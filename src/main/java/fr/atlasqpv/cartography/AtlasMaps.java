package fr.atlasqpv.cartography;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.Map;
import java.util.Optional;

/**
 * The maps of one book. The ground is built once, then simplified once per scale.
 *
 * {@snippet :
 * AtlasMaps maps = AtlasMaps.of(atlas, metrics);
 * MapDrawing region = maps.region(177, 205);
 * }
 */
public final class AtlasMaps {
    private final PublishedAtlas atlas;
    private final TextMetrics metrics;
    private final Ground ground;

    private AtlasMaps(PublishedAtlas atlas, TextMetrics metrics) {
        this.atlas = atlas;
        this.metrics = metrics;
        this.ground = Ground.of(atlas);
    }

    /** Prepares the maps of a book; the metrics are those of the writer that prints them. */
    public static AtlasMaps of(PublishedAtlas atlas, TextMetrics metrics) {
        return new AtlasMaps(atlas, metrics);
    }

    /** Tells whether a territory has a map: at least one of its communes has a contour or a centre. */
    public boolean draws(Territory territory) {
        String code = territory.code();
        return switch (territory.level()) {
            case REG -> ground.any(ground::inRegion);
            case DEP -> ground.any(cell -> ground.inDepartement(cell, code));
            case EPCI -> ground.any(cell -> ground.inEpci(cell, code));
            case QPV, FRANCE -> false;
        };
    }

    /**
     * The region.
     *
     * @param width width of the drawing, millimetres
     * @param height its height, millimetres
     */
    public MapDrawing region(double width, double height) {
        return new RegionMap(atlas, ground, metrics).draw(width, height);
    }

    /**
     * A département of the book.
     *
     * @param code its code
     * @param width width of the drawing, millimetres
     * @param height its height, millimetres; should no side of the map be empty, the legend line is in it
     * @throws IllegalArgumentException when the book has no such département
     */
    public MapDrawing departement(String code, double width, double height) {
        return new DepartementMap(atlas, ground, metrics, known(Level.DEP, code)).draw(width, height);
    }

    /**
     * The commune of an EPCI whose QPV are too many to be numbered on the map of the whole; empty when there is none.
     *
     * @param zoom which EPCI
     * @param width width of the map of the whole, millimetres
     * @param height its height, millimetres
     * @throws IllegalArgumentException when the book has no such EPCI
     */
    public Optional<CloseUp> crowded(ZoomMap zoom, double width, double height) {
        return epci(zoom, null).crowded(width, height);
    }

    /**
     * An EPCI with its numbered QPV; those of its crowded commune, if any, have their numbers on {@link #closeUp}.
     *
     * @param zoom which
     * @param width width of the drawing, millimetres
     * @param height its height, millimetres, the line of legend under the frame included
     * @throws IllegalArgumentException when the book has no such EPCI
     */
    public MapDrawing zoom(ZoomMap zoom, double width, double height) {
        return epci(zoom, crowded(zoom, width, height).orElse(null)).draw(width, height);
    }

    /**
     * The crowded commune of an EPCI, with the numbers of the map of the whole.
     *
     * @param zoom which EPCI
     * @param commune what {@link #crowded} gave
     * @param width width of the drawing, millimetres
     * @param height its height, millimetres, the line of legend under the frame included
     * @throws IllegalArgumentException when the book has no such EPCI
     */
    public MapDrawing closeUp(ZoomMap zoom, CloseUp commune, double width, double height) {
        return epci(zoom, commune).drawCloseUp(width, height);
    }

    private EpciZoom epci(ZoomMap zoom, CloseUp apart) {
        return new EpciZoom(atlas, ground, metrics, known(Level.EPCI, zoom.epci()), apart);
    }

    /**
     * The intercommunalités of the region by class.
     *
     * @param width width of the drawing, millimetres
     * @param height its height, millimetres
     * @param classes class of each EPCI, from 0, in the colours of {@link ClassColours}
     * @param signs what those that have no class bear
     * @param alt what it shows, in words
     */
    public MapDrawing classes(
            double width, double height, Map<String, Integer> classes, Map<String, String> signs, String alt) {
        return new ClassMap(atlas, ground).draw(width, height, classes, signs, alt);
    }

    /**
     * The silhouette of the cover, without frame, names nor legend.
     *
     * @param width width of the drawing, millimetres
     * @param height its height, millimetres
     */
    public MapDrawing cover(double width, double height) {
        return new CoverMap(atlas, ground).draw(width, height);
    }

    /**
     * Where in the country the region is, without names nor legend; empty when the edition has not the contours for it.
     *
     * @param height height of the drawing, millimetres: it is as wide as it gets
     */
    public Optional<MapDrawing> locator(double height) {
        Locator locator = new Locator(atlas);
        return locator.empty() ? Optional.empty() : Optional.of(locator.draw(height));
    }

    private PublishedTerritory known(Level level, String code) {
        return atlas.territory(new Territory(level, code))
                .orElseThrow(() -> new IllegalArgumentException("not in the book: " + level + " " + code));
    }
}

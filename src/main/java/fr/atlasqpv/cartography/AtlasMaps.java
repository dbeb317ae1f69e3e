package fr.atlasqpv.cartography;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.ZoomMap;

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

    private AtlasMaps(PublishedAtlas atlas, TextMetrics metrics) {
        this.atlas = atlas;
        this.metrics = metrics;
    }

    /** Prepares the maps of a book; the metrics are those of the writer that prints them. */
    public static AtlasMaps of(PublishedAtlas atlas, TextMetrics metrics) {
        return new AtlasMaps(atlas, metrics);
    }

    /** The region in a frame of this size, millimetres. */
    public MapDrawing region(double width, double height) {
        throw new UnsupportedOperationException(atlas.region() + " " + metrics + width + height);
    }

    /** A département of the book in a frame of this size, millimetres. */
    public MapDrawing departement(String code, double width, double height) {
        throw new UnsupportedOperationException(code + width + height);
    }

    /** An EPCI with numbered QPV, in a frame of this size, millimetres; a line of legend comes under the frame. */
    public MapDrawing zoom(ZoomMap zoom, double width, double height) {
        throw new UnsupportedOperationException(zoom.epci() + width + height);
    }

    /** The silhouette of the cover, without frame, label nor legend. */
    public MapDrawing cover(double width, double height) {
        throw new UnsupportedOperationException("" + width + height);
    }
}

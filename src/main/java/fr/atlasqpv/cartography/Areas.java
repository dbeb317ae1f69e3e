package fr.atlasqpv.cartography;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Areas that a map names, painted on a raster for the search of a place. */
final class Areas {
    private static final double CELL = 0.5;

    private final Box frame;
    private final PaperRaster raster;
    private final Map<String, Integer> ids = new LinkedHashMap<>();
    private final Map<String, Box> extents = new LinkedHashMap<>();

    Areas(Box frame) {
        this.frame = frame;
        this.raster = new PaperRaster(frame.width(), frame.height(), CELL);
    }

    /** Paints an area over those before it; leaves it out when none of it is in the frame. */
    void paint(String key, List<double[]> rings) {
        Box extent = extent(rings);
        if (extent != null) {
            raster.paint(rings, ids.size());
            ids.put(key, ids.size());
            extents.put(key, extent);
        }
    }

    private Box extent(List<double[]> rings) {
        Box extent = null;
        for (double[] ring : rings) {
            double[] cut = Clipping.ring(ring, frame);
            for (int i = 0; i < cut.length; i += 2) {
                Box point = new Box(cut[i], cut[i + 1], 0, 0);
                extent = extent == null ? point : extent.union(point);
            }
        }
        return extent;
    }

    /** Tells whether an area with this key has been painted. */
    boolean has(String key) {
        return ids.containsKey(key);
    }

    /** Rectangle around what the frame shows of an area. */
    Box extent(String key) {
        return extents.get(key);
    }

    /** The raster. */
    PaperRaster raster() {
        return raster;
    }

    /** Number of an area in the raster. */
    int id(String key) {
        return ids.get(key);
    }
}

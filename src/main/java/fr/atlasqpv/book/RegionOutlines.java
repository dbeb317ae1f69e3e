package fr.atlasqpv.book;

import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageSimplifier;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Regions made of their communes, as coarse as a map of the country a few centimetres wide needs them. */
final class RegionOutlines {
    /** Of the size of a zone, what is too small to be seen. */
    private static final double FINEST = 0.003;

    private RegionOutlines() {}

    /** The outlines by code of the region, each in metres of its zone; none when the main zone is not whole, or is one region. */
    static Map<String, Geometry> of(Attachment attachment, Frame frame, Contours contours) {
        SortedMap<String, List<Geometry>> communes = new TreeMap<>();
        for (Commune commune : attachment.communes().values()) {
            Geometry contour = contours.communes().get(commune.code());
            if (contour != null && frame.ofCommune(commune.code()).equals(frame.ofRegion(commune.region()))) {
                communes.computeIfAbsent(commune.region(), region -> new ArrayList<>()).add(contour);
            }
        }
        Zone main = frame.main();
        if (main.regions().size() < 2 || !communes.keySet().containsAll(main.regions())) {
            return Map.of();
        }
        SortedMap<String, Geometry> outlines = new TreeMap<>();
        for (Zone zone : frame.zones()) {
            List<String> regions = zone.regions().stream().filter(communes::containsKey).toList();
            // What two regions share stays shared only if they are simplified together
            Geometry[] coverage = regions.stream().map(region -> union(communes.get(region))).toArray(Geometry[]::new);
            if (coverage.length > 0) {
                double largest = Math.max(zone.extent().getWidth(), zone.extent().getHeight());
                Geometry[] coarse = CoverageSimplifier.simplify(coverage, FINEST * largest);
                for (int i = 0; i < coarse.length; i++) {
                    outlines.put(regions.get(i), coarse[i]);
                }
            }
        }
        return outlines;
    }

    private static Geometry union(List<Geometry> communes) {
        Geometry union = CoverageUnion.union(communes.toArray(Geometry[]::new));
        // Contours that overlap are no coverage
        return union.isValid() ? union : OverlayNGRobust.union(communes);
    }
}

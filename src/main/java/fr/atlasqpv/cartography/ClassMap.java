package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ThematicMap;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** The intercommunalités concerned, coloured by class; those that have none bear the sign of what stands in place of their figure. */
final class ClassMap {
    private static final double MARGIN = 0.6;
    private static final double BASELINE = 0.9;
    private static final Stroke EPCI_LINE = new Stroke(Palette.INK_SOFT, 0.12);
    private static final Stroke DEPARTEMENT_LINE = new Stroke(Palette.INK, 0.3);
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final PublishedAtlas atlas;
    private final Ground ground;

    ClassMap(PublishedAtlas atlas, Ground ground) {
        this.atlas = atlas;
        this.ground = ground;
    }

    /**
     * @param classes class of each EPCI, from 0
     * @param signs what those that have no class bear
     */
    MapDrawing draw(double width, double height, Map<String, Integer> classes, Map<String, String> signs, String alt) {
        Box frame = new Box(0, 0, width, height);
        Sheet sheet = Sheet.fit(ground.extent(ground::inRegion), frame, MARGIN, 0);
        PaperArcs arcs = new PaperArcs(ground.network(), sheet, ground.within(sheet.ground()));
        Canvas canvas = new Canvas(frame);
        canvas.fill(arcs.rings(ground::inRegion), Palette.LAND, null);
        for (int rank = 0; rank < ThematicMap.MOST; rank++) {
            int here = rank;
            canvas.fill(arcs.rings(c -> ground.inRegion(c) && classes.getOrDefault(epci(c), -1) == here),
                    Ink.of(ClassColours.of(rank)), null);
        }
        canvas.fill(arcs.rings(c -> ground.inRegion(c) && signs.containsKey(epci(c))), Palette.WHITE, null);
        canvas.stroke(arcs.lines((l, r) -> within(l, r) && !ground.sameEpci(l, r)), EPCI_LINE);
        canvas.stroke(arcs.lines((l, r) -> within(l, r) && !ground.sameDepartement(l, r)), DEPARTEMENT_LINE);
        canvas.stroke(arcs.lines((l, r) -> ground.inRegion(l) != ground.inRegion(r)), DEPARTEMENT_LINE);
        for (PublishedTerritory epci : atlas.territories(Level.EPCI)) {
            String code = epci.territory().code();
            if (signs.containsKey(code)) {
                sign(canvas, arcs.rings(c -> ground.inRegion(c) && epci(c).equals(code)), signs.get(code));
            }
        }
        return new MapDrawing(
                new Territory(Level.REG, atlas.region()), width, height, frame, sheet.scale(), ground.schematic(),
                canvas.primitives(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), alt);
    }

    private String epci(int cell) {
        return ground.commune(cell).epci();
    }

    private boolean within(int left, int right) {
        return ground.inRegion(left) && ground.inRegion(right);
    }

    /** In the middle of its largest part. */
    private static void sign(Canvas canvas, List<double[]> rings, String sign) {
        rings.stream().filter(ring -> ring.length >= 6).map(ClassMap::polygon)
                .max(Comparator.comparingDouble(Polygon::getArea))
                .map(part -> part.getInteriorPoint().getCoordinate())
                .ifPresent(at -> canvas.add(new Primitive.Text(sign, new Point(at.x, at.y + BASELINE), Anchor.MIDDLE,
                        Lettering.SMALL.face(), Lettering.SMALL.size(), 0, Palette.INK, null)));
    }

    private static Polygon polygon(double[] ring) {
        Coordinate[] corners = new Coordinate[ring.length / 2 + 1];
        for (int i = 0; i < ring.length / 2; i++) {
            corners[i] = new Coordinate(ring[2 * i], ring[2 * i + 1]);
        }
        corners[ring.length / 2] = corners[0];
        return GEOMETRY.createPolygon(corners);
    }
}

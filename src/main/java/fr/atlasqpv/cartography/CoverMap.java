package fr.atlasqpv.cartography;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The silhouette of the region on the cover: no frame, no text, a circle per QPV in proportion to its inhabitants. */
final class CoverMap {
    private static final double MARGIN = 0.3;
    private static final double RADIUS = 0.55;
    private static final double RADIUS_FOR = 1_500;
    private static final double SMALLEST = 0.3;
    /** Between circles of QPV of which only the commune is known, millimetres. */
    private static final double APART = 1.6;
    private static final Stroke EPCI_LINE = new Stroke(Palette.TEAL, 0.15);
    private static final Stroke DEPARTEMENT_LINE = new Stroke(Palette.TEAL, 0.45);
    private static final Stroke OUTLINE = new Stroke(Palette.COVER_OUTLINE, 0.45);
    private static final Stroke CIRCLE_LINE = new Stroke(Palette.TEAL, 0.15);

    private final PublishedAtlas atlas;
    private final Ground ground;

    CoverMap(PublishedAtlas atlas, Ground ground) {
        this.atlas = atlas;
        this.ground = ground;
    }

    MapDrawing draw(double width, double height) {
        Box frame = new Box(0, 0, width, height);
        Sheet sheet = Sheet.fit(ground.extent(ground::inRegion), frame, MARGIN, 0);
        PaperArcs arcs = new PaperArcs(ground.network(), sheet, ground.within(sheet.ground()));
        Canvas canvas = new Canvas(frame);
        canvas.fill(arcs.rings(ground::inRegion), Palette.COVER_REGION, null);
        canvas.fill(arcs.rings(c -> ground.inRegion(c) && ground.concerned(c)), Palette.COVER_EPCI, null);
        canvas.fill(arcs.rings(c -> ground.inRegion(c) && ground.hasQpv(c)), Palette.COVER_COMMUNE, null);
        canvas.stroke(arcs.lines((l, r) -> within(l, r) && !ground.sameEpci(l, r)), EPCI_LINE);
        canvas.stroke(arcs.lines((l, r) -> within(l, r) && !ground.sameDepartement(l, r)), DEPARTEMENT_LINE);
        canvas.stroke(arcs.lines((l, r) -> ground.inRegion(l) != ground.inRegion(r)), OUTLINE);
        circles(canvas, sheet);
        return new MapDrawing(
                new Territory(Level.REG, atlas.region()),
                width,
                height,
                frame,
                sheet.scale(),
                ground.schematic(),
                canvas.primitives(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new AltText(atlas, ground).cover());
    }

    private boolean within(int left, int right) {
        return ground.inRegion(left) && ground.inRegion(right);
    }

    private record Quarter(double inhabitants, String code, Point at) {}

    private void circles(Canvas canvas, Sheet sheet) {
        List<Quarter> quarters = new ArrayList<>();
        for (QpvShapes.OnPaper shape : QpvShapes.on(sheet, atlas, ground, atlas.territories(Level.QPV), APART)) {
            String code = shape.territory().territory().code();
            quarters.add(new Quarter(inhabitants(code), code, shape.at()));
        }
        quarters.sort(Comparator.comparingDouble(Quarter::inhabitants).reversed().thenComparing(Quarter::code));
        for (Quarter q : quarters) {
            double radius = Math.max(SMALLEST, RADIUS * Math.sqrt(q.inhabitants() / RADIUS_FOR));
            if (canvas.frame().contains(Box.around(q.at().x(), q.at().y(), 2 * radius, 2 * radius))) {
                canvas.circle(q.at(), Canvas.hundredth(radius), Palette.COVER_QPV, CIRCLE_LINE);
            }
        }
    }

    private double inhabitants(String code) {
        return atlas.edition()
                .book()
                .inhabitants()
                .flatMap(count -> atlas.cell(Level.QPV, code, Perimeter.QPV, count))
                .filter(c -> c.value() != null)
                .map(c -> c.value().doubleValue())
                .orElse(0.0);
    }
}

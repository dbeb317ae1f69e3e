package fr.atlasqpv.cartography;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import fr.atlasqpv.territory.Zone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Where in the country the region is: the regions of the main zone together, those of the other zones beside them, each in a small
 * frame at its own scale.
 */
final class Locator {
    private static final double GAP = 1.2;
    private static final int ROWS = 3;
    private static final double MARGIN = 0.4;
    /** Of the size of the country: a region nearer to its middle than that is in the centre. */
    private static final double ASIDE = 0.15;
    private static final Stroke BORDER = new Stroke(Palette.TEAL, 0.15);
    private static final Stroke COAST = new Stroke(Palette.COVER_EPCI, 0.15);
    private static final Stroke OUTLINE = new Stroke(Palette.WHITE, 0.3);
    private static final Stroke AROUND = new Stroke(Palette.COVER_EPCI, 0.15);

    private final PublishedAtlas atlas;
    private final List<String> main;
    private final List<String> others;

    Locator(PublishedAtlas atlas) {
        this.atlas = atlas;
        Zone zone = atlas.edition().frame().main();
        this.main = atlas.outlines().keySet().stream().filter(zone.regions()::contains).toList();
        this.others = atlas.outlines().keySet().stream().filter(region -> !zone.regions().contains(region)).toList();
    }

    /** Whether there is anything to draw. */
    boolean empty() {
        return !atlas.outlines().containsKey(atlas.region());
    }

    /** Draws it, as wide as it gets at this height. */
    MapDrawing draw(double height) {
        double side = (height - (ROWS - 1) * GAP) / ROWS;
        int columns = (others.size() + ROWS - 1) / ROWS;
        double left = columns * (side + GAP);
        Envelope country = new Envelope();
        main.forEach(region -> country.expandToInclude(atlas.outlines().get(region).getEnvelopeInternal()));
        double width = left + (height - 2 * MARGIN) * country.getWidth() / country.getHeight() + 2 * MARGIN;
        Box frame = new Box(0, 0, width, height);
        Canvas canvas = new Canvas(frame);
        for (int i = 0; i < others.size(); i++) {
            Box box = new Box(i / ROWS * (side + GAP), i % ROWS * (side + GAP), side, side);
            draw(canvas, List.of(others.get(i)), box);
            canvas.rectangle(box, null, AROUND);
        }
        Sheet whole = draw(canvas, main, new Box(left, 0, width - left, height));
        return new MapDrawing(new Territory(Level.REG, atlas.region()), width, height, frame, whole.scale(), false,
                canvas.primitives(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                AltText.locator(atlas.regionLabel(), main.size(), where(country)));
    }

    /** Where among the regions of the main zone the region is; empty when it is not one of them. */
    private String where(Envelope country) {
        if (!main.contains(atlas.region())) {
            return "";
        }
        Coordinate middle = Ground.middle(atlas.outlines().get(atlas.region()));
        double east = (middle.x - country.centre().x) / country.getWidth();
        double north = (middle.y - country.centre().y) / country.getHeight();
        String along = north > ASIDE ? "nord" : north < -ASIDE ? "sud" : "";
        String across = east > ASIDE ? "est" : east < -ASIDE ? "ouest" : "";
        if (along.isEmpty() && across.isEmpty()) {
            return "au centre";
        }
        String side = along.isEmpty() || across.isEmpty() ? along + across : along + "-" + across;
        return (side.matches("[eo].*") ? "à l’" : "au ") + side;
    }

    /** Draws regions of one zone into a box. */
    private Sheet draw(Canvas canvas, List<String> regions, Box box) {
        Map<String, Geometry> outlines = atlas.outlines();
        Envelope extent = new Envelope();
        regions.forEach(region -> extent.expandToInclude(outlines.get(region).getEnvelopeInternal()));
        Sheet sheet = Sheet.exact(extent, box, MARGIN);
        boolean[] all = new boolean[regions.size()];
        Arrays.fill(all, true);
        PaperArcs arcs = new PaperArcs(ArcNetwork.of(regions.stream().map(outlines::get).toList()), sheet, all);
        IntPredicate here = cell -> cell >= 0 && regions.get(cell).equals(atlas.region());
        canvas.fill(arcs.rings(cell -> true), Palette.COVER_REGION, null);
        canvas.stroke(arcs.lines((l, r) -> l >= 0 && r >= 0), BORDER);
        canvas.stroke(arcs.lines((l, r) -> l < 0 || r < 0), COAST);
        List<double[]> rings = new ArrayList<>(arcs.rings(here));
        if (!rings.isEmpty()) {
            canvas.fill(rings, Palette.COVER_QPV, OUTLINE);
        }
        return sheet;
    }
}

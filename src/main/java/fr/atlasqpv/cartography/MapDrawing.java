package fr.atlasqpv.cartography;

import fr.atlasqpv.territory.Territory;
import java.util.List;

/**
 * A map, ready to be drawn by any writer. Everything is in millimetres of paper from the top left corner of the drawing.
 * The frame stands at the top; the legend of a zoom is a line under it. The sources are the writer's.
 *
 * @param subject territory shown
 * @param width width of the drawing, which is that of the frame
 * @param height height of the drawing: the frame, and the legend line of a zoom
 * @param frame the frame of the map
 * @param scale denominator of the scale: 1 mm of the map is {@code scale} mm on the ground
 * @param schematic whether the ground is made of the Voronoi cells of commune centres (the map then says so)
 * @param primitives what to draw, in order; nothing crosses the frame except the legend line
 * @param links areas that lead to the pages of a territory
 * @param labels names and numbers placed, with their boxes
 * @param legend classes drawn, in the order of the legend
 * @param key QPV by number, empty when the map has no numbers
 * @param withoutContour QPV drawn as a hollow circle, by code
 * @param notPlaced names that found no room
 * @param altText description for who does not see the map, in French
 */
public record MapDrawing(
        Territory subject,
        double width,
        double height,
        Box frame,
        double scale,
        boolean schematic,
        List<Primitive> primitives,
        List<Link> links,
        List<Label> labels,
        List<LegendClass> legend,
        List<KeyEntry> key,
        List<String> withoutContour,
        List<String> notPlaced,
        String altText) {

    /** Defensive copies. */
    public MapDrawing {
        primitives = List.copyOf(primitives);
        links = List.copyOf(links);
        labels = List.copyOf(labels);
        legend = List.copyOf(legend);
        key = List.copyOf(key);
        withoutContour = List.copyOf(withoutContour);
        notPlaced = List.copyOf(notPlaced);
    }

    /**
     * An area that leads somewhere.
     *
     * @param target territory whose table or line is reached
     * @param area where to click
     * @param description what a reader is told of the link
     */
    public record Link(Territory target, Box area, String description) {}

    /**
     * A name or a number as placed.
     *
     * @param text its text, lines parted by a space
     * @param box surface that it takes
     */
    public record Label(String text, Box box) {}

    /**
     * A line of the key of a zoom.
     *
     * @param number number on the map
     * @param qpv the neighbourhood
     * @param name its name
     */
    public record KeyEntry(int number, Territory qpv, String name) {}
}

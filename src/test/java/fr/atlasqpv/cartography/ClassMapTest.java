package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ThematicMap;
import fr.atlasqpv.territory.Level;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each EPCI has the colour of its class, and one that has none has no colour. */
class ClassMapTest {
    private static final PublishedAtlas ATLAS = MadeUpAtlases.withContours(2);
    private static final AtlasMaps MAPS = AtlasMaps.of(ATLAS, new BookMetrics());
    private static final List<String> EPCI =
            ATLAS.territories(Level.EPCI).stream().map(PublishedTerritory::territory).map(t -> t.code()).toList();

    private static MapDrawing draw(Map<String, Integer> classes, Map<String, String> signs) {
        return MAPS.classes(80, 80, classes, signs, "alt");
    }

    /** What is filled with the colour of a class. */
    private static Path2D filled(MapDrawing map, int rank) {
        Path2D filled = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (Primitive primitive : map.primitives()) {
            if (primitive instanceof Primitive.Path path && path.fill() != null
                    && path.fill().rgb() == ClassColours.of(rank)) {
                path.lines().forEach(line -> outline(filled, line.points()));
            }
        }
        return filled;
    }

    private static void outline(Path2D filled, List<Point> points) {
        filled.moveTo(points.getFirst().x(), points.getFirst().y());
        points.forEach(point -> filled.lineTo(point.x(), point.y()));
        filled.closePath();
    }

    @Test
    void eachHasTheColourOfItsClassAndNoOther() {
        Map<String, Integer> all = new HashMap<>();
        EPCI.forEach(code -> all.put(code, EPCI.indexOf(code) % ThematicMap.MOST));
        MapDrawing map = draw(all, Map.of());
        for (String code : EPCI) {
            Rectangle2D alone = filled(draw(Map.of(code, 2), Map.of()), 2).getBounds2D();
            assertThat(alone.isEmpty()).as(code).isFalse();
            for (int rank = 0; rank < ThematicMap.MOST; rank++) {
                assertThat(filled(map, rank).contains(alone.getCenterX(), alone.getCenterY())).as(code)
                        .isEqualTo(rank == all.get(code));
            }
        }
    }

    @Test
    void oneThatHasNoneBearsItsSignAndNoColour() {
        for (String code : EPCI) {
            MapDrawing map = draw(Map.of(), Map.of(code, "s"));
            for (int rank = 0; rank < ThematicMap.MOST; rank++) {
                assertThat(filled(map, rank).getBounds2D().isEmpty()).isTrue();
            }
            assertThat(map.primitives()).filteredOn(Primitive.Text.class::isInstance).singleElement()
                    .satisfies(text -> assertThat(((Primitive.Text) text).text()).isEqualTo("s"));
        }
    }
}

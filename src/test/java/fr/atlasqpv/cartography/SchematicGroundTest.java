package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SchematicGroundTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private final Map<String, Coordinate> centres = centres();
    private final Map<String, Geometry> cells = SchematicGround.cells(centres);

    @Test
    void everyCommuneHasACellAroundItsCentre() {
        assertThat(cells).hasSameSizeAs(centres);
        cells.forEach(
                (code, cell) -> assertThat(cell.covers(GEOMETRY.createPoint(centres.get(code)))).as(code).isTrue());
    }

    @Test
    void theRimStaysNearTheCommunes() {
        cells.forEach((code, cell) -> {
            for (Coordinate corner : cell.getCoordinates()) {
                assertThat(corner.distance(centres.get(code))).as(code).isLessThan(20_000);
            }
        });
    }

    @Test
    void twoCommunesAtTheSamePlaceBothHaveACell() {
        Map<String, Coordinate> twins = new TreeMap<>(centres);
        twins.put("twin", new Coordinate(centres.get("c1000")));
        assertThat(SchematicGround.cells(twins)).containsKeys("twin", "c1000");
    }

    @Test
    void aSingleCommuneMakesNoGround() {
        assertThat(SchematicGround.cells(Map.of("a", new Coordinate(0, 0)))).isEmpty();
    }

    private static Map<String, Coordinate> centres() {
        Random random = new Random(3);
        Map<String, Coordinate> centres = new TreeMap<>();
        for (int i = 0; i < 400; i++) {
            double x = i % 20 * 4_000 + random.nextInt(2_500);
            double y = i / 20 * 4_000 + random.nextInt(2_500);
            centres.put("c" + (1000 + i), new Coordinate(600_000 + x, 6_900_000 + y));
        }
        return centres;
    }
}

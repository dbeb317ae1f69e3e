package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class SurroundingsTest {
    @Test
    void noCountryReachesOnFrenchGround() {
        assumeTrue(OpenGeography.present(), "../shared/data is not beside the project");
        for (Surroundings.Place place : Surroundings.AROUND) {
            if (place.lettering().equals(Lettering.COUNTRY)) {
                Geometry outline = polygon(place.outline());
                double inside = OpenGeography.load().communeContours().stream()
                        .filter(c -> c.getEnvelopeInternal().intersects(outline.getEnvelopeInternal()))
                        .mapToDouble(c -> c.intersection(outline).getArea())
                        .sum();
                assertThat(inside / 1e6).as(place.name() + ", km² of France").isLessThan(60);
            }
        }
    }

    private static Geometry polygon(double[] xy) {
        List<Coordinate> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(new Coordinate(xy[i], xy[i + 1]));
        }
        points.add(points.getFirst());
        return new GeometryFactory().createPolygon(points.toArray(Coordinate[]::new));
    }
}

package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.territory.Zone;
import fr.atlasqpv.territory.Zone.Surrounding;
import java.nio.file.Path;
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
        Zone metropole = EditionFile.load(Path.of("jobs", "2022-open-data.yaml")).frame().zones().getFirst();
        for (Surrounding place : metropole.surroundings()) {
            if (!place.sea()) {
                Geometry outline = polygon(place.outline());
                double inside = OpenGeography.load().communeContours().stream()
                        .filter(c -> c.getEnvelopeInternal().intersects(outline.getEnvelopeInternal()))
                        .mapToDouble(c -> c.intersection(outline).getArea())
                        .sum();
                assertThat(inside / 1e6).as(place.name() + ", km² of France").isLessThan(60);
            }
        }
    }

    private static Geometry polygon(List<Coordinate> outline) {
        List<Coordinate> points = new ArrayList<>(outline);
        points.add(points.getFirst());
        return new GeometryFactory().createPolygon(points.toArray(Coordinate[]::new));
    }
}

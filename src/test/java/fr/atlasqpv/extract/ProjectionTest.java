package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** Lambert-93: the origin of the projection, on its meridian, and the axis of the parallels that the IGN gives. */
class ProjectionTest {

    @ParameterizedTest(name = "{0}° E, {1}° N: {2} m, {3} m")
    @CsvSource({"3, 46.5, 700000, 6600000", "2.3522, 48.8566, 652469, 6862035", "3.0573, 50.6292, 704061, 7059136"})
    void degreesBecomeMetres(double longitude, double latitude, double x, double y) {
        Coordinate point = Projection.wgs84().toMetres(longitude, latitude);

        assertThat(point.x).isCloseTo(x, Offset.offset(10.0));
        assertThat(point.y).isCloseTo(y, Offset.offset(10.0));
    }

    @Test
    void metresStayWhatTheyAreAndOtherSystemsAreNotKnown() {
        assertThat(Projection.of("2154").toMetres(652_469, 6_862_035)).isEqualTo(new Coordinate(652_469, 6_862_035));
        assertThat(Projection.of("27572")).isNull();
        assertThat(Projection.codes()).containsExactly("2154", "4326");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({"0, 0, true", "180, 90, true", "-180, -90, true", "180.1, 0, false", "-180.1, 0, false",
            "0, 90.1, false", "0, -90.1, false", "652469, 6862035, false"})
    void degreesAreOnTheGlobe(double longitude, double latitude, boolean degrees) {
        assertThat(Projection.degrees(longitude, latitude)).isEqualTo(degrees);
    }
}

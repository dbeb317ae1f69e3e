package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Zone;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/** Lambert-93: the origin of the projection, on its meridian, and the axis of the parallels that the IGN gives. */
class ProjectionTest {
    private static final Zone METROPOLE = Frames.metropole().zones().getFirst();

    @ParameterizedTest(name = "{0}° E, {1}° N: {2} m, {3} m")
    @CsvSource({"3, 46.5, 700000, 6600000", "2.3522, 48.8566, 652469, 6862035", "3.0573, 50.6292, 704061, 7059136"})
    void degreesBecomeMetres(double longitude, double latitude, double x, double y) {
        Coordinate point = Projection.wgs84().toMetres(METROPOLE, longitude, latitude);

        assertThat(point.x).isCloseTo(x, Offset.offset(10.0));
        assertThat(point.y).isCloseTo(y, Offset.offset(10.0));
    }

    @Test
    void metresStayWhatTheyAre() {
        assertThat(Projection.from("2154").orElseThrow().toMetres(METROPOLE, 652_469, 6_862_035))
                .isEqualTo(new Coordinate(652_469, 6_862_035));
        assertThat(Projection.from("999999")).isEmpty();
    }

    @Test
    void theMetresOfAnotherSystemBecomeThoseOfTheZone() {
        Zone reunion = Frames.withReunion().zones().getLast();
        Coordinate saintDenis = Projection.wgs84().toMetres(reunion, 55.4481, -20.8789);

        assertThat(Projection.from("32740").orElseThrow().toMetres(reunion, saintDenis.x, saintDenis.y)
                .distance(saintDenis))
                .as("UTM of WGS84 is that of RGR92, to the metre").isLessThan(1);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({"0, 0, true", "180, 90, true", "-180, -90, true", "180.1, 0, false", "-180.1, 0, false",
            "0, 90.1, false", "0, -90.1, false", "652469, 6862035, false"})
    void degreesAreOnTheGlobe(double longitude, double latitude, boolean degrees) {
        assertThat(Projection.degrees(longitude, latitude)).isEqualTo(degrees);
    }

    /** Parallels that make no cone describe nothing: the file is told, and the program does not fail. */
    @ParameterizedTest
    @CsvSource({"49.0, 44.0, true", "0.0, 0.0, false", "-44.0, 44.0, false"})
    void aConeNeedsItsParallels(String one, String other, boolean known) {
        String wkt = "PROJCS[\"L\",GEOGCS[\"G\",DATUM[\"D_RGF_1993\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],"
                + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Lambert_Conformal_Conic\"],"
                + "PARAMETER[\"False_Easting\",700000.0],PARAMETER[\"False_Northing\",6600000.0],"
                + "PARAMETER[\"Central_Meridian\",3.0],PARAMETER[\"Standard_Parallel_1\"," + one + "],"
                + "PARAMETER[\"Standard_Parallel_2\"," + other
                + "],PARAMETER[\"Latitude_Of_Origin\",46.5],UNIT[\"Meter\",1.0]]";

        assertThat(Projection.described(wkt).isPresent()).isEqualTo(known);
    }
}

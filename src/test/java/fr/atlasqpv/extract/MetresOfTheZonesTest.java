package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Zone;
import java.nio.file.Path;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;

/**
 * Three hundred metres are three hundred metres wherever a QPV of the shipped editions can lie, with a book or without: the oracle is the geodesic on the
 * ellipsoid. Lambert-93 is up to two thousandths off, by its definition: half a metre in 300; the others are less than one.
 */
class MetresOfTheZonesTest {
    private static final Frame FRAME = EditionFile.load(Path.of("jobs", "2022-open-data.yaml")).frame();
    private static final double METRES = 300;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            "Pointe-à-Pitre, 97120, -61.534, 16.241, 0.001", "Basse-Terre, 97105, -61.732, 15.996, 0.001",
            "Fort-de-France, 97209, -61.072, 14.609, 0.001", "Sainte-Marie, 97228, -60.991, 14.783, 0.001",
            "Cayenne, 97302, -52.326, 4.938, 0.001", "Kourou, 97304, -52.643, 5.160, 0.001",
            "Saint-Laurent-du-Maroni, 97311, -54.032, 5.500, 0.001", "Saint-Georges, 97308, -51.803, 3.890, 0.001",
            "Saint-Denis, 97411, 55.448, -20.879, 0.001", "Saint-Pierre, 97416, 55.478, -21.340, 0.001",
            "Mamoudzou, 97611, 45.228, -12.781, 0.001", "Bandrélé, 97603, 45.193, -12.908, 0.001",
            "Marigot, 97801, -63.083, 18.068, 0.001", "Quartier-d’Orléans, 97801, -63.022, 18.081, 0.001",
            "Papeete, 98735, -149.567, -17.535, 0.001", "Moorea, 98729, -149.900, -17.530, 0.001",
            "Papara, 98734, -149.530, -17.750, 0.001",
            "Lille, 59350, 3.063, 50.637, 0.002", "Perpignan, 66136, 2.895, 42.699, 0.002"})
    void areThoseOfTheGround(String place, String commune, double longitude, double latitude, double error) {
        Zone zone = FRAME.ofCommune(commune).orElseThrow();
        Projection projection = Projection.wgs84();
        Coordinate here = projection.toMetres(zone, longitude, latitude);
        assertThat(zone.reaches(here)).as("%s lies in its zone", place).isTrue();
        for (int azimuth = 0; azimuth < 360; azimuth += 30) {
            GeodesicData there = Geodesic.WGS84.Direct(latitude, longitude, azimuth, METRES);
            assertThat(projection.toMetres(zone, there.lon2, there.lat2).distance(here) / METRES)
                    .as("%s, azimuth %d", place, azimuth)
                    .isBetween(1 - error, 1 + error);
        }
    }
}

package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Zone;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.proj4j.CRSFactory;

/** What an edition places, and what stops it. */
class FrameReaderTest {
    private static final String FRAME = """
            frame:
              reference: {code: FRX, label: France, of: de la France, regions: ["32"]}
              zones:
                nord:
                  epsg: 2154
                  projection: Lambert-93
                  regions: ["32"]
                  departements: ["59", "60-62"]
                  extent: [600, 6900, 800, 7200]
                  seas: {MER DU NORD: [600, 7100, 650.5, 7100, 600, 7180]}
            """;

    @Test
    void aZoneIsReadInMetres() {
        Frame[] read = new Frame[1];
        assertThat(EditionText.faultsOf(FRAME, root -> read[0] = new FrameReader(root.section()).read(7))).isEmpty();
        Frame frame = read[0];

        assertThat(frame.reference().qpv()).isEqualTo(7);
        assertThat(frame.reference().territory()).hasToString("FRANCE FRX");
        Zone zone = frame.zones().getFirst();
        assertThat(zone.departements()).containsExactly("59", "60", "61", "62");
        assertThat(zone.reaches(new Coordinate(704_061, 7_059_136))).isTrue();
        assertThat(zone.reaches(new Coordinate(7_059_136, 704_061))).isFalse();
        assertThat(zone.surroundings()).singleElement().satisfies(sea -> {
            assertThat(sea.name()).isEqualTo("MER DU NORD");
            assertThat(sea.sea()).isTrue();
            assertThat(sea.outline()).contains(new Coordinate(650_500, 7_100_000));
        });
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
            "epsg: 2154 | epsg: 4326 | projection-inconnue", "epsg: 2154 | epsg: 9999 | projection-inconnue",
            "epsg: 2154 | epsg: 3857 | projection-deformante",
            "[600, 6900, 800, 7200] | [6600, 690, 6800, 720] | projection-deformante",
            "\"60-62\" | \"62-60\" | departement-invalide", "\"60-62\" | \"19-21\" | departement-invalide",
            "\"60-62\" | \"979\" | departement-invalide", "\"60-62\" | \"59\" | zone-en-double",
            "[600, 6900, 800, 7200] | [600, 6900, 800] | etendue-invalide",
            "[600, 6900, 800, 7200] | [800, 6900, 600, 7200] | etendue-invalide",
            "7100, 600, 7180] | 7100, 600] | contour-invalide", "7100, 650.5, | 7100, nord, | type-inattendu",
            "code: FRX | code: fr | identifiant-invalide", "[\"32\"]} | [\"32\", \"44\"]} | region-hors-cadre",
            "projection: Lambert-93 | projektion: Lambert-93 | cle-inconnue"})
    void whatAFrameCannotSayIsTold(String from, String to, String code) {
        assertThat(FRAME).contains(from);
        assertThat(EditionText.faultsOf(FRAME.replace(from, to), root -> new FrameReader(root.section()).read(7)))
                .extracting(EditionFault::code).contains(code);
    }

    /** The rest of an edition is read all the same, so that all its faults are told at once. */
    @Test
    void anUnknownProjectionStopsNoReading() {
        Frame[] read = new Frame[1];
        assertThat(EditionText.faultsOf(FRAME.replace("epsg: 2154", "epsg: 9999"),
                root -> read[0] = new FrameReader(root.section()).read(7))).extracting(EditionFault::code)
                .containsExactly("projection-inconnue");

        assertThat(new CRSFactory().createFromName("EPSG:" + read[0].zones().getFirst().epsg())).isNotNull();
    }

    /** A frame without a zone is one fault, not one for each region. */
    @ParameterizedTest
    @CsvSource({"'  zones: {}\n', cadre-vide", "'', cle-manquante"})
    void aFrameWithoutAZoneIsToldOnce(String zones, String code) {
        String text = FRAME.substring(0, FRAME.indexOf("  zones:")) + zones;
        assertThat(EditionText.faultsOf(text, root -> new FrameReader(root.section()).read(7)))
                .extracting(EditionFault::code).containsExactly(code);
    }

    @Test
    void theSharedFrameIsThatOfTheSample() {
        Frame sample = EditionFile.load(Path.of("jobs", "2022.yaml")).frame();
        Frame shared = EditionFile.load(Path.of("jobs", "2022-open-data.yaml")).frame();

        assertThat(shared.zones()).contains(sample.zones().getFirst());
    }
}

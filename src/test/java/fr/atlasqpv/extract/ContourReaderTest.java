package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Layout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;

class ContourReaderTest {
    private static final String SQUARE = "[[[3.0,46.5],[3.01,46.5],[3.01,46.51],[3.0,46.51],[3.0,46.5]]]";
    private static final String NEXT = "[[[3.01,46.5],[3.02,46.5],[3.02,46.51],[3.01,46.51],[3.01,46.5]]]";
    private static final String BOW_TIE = "[[[3.0,46.5],[3.01,46.51],[3.01,46.5],[3.0,46.51],[3.0,46.5]]]";

    @TempDir
    Path folder;

    private TestExtract quartiers(String... features) {
        return extract(Layout.CONTOURS_QPV, "code_qp", features);
    }

    private TestExtract extract(Layout layout, String property, String... features) {
        String text = "{\"type\":\"FeatureCollection\",\"name\":\"x\",\"features\":[\n" + String.join(",\n", features)
                + "\n]}";
        return new TestExtract(folder, layout)
                .file("contours.geojson")
                .column("code", property)
                .bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String feature(String property, String code, String geometry) {
        return "{\"type\":\"Feature\",\"properties\":{\"" + property + "\":\"" + code
                + "\",\"nom\":\"É\",\"insee_com\":[\"03001\"]},\"geometry\":" + geometry + "}";
    }

    private static String polygon(String coordinates) {
        return "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}";
    }

    private static Geometry contour(Outcome row) {
        List<Fact> facts = ((Outcome.Usable) row).facts();
        assertThat(facts).hasSize(1);
        return ((Fact.ContourFact) facts.getFirst()).geometry();
    }

    @Test
    void aPolygonIsProjectedToLambert93() {
        Geometry contour = contour(quartiers(feature("code_qp", "QP003001", polygon(SQUARE))).read().getFirst());

        assertThat(contour.getEnvelopeInternal().getMinX()).isCloseTo(700_000, within(0.01));
        assertThat(contour.getEnvelopeInternal().getMinY()).isCloseTo(6_600_000, within(0.01));
        assertThat(contour.getArea()).as("about 767 m by 1112 m").isCloseTo(853_000, within(3_000.0));
    }

    @Test
    void coordinatesMayComeBeforeTheTypeAndBeIn3D() {
        String geometry = "{\"coordinates\":" + SQUARE.replace("46.5]", "46.5,120]") + ",\"type\":\"Polygon\"}";

        assertThat(contour(quartiers(feature("code_qp", "QP003001", geometry)).read().getFirst()).isValid()).isTrue();
    }

    @Test
    void theFeaturesOfAQuartierGiveOneContourOnTheLastOfThem() {
        List<Outcome> rows = quartiers(
                feature("code_qp", "QP003001", polygon(SQUARE)),
                feature("code_qp", "QP003002", polygon(SQUARE)),
                feature("code_qp", "QP003001", polygon(NEXT)))
                .read();

        assertThat(((Outcome.Usable) rows.get(0)).facts()).isEmpty();
        Geometry union = contour(rows.get(2));
        assertThat(union.getGeometryType()).isEqualTo("Polygon");
        assertThat(union.getArea()).isCloseTo(2 * contour(rows.get(1)).getArea(), within(500.0));
        assertThat(((Outcome.Usable) rows.get(2)).line()).isEqualTo(4);
    }

    @Test
    void theSameCommuneTwiceForAQuartierIsRejectedWhenTheEditionMapsTheCommune() {
        TestExtract extract = quartiers(
                feature("code_qp", "QP003001", polygon(SQUARE)), feature("code_qp", "QP003001", polygon(NEXT)))
                .column("commune", "insee_com");

        assertThat(extract.told().getLast()).isEqualTo("! 3 code_qp cle-en-double QP003001 03001");
    }

    @Test
    void crossingEdgesAreRepaired() {
        Outcome row = quartiers(feature("code_qp", "QP003001", polygon(BOW_TIE))).read().getFirst();
        Geometry contour = contour(row);

        assertThat(((Outcome.Usable) row).notices()).extracting(Notice::code).containsExactly("geometrie-reparee");
        assertThat(contour.isValid()).isTrue();
        assertThat(contour.getGeometryType()).isEqualTo("MultiPolygon");
    }

    @Test
    void whatIsNoContourIsToldWithItsLine() {
        assertThat(quartiers(
                feature("code_qp", "QP003001", "{\"type\":\"Point\",\"coordinates\":[3,46.5]}"),
                feature("code_qp", "QP003002", polygon(SQUARE.replace("3.0,", "700000,"))),
                feature("code_qp", "QP003003", polygon("[]")),
                feature("code_qp", "QP03004", polygon(SQUARE)),
                feature("code_qp", "QP971001", polygon(SQUARE)),
                feature("code_qp", "QP003005", "null"))
                .told())
                .containsExactly(
                        "! 2 code_qp geometrie-invalide Point",
                        "! 3 code_qp geometrie-invalide Polygon",
                        "! 4 code_qp geometrie-invalide Polygon",
                        "! 5 code_qp code-invalide QP03004",
                        "~ hors-cadre",
                        "");
    }

    @Test
    void aPropertyThatTheFileLacksIsNamedWithTheNearest() {
        UnreadableSourceException thrown = catchThrowableOfType(
                UnreadableSourceException.class, quartiers(feature("CODE_QP", "QP003001", polygon(SQUARE)))::read);

        assertThat(thrown.notices().getFirst().code()).isEqualTo("colonne-absente");
        assertThat(thrown.getMessage()).contains("Vouliez-vous dire «\u00a0CODE_QP\u00a0»");
    }

    @Test
    void aCutFileIsUnreadable() {
        TestExtract extract = quartiers(feature("code_qp", "QP003001", polygon(SQUARE)));
        extract.bytes(("{\"features\":[\n" + feature("code_qp", "QP003001", polygon(SQUARE)) + ",\n{\"type\":")
                .getBytes(StandardCharsets.UTF_8));
        UnreadableSourceException thrown = catchThrowableOfType(UnreadableSourceException.class, extract::read);

        assertThat(thrown.notices().getFirst().code()).isEqualTo("geojson-illisible");
        assertThat(thrown.notices().getFirst().line()).isEqualTo(3);
    }

    @Test
    void whatIsNotAFeatureCollectionIsRefused() {
        TestExtract extract = quartiers().bytes("[1,2]".getBytes(StandardCharsets.UTF_8));

        assertThat(catchThrowableOfType(UnreadableSourceException.class, extract::read)
                .notices()
                .getFirst()
                .code())
                .isEqualTo("geojson-illisible");
    }

    @Test
    void communesHaveOneContourEach() {
        List<String> told = extract(
                Layout.CONTOURS_COMMUNES,
                "depcom",
                feature("depcom", "03001", polygon(SQUARE)),
                feature("depcom", "75101", polygon(SQUARE)),
                feature("depcom", "03001", polygon(NEXT)))
                .told();

        assertThat(told.get(0)).startsWith("ContourFact[kind=COMMUNE, code=03001");
        assertThat(told.get(1)).isEqualTo("~ arrondissement-municipal");
        assertThat(told.get(2)).isEqualTo("! 4 depcom cle-en-double 03001");
    }

    @Test
    void neighboursKeepTheirSharedBorder() {
        List<Outcome> rows = extract(
                Layout.CONTOURS_COMMUNES,
                "depcom",
                feature("depcom", "03001", polygon(SQUARE)),
                feature("depcom", "03002", polygon(NEXT)))
                .read();

        assertThat(contour(rows.get(0)).intersection(contour(rows.get(1))).getGeometryType()).isEqualTo("LineString");
    }

    @Test
    void anotherGenerationStandsInThroughATableOfPairs() {
        TestExtract pairs = new TestExtract(folder, Layout.CORRESPONDANCE_QPV)
                .file("paires.csv")
                .column("qpv", "CODE_QP2015")
                .column("contour", "CODE_QP2024")
                .lines("CODE_QP2015;LIBGEO;CODE_QP2024", "QP003001;Les Chartreux;QN00301M", "QP003002;Bien-Assis;");
        TestExtract extract = quartiers(
                feature("code_qp", "QN00301M", polygon(SQUARE)), feature("code_qp", "QN00309N", polygon(NEXT)))
                .pairedBy(pairs.source());

        assertThat(pairs.told()).containsExactly("", "");
        assertThat(extract.told().get(0)).startsWith("ContourFact[kind=QPV, code=QP003001");
        assertThat(extract.told().get(1)).isEqualTo("~ sans-correspondance");
    }

    @Test
    void aContourSetAsideByTheEditionIsNotRead() {
        TestExtract extract = quartiers(
                feature("code_qp", "QP003001", polygon(SQUARE)), feature("code_qp", "QP003002", polygon(NEXT)))
                .excluding("QP003001");

        assertThat(extract.told().getFirst()).isEqualTo("~ sans-correspondance");
        assertThat(extract.told()).hasSize(2).last().asString().doesNotContain("~");
    }

    @Test
    void aResumedReaderRemembersThePartsOfAQuartier() {
        TestExtract extract = quartiers(
                feature("code_qp", "QP003001", polygon(SQUARE)), feature("code_qp", "QP003001", polygon(NEXT)));
        ReadPosition afterOne;
        Outcome second;
        try (SourceReader reader = extract.open(ReadPosition.START)) {
            reader.read();
            afterOne = reader.position();
            second = reader.read();
        }

        try (SourceReader reader = extract.open(afterOne)) {
            assertThat(contour(reader.read())).isEqualTo(contour(second));
        }
    }

    @Test
    void lambertCoordinatesAreReadAsSuchWhenTheFileSaysSo() {
        Edition.Source source = quartiers().source();
        String text =
                "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::2154\"}},"
                        + "\"features\":[" + feature("code_qp", "QP003001", polygon("[[[0,0],[10,0],[10,10],[0,10]]]"))
                        + "]}";
        TestExtract extract = quartiers().file(source.file()).bytes(text.getBytes(StandardCharsets.UTF_8));

        assertThat(contour(extract.read().getFirst()).getArea()).isCloseTo(100, within(0.001));
    }
}

package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.territory.Frames;
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
    void aContourThatStandsInGivesWayToTheOneOfAnotherSource() {
        TestExtract drawn = new TestExtract(folder, Layout.CONTOURS_QPV).file("vrais.geojson").column("code", "CODE_QP")
                .bytes(("{\"type\":\"FeatureCollection\",\"features\":["
                        + feature("CODE_QP", "QP003001", polygon(SQUARE)) + "]}").getBytes(StandardCharsets.UTF_8));
        TestExtract standIn = quartiers(
                feature("code_qp", "QP003001", polygon(NEXT)), feature("code_qp", "QP003002", polygon(NEXT)))
                .beside(drawn);

        assertThat(standIn.told()).hasSize(2).noneMatch(told -> told.startsWith("~"));
        assertThat(standIn.standIn().told()).satisfiesExactly(
                first -> assertThat(first).isEqualTo("~ sans-correspondance"),
                second -> assertThat(second).contains("QP003002"));
    }

    @Test
    void aListOfContoursTellsTheQuartiersOfAZoneWithoutBooks() {
        TestExtract contours = quartiers(
                feature("code_qp", "QN97802M", polygon(SQUARE)), feature("code_qp", "QN97103N", polygon(SQUARE)),
                feature("code_qp", "QN97802M", polygon(NEXT)))
                .frame(Frames.withSaintMartinAside()).column("label", "nom").column("communes", "insee_com");

        assertThat(contours.read()).allSatisfy(row -> assertThat(row).isInstanceOf(Outcome.OutOfScope.class))
                .flatMap(row -> ((Outcome.OutOfScope) row).seen())
                .containsOnly(new Fact.QpvElsewhereFact("QN97802M"));
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

        assertThat(told.get(0)).as("another feature follows").isEmpty();
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

    private TestExtract listing(String... features) {
        return quartiers(features).column("label", "nom").column("communes", "insee_com");
    }

    private static String in(String feature, String communes) {
        return feature.replace("[\"03001\"]", communes);
    }

    private static List<String> withoutContours(Outcome row) {
        return ((Outcome.Usable) row).facts().stream().filter(f -> !(f instanceof Fact.ContourFact)).map(Fact::toString)
                .toList();
    }

    @Test
    void contoursThatNameTheQuartiersAreTheirListAndSayTheirCommunes() {
        List<Outcome> rows = listing(
                in(feature("code_qp", "QN00301M", polygon(SQUARE)), "[\"03310\",\"03001\"]"),
                in(feature("code_qp", "QN00302M", polygon(SQUARE)), "[\"75118\"]"),
                in(feature("code_qp", "QN00301M", polygon(NEXT)), "[\"03001\",\"03095\"]"))
                .read();

        assertThat(((Outcome.Usable) rows.get(0)).facts()).as("the last feature tells all").isEmpty();
        assertThat(withoutContours(rows.get(1))).containsExactly(
                "QpvFact[code=QN00302M, label=É, communes=]",
                "QpvCommuneFact[qpv=QN00302M, commune=75056, inhabitants=null]");
        assertThat(withoutContours(rows.get(2))).containsExactly(
                "QpvFact[code=QN00301M, label=É, communes=]",
                "QpvCommuneFact[qpv=QN00301M, commune=03310, inhabitants=null]",
                "QpvCommuneFact[qpv=QN00301M, commune=03001, inhabitants=null]",
                "QpvCommuneFact[qpv=QN00301M, commune=03095, inhabitants=null]");
        assertThat(((Outcome.Usable) rows.get(2)).facts()).hasSize(5);
    }

    @Test
    void aQuartierWithoutGeometryIsListedAllTheSame() {
        Outcome row = listing(feature("code_qp", "QN00301M", "null")).read().getFirst();

        assertThat(withoutContours(row)).hasSize(2);
        assertThat(((Outcome.Usable) row).facts()).hasSize(2);
    }

    @Test
    void aListWithoutANameOrACommuneIsRejected() {
        assertThat(listing(
                in(feature("code_qp", "QN00301M", polygon(SQUARE)), "[]"),
                in(feature("code_qp", "QN00302M", polygon(SQUARE)), "[\"03001\",\"3095\"]"),
                feature("code_qp", "QN00303M", polygon(SQUARE)).replace("É", ""))
                .told()).containsExactly(
                        "! 2 insee_com champ-vide ",
                        "! 3 insee_com code-invalide 3095",
                        "! 4 nom champ-vide ");
    }

    private TestExtract cog() {
        return new TestExtract(folder, Layout.COG_COMMUNES).file("cog.csv")
                .column("type", "TYPECOM").column("code", "COM").column("departement", "DEP").column("region", "REG")
                .column("label", "LIBELLE")
                .lines("TYPECOM;COM;REG;DEP;LIBELLE", "COM;03001;84;03;Un", "COM;03095;84;03;Deux",
                        "COM;03310;84;03;Trois",
                        "COMD;03002;84;03;Ancienne");
    }

    private TestExtract movements(String... rows) {
        return new TestExtract(folder, Layout.MOUVEMENTS_COMMUNES).file("mouvements.csv")
                .column("date", "DATE").column("type-avant", "TA").column("avant", "A").column("type-apres", "TB")
                .column("apres", "B").lines(("DATE;TA;A;TB;B\n" + String.join("\n", rows)).split("\n"));
    }

    @Test
    void communesThatBecameOneAreDrawnAsOne() {
        TestExtract extract = extract(
                Layout.CONTOURS_COMMUNES, "depcom",
                feature("depcom", "03002", polygon(SQUARE)), feature("depcom", "03001", polygon(NEXT)))
                .beside(cog())
                .beside(movements("2024-01-01;COM;03002;COM;03001", "2024-01-01;COM;03002;COMD;03002"));
        List<Outcome> rows = extract.read();

        assertThat(((Outcome.Usable) rows.get(0)).facts()).isEmpty();
        assertThat(((Outcome.Usable) rows.get(0)).notices()).extracting(Notice::code)
                .containsExactly("commune-devenue");
        assertThat(contour(rows.get(1)).getArea()).isCloseTo(2 * 853_000, within(6_000.0));
        assertThat(extract.told().get(1)).startsWith("ContourFact[kind=COMMUNE, code=03001");
    }

    private String placeOf(String commune, String... movements) {
        String feature = in(feature("code_qp", "QN00301M", polygon(SQUARE)), "[\"" + commune + "\"]");
        return withoutContours(listing(feature).beside(cog()).beside(movements(movements)).read().getFirst()).getLast()
                .replaceAll(".*commune=|, inh.*", "");
    }

    @Test
    void aCommuneOfAnotherYearIsFollowedToTheOneOfTheEdition() {
        assertThat(placeOf("03002", "2024-01-01;COM;03002;COM;03001")).isEqualTo("03001");
        assertThat(placeOf("03002", "2024-01-01;COM;03003;COM;03001", "2022-01-01;COM;03002;COM;03003"))
                .as("twice").isEqualTo("03001");
        assertThat(placeOf("03002", "1973-01-01;COM;03002;COM;03310", "2024-01-01;COM;03002;COM;03001"))
                .as("the last time").isEqualTo("03001");
        assertThat(placeOf("03002", "1096.0;COM;03002;COM;03310", "20089.0;COM;03002;COM;03001"))
                .as("days since 1970").isEqualTo("03001");
        assertThat(placeOf("03001", "2024-01-01;COM;03001;COM;03310")).as("known").isEqualTo("03001");
    }

    @Test
    void aCommuneThatWasPartedOrOfWhichNothingIsKnownStaysWhatItIs() {
        assertThat(placeOf("03002", "2024-01-01;COM;03002;COM;03001", "2024-01-01;COM;03002;COM;03095"))
                .isEqualTo("03002");
        assertThat(placeOf("03002", "2024-01-01;COM;03002;COM;03003", "2023-01-01;COM;03003;COM;03002"))
                .as("round and round").isEqualTo("03002");
        assertThat(placeOf("03002", "2024-01-01;COM;03003;COM;03001")).isEqualTo("03002");
    }

    @Test
    void movementsOfPartsOfCommunesAreOutOfScopeAndADateIsADate() {
        assertThat(movements(
                "2024-01-01;COM;03002;COM;03001", "2024-01-01;COM;03002;COMD;03002", "01/01/2024;COM;03002;COM;03001",
                "20089;COM;3002;COM;03001").told())
                .containsExactly(
                        "", "~ commune-associee-ou-deleguee", "! 4 DATE date-illisible 01/01/2024",
                        "! 5 A code-invalide 3002");
    }

    @Test
    void pairsMayStandInNumberedColumns() {
        TestExtract pairs = new TestExtract(folder, Layout.CORRESPONDANCE_QPV).file("paires.csv")
                .column("qpv", "QP2024").column("contour", "QP2015_1")
                .lines("\ufeffQP2024 ;Label ; QP2015_1; QP2015_2 ;QP2015_3", "QN00301M;Un;QP003001;QP003002;",
                        "QN00302N;Deux;;;", "QN00303M;Trois;QP003002;;QP003004");
        var read = SourceReaders.correspondence(folder.resolve("paires.csv"), "QP2015_1", "QP2024");

        assertThat(pairs.told()).containsExactly("", "", "");
        assertThat(read.successors("QP003002")).containsExactly("QN00301M", "QN00303M");
        assertThat(read.predecessors("QN00303M")).containsExactly("QP003002", "QP003004");
        assertThat(read.predecessors("QN00302N")).isEmpty();
        pairs.lines("QP2024;QP2015_1;QP2015_2", "QN00301M;QP003001;QP03", ";QP003001;", "QN00301M;QP003001;");
        assertThat(pairs.told()).containsExactly(
                "! 2 QP2015_2 code-invalide QP03", "! 3 QP2024 champ-vide ",
                "! 4 QP2024 cle-en-double QN00301M QP003001");
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

package fr.atlasqpv.extract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.ContourFiles.Drawn;
import fr.atlasqpv.extract.ContourFiles.System;
import fr.atlasqpv.territory.Frame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** Contours are the same whatever they are delivered in: GeoJSON, GeoPackage or shapefile, degrees or metres, packed or not. */
class FormatsOfContoursTest {
    private static final Frame EVERYWHERE = EditionFile.load(Path.of("jobs", "2022-open-data.yaml")).frame();
    private static final String SQUARE = "POLYGON ((3 46.5, 3.01 46.5, 3.01 46.51, 3 46.51, 3 46.5))";
    /** An island, a hole, and an island in the hole. */
    private static final String PARTS = "MULTIPOLYGON (((3.02 46.5, 3.05 46.5, 3.05 46.53, 3.02 46.53, 3.02 46.5), "
            + "(3.03 46.51, 3.03 46.52, 3.04 46.52, 3.04 46.51, 3.03 46.51)), "
            + "((3.033 46.513, 3.037 46.513, 3.037 46.517, 3.033 46.517, 3.033 46.513)), "
            + "((3.06 46.5, 3.07 46.5, 3.065 46.51, 3.06 46.5)))";
    private static final List<Drawn> CONTOURS = List.of(
            Drawn.of("QP003001", "Bien-Assis l’Été".replace('’', '\''), SQUARE),
            Drawn.of("QP003002", "Fontbouillant", PARTS),
            Drawn.of("QP003003", "Sans contour", null));

    @TempDir
    Path folder;

    private TestExtract contours(String file) {
        return new TestExtract(folder, Layout.CONTOURS_QPV).file(file).column("code", "CODE_QP").column("label",
                "NOM_QP");
    }

    private TestExtract geoPackage(System system, List<Drawn> features, String... more) {
        return contours("c.gpkg").bytes(ContourFiles.geoPackage(system, Map.of("quartiers", features), more));
    }

    private static List<Drawn> lambert() {
        return in(2154);
    }

    private static List<Drawn> in(int epsg) {
        return CONTOURS.stream().map(c -> c.in(epsg)).toList();
    }

    private Map<String, byte[]> shapefile(List<Drawn> features, String prj) {
        return ContourFiles.shapefile("QP", features, ISO_8859_1, prj);
    }

    private TestExtract zip(Map<String, byte[]> files) {
        return contours("c.zip").bytes(ContourFiles.zip(files));
    }

    private static List<Fact> facts(TestExtract extract) {
        return extract.read().stream().flatMap(o -> ((Outcome.Usable) o).facts().stream()).toList();
    }

    private static Notice refusal(TestExtract extract) {
        UnreadableSourceException thrown = catchThrowableOfType(UnreadableSourceException.class, extract::read);
        assertThat(thrown).as("it should be refused").isNotNull();
        assertThat(thrown.notices()).hasSize(1);
        return thrown.notices().getFirst();
    }

    private static String told(TestExtract extract) {
        Notice notice = refusal(extract);
        return notice.line() + " " + notice.code() + " " + notice.value();
    }

    private void same(TestExtract extract, double metres) {
        List<Fact> expected = facts(contours("c.geojson").bytes(ContourFiles.geoJson(CONTOURS).getBytes(UTF_8)));
        List<Fact> found = facts(extract);
        assertThat(found).hasSameSizeAs(expected).hasSize(5);
        for (int i = 0; i < found.size(); i++) {
            if (expected.get(i) instanceof Fact.ContourFact wanted) {
                Fact.ContourFact contour = (Fact.ContourFact) found.get(i);
                assertThat(contour.code()).isEqualTo(wanted.code());
                assertThat(contour.geometry().norm().getNumPoints()).isEqualTo(wanted.geometry().getNumPoints());
                assertThat(DiscreteHausdorffDistance.distance(contour.geometry(), wanted.geometry()))
                        .isLessThanOrEqualTo(metres);
                assertThat(contour.geometry().symDifference(wanted.geometry()).getArea())
                        .isLessThanOrEqualTo(metres * 20_000);
            } else {
                assertThat(found.get(i)).isEqualTo(expected.get(i));
            }
        }
    }

    @Test
    void inDegreesTheyAreTheVerySame() {
        same(geoPackage(System.epsg(4326), CONTOURS), 0);
        same(zip(shapefile(CONTOURS, ContourFiles.WGS_84)), 0);
    }

    @Test
    void inMetresTheyAreTheSameToTheMillimetre() {
        same(geoPackage(System.epsg(2154), lambert()), 0.001);
        same(zip(shapefile(lambert(), ContourFiles.LAMBERT_93)), 0.001);
        same(geoPackage(new System(100_001, "IGNF", 0, ContourFiles.LAMBERT_93), lambert()), 0.001);
        same(geoPackage(System.epsg(3857), in(3857)), 0.001);
    }

    @Test
    void aGeoPackageMayLieInAnArchive() {
        byte[] bytes = ContourFiles.geoPackage(System.epsg(2154), Map.of("quartiers", lambert()));
        same(zip(Map.of("geo/QP.GPKG", bytes)), 0.001);
        same(zip(Map.of("geo/qp.gpkg", bytes, "lisez-moi.txt", new byte[1])).member("geo/qp.gpkg"), 0.001);
    }

    @Test
    void aShapefileMayLieOnItsOwn() {
        shapefile(lambert(), ContourFiles.LAMBERT_93)
                .forEach((name, bytes) -> contours("geo/" + name.replace(".dbf", ".DBF"))
                        .bytes(bytes));

        same(contours("geo/QP.shp"), 0.001);
        assertThat(SourceReaders.files(contours("geo/QP.shp").source(), folder))
                .containsExactly("geo/QP.shp", "geo/QP.DBF", "geo/QP.prj", "geo/QP.cpg");
        assertThat(SourceReaders.files(contours("geo/QP.gpkg").source(), folder)).isEmpty();
    }

    @Test
    void oneShapefileOfSeveralIsNamedByItsShapes() {
        Map<String, byte[]> files = new LinkedHashMap<>(ContourFiles.shapefile(
                "a/METROPOLE", CONTOURS, ISO_8859_1, ContourFiles.WGS_84));
        files.putAll(ContourFiles.shapefile("a/AILLEURS", CONTOURS.subList(0, 1), ISO_8859_1, ContourFiles.WGS_84));
        files.put("fiche.pdf", new byte[2]);
        files.put("a/METROPOLE.shp.xml", new byte[2]);

        same(zip(files).member("a/METROPOLE.shp"), 0);
        assertThat(facts(zip(files).member("a/AILLEURS.shp"))).hasSize(2);
        Notice notice = refusal(zip(files));
        assertThat(notice.code()).isEqualTo("archive-contenu");
        assertThat(notice.value()).isEqualTo("a/METROPOLE.shp, a/AILLEURS.shp, fiche.pdf");
        assertThat(refusal(zip(files).member("a/METROPOL.shp")).message())
                .contains("Vouliez-vous dire «\u00a0a/METROPOLE.shp");
    }

    @Test
    void aLayerIsNamedWhenThereAreSeveral() {
        byte[] bytes = ContourFiles.geoPackage(
                System.epsg(4326),
                new LinkedHashMap<>(Map.of("quartiers", CONTOURS, "les \"autres\"", CONTOURS.subList(0, 1))));
        TestExtract two = contours("c.gpkg").bytes(bytes);

        Notice notice = refusal(two);
        assertThat(notice.code()).isEqualTo("couche-absente");
        assertThat(notice.message()).contains("2 couches", "layer", "quartiers", "les \"autres\"")
                .doesNotContain("«\u00a0autre\u00a0»");
        assertThat(facts(two.layer("les \"autres\""))).hasSize(2);
        assertThat(refusal(two.layer("quartier")).message()).contains("Vouliez-vous dire «\u00a0quartiers\u00a0»");
        assertThat(told(two.layer("autre"))).isEqualTo("0 couche-absente autre");
        assertThat(told(contours("c.geojson").layer("x").bytes(ContourFiles.geoJson(CONTOURS).getBytes(UTF_8))))
                .isEqualTo("0 couche-absente x");
    }

    @ParameterizedTest(name = "{0}, written as {1}")
    @CsvSource({"UTF-8, UTF-8", "UTF-8, 65001", "ISO-8859-1, 88591", "ISO-8859-1, ISO 8859-1",
            "windows-1252, ANSI 1252", "ISO-8859-1, ''"})
    void theTableOfAShapefileSaysItsCharset(String charset, String said) {
        Map<String, byte[]> files =
                ContourFiles.shapefile("QP", CONTOURS, Charset.forName(charset), ContourFiles.WGS_84);
        files.put("QP.cpg", said.getBytes(UTF_8));

        same(zip(files), 0);
        files.put("QP.cpg", "x".getBytes(UTF_8));
        assertThat(told(zip(files))).isEqualTo("0 charset X");
        same(zip(files).charset(Charset.forName(charset)), 0);
    }

    @Test
    void aSystemThatNobodyTellsIsAsked() {
        assertThat(told(zip(shapefile(lambert(), null)))).isEqualTo("0 systeme-inconnu ");
        assertThat(told(zip(shapefile(lambert(), " ")))).isEqualTo("0 systeme-inconnu ");
        assertThat(told(geoPackage(new System(0, "NONE", 0, "undefined"), lambert()))).isEqualTo("0 systeme-inconnu ");
        assertThat(told(geoPackage(new System(7, "NONE", 7, "undefined"), lambert())))
                .isEqualTo("0 systeme-inconnu NONE:7");
        assertThat(told(geoPackage(System.epsg(9), lambert()))).isEqualTo("0 systeme-inconnu EPSG:9");
        assertThat(refusal(zip(shapefile(lambert(), ContourFiles.LAMBERT_93.replace("298.257222101", "293.4660213"))))
                .value())
                .startsWith("PROJCS[");

        same(zip(shapefile(lambert(), null)).epsg(2154), 0.001);
        same(zip(shapefile(lambert(), "LOCAL_CS[\"x\"]")).epsg(2154), 0.001);
        same(geoPackage(new System(0, "NONE", 0, "undefined"), lambert()).epsg(2154), 0.001);
    }

    @Test
    void aSystemIsNotToldTwice() {
        assertThat(told(zip(shapefile(lambert(), ContourFiles.LAMBERT_93)).epsg(2154)))
                .isEqualTo("0 systeme-inconnu 2154");
        assertThat(told(geoPackage(System.epsg(4326), CONTOURS).epsg(2154))).isEqualTo("0 systeme-inconnu 2154");
        String metres = ContourFiles.geoJson(lambert());
        same(contours("metres.json").epsg(2154).bytes(metres.getBytes(UTF_8)), 0.001);
    }

    /** Systems as the .prj of overseas name them (UTM), against the same by their code. */
    @ParameterizedTest
    @CsvSource({"5490, RGAF09_UTM_Zone_20N, -63, 0, QP971001, -61.5 16.2",
            "2975, RGR_1992_UTM_40S, 57, 10000000, QP974001, 55.4 -21",
            "2972, RGFG_1995_UTM_22N, -51, 0, QP973001, -52.3 4.9",
            "4471, RGM_2004_UTM_Zone_38S, 45, 10000000, QP976001, 45.2 -12.8"})
    void overseasIsKnownByItsMeridian(int epsg, String name, String meridian, String north, String code, String at) {
        String prj =
                ("PROJCS[\"%s\",GEOGCS[\"GCS\",DATUM[\"D\",SPHEROID[\"GRS_1980\",6378137.0,298.257222101]],PRIMEM[\"Greenwich\",0.0],"
                        + "UNIT[\"Degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"False_Easting\",500000.0],"
                        + "PARAMETER[\"False_Northing\",%s.0],PARAMETER[\"Central_Meridian\",%s.0],PARAMETER[\"Scale_Factor\",0.9996],"
                        + "PARAMETER[\"Latitude_Of_Origin\",0.0],UNIT[\"Meter\",1.0]]")
                        .formatted(name, north, meridian);
        double x = Double.parseDouble(at.split(" ")[0]);
        double y = Double.parseDouble(at.split(" ")[1]);
        List<Drawn> one = List.of(Drawn.of(code, "N",
                "POLYGON ((%s %s, %s %s, %s %s, %s %s))".formatted(x, y, x + 0.01, y, x, y + 0.01, x, y)));
        UnaryOperator<TestExtract> everywhere = e -> e.frame(EVERYWHERE);

        Geometry expected = ((Fact.ContourFact) facts(everywhere.apply(
                contours("c.geojson").bytes(ContourFiles.geoJson(one).getBytes(UTF_8)))).getFirst()).geometry();
        Geometry found = ((Fact.ContourFact) facts(everywhere.apply(
                zip(ContourFiles.shapefile("Q", one.stream().map(c -> c.in(epsg)).toList(), ISO_8859_1, prj))))
                .getFirst()).geometry();
        assertThat(DiscreteHausdorffDistance.distance(found, expected)).isLessThan(0.001);
    }

    @Test
    void aHoleIsKnownByWhereItLies() {
        Geometry parts = CONTOURS.get(1).geometry();
        List<Coordinate[]> rings = new ArrayList<>();
        for (String wkt : PARTS.replaceAll("[A-Z]+ ", "").replaceAll("[()]+", "(").split(" ?\\(,? ?")) {
            if (!wkt.isBlank() && !wkt.equals(", ")) {
                rings.add(Arrays.stream(wkt.split(", ")).map(p -> p.split(" "))
                        .map(p -> new Coordinate(Double.parseDouble(p[0]), Double.parseDouble(p[1])))
                        .toArray(Coordinate[]::new));
            }
        }
        assertThat(rings).hasSize(4);
        for (int round = 0; round < 20; round++) {
            Random random = new Random(round);
            Collections.shuffle(rings, random);
            rings.replaceAll(r -> random.nextBoolean() ? r : CoordinateArraysReversed.of(r));
            Map<String, byte[]> files = shapefile(CONTOURS, ContourFiles.WGS_84);
            files.put("QP.shp", ContourFiles.shapes(List.of(
                    ContourFiles.record(CONTOURS.getFirst().geometry()),
                    ContourFiles.record(5, rings, parts.getEnvelopeInternal()), ContourFiles.record(null))));
            same(zip(files), 0);
        }
    }

    /** A ring the other way round. */
    private static final class CoordinateArraysReversed {
        static Coordinate[] of(Coordinate[] ring) {
            List<Coordinate> points = new ArrayList<>(List.of(ring));
            Collections.reverse(points);
            return points.toArray(Coordinate[]::new);
        }
    }

    @Test
    void altitudesAndMeasuresAreDropped() {
        String z = "POLYGON Z((3 46.5 7, 3.01 46.5 7, 3.01 46.51 7, 3 46.51 7, 3 46.5 7))";
        Drawn high = Drawn.of("QP003001", "Bien-Assis l'Été", z);
        byte[] iso = new WKBWriter(3).write(high.geometry());
        String hex = WKBWriter.toHex(ContourFiles.blob(4326, iso, 2));
        same(geoPackage(System.epsg(4326), CONTOURS, "UPDATE quartiers SET geom = x'" + hex + "' WHERE fid = 1"), 0);

        Map<String, byte[]> files = shapefile(CONTOURS, ContourFiles.WGS_84);
        Geometry square = CONTOURS.getFirst().geometry();
        byte[] flat =
                ContourFiles.record(15, List.<Coordinate[]>of(square.getCoordinates()), square.getEnvelopeInternal());
        byte[] solid = Arrays.copyOf(flat, flat.length + 16 + 8 * square.getNumPoints());
        files.put("QP.shp", ContourFiles.shapes(
                List.of(solid, ContourFiles.record(CONTOURS.get(1).geometry()), ContourFiles.record(null))));
        same(zip(files), 0);
    }

    @Test
    void whatIsNoContourIsToldWithItsRank() {
        assertThat(geoPackage(System.epsg(4326), List.of(
                Drawn.of("QP003001", "A", "POINT (3 46.5)"), Drawn.of("QP003002", "B", "POLYGON EMPTY"),
                Drawn.of("QP003003", "C", "MULTIPOLYGON EMPTY"),
                Drawn.of("QP003004", "D", "GEOMETRYCOLLECTION (POINT (3 46))"),
                Drawn.of("QP003005", "E", "POLYGON ((300 46, 301 46, 301 47, 300 46))")), curve(4)).told())
                .containsExactly("! 1 CODE_QP geometrie-invalide Point", "! 2 CODE_QP geometrie-invalide MultiPolygon",
                        "! 3 CODE_QP geometrie-invalide MultiPolygon", "! 4 CODE_QP geometrie-invalide CurvePolygon",
                        "! 5 CODE_QP geometrie-invalide MultiPolygon");

        Map<String, byte[]> files = shapefile(CONTOURS, ContourFiles.WGS_84);
        byte[] point =
                ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).putInt(1).putDouble(3).putDouble(46.5).array();
        byte[] none = ContourFiles.record(5, List.of(), new org.locationtech.jts.geom.Envelope());
        files.put("QP.shp", ContourFiles.shapes(List.of(point, none, ContourFiles.record(null))));
        assertThat(zip(files).told()).containsExactly(
                "! 1 CODE_QP geometrie-invalide Point", "! 2 CODE_QP geometrie-invalide MultiPolygon",
                "QpvFact[code=QP003003, label=Sans contour, communes=]");
    }

    private static String curve(int fid) {
        byte[] wkb = ByteBuffer.allocate(9).order(ByteOrder.LITTLE_ENDIAN).put((byte) 1).putInt(10).putInt(0).array();
        return "UPDATE quartiers SET geom = x'" + WKBWriter.toHex(ContourFiles.blob(4326, wkb, 0)) + "' WHERE fid = "
                + fid;
    }

    /** Whatever a GeoPackage holds besides tables is never run. */
    @ParameterizedTest
    @ValueSource(strings = {
            "CREATE VIEW v AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x AS CODE_QP, '' AS NOM_QP, x AS geom "
                    + "FROM r; UPDATE gpkg_contents SET table_name = 'v' WHERE table_name = 'quartiers'; UPDATE gpkg_geometry_columns SET "
                    + "table_name = 'v'",
            "ALTER TABLE gpkg_contents RENAME TO c; CREATE VIEW gpkg_contents AS SELECT * FROM c",
            "DROP TABLE gpkg_contents",
            "DROP TABLE quartiers",
            "UPDATE gpkg_geometry_columns SET column_name = 'forme'",
            "UPDATE gpkg_spatial_ref_sys SET srs_id = 7; UPDATE gpkg_geometry_columns SET srs_id = 7",
            "UPDATE quartiers SET geom = x'47500003' WHERE fid = 2",
            "UPDATE quartiers SET geom = x'00' WHERE fid = 2",
            "UPDATE quartiers SET geom = 'POLYGON' WHERE fid = 2",
            "UPDATE quartiers SET geom = substr(geom, 1, 60) WHERE fid = 2",
            "ALTER TABLE quartiers ADD COLUMN gros GENERATED ALWAYS AS (zeroblob(2000000000)) VIRTUAL"
    })
    void aHostileGeoPackageIsRefused(String damage) {
        Notice notice = refusal(geoPackage(System.epsg(4326), CONTOURS, damage.split("; ")));

        assertThat(notice.code()).isEqualTo("contours-illisibles");
        assertThat(notice.message()).isNotBlank();
    }

    @Test
    void triggersAreNotRun() {
        same(geoPackage(
                System.epsg(4326), CONTOURS,
                "CREATE TRIGGER t AFTER INSERT ON quartiers BEGIN SELECT ST_MinX(NEW.geom); DELETE FROM quartiers; END"),
                0);
    }

    @Test
    void aGeoPackageThatAnotherProgramWritesToIsNotRead() throws IOException {
        TestExtract extract = geoPackage(System.epsg(4326), CONTOURS);
        Files.write(folder.resolve("c.gpkg-wal"), new byte[0]);
        same(extract, 0);
        Files.write(folder.resolve("c.gpkg-wal"), new byte[32]);
        assertThat(told(extract)).isEqualTo("0 contours-illisibles -wal");
    }

    @Test
    void aGeoPackageWithAJournalOfItsOwnIsRead() throws IOException {
        TestExtract extract = geoPackage(System.epsg(4326), CONTOURS);
        byte[] bytes = Files.readAllBytes(folder.resolve("c.gpkg"));
        bytes[18] = 2;
        bytes[19] = 2;
        same(extract.bytes(bytes), 0);
    }

    @Test
    void aCutOrTakenShapefileIsRefused() {
        Map<String, byte[]> files = shapefile(CONTOURS, ContourFiles.WGS_84);
        byte[] shapes = files.get("QP.shp");
        byte[] table = files.get("QP.dbf");
        files.put("QP.shp", Arrays.copyOf(shapes, shapes.length - 20));
        assertThat(told(zip(files))).isEqualTo("2 contours-illisibles ");
        files.put("QP.shp", Arrays.copyOf(shapes, 60));
        assertThat(told(zip(files))).isEqualTo("0 contours-illisibles ");
        files.put("QP.shp", "texte".getBytes(UTF_8));
        assertThat(told(zip(files))).isEqualTo("0 format-inattendu ");
        byte[] lines = shapes.clone();
        lines[32] = 3;
        files.put("QP.shp", lines);
        assertThat(told(zip(files))).isEqualTo("0 contours-illisibles LineString");
        files.put("QP.shp", shapes);
        files.put("QP.dbf", Arrays.copyOf(table, table.length - 200));
        assertThat(refusal(zip(files)).code()).isEqualTo("contours-illisibles");
        files.put("QP.dbf", shapefile(CONTOURS.subList(0, 2), null).get("QP.dbf"));
        assertThat(told(zip(files))).isEqualTo("3 contours-illisibles .dbf");
        files.put("QP.dbf", table);
        files.put("QP.shp", shapefile(CONTOURS.subList(0, 2), null).get("QP.shp"));
        assertThat(told(zip(files))).isEqualTo("3 contours-illisibles .dbf");
        files.remove("QP.dbf");
        assertThat(told(zip(files))).isEqualTo("0 contours-illisibles .dbf");
    }

    @Test
    void aDeletedRowOfTheTableTakesItsShapeAway() {
        Map<String, byte[]> files = shapefile(CONTOURS, ContourFiles.WGS_84);
        byte[] table = files.get("QP.dbf");
        int header = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
        table[header] = '*';

        assertThat(facts(zip(files))).hasSize(3).noneMatch(f -> f.toString().contains("QP003001"));
    }

    @Test
    void aReadingThatWasCutResumesAtTheNextFeature() {
        for (TestExtract extract : List.of(geoPackage(System.epsg(2154), lambert()),
                zip(shapefile(CONTOURS, ContourFiles.WGS_84)))) {
            List<Outcome> whole = extract.read();
            try (SourceReader reader = extract.open(ReadPosition.START)) {
                reader.read();
                reader.read();
                assertThat(reader.position().line()).isEqualTo(2);
                try (SourceReader resumed = extract.open(reader.position())) {
                    assertThat(TestExtract.rest(resumed)).isEqualTo(whole.subList(2, 3));
                }
            }
        }
    }

    @Test
    void whatIsReadIsFingerprinted() throws IOException {
        shapefile(CONTOURS, ContourFiles.WGS_84).forEach((name, bytes) -> contours(name).bytes(bytes));
        geoPackage(System.epsg(2154), lambert());
        try (SourceReader shapes = contours("QP.shp").open(ReadPosition.START);
                SourceReader database = contours("c.gpkg").open(ReadPosition.START)) {
            TestExtract.rest(shapes);
            TestExtract.rest(database);
            assertThat(shapes.fingerprints()).containsExactlyInAnyOrder(
                    sha256("QP.shp"), sha256("QP.dbf"), sha256("QP.prj"), sha256("QP.cpg"));
            assertThat(database.fingerprints()).containsExactly(sha256("c.gpkg"));
        }
    }

    private String sha256(String file) throws IOException {
        try {
            return java.util.HexFormat.of().formatHex(
                    java.security.MessageDigest.getInstance("SHA-256")
                            .digest(Files.readAllBytes(folder.resolve(file))));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTableIsNotLookedForInContours() {
        byte[] bytes = ContourFiles.geoPackage(System.epsg(4326), Map.of("quartiers", CONTOURS));
        for (String name : List.of("c.gpkg", "c.csv", "c.geojson")) {
            TestExtract extract =
                    new TestExtract(folder, name.endsWith("json") ? Layout.CONTOURS_QPV : Layout.LISTE_QPV).file(name)
                            .column("code", "CODE_QP").bytes(bytes);
            assertThat(refusal(extract).code()).as(name).isEqualTo("format-inattendu");
            assertThat(refusal(extract).message()).isNotBlank();
        }
        assertThat(refusal(contours("c.gpkg").bytes("CODE_QP\n".getBytes(StandardCharsets.UTF_8))).code())
                .isEqualTo("format-inattendu");
        assertThat(refusal(contours("c.gpkg").bytes(new byte[0])).message()).contains("est vide");
    }

    @Test
    void numbersAndBlanksAreTextsAsTheyAreWritten() {
        Geometry square = CONTOURS.getFirst().geometry();
        byte[] bytes = ContourFiles.geoPackage(System.epsg(4326),
                Map.of("q", List.of(new Drawn(Map.of("code", "x"), square))),
                "CREATE TABLE r AS SELECT fid, geom, 3001 AS code, 2.0 AS deux, 0.5 AS demi, x'00' AS brut, NULL AS rien FROM q",
                "UPDATE gpkg_contents SET table_name = 'r' WHERE table_name = 'q'",
                "UPDATE gpkg_geometry_columns SET table_name = 'r'");
        InputFile file = InputFile.of(contours("n.gpkg").bytes(bytes).source(), folder);
        try (GeoPackageFeatures features = new GeoPackageFeatures(file, null, true)) {
            assertThat(features.next().properties())
                    .containsEntry("code", "3001").containsEntry("deux", "2").containsEntry("demi", "0.5")
                    .containsEntry("brut", "")
                    .containsEntry("rien", "");
            assertThat(features.next()).isNull();
        }
        assertThat(square.getArea()).isCloseTo(0.0001, within(1e-9));
    }
}

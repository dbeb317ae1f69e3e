package fr.atlasqpv.extract;

import com.linuxense.javadbf.DBFDataType;
import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFWriter;
import io.roastedroot.sqlite4j.JDBC;
import io.roastedroot.sqlite4j.SQLiteConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBWriter;
import org.locationtech.jts.io.WKTReader;
import org.locationtech.jts.io.WKTWriter;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.ProjCoordinate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the same contours as GeoJSON, as GeoPackage and as shapefile, as producers do. */
public final class ContourFiles {
    /** Lambert-93 in the words of ESRI. */
    public static final String LAMBERT_93 =
            "PROJCS[\"RGF_1993_Lambert_93\",GEOGCS[\"GCS_RGF_1993\",DATUM[\"D_RGF_1993\",SPHEROID[\"GRS_1980\",6378137.0,"
                    + "298.257222101]],PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]],"
                    + "PROJECTION[\"Lambert_Conformal_Conic\"],PARAMETER[\"False_Easting\",700000.0],"
                    + "PARAMETER[\"False_Northing\",6600000.0],PARAMETER[\"Central_Meridian\",3.0],"
                    + "PARAMETER[\"Standard_Parallel_1\",49.0],PARAMETER[\"Standard_Parallel_2\",44.0],"
                    + "PARAMETER[\"Latitude_Of_Origin\",46.5],UNIT[\"Meter\",1.0]]";
    /** Degrees in the words of ESRI. */
    public static final String WGS_84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137.0,298.257223563]],"
                    + "PRIMEM[\"Greenwich\",0.0],UNIT[\"Degree\",0.0174532925199433]]";

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private ContourFiles() {}

    /**
     * A feature to be written.
     *
     * @param properties texts by name; all features have the same names
     * @param geometry its geometry, null for none
     */
    public record Drawn(Map<String, String> properties, Geometry geometry) {
        /** With a code and a name. */
        public static Drawn of(String code, String name, String wkt) {
            Map<String, String> properties = new LinkedHashMap<>();
            properties.put("CODE_QP", code);
            properties.put("NOM_QP", name);
            return new Drawn(properties, wkt == null ? null : ofText(wkt));
        }

        /** The same in another system of coordinates. */
        public Drawn in(int epsg) {
            if (geometry == null || epsg == 4326) {
                return this;
            }
            CRSFactory systems = new CRSFactory();
            BasicCoordinateTransform transform = new BasicCoordinateTransform(
                    systems.createFromName("EPSG:4326"), systems.createFromName("EPSG:" + epsg));
            Geometry moved = geometry.copy();
            moved.apply(new CoordinateSequenceFilter() {
                @Override
                public void filter(CoordinateSequence points, int i) {
                    ProjCoordinate to = new ProjCoordinate();
                    transform.transform(new ProjCoordinate(points.getX(i), points.getY(i)), to);
                    points.setOrdinate(i, 0, to.x);
                    points.setOrdinate(i, 1, to.y);
                }

                @Override
                public boolean isDone() { return false; }

                @Override
                public boolean isGeometryChanged() { return true; }
            });
            return new Drawn(properties, moved);
        }
    }

    private static Geometry ofText(String wkt) {
        try {
            return new WKTReader().read(wkt);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Those of a file of GeoJSON that holds multipolygons in degrees. */
    public static List<Drawn> read(Path file) {
        List<Drawn> features = new ArrayList<>();
        for (JsonNode feature : JsonMapper.shared().readTree(file.toFile()).get("features")) {
            Map<String, String> properties = new LinkedHashMap<>();
            feature.get("properties").properties().forEach(p -> properties.put(p.getKey(), p.getValue().asString("")));
            List<Polygon> polygons = new ArrayList<>();
            for (JsonNode polygon : feature.get("geometry").get("coordinates")) {
                List<LinearRing> rings = new ArrayList<>();
                for (JsonNode ring : polygon) {
                    rings.add(GEOMETRIES.createLinearRing(ring.valueStream()
                            .map(p -> new Coordinate(p.get(0).asDouble(), p.get(1).asDouble()))
                            .toArray(Coordinate[]::new)));
                }
                polygons.add(GEOMETRIES.createPolygon(
                        rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
            }
            features.add(new Drawn(properties, GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new))));
        }
        return features;
    }

    /** As GeoJSON in degrees. */
    public static String geoJson(List<Drawn> features) {
        return features.stream()
                .map(f -> "{\"type\":\"Feature\",\"properties\":{"
                        + f.properties().entrySet().stream().map(p -> "\"" + p.getKey() + "\":\"" + p.getValue() + "\"")
                                .collect(Collectors.joining(","))
                        + "},\"geometry\":" + geoJson(f.geometry()) + "}")
                .collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}"));
    }

    private static String geoJson(Geometry geometry) {
        if (geometry == null) {
            return "null";
        }
        WKTWriter writer = new WKTWriter();
        String numbers = writer.write(geometry).replaceAll("[A-Z]+ \\(", "(");
        String lists = numbers.replaceAll("([-0-9.]+) ([-0-9.]+)", "[$1,$2]").replace('(', '[').replace(')', ']');
        return "{\"type\":\"" + geometry.getGeometryType() + "\",\"coordinates\":" + lists + "}";
    }

    /** A system as the table of a GeoPackage describes it. */
    public record System(int number, String organization, int code, String wkt) {
        /** One of EPSG. */
        public static System epsg(int code) {
            return new System(code, "EPSG", code, "undefined");
        }
    }

    /** As a GeoPackage of layers, all in one system of coordinates. */
    public static byte[] geoPackage(System system, Map<String, List<Drawn>> layers, String... more) {
        try (SQLiteConnection database = JDBC.createConnection("jdbc:sqlite::memory:", new Properties());
                Statement asked = database.createStatement()) {
            for (String sql : List.of(
                    "PRAGMA application_id = 1196444487",
                    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL, "
                            + "organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
                    "CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT, srs_id INTEGER)",
                    "CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT NOT NULL, geometry_type_name TEXT "
                            + "NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL)",
                    "INSERT INTO gpkg_spatial_ref_sys VALUES ('s', " + system.number() + ", '" + system.organization()
                            + "', "
                            + system.code() + ", '" + system.wkt() + "', '')",
                    "CREATE TABLE autre (id INTEGER PRIMARY KEY, note TEXT)",
                    "INSERT INTO gpkg_contents VALUES ('autre', 'attributes', 'autre', 0)")) {
                asked.execute(sql);
            }
            for (Map.Entry<String, List<Drawn>> layer : layers.entrySet()) {
                write(database, system, layer.getKey(), layer.getValue());
            }
            for (String sql : more) {
                asked.execute(sql);
            }
            return database.serialize("main");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(SQLiteConnection database, System system, String layer, List<Drawn> features)
            throws SQLException {
        List<String> names = List.copyOf(features.getFirst().properties().keySet());
        String table = "\"" + layer.replace("\"", "\"\"") + "\"";
        try (Statement asked = database.createStatement()) {
            asked.execute("CREATE TABLE " + table + " (fid INTEGER PRIMARY KEY, geom BLOB, "
                    + names.stream().map(n -> "\"" + n + "\" TEXT").collect(Collectors.joining(", ")) + ")");
            asked.execute(
                    "INSERT INTO gpkg_contents VALUES ('" + layer + "', 'features', '" + layer + "', " + system.number()
                            + ")");
            asked.execute(
                    "INSERT INTO gpkg_geometry_columns VALUES ('" + layer + "', 'geom', 'GEOMETRY', " + system.number()
                            + ", 0, 0)");
        }
        try (PreparedStatement insert = database.prepareStatement(
                "INSERT INTO " + table + " VALUES (NULL, ?" + ", ?".repeat(names.size()) + ")")) {
            for (Drawn feature : features) {
                insert.setBytes(
                        1, feature.geometry() == null ? null
                                : blob(system.number(), new WKBWriter(2).write(feature.geometry()), 1));
                for (int i = 0; i < names.size(); i++) {
                    insert.setString(i + 2, feature.properties().get(names.get(i)));
                }
                insert.executeUpdate();
            }
        }
    }

    /** A geometry with what GeoPackage puts before it: little-endian numbers and an envelope that is or is not there. */
    static byte[] blob(int system, byte[] wkb, int envelope) {
        int bytes = List.of(0, 32, 48, 48, 64).get(envelope);
        return ByteBuffer.allocate(8 + bytes + wkb.length).order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) 'G').put((byte) 'P').put((byte) 0).put((byte) (1 | envelope << 1)).putInt(system)
                .put(new byte[bytes]).put(wkb).array();
    }

    /** As a shapefile: what is in each of its files, by their name. */
    public static Map<String, byte[]> shapefile(String name, List<Drawn> features, Charset charset, String prj) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(name + ".shp", shapes(features.stream().map(Drawn::geometry).map(ContourFiles::record).toList()));
        files.put(name + ".shx", new byte[100]);
        files.put(name + ".dbf", table(features, charset));
        if (prj != null) {
            files.put(name + ".prj", prj.getBytes(charset));
        }
        files.put(name + ".cpg", charset.name().getBytes(charset));
        return files;
    }

    private static byte[] table(List<Drawn> features, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DBFWriter writer = new DBFWriter(bytes, charset)) {
            writer.setFields(features.getFirst().properties().keySet().stream()
                    .map(n -> new DBFField(n, DBFDataType.CHARACTER, 80))
                    .toArray(DBFField[]::new));
            features.forEach(f -> writer.addRecord(f.properties().values().toArray()));
        }
        return bytes.toByteArray();
    }

    /** A file of records. */
    static byte[] shapes(List<byte[]> records) {
        int length = 100 + records.stream().mapToInt(r -> 8 + r.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length);
        file.putInt(9994).putInt(24, length / 2).order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5)
                .position(100);
        for (int i = 0; i < records.size(); i++) {
            file.order(ByteOrder.BIG_ENDIAN).putInt(i + 1).putInt(records.get(i).length / 2).put(records.get(i));
        }
        return file.array();
    }

    /** A polygon as a record, its shells clockwise and its holes against; a null shape. */
    static byte[] record(Geometry geometry) {
        if (geometry == null) {
            return new byte[4];
        }
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Polygon polygon = (Polygon) geometry.getGeometryN(i);
            rings.add(turned(polygon.getExteriorRing(), false));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                rings.add(turned(polygon.getInteriorRingN(h), true));
            }
        }
        return record(5, rings, geometry.getEnvelopeInternal());
    }

    /** Rings as they are. */
    static byte[] record(int type, List<Coordinate[]> rings, Envelope extent) {
        int points = rings.stream().mapToInt(r -> r.length).sum();
        ByteBuffer record = ByteBuffer.allocate(44 + 4 * rings.size() + 16 * points).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(type).putDouble(extent.getMinX()).putDouble(extent.getMinY()).putDouble(extent.getMaxX())
                .putDouble(extent.getMaxY()).putInt(rings.size()).putInt(points);
        int first = 0;
        for (Coordinate[] ring : rings) {
            record.putInt(first);
            first += ring.length;
        }
        rings.forEach(r -> List.of(r).forEach(p -> record.putDouble(p.x).putDouble(p.y)));
        return record.array();
    }

    private static Coordinate[] turned(Geometry ring, boolean against) {
        Coordinate[] points = ring.getCoordinates();
        return Orientation.isCCW(points) == against ? points : ring.reverse().getCoordinates();
    }

    /** An archive of files. */
    public static byte[] zip(Map<String, byte[]> files) {
        try {
            return fr.atlasqpv.fuzz.Damage.zip(files);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

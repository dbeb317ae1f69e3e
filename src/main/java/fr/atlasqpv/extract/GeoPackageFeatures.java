package fr.atlasqpv.extract;

import fr.atlasqpv.edition.French;
import io.roastedroot.sqlite4j.JDBC;
import io.roastedroot.sqlite4j.SQLiteConnection;
import io.roastedroot.sqlite4j.SQLiteLimits;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;

/**
 * The features of a layer of a GeoPackage (OGC 12-128). The database is read from memory, by a SQLite that runs within the Java machine:
 * the bytes are those whose fingerprint was taken, nothing is written anywhere, and what a damaged or hostile file does to the library ends
 * as an exception (decision 0090).
 */
final class GeoPackageFeatures implements Features {
    /** The file is held in memory twice. */
    private static final int LARGEST = 300_000_000;
    /** Bytes of a row: two million points with altitude and measure. */
    private static final int LARGEST_ROW = 100_000_000;
    /** Tables of a national file have some forty thousand rows; a damaged index may never end. */
    private static final int MOST_FEATURES = 1_000_000;
    /** Place of the two bytes that say whether writing goes through a journal of its own, which is no part of the file. */
    private static final int JOURNAL = 18;
    private static final byte NO_JOURNAL = 1;
    /** Tables of the standard that are asked for the layers. */
    private static final List<String> TABLES =
            List.of("gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys");

    private final InputFile file;
    private final boolean geometries;
    private final SQLiteConnection database;
    private final List<String> layers;
    private final WKBReader reader = new WKBReader();
    private Statement statement;
    private ResultSet rows;
    private List<String> columns;
    private String shape;
    private int number;
    private long line;

    /**
     * Opens a file at the first row of a layer.
     *
     * @param layer its name, null for the only one
     * @param geometries whether the coordinates are wanted
     */
    GeoPackageFeatures(InputFile file, String layer, boolean geometries) {
        this(file, geometries);
        try {
            turnTo(layer == null ? only() : layer);
        } catch (UnreadableSourceException e) {
            close();
            throw e;
        }
    }

    /** Opens a file, to look at its layers one by one. */
    GeoPackageFeatures(InputFile file, boolean geometries) {
        this.file = file;
        this.geometries = geometries;
        byte[] bytes = bytes();
        this.database = read(() -> JDBC.createConnection("jdbc:sqlite::memory:", new Properties()));
        try {
            this.layers = read(() -> {
                database.deserialize("main", bytes);
                database.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LARGEST_ROW);
                try (Statement settings = database.createStatement()) {
                    settings.execute("PRAGMA trusted_schema = OFF");
                    settings.execute("PRAGMA query_only = ON");
                }
                TABLES.forEach(this::refuseWhatIsNoTable);
                return texts(
                        "SELECT c.table_name FROM gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name = c.table_name "
                                + "WHERE c.data_type = 'features' ORDER BY c.table_name LIMIT 1000");
            });
        } catch (UnreadableSourceException e) {
            close();
            throw e;
        }
    }

    private byte[] bytes() {
        if (file.unfinished()) {
            throw Features.illegible(
                    file, 0,
                    "Un autre logiciel a ce GeoPackage ouvert, et n’y a pas encore tout écrit\u00a0: fermez-le, puis relancez.",
                    "-wal");
        }
        try (InputStream opened = file.open()) {
            byte[] bytes = opened.readNBytes(LARGEST);
            if (opened.read() >= 0) {
                throw file.tooLarge("du GeoPackage", LARGEST);
            }
            if (bytes.length > JOURNAL + 1) {
                bytes[JOURNAL] = NO_JOURNAL;
                bytes[JOURNAL + 1] = NO_JOURNAL;
            }
            return bytes;
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    /** What is left of a damaged database makes the library throw what it likes. */
    private <T> T read(Callable<T> asked) {
        try {
            return asked.call();
        } catch (UnreadableSourceException e) {
            throw e;
        } catch (Exception | LinkageError | StackOverflowError e) {
            throw Features.illegible(
                    file, line,
                    "Le GeoPackage est abîmé, ou n’en est pas un\u00a0: téléchargez-le ou copiez-le de nouveau.",
                    French.shortened(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }

    /** A view would be computed by whatever its author wrote, a virtual table by an extension. */
    private void refuseWhatIsNoTable(String name) {
        List<String> kinds = read(() -> texts(
                "SELECT CASE WHEN rootpage > 0 THEN type ELSE 'view' END FROM sqlite_master "
                        + "WHERE lower(name) = lower(?) AND type IN ('table', 'view')",
                name));
        if (kinds.isEmpty()) {
            throw Features.illegible(
                    file, 0,
                    "Cette base SQLite n’a pas la table " + name
                            + ", que le GeoPackage devrait avoir\u00a0: est-ce le bon fichier\u00a0?",
                    name);
        }
        if (!kinds.equals(List.of("table"))) {
            throw Features.illegible(
                    file, 0,
                    French.quoted(name) + " n’est pas une table mais une vue, qui n’est pas calculée ici\u00a0: "
                            + "enregistrez-la comme couche.",
                    kinds.getFirst());
        }
    }

    private List<String> texts(String sql, String... values) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (PreparedStatement asked = database.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                asked.setString(i + 1, values[i]);
            }
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    texts.add(String.valueOf(found.getString(1)));
                }
            }
        }
        return texts;
    }

    private String only() {
        if (layers.size() == 1) {
            return layers.getFirst();
        }
        throw noLayer(layers.isEmpty() ? "Le GeoPackage n’a pas de couche de contours."
                : "Le GeoPackage a " + layers.size() + " couches\u00a0: nommez dans layer celle qui sert.", "");
    }

    private UnreadableSourceException noLayer(String what, String name) {
        return file.notices()
                .unreadable(
                        0, "", NoticeCode.COUCHE_ABSENTE,
                        what + French.didYouMean(name, layers)
                                + (layers.isEmpty() ? ""
                                        : " Couches trouvées\u00a0: " + French.enumeration(layers) + "."),
                        name);
    }

    /** Names of the layers that hold geometries, in order. */
    List<String> layers() {
        return layers;
    }

    /** Goes on at the first row of a layer. */
    final void turnTo(String layer) {
        if (!layers.contains(layer)) {
            throw noLayer("Le GeoPackage n’a pas de couche " + French.quoted(layer) + ".", layer);
        }
        refuseWhatIsNoTable(layer);
        line = 0;
        read(() -> {
            try (PreparedStatement asked = database.prepareStatement(
                    "SELECT column_name, srs_id FROM gpkg_geometry_columns WHERE table_name = ?")) {
                asked.setString(1, layer);
                try (ResultSet found = asked.executeQuery()) {
                    found.next();
                    shape = String.valueOf(found.getString(1));
                    number = found.getInt(2);
                }
            }
            if (statement != null) {
                statement.close();
            }
            statement = database.createStatement();
            rows = statement.executeQuery("SELECT * FROM main.\"" + layer.replace("\"", "\"\"") + "\"");
            columns = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            if (columns.stream().noneMatch(shape::equalsIgnoreCase)) {
                throw Features.illegible(
                        file, 0, "La couche n’a pas la colonne de ses contours, " + French.quoted(shape) + ".", shape);
            }
            return null;
        });
    }

    @Override
    public Projection system() {
        return read(() -> {
            try (PreparedStatement asked = database.prepareStatement(
                    "SELECT organization, organization_coordsys_id, definition FROM gpkg_spatial_ref_sys WHERE srs_id = ?")) {
                asked.setInt(1, number);
                try (ResultSet found = asked.executeQuery()) {
                    return number <= 0 || !found.next() ? null
                            : Projection.named(
                                    file, String.valueOf(found.getString(1)), found.getInt(2),
                                    String.valueOf(found.getString(3)));
                }
            }
        });
    }

    @Override
    public Feature next() {
        return read(() -> {
            if (!rows.next()) {
                return null;
            }
            if (++line > MOST_FEATURES) {
                throw Features.illegible(
                        file, line, "La couche a plus d’un million de lignes\u00a0: est-ce le bon fichier\u00a0?", "");
            }
            return feature();
        });
    }

    private Feature feature() throws SQLException, ParseException {
        Map<String, String> properties = new LinkedHashMap<>();
        byte[] blob = null;
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            if (!name.equalsIgnoreCase(shape)) {
                properties.put(Normalizer.normalize(name, Normalizer.Form.NFC), text(rows.getObject(i + 1)));
            } else if (geometries) {
                blob = rows.getBytes(i + 1);
            }
        }
        if (blob == null) {
            return new Feature(line, 0, properties, null, null);
        }
        ByteBuffer bytes = ByteBuffer.wrap(blob);
        int type = geometryAhead(bytes);
        if (type != POLYGON && type != MULTIPOLYGON) {
            return new Feature(line, 0, properties, name(type), List.of());
        }
        Geometry geometry = reader.read(Arrays.copyOfRange(blob, bytes.position(), blob.length));
        if (geometry.getNumPoints() > MOST_POINTS) {
            throw Features.tooManyPoints(file, line);
        }
        return new Feature(line, 0, properties, "MultiPolygon", polygons(geometry));
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case byte[] bytes -> "";
            case Double number when Double.isFinite(number) ->
                    number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    private static final int POLYGON = 3;
    private static final int MULTIPOLYGON = 6;
    /** Names of the types of geometries by their number, dimensions apart (OGC 06-103). */
    private static final List<String> TYPES = List.of(
            "Geometry", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon",
            "GeometryCollection", "CircularString", "CompoundCurve", "CurvePolygon", "MultiCurve", "MultiSurface",
            "Curve",
            "Surface", "PolyhedralSurface", "TIN", "Triangle");
    private static final int DIMENSIONS = 1_000;
    private static final int FLAGS = 0x1fffffff;

    private static String name(int type) {
        return type < TYPES.size() ? TYPES.get(type) : "type " + type;
    }

    /** Passes over what GeoPackage puts before a geometry (clause 2.1.3), and tells the type of the one that follows. */
    private int geometryAhead(ByteBuffer bytes) throws ParseException {
        if (bytes.remaining() < 8 || bytes.get() != 'G' || bytes.get() != 'P') {
            throw new ParseException("no geometry of a GeoPackage");
        }
        bytes.get(); // version
        byte flags = bytes.get();
        bytes.order((flags & 1) == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int system = bytes.getInt();
        if (system != number) {
            throw Features.illegible(
                    file, line,
                    "Cette entité est dans un autre système de coordonnées (srs_id " + system + ") que sa couche ("
                            + number
                            + ").",
                    Integer.toString(system));
        }
        int envelope = List.of(0, 32, 48, 48, 64).get(Math.min(4, flags >> 1 & 7));
        if (bytes.remaining() < envelope + 5) {
            throw new ParseException("geometry cut");
        }
        bytes.position(bytes.position() + envelope);
        int start = bytes.position();
        bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        int type = (bytes.getInt() & FLAGS) % DIMENSIONS;
        bytes.position(start);
        return type;
    }

    private static List<?> polygons(Geometry geometry) {
        return IntStream.range(0, geometry.getNumGeometries())
                .mapToObj(i -> rings((Polygon) geometry.getGeometryN(i)))
                .toList();
    }

    private static List<?> rings(Polygon polygon) {
        List<List<?>> rings = new ArrayList<>();
        rings.add(points(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            rings.add(points(polygon.getInteriorRingN(i)));
        }
        return rings;
    }

    private static List<?> points(LineString ring) {
        return Arrays.asList(ring.getCoordinates());
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException | RuntimeException e) {
            // nothing was written, and the memory is freed all the same
        }
    }
}

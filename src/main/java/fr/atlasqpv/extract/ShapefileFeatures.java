package fr.atlasqpv.extract;

import com.linuxense.javadbf.DBFField;
import com.linuxense.javadbf.DBFReader;
import fr.atlasqpv.edition.French;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.PointLocation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;

/**
 * The features of a shapefile: geometries in its {@code .shp} (ESRI, July 1998), properties in its {@code .dbf}, system of coordinates in its
 * {@code .prj}, charset in its {@code .cpg} (decision 0091). Which ring is a hole, their nesting tells: their direction, which the
 * standard asks for, is often wrong.
 */
final class ShapefileFeatures implements Features {
    private static final int HEADER = 100;
    private static final int LENGTH_AT = 24;
    private static final int TYPE_AT = 32;
    private static final int RECORD_HEADER = 8;
    /** Before the numbers of parts and points of a polygon stand its type and its four bounds. */
    private static final int POLYGON_HEADER = 44;
    private static final int POINT = 16;
    private static final int LARGEST_RECORD = 100_000_000;
    private static final int MOST_RINGS = 10_000;
    private static final int LARGEST_COMPANION = 10_000;
    private static final List<Integer> POLYGONS = List.of(5, 15, 25);
    private static final Map<Integer, String> TYPES = Map.of(
            1, "Point", 3, "LineString", 8, "MultiPoint", 11, "Point", 13, "LineString", 18, "MultiPoint", 21, "Point",
            23, "LineString", 28, "MultiPoint", 31, "MultiPatch");

    private final InputFile file;
    private final boolean geometries;
    private final DataInputStream shapes;
    private final long length;
    private final InputStream properties;
    private final DBFReader table;
    private final List<String> columns = new ArrayList<>();
    private long offset = HEADER;
    private long rank;

    /**
     * Opens a file and goes to its first feature.
     *
     * @param charset charset of its table, null for the one that it tells
     * @param geometries whether the coordinates are wanted
     */
    ShapefileFeatures(InputFile file, Charset charset, boolean geometries) {
        this.file = file;
        this.geometries = geometries;
        InputFile companion = file.companion("dbf").orElseThrow(() -> Features.illegible(
                file, 0,
                "Le shapefile n’a pas sa table .dbf, qui nomme ses contours\u00a0: mettez ensemble, dans un zip ou dans le même "
                        + "dossier, ses fichiers .shp, .dbf, .prj et .cpg.",
                ".dbf"));
        InputStream first = file.open();
        InputStream second = null;
        try {
            this.shapes = new DataInputStream(first);
            this.length = length();
            Charset told = charset == null ? charset() : charset;
            second = companion.open();
            this.properties = second;
            this.table = table(() -> new DBFReader(properties, told, true));
            table(() -> IntStream.range(1, table.getFieldCount()).mapToObj(this::name).map(columns::add).toList());
        } catch (UnreadableSourceException e) {
            close(first, second);
            throw e;
        }
    }

    private String name(int field) {
        DBFField described = table.getField(field);
        return Normalizer.normalize(String.valueOf(described.getName()).strip(), Normalizer.Form.NFC);
    }

    /** Bytes of the file, as its header tells. */
    private long length() {
        ByteBuffer header = ByteBuffer.wrap(bytes(HEADER));
        int type = header.order(ByteOrder.LITTLE_ENDIAN).getInt(TYPE_AT);
        if (!POLYGONS.contains(type)) {
            throw Features.illegible(
                    file, 0, "Le shapefile ne tient pas des polygones\u00a0: est-ce le bon fichier\u00a0?",
                    TYPES.getOrDefault(type, "type " + type));
        }
        return 2L * Integer.toUnsignedLong(header.order(ByteOrder.BIG_ENDIAN).getInt(LENGTH_AT));
    }

    private byte[] bytes(int count) {
        try {
            byte[] bytes = new byte[count];
            shapes.readFully(bytes);
            return bytes;
        } catch (EOFException e) {
            throw cut("");
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private UnreadableSourceException cut(String said) {
        return Features.illegible(
                file, rank, "Le shapefile est coupé ou abîmé\u00a0: téléchargez-le ou copiez-le de nouveau.", said);
    }

    /** The library throws what it likes at a damaged table. */
    private <T> T table(Supplier<T> asked) {
        try {
            return asked.get();
        } catch (UnreadableSourceException e) {
            throw e;
        } catch (RuntimeException e) {
            throw Features.illegible(
                    file, rank,
                    "La table .dbf du shapefile est coupée ou abîmée\u00a0: téléchargez-la ou copiez-la de nouveau.",
                    French.shortened(String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }

    /** What the {@code .cpg} names; null without one: the table then tells by a byte of its own, or is in ISO-8859-1 as its standard says. */
    private Charset charset() {
        String said = companion("cpg").map(s -> s.strip().toUpperCase(Locale.ROOT)).orElse("");
        if (said.isEmpty()) {
            return null;
        }
        String name = switch (said.replaceAll("^(ANSI|OEM|CP)\\s*|[\\s_-]", "")) {
            case "65001", "UTF8" -> "UTF-8";
            case "1252", "WINDOWS1252" -> "windows-1252";
            case "88591", "ISO88591" -> "ISO-8859-1";
            case "885915", "ISO885915" -> "ISO-8859-15";
            default -> said;
        };
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw file.notices()
                    .unreadable(
                            0, "", NoticeCode.CHARSET,
                            "Le .cpg du shapefile nomme un jeu de caractères inconnu\u00a0: donnez le bon dans charset, à la source.",
                            said);
        }
    }

    private Optional<String> companion(String ending) {
        return file.companion(ending).map(c -> {
            try (InputStream bytes = c.open()) {
                String text = new String(bytes.readNBytes(LARGEST_COMPANION), StandardCharsets.UTF_8);
                bytes.transferTo(OutputStream.nullOutputStream());
                return text;
            } catch (IOException e) {
                throw file.unreadable(e);
            }
        });
    }

    @Override
    public Projection system() {
        String wkt = companion("prj").map(String::strip).orElse("");
        return wkt.isEmpty() ? null
                : Projection.described(wkt.replace("\uFEFF", "")).orElseThrow(() -> Projection.unknown(file, wkt));
    }

    @Override
    public Feature next() {
        while (true) {
            rank++;
            Object[] row = table(table::nextRecord);
            long start = offset;
            if (offset >= length) {
                if (row != null) {
                    throw unlike();
                }
                readToTheEnd();
                return null;
            }
            byte[] record = record();
            if (row == null) {
                throw unlike();
            }
            if (!Boolean.TRUE.equals(row[0])) {
                return feature(start, row, ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN));
            }
        }
    }

    private UnreadableSourceException unlike() {
        return Features.illegible(
                file, rank,
                "Le .shp et le .dbf n’ont pas autant de lignes l’un que l’autre\u00a0: copiez-les de nouveau, ensemble.",
                ".dbf");
    }

    private byte[] record() {
        int words = ByteBuffer.wrap(bytes(RECORD_HEADER)).getInt(4);
        offset += RECORD_HEADER + 2L * words;
        if (words < 2 || offset > length) {
            throw cut("");
        }
        if (words > LARGEST_RECORD / 2) {
            throw Features.tooManyPoints(file, rank);
        }
        return bytes(2 * words);
    }

    private void readToTheEnd() {
        try {
            shapes.transferTo(OutputStream.nullOutputStream());
            properties.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    private Feature feature(long start, Object[] row, ByteBuffer record) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            properties.put(columns.get(i), text(row[i + 1]));
        }
        int type = record.getInt(0);
        if (type == 0) {
            return new Feature(rank, start, properties, null, null);
        }
        if (!POLYGONS.contains(type)) {
            return new Feature(rank, start, properties, TYPES.getOrDefault(type, "type " + type), List.of());
        }
        return new Feature(
                rank, start, properties, "MultiPolygon", geometries ? polygons(rings(record)) : null);
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            default -> value.toString().strip();
        };
    }

    private List<Coordinate[]> rings(ByteBuffer record) {
        if (record.capacity() < POLYGON_HEADER) {
            throw cut("");
        }
        int parts = record.getInt(POLYGON_HEADER - 8);
        int points = record.getInt(POLYGON_HEADER - 4);
        if (points > MOST_POINTS || parts > MOST_RINGS) {
            throw Features.tooManyPoints(file, rank);
        }
        if (parts < 0 || points < 0 || record.capacity() < POLYGON_HEADER + 4L * parts + (long) POINT * points) {
            throw cut("");
        }
        List<Coordinate[]> rings = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            int from = record.getInt(POLYGON_HEADER + 4 * i);
            int to = i + 1 < parts ? record.getInt(POLYGON_HEADER + 4 * (i + 1)) : points;
            if (from < 0 || from > to || to > points) {
                throw cut("");
            }
            int first = POLYGON_HEADER + 4 * parts;
            rings.add(IntStream.range(from, to)
                    .map(p -> first + POINT * p)
                    .mapToObj(at -> new Coordinate(record.getDouble(at), record.getDouble(at + 8)))
                    .toArray(Coordinate[]::new));
        }
        return rings;
    }

    /** A ring and what lies around it. */
    private record Ring(Coordinate[] points, Envelope extent, double area) {
        static Ring of(Coordinate[] points) {
            return new Ring(points, CoordinateArrays.envelope(points), Area.ofRing(points));
        }

        /** Tells whether another ring lies within, by its first point that is not on both. */
        boolean holds(Ring other) {
            if (!extent.covers(other.extent) || area <= other.area) {
                return false;
            }
            for (Coordinate point : other.points) {
                int place = PointLocation.locateInRing(point, points);
                if (place != Location.BOUNDARY) {
                    return place == Location.INTERIOR;
                }
            }
            return false;
        }
    }

    /** A ring within none, or within a hole, begins a polygon; one within that is a hole of the smallest around it. */
    private static List<?> polygons(List<Coordinate[]> drawn) {
        List<Ring> rings = drawn.stream().map(Ring::of).toList();
        Map<Ring, List<List<Coordinate>>> polygons = new LinkedHashMap<>();
        Map<Ring, Ring> holes = new LinkedHashMap<>();
        for (Ring ring : rings) {
            List<Ring> around = rings.stream().filter(r -> r.holds(ring)).toList();
            if (around.size() % 2 == 0) {
                polygons.put(ring, new ArrayList<>(List.of(Arrays.asList(ring.points()))));
            } else {
                around.stream().min((a, b) -> Double.compare(a.area(), b.area())).ifPresent(r -> holes.put(ring, r));
            }
        }
        holes.forEach((hole, shell) -> polygons.computeIfAbsent(shell, s -> new ArrayList<>())
                .add(Arrays.asList(hole.points())));
        return List.copyOf(polygons.values());
    }

    @Override
    public void close() {
        close(shapes, properties);
    }

    private static void close(InputStream shapes, InputStream properties) {
        try (properties; shapes) {
            // the one after the other, whatever happens to the first
        } catch (IOException e) {
            // all that was wanted was read
        }
    }
}

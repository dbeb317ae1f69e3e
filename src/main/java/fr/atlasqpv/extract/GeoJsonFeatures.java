package fr.atlasqpv.extract;

import fr.atlasqpv.edition.French;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** The features of a GeoJSON file, one at a time: a national file of contours need not fit in memory. */
final class GeoJsonFeatures implements Features {
    /** A contour nests four deep and a property eight; its numbers have twenty digits. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxNumberLength(100)
                            .maxStringLength(1 << 20)
                            .maxNameLength(1_000)
                            .build())
            .build();
    /** EPSG code of the degrees of the standard. */
    private static final String DEGREES = "4326";

    private final InputFile file;
    private int points;
    private final JsonParser parser;
    private final boolean geometries;
    private String system;

    /**
     * Opens a file and goes to its first feature.
     *
     * @param file where it is
     * @param geometries whether the coordinates are wanted
     */
    GeoJsonFeatures(InputFile file, boolean geometries) {
        this.file = file;
        this.geometries = geometries;
        InputStream bytes = file.open();
        JsonParser opened = null;
        try {
            opened = FACTORY.createParser(ObjectReadContext.empty(), bytes);
            this.parser = opened;
            goToFeatures();
        } catch (JacksonException e) {
            throw illegible(e);
        }
    }

    private void goToFeatures() {
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("features") && value == JsonToken.START_ARRAY) {
                    return;
                }
                if (name.equals("crs")) {
                    system = system(texts().toString());
                } else {
                    parser.skipChildren();
                }
            }
        }
        throw notFeatures();
    }

    private UnreadableSourceException notFeatures() {
        return file.notices()
                .unreadable(
                        Math.max(1, parser.currentTokenLocation().getLineNr()),
                        "",
                        NoticeCode.GEOJSON_ILLISIBLE,
                        "On attend une FeatureCollection GeoJSON, avec une liste features.",
                        "");
    }

    /** Old files name their coordinate system: {@code urn:ogc:def:crs:EPSG::2154}, {@code …:CRS84}. */
    private static String system(String member) {
        if (member.contains("CRS84")) {
            return DEGREES;
        }
        java.util.regex.Matcher code = java.util.regex.Pattern.compile("EPSG:+([0-9]+)").matcher(member);
        return code.find() ? code.group(1) : DEGREES;
    }

    @Override
    public Projection system() {
        return system == null ? null
                : Projection.from(system).orElseThrow(() -> Projection.unknown(file, "EPSG:" + system));
    }

    @Override
    public Projection usual() {
        return Projection.wgs84();
    }

    @Override
    public Feature next() {
        try {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                readToTheEnd();
                return null;
            }
            if (token != JsonToken.START_OBJECT) {
                throw notFeatures();
            }
            points = 0;
            return feature();
        } catch (JacksonException e) {
            throw illegible(e);
        }
    }

    /** What follows the features: a file that is cut there was cut, and a system of coordinates told too late was not heeded. */
    private void readToTheEnd() {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (!name.equals("crs")) {
                parser.skipChildren();
            } else if (!system(texts().toString()).equals(system == null ? DEGREES : system)) {
                throw file.notices()
                        .unreadable(
                                parser.currentLocation().getLineNr(), "crs", NoticeCode.GEOJSON_ILLISIBLE,
                                "Le système de coordonnées est donné après les contours\u00a0: mettez crs avant features.",
                                "");
            }
        }
        if (parser.nextToken() != null) {
            throw notFeatures();
        }
    }

    private Feature feature() {
        long line = parser.currentTokenLocation().getLineNr();
        long offset = Math.max(0, parser.currentTokenLocation().getByteOffset());
        Map<String, String> properties = Map.of();
        Geometry geometry = new Geometry(null, null);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("properties") && value == JsonToken.START_OBJECT) {
                properties = texts();
            } else if (name.equals("geometry") && value == JsonToken.START_OBJECT) {
                geometry = geometry();
            } else {
                parser.skipChildren();
            }
        }
        return new Feature(line, offset, properties, geometry.type(), geometry.coordinates());
    }

    private record Geometry(String type, List<?> coordinates) {}

    private Geometry geometry() {
        String type = null;
        List<?> coordinates = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("type") && value == JsonToken.VALUE_STRING) {
                type = parser.getString();
            } else if (name.equals("coordinates") && value == JsonToken.START_ARRAY && geometries) {
                coordinates = array() instanceof List<?> list ? list : List.of();
            } else {
                parser.skipChildren();
            }
        }
        return new Geometry(type, coordinates);
    }

    /** A list of lists, or a coordinate where numbers begin. */
    private Object array() {
        JsonToken token = parser.nextToken();
        if (token.isNumeric()) {
            if (++points > MOST_POINTS) {
                throw Features.tooManyPoints(file, parser.currentTokenLocation().getLineNr());
            }
            double x = parser.getDoubleValue();
            double y = Double.NaN;
            token = parser.nextToken();
            if (token.isNumeric()) {
                y = parser.getDoubleValue();
                token = parser.nextToken();
            }
            while (token != JsonToken.END_ARRAY) {
                parser.skipChildren(); // an altitude
                token = parser.nextToken();
            }
            return new Coordinate(x, y);
        }
        List<Object> items = new ArrayList<>();
        while (token != JsonToken.END_ARRAY) {
            if (token != JsonToken.START_ARRAY) {
                throw notFeatures();
            }
            items.add(array());
            token = parser.nextToken();
        }
        return items;
    }

    /** Scalars of an object, lists joined, deeper objects flattened under their own names. */
    private Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return texts;
        }
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = Normalizer.normalize(parser.currentName(), Normalizer.Form.NFC);
            JsonToken value = parser.nextToken();
            switch (value) {
                case START_OBJECT -> texts.putAll(texts());
                case START_ARRAY -> texts.put(name, joined());
                case VALUE_NULL -> texts.put(name, "");
                default -> texts.put(name, parser.getString());
            }
        }
        return texts;
    }

    private String joined() {
        List<String> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token.isScalarValue()) {
                items.add(parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        return String.join(", ", items);
    }

    private UnreadableSourceException illegible(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return file.notices()
                    .unreadable(
                            Math.max(1, parser == null ? 1 : parser.currentLocation().getLineNr()), "",
                            NoticeCode.GEOJSON_ILLISIBLE,
                            "Un nombre, un texte ou une imbrication dépasse ici tout ce qu’un contour demande\u00a0: le fichier "
                                    + "est abîmé.",
                            "");
        }
        long line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
        return file.notices()
                .unreadable(
                        line,
                        "",
                        NoticeCode.GEOJSON_ILLISIBLE,
                        "Le fichier n’est pas du GeoJSON lisible, ou il est coupé\u00a0: téléchargez-le ou copiez-le de nouveau.",
                        French.shortened(String.valueOf(e.getOriginalMessage())));
    }

    @Override
    public void close() {
        parser.close();
    }
}

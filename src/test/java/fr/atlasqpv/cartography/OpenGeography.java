package fr.atlasqpv.cartography;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.release.Book2022;
import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.Typography;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.ProjCoordinate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Real communes and real QPV as the atlas of a region, for tests that look at maps: open data beside the project when
 * they are there, with the contours of 2024 for QPV. Populations of QPV are made up.
 */
final class OpenGeography {
    private static final Path DATA = Path.of("../shared/data");
    static final String LAMBERT_93 = "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 "
            + "+ellps=GRS80 +towgs84=0,0,0 +units=m";
    private static final String PARIS = "200054781";
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static OpenGeography loaded;

    private final Map<String, String[]> communes = new TreeMap<>();
    private final Map<String, Long> populations = new HashMap<>();
    private final Map<String, Geometry> contours = new HashMap<>();
    private final Map<String, Geometry> qpv = new TreeMap<>();
    private final Map<String, String> qpvLabel = new HashMap<>();
    private final Map<String, List<String>> qpvCommunes = new HashMap<>();
    private final List<Departement> departements = new ArrayList<>();
    private final Map<String, String> regions = new HashMap<>();

    private OpenGeography() throws IOException {
        for (String[] c : csv("insee/cog/Composition_communale_2021.csv", ";")) {
            communes.put(c[0], c);
        }
        for (String[] c : csv("insee/cog/popmun_rp2018_communes.csv", ";")) {
            populations.put(c[0], Long.parseLong(c[5]));
        }
        for (String[] c : csv("insee/cog/departement2021.csv", ",")) {
            departements.add(new Departement(c[0], Typography.name(c[6]), c[1], c[2]));
        }
        for (String[] c : csv("insee/cog/region2021.csv", ",")) {
            regions.put(c[0], Typography.name(c[5]));
        }
        for (JsonNode f : features("geo/communes_metropole.geojson")) {
            contours.put(f.at("/properties/depcom").asString(), geometry(f.get("geometry")));
        }
        for (JsonNode f : features("geo/qpv2024_france.geojson")) {
            String code = f.at("/properties/code_qp").asString();
            List<String> in = new ArrayList<>();
            f.at("/properties/insee_com").forEach(n -> in.add(n.asString()));
            qpv.put(code, geometry(f.get("geometry")));
            qpvLabel.put(code, Typography.name(f.at("/properties/lib_qp").asString()));
            qpvCommunes.put(code, in);
        }
    }

    static boolean present() {
        return Files.exists(DATA.resolve("geo/communes_metropole.geojson"));
    }

    static OpenGeography load() {
        if (loaded == null) {
            try {
                loaded = new OpenGeography();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return loaded;
    }

    private static List<String[]> csv(String file, String separator) throws IOException {
        List<String> lines = Files.readAllLines(DATA.resolve(file), StandardCharsets.UTF_8);
        return lines.subList(1, lines.size()).stream().map(l -> l.split(separator, -1)).toList();
    }

    private static JsonNode features(String file) throws IOException {
        try (InputStream in = Files.newInputStream(DATA.resolve(file))) {
            return JsonMapper.shared().readTree(in).get("features");
        }
    }

    private static Geometry geometry(JsonNode node) {
        boolean single = node.get("type").asString().equals("Polygon");
        List<Polygon> polygons = new ArrayList<>();
        if (single) {
            polygons.add(polygon(node.get("coordinates")));
        } else {
            node.get("coordinates").forEach(p -> polygons.add(polygon(p)));
        }
        return GEOMETRY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> all = new ArrayList<>();
        rings.forEach(ring -> {
            List<Coordinate> points = new ArrayList<>();
            ring.forEach(p -> points.add(lambert93(p.get(0).asDouble(), p.get(1).asDouble())));
            all.add(GEOMETRY.createLinearRing(points.toArray(Coordinate[]::new)));
        });
        return GEOMETRY.createPolygon(all.getFirst(), all.subList(1, all.size()).toArray(LinearRing[]::new));
    }

    private static final CoordinateTransform TO_LAMBERT = transform();

    private static CoordinateTransform transform() {
        CRSFactory crs = new CRSFactory();
        return new BasicCoordinateTransform(
                crs.createFromParameters("WGS84", "+proj=longlat +datum=WGS84"),
                crs.createFromParameters("L93", LAMBERT_93));
    }

    static Coordinate lambert93(double longitude, double latitude) {
        ProjCoordinate out = TO_LAMBERT.transform(new ProjCoordinate(longitude, latitude), new ProjCoordinate());
        return new Coordinate(out.x, out.y);
    }

    /** Contours of all communes, metres of Lambert-93. */
    Collection<Geometry> communeContours() {
        return contours.values();
    }

    /** The atlas of a region; schematic: with the centres of the communes of the region and around instead of contours. */
    PublishedAtlas atlas(String region, boolean schematic, List<String> zooms) {
        return new Book(region, schematic).build(zooms);
    }

    private String row(String[] commune) {
        return commune[2].equals(PARIS) ? PARIS + "-" + commune[4] : commune[2].startsWith("ZZ") ? "" : commune[2];
    }

    private final class Book {
        private final String region;
        private final boolean schematic;
        private final Set<String> withQpv = new HashSet<>();
        private final Map<String, String> seat = new HashMap<>();
        private final List<PublishedTerritory> territories = new ArrayList<>();
        private final TreeMap<CellKey, PublishedCell> cells = new TreeMap<>();
        private final Map<String, Geometry> qpvOfBook = new HashMap<>();

        Book(String region, boolean schematic) {
            this.region = region;
            this.schematic = schematic;
            qpvCommunes.values().forEach(withQpv::addAll);
            for (String[] c : communes.values()) {
                seat.merge(row(c), c[0], (a, b) -> population(b) > population(a) ? b : a);
            }
        }

        private long population(String commune) {
            return populations.getOrDefault(commune, 0L);
        }

        PublishedAtlas build(List<String> zooms) {
            add(Level.REG, region, regions.get(region), "", "");
            departements.stream()
                    .filter(d -> d.region().equals(region))
                    .forEach(d -> add(Level.DEP, d.code(), d.label(), "", ""));
            addEpci();
            addQpv();
            Set<String> near = near();
            return new PublishedAtlas(
                    edition(),
                    region,
                    regions.get(region),
                    region,
                    territories,
                    cells,
                    List.of(),
                    zooms.stream().map(z -> new ZoomMap(z, communes.get(seat.get(z))[4])).toList(),
                    near.stream().map(this::onMap).toList(),
                    departements,
                    contours(near),
                    Map.of(),
                    List.of(),
                    Set.of());
        }

        private void addEpci() {
            Map<String, String[]> rows = new TreeMap<>();
            for (String[] c : communes.values()) {
                if (c[5].equals(region) && withQpv.contains(c[0])) {
                    rows.putIfAbsent(row(c), communes.get(seat.get(row(c))));
                }
            }
            rows.values().stream()
                    .sorted(Comparator.comparing((String[] c) -> c[4]).thenComparing(this::code))
                    .forEach(c -> add(Level.EPCI, code(c), label(c), "", c[4]));
        }

        private String code(String[] commune) {
            return row(commune);
        }

        private String label(String[] commune) {
            String name = Typography.name(commune[3]);
            return code(commune).contains("-") ? name + " – partie " + commune[4] : name;
        }

        private void addQpv() {
            for (String code : qpv.keySet()) {
                String[] commune = communes.get(qpvCommunes.get(code).getFirst());
                if (commune == null || !commune[5].equals(region)) {
                    continue;
                }
                String[] home = communes.get(seat.get(row(commune)));
                add(Level.QPV, code, qpvLabel.get(code), row(commune), home[4]);
                CellKey key = CellKey.of(Level.QPV, code, Perimeter.QPV, Indicators2022.POPULATION);
                long inhabitants = 1_000 + 90L * (code.hashCode() & 127);
                cells.put(key, new PublishedCell(
                        key, BigDecimal.valueOf(inhabitants), null, CellStatus.PUBLIE, false));
                if (code.hashCode() % 23 != 0) {
                    qpvOfBook.put(code, qpv.get(code));
                }
            }
        }

        private void add(Level level, String code, String label, String epci, String departement) {
            Coordinate at = level == Level.QPV
                    ? contours.get(qpvCommunes.get(code).getFirst()).getInteriorPoint().getCoordinate()
                    : null;
            territories.add(new PublishedTerritory(
                    new Territory(level, code),
                    label,
                    label,
                    epci,
                    departement,
                    region,
                    at == null ? null : at.x,
                    at == null ? null : at.y,
                    ""));
        }

        private Set<String> near() {
            Envelope reach = new Envelope();
            for (String[] c : communes.values()) {
                if (c[5].equals(region) && contours.containsKey(c[0])) {
                    reach.expandToInclude(contours.get(c[0]).getEnvelopeInternal());
                }
            }
            reach.expandBy(schematic ? 30_000 : 150_000);
            Set<String> near = new java.util.TreeSet<>();
            for (String code : communes.keySet()) {
                if (contours.containsKey(code) && reach.intersects(contours.get(code).getEnvelopeInternal())) {
                    near.add(code);
                }
            }
            return near;
        }

        private CommuneOnMap onMap(String code) {
            String[] c = communes.get(code);
            boolean isSeat = code.equals(seat.get(row(c)));
            return new CommuneOnMap(
                    code, Typography.name(c[1]), row(c), c[4], c[5], population(code), withQpv.contains(code), isSeat);
        }

        private Contours contours(Set<String> near) {
            Map<String, Geometry> shapes = new HashMap<>();
            Map<String, Coordinate> centres = new HashMap<>();
            for (String code : near) {
                Geometry shape = OpenGeography.this.contours.get(code);
                if (schematic) {
                    centres.put(code, shape.getInteriorPoint().getCoordinate());
                } else {
                    shapes.put(code, shape);
                }
            }
            return new Contours(shapes, centres, qpvOfBook);
        }
    }

    private static EditionNotice edition() {
        return new EditionNotice(
                "test", "2022", "Atlas", "", "", "", "", "", "", Frames.metropole(1), "0", Map.of(), List.of(),
                Book2022.SPEC,
                Map.of(), List.of());
    }
}

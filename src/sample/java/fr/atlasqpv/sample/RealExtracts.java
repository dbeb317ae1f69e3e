package fr.atlasqpv.sample;

import fr.atlasqpv.sample.Lambert93.Degrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Cuts the real extracts of the sample: COG, EPCI and RP 2018 populations from the npm package {@code
 * @etalab/decoupage-administratif} 1.1.1 (Licence Ouverte), centres of communes from any GeoJSON of commune contours
 * with a property {@code depcom}. A developer runs it once per edition; neither {@code run} nor {@code verify} does.
 *
 * <p>Communes kept: those of the region, of the départements around it, and the other members of their EPCI, so that
 * every EPCI named is whole.
 */
final class RealExtracts {
    private static final Set<String> DEPARTEMENTS =
            Set.of("02", "59", "60", "62", "80", "08", "27", "51", "76", "77", "95");
    private static final String REGION = "32";
    private static final double RIM = 30_000;
    private static final double CENT = 100;

    private final JsonNode communes;
    private final JsonNode epci;
    private final JsonNode departements;
    private final JsonNode regions;
    private final Path output;
    private final Map<String, String> epciOfCommune = new HashMap<>();
    private final Set<String> keptEpci = new TreeSet<>();
    private final Set<String> kept = new TreeSet<>();

    private RealExtracts(Path data, Path output) {
        communes = json(data.resolve("communes.json"));
        epci = json(data.resolve("epci.json"));
        departements = json(data.resolve("departements.json"));
        regions = json(data.resolve("regions.json"));
        this.output = output;
    }

    /**
     * Arguments: folder {@code data} of the unpacked npm package, GeoJSON of the communes, output folder.
     *
     * @throws UncheckedIOException when a file cannot be read or written
     */
    public static void main(String[] arguments) {
        RealExtracts extracts = new RealExtracts(Path.of(arguments[0]), Path.of(arguments[2]));
        extracts.choose();
        extracts.writeCog();
        extracts.writeEpci();
        extracts.writePopulations();
        extracts.writeCentres(Path.of(arguments[1]));
    }

    private void choose() {
        for (JsonNode one : epci) {
            one.get("membres").forEach(m -> epciOfCommune.put(text(m, "code"), text(one, "code")));
        }
        for (JsonNode commune : communes) {
            String departement = text(commune, "departement"); // none in the overseas collectivities
            if (text(commune, "type").equals("commune-actuelle")
                    && departement != null
                    && DEPARTEMENTS.contains(departement)) {
                kept.add(text(commune, "code"));
                String its = epciOfCommune.get(text(commune, "code"));
                if (its != null) {
                    keptEpci.add(its);
                }
            }
        }
        epciOfCommune.forEach((commune, its) -> {
            if (keptEpci.contains(its)) {
                kept.add(commune);
            }
        });
    }

    private void writeCog() {
        Table table = new Table(',', "TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT");
        Map<String, Object[]> rows = new TreeMap<>();
        for (JsonNode c : communes) {
            String code = text(c, "code");
            String name = text(c, "nom");
            switch (text(c, "type")) {
                case "commune-actuelle" -> {
                    if (kept.contains(code)) {
                        rows.put("1" + code, row("COM", c, text(c, "region"), text(c, "departement"), null));
                    }
                }
                case "commune-deleguee" -> former("COMD", c, text(c, "chefLieu"), rows);
                case "commune-associee" -> former("COMA", c, text(c, "chefLieu"), rows);
                case "arrondissement-municipal" -> {
                    if (kept.contains(text(c, "commune"))) {
                        rows.put("3" + code, row("ARM", c, text(c, "region"), text(c, "departement"),
                                text(c, "commune")));
                    }
                }
                default -> throw new IllegalStateException("type of " + code + " " + name);
            }
        }
        rows.values().forEach(table::row);
        write("insee/cog/commune_2021.csv", table);
        write("insee/cog/departement_2021.csv", capitals(departements, "DEP,REG"));
        write("insee/cog/region_2021.csv", capitals(regions, "REG"));
    }

    private void former(String type, JsonNode commune, String parent, Map<String, Object[]> rows) {
        if (kept.contains(parent)) {
            rows.put("2" + text(commune, "code") + type, row(type, commune, null, null, parent));
        }
    }

    private static Object[] row(String type, JsonNode commune, String region, String departement, String parent) {
        String name = text(commune, "nom");
        int link = commune.get("typeLiaison").asInt();
        String bare = withoutArticle(name, link);
        return new Object[] {
                type,
                text(commune, "code"),
                region,
                departement,
                departement == null ? null : departement.equals("75") ? "75C" : departement + "D",
                departement == null ? null : text(commune, "arrondissement"),
                link,
                capitals(bare),
                bare,
                name,
                null,
                parent
        };
    }

    private static Table capitals(JsonNode territories, String codes) {
        Table table = new Table(',', codes + ",CHEFLIEU,TNCC,NCC,NCCENR,LIBELLE");
        for (JsonNode t : territories) {
            String name = text(t, "nom");
            List<Object> fields = new ArrayList<>(List.of(text(t, "code")));
            if (codes.startsWith("DEP")) {
                fields.add(text(t, "region"));
            }
            fields.addAll(List.of(text(t, "chefLieu"), t.get("typeLiaison").asInt(), capitals(name), name, name));
            table.row(fields.toArray());
        }
        return table;
    }

    private void writeEpci() {
        Table list = new Table(';', "EPCI;LIBEPCI;NATURE_EPCI;NB_COM");
        Table composition = new Table(';', "CODGEO;LIBGEO;EPCI;LIBEPCI;DEP;REG");
        Map<String, JsonNode> byCode = index(communes, "commune-actuelle");
        Map<String, JsonNode> epciByCode = index(epci, null);
        for (String code : keptEpci) {
            JsonNode one = epciByCode.get(code);
            String nature = text(one, "type").startsWith("MET") ? "ME" : text(one, "type");
            list.row(code, text(one, "nom"), nature, one.get("membres").size());
        }
        for (String commune : kept) {
            JsonNode c = byCode.get(commune);
            JsonNode one = epciByCode.get(epciOfCommune.get(commune));
            composition.row(
                    commune,
                    text(c, "nom"),
                    one == null ? "ZZZZZZZZZ" : text(one, "code"),
                    one == null ? "Sans objet" : text(one, "nom"),
                    text(c, "departement"),
                    text(c, "region"));
        }
        write("insee/cog/epci_2021.csv", list);
        write("insee/cog/composition_communale_2021.csv", composition);
    }

    private void writePopulations() {
        Map<String, JsonNode> byCode = index(communes, "commune-actuelle");
        Map<String, String> regionNames = new HashMap<>();
        regions.forEach(r -> regionNames.put(text(r, "code"), text(r, "nom")));
        Map<String, JsonNode> members = new TreeMap<>();
        epci.forEach(one -> one.get("membres").forEach(m -> members.put(text(m, "code"), m)));
        Table table = new Table(';', "CODREG;REG;CODDEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT");
        for (String commune : kept) {
            JsonNode c = byCode.get(commune);
            JsonNode m = members.get(commune);
            if (m == null) {
                continue;
            }
            int municipal = m.get("populationMunicipale").asInt();
            int total = m.get("populationTotale").asInt();
            table.row(
                    text(c, "region"),
                    regionNames.get(text(c, "region")),
                    text(c, "departement"),
                    text(c, "arrondissement").substring(2),
                    null,
                    commune.substring(2),
                    text(c, "nom"),
                    municipal,
                    total - municipal,
                    total);
        }
        write("insee/population/communes.csv", table);
    }

    private void writeCentres(Path contours) {
        Map<String, Degrees> centres = new TreeMap<>();
        GeometryFactory factory = new GeometryFactory();
        for (JsonNode feature : json(contours).get("features")) {
            String code = text(feature.get("properties"), "depcom");
            if (kept.contains(code)) {
                centres.put(code, centre(feature.get("geometry").get("coordinates"), factory));
            }
        }
        // Merged into 02054 between the COG of 2021 and that of the contours.
        if (centres.containsKey("02054") && !centres.containsKey("02695")) {
            Degrees merged = centres.get("02054");
            centres.put("02695", new Degrees(merged.lon() + 0.01, merged.lat() - 0.01));
        }
        Map<String, String> regionOf = new HashMap<>();
        index(communes, "commune-actuelle").forEach((code, c) -> regionOf.put(code, text(c, "region")));
        List<Lambert93.Metres> inside = centres.entrySet().stream()
                .filter(e -> REGION.equals(regionOf.get(e.getKey())))
                .map(e -> Lambert93.project(e.getValue()))
                .toList();
        Table table = new Table(';', "CODGEO;LON;LAT");
        Set<String> taken = new HashSet<>();
        centres.forEach((code, centre) -> {
            if (near(Lambert93.project(centre), inside)) {
                long lon = Math.round(centre.lon() * CENT);
                long lat = Math.round(centre.lat() * CENT);
                while (!taken.add(lon + "/" + lat)) {
                    lon++; // two centres in one hundredth of a degree: Voronoi cells need distinct points
                }
                table.row(code, hundredths(lon), hundredths(lat));
            }
        });
        write("geo/communes_centres.csv", table);
    }

    private static boolean near(Lambert93.Metres point, Collection<Lambert93.Metres> others) {
        return others.stream().anyMatch(o -> o.distance(point) <= RIM);
    }

    private static Degrees centre(JsonNode multiPolygon, GeometryFactory factory) {
        Polygon largest = null;
        for (JsonNode polygon : multiPolygon) {
            List<Coordinate> ring = new ArrayList<>();
            polygon.get(0)
                    .forEach(p -> ring.add(
                            new Coordinate(p.get(0).asDouble(), p.get(1).asDouble())));
            Polygon candidate = factory.createPolygon(ring.toArray(new Coordinate[0]));
            if (largest == null || candidate.getArea() > largest.getArea()) {
                largest = candidate;
            }
        }
        Point centroid = largest.getCentroid();
        Point point = largest.contains(centroid) ? centroid : largest.getInteriorPoint();
        return new Degrees(point.getX(), point.getY());
    }

    private static String hundredths(long value) {
        return (value < 0 ? "-" : "") + Math.abs(value) / 100 + "." + String.format(Locale.ROOT, "%02d",
                Math.abs(value) % 100);
    }

    private static Map<String, JsonNode> index(JsonNode nodes, String type) {
        Map<String, JsonNode> byCode = new TreeMap<>();
        for (JsonNode node : nodes) {
            if (type == null || type.equals(text(node, "type"))) {
                byCode.put(text(node, "code"), node);
            }
        }
        return byCode;
    }

    private static String withoutArticle(String name, int link) {
        return switch (link) {
            case 2 -> name.substring("Le ".length());
            case 3 -> name.substring("La ".length());
            case 4 -> name.substring("Les ".length());
            case 5 -> name.substring("L'".length());
            case 6 -> name.substring("Aux ".length());
            case 7 -> name.substring("Las ".length());
            case 8 -> name.substring("Los ".length());
            default -> name;
        };
    }

    private static String capitals(String name) {
        String plain = Normalizer.normalize(name.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae"),
                Normalizer.Form.NFD);
        return plain.replaceAll("\\p{M}", "").replaceAll("[-'’]", " ").toUpperCase(Locale.ROOT);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value == null ? null : value.asString();
    }

    private static JsonNode json(Path file) {
        return JsonMapper.builder().build().readTree(file.toFile());
    }

    private void write(String name, Table table) {
        try {
            Path file = output.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, table.text(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

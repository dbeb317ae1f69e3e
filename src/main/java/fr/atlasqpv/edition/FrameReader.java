package fr.atlasqpv.edition;

import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.ReferenceTerritory;
import fr.atlasqpv.territory.Zone;
import fr.atlasqpv.territory.Zone.Inset;
import fr.atlasqpv.territory.Zone.Surrounding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateReferenceSystem;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;
import org.locationtech.proj4j.UnknownAuthorityCodeException;

/** Reads what an edition places: its territory of reference, its zones, the seas and countries around them. */
final class FrameReader {
    private static final Pattern RANGE = Pattern.compile("([0-9]{2,3})-([0-9]{2,3})");
    private static final double METRES = 1_000;
    /** Ten times what a legal projection does in the middle of its territory. */
    private static final double MOST_DISTORTION = 0.01;
    private static final int ANY_IN_METRES = 3857;
    private static final int FARTHEST = 20_000;
    private static final int SIDES = 4;
    private static final int LEAST_CORNERS = 3;

    /** Codes of EPSG that may be of a system of coordinates. */
    static final int LOWEST_EPSG = 1_024;
    static final int HIGHEST_EPSG = 32_767;

    private final Section frame;
    private final Map<String, String> zoneOf = new HashMap<>();

    FrameReader(Section file) {
        this.frame = file.section("frame", true);
    }

    /** @param qpv number of QPV of the territory of reference */
    Frame read(int qpv) {
        Section reference = frame.section("reference", true);
        ReferenceTerritory compared = new ReferenceTerritory(
                reference.text("code"), reference.text("label"), reference.text("of"),
                new TreeSet<>(reference.texts("regions")), qpv);
        if (!compared.code().isEmpty() && !compared.code().matches("[A-Z]{3,12}")) {
            reference.fault("code", "identifiant-invalide",
                    "On attend un code en capitales, trois à douze lettres\u00a0: FRMETRO par exemple.",
                    compared.code());
        }
        Section zones = frame.section("zones", true);
        List<Zone> read = new ArrayList<>();
        for (String id : zones.keys()) {
            read.add(zone(id, zones.section(id, true)));
        }
        if (read.isEmpty() && frame.has("zones")) {
            frame.fault("zones", "cadre-vide", "Aucune zone n’est déclarée\u00a0: l’édition ne place aucun territoire.",
                    "");
        }
        for (YamlNode.Scalar region : reference.scalars("regions")) {
            if (!read.isEmpty() && read.stream().noneMatch(z -> z.regions().contains(region.text()))) {
                reference.fault("regions", "region-hors-cadre",
                        "Cette région du territoire de référence n’est dans aucune zone (frame.zones). Zones déclarées\u00a0: "
                                + placed(read) + ".",
                        region.text());
            }
        }
        reference.finish();
        zones.finish();
        frame.finish();
        return new Frame(compared, read);
    }

    private static String placed(List<Zone> zones) {
        return zones.stream().map(z -> z.id() + " (" + String.join(", ", z.regions()) + ")")
                .collect(Collectors.joining("\u00a0; "));
    }

    private Zone zone(String id, Section zone) {
        int epsg = zone.integer("epsg", LOWEST_EPSG, HIGHEST_EPSG);
        boolean ofMetres = ofMetres(epsg);
        if (zone.has("epsg") && !ofMetres) {
            zone.fault("epsg", "projection-inconnue",
                    "On attend le code EPSG d’une projection en mètres\u00a0: 2154 pour Lambert-93 par exemple.",
                    Integer.toString(epsg));
        }
        String projection = zone.text("projection");
        SortedSet<String> regions = new TreeSet<>();
        for (YamlNode.Scalar region : zone.scalars("regions")) {
            alone(zone, "regions", "region " + region.text(), region.text(), id);
            regions.add(region.text());
        }
        SortedSet<String> departements = new TreeSet<>();
        for (YamlNode.Scalar item : zone.scalars("departements")) {
            for (String code : codes(zone, item.text())) {
                alone(zone, "departements", "departement " + code, code, id);
                departements.add(code);
            }
        }
        Envelope extent = extent(zone);
        if (!extent.isNull() && ofMetres && !trueTo(epsg, extent.centre())) {
            zone.fault("epsg", "projection-deformante",
                    "Au milieu de l’étendue de la zone (extent), un mètre de cette projection n’est pas un mètre, à "
                            + "un pour cent près\u00a0: donnez la projection légale du territoire, et une étendue dans cette projection.",
                    Integer.toString(epsg));
        }
        List<Surrounding> around = new ArrayList<>();
        around.addAll(around(zone, "seas", true));
        around.addAll(around(zone, "countries", false));
        SortedMap<String, List<Inset>> insets = new TreeMap<>();
        Section larger = zone.section("insets", false);
        for (String departement : larger.keys()) {
            if (!departements.contains(departement)) {
                larger.fault(departement, "departement-invalide", "Ce département n’est pas de la zone.", departement);
            }
            List<Inset> parts = new ArrayList<>();
            for (Section inset : larger.sections(departement, "label")) {
                parts.add(new Inset(inset.text("label"), extent(inset)));
                inset.finish();
            }
            insets.put(departement, parts);
        }
        larger.finish();
        zone.finish();
        // An edition with an unknown projection is refused; any other in metres lets the rest of it be read
        return new Zone(id, ofMetres ? epsg : ANY_IN_METRES, projection, regions, departements, extent, around,
                insets);
    }

    private static Envelope extent(Section section) {
        List<Double> sides = kilometres(section, "extent");
        if (sides.size() != SIDES || sides.get(0) >= sides.get(2) || sides.get(1) >= sides.get(3)) {
            section.fault("extent", "etendue-invalide",
                    "On attend quatre nombres, en kilomètres de la projection\u00a0: ouest, sud, est, nord.", "");
            return new Envelope();
        }
        return new Envelope(sides.get(0), sides.get(2), sides.get(1), sides.get(3));
    }

    private static boolean ofMetres(int epsg) {
        return system(epsg).filter(s -> s.getParameterString().contains("+units=m")).isPresent();
    }

    /** The system of coordinates with an EPSG code, empty when there is none. */
    static Optional<CoordinateReferenceSystem> system(int epsg) {
        try {
            return Optional.ofNullable(new CRSFactory().createFromName("EPSG:" + epsg))
                    .filter(s -> s.getProjection() != null);
        } catch (UnknownAuthorityCodeException e) {
            return Optional.empty();
        }
    }

    /**
     * Tells whether lengths are true at a place: those of the projection and of the transverse Mercator projection of that very place,
     * which has no distortion there. The places around a centre are no worse than it by more than the legal projections allow.
     *
     * @param at metres of the projection
     */
    private static boolean trueTo(int epsg, Coordinate at) {
        CRSFactory systems = new CRSFactory();
        CoordinateReferenceSystem system = systems.createFromName("EPSG:" + epsg);
        ProjCoordinate degrees = new ProjCoordinate();
        try {
            new BasicCoordinateTransform(system, systems.createFromName("EPSG:4326"))
                    .transform(new ProjCoordinate(at.x, at.y), degrees);
            CoordinateTransform local = new BasicCoordinateTransform(system, systems.createFromParameters(
                    "", "+proj=tmerc +ellps=GRS80 +units=m +lat_0=" + degrees.y + " +lon_0=" + degrees.x));
            return length(local, at, METRES, 0) && length(local, at, 0, METRES);
        } catch (Proj4jException e) {
            return false;
        }
    }

    private static boolean length(CoordinateTransform local, Coordinate at, double east, double north) {
        ProjCoordinate from = local.transform(new ProjCoordinate(at.x, at.y), new ProjCoordinate());
        ProjCoordinate to = local.transform(new ProjCoordinate(at.x + east, at.y + north), new ProjCoordinate());
        return Math.abs(Math.hypot(to.x - from.x, to.y - from.y) / METRES - 1) <= MOST_DISTORTION;
    }

    /** A territory that two zones claimed would be measured twice, and differently. */
    private void alone(Section zone, String key, String what, String code, String id) {
        String other = zoneOf.put(what, id);
        if (other != null) {
            zone.fault(key, "zone-en-double", "La zone " + French.quoted(other) + " a déjà ce territoire.", code);
        }
    }

    /** A code, or the codes from one to another. */
    private static List<String> codes(Section zone, String text) {
        Matcher range = RANGE.matcher(text);
        List<String> codes = new ArrayList<>();
        if (!range.matches()) {
            codes.add(text);
        } else {
            int width = range.group(1).length();
            for (int n = Integer.parseInt(range.group(1)); n <= Integer.parseInt(range.group(2)); n++) {
                codes.add(String.format(Locale.ROOT, "%0" + width + "d", n));
            }
        }
        Optional<String> odd = codes.stream().filter(c -> !Frame.isDepartement(c)).findFirst();
        if (codes.isEmpty() || odd.isPresent()) {
            zone.fault("departements", "departement-invalide",
                    "On attend le code d’un département, ou les codes de l’un à l’autre\u00a0: 2A, 974, 21-95.",
                    odd.orElse(text));
            return List.of();
        }
        return codes;
    }

    private static List<Surrounding> around(Section zone, String key, boolean sea) {
        Section names = zone.section(key, false);
        List<Surrounding> around = new ArrayList<>();
        for (String name : names.keys()) {
            List<Double> numbers = kilometres(names, name);
            List<Coordinate> outline = new ArrayList<>();
            for (int i = 0; i + 1 < numbers.size(); i += 2) {
                outline.add(new Coordinate(numbers.get(i), numbers.get(i + 1)));
            }
            if (numbers.size() % 2 != 0 || outline.size() < LEAST_CORNERS) {
                names.fault(name, "contour-invalide",
                        "On attend trois sommets ou plus, en kilomètres de la projection\u00a0: x, y, x, y…", "");
            }
            around.add(new Surrounding(name, sea, outline));
        }
        names.finish();
        return around;
    }

    /** Kilometres of the file as metres; what is no number is reported. */
    private static List<Double> kilometres(Section section, String key) {
        return section.decimals(key, -FARTHEST, FARTHEST).stream().map(BigDecimal::doubleValue).map(n -> n * METRES)
                .toList();
    }
}

package fr.atlasqpv.extract;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Systems of coordinates as the {@code .prj} of a shapefile and the table of a GeoPackage describe them (OGC 01-009, and the words of
 * ESRI), as far as contours of France come: degrees, Lambert with two parallels, transverse Mercator, on the ellipsoids of 1980 and
 * 1984, which all systems since have and whose points are within a metre of each other. Anything else is not known, rather than misplaced:
 * a system of before lies a hundred metres off, by an amount that the text does not tell.
 */
final class WellKnownText {
    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)";
    private static final Pattern ELLIPSOID = numbers("SPHEROID", 2);
    private static final Pattern MERIDIAN = numbers("PRIMEM", 1);
    private static final Pattern UNIT = numbers("UNIT", 1);
    private static final Pattern PARAMETER = numbers("PARAMETER", 1);
    private static final Pattern METHOD = Pattern.compile("PROJECTION\\s*\\[\\s*\"([^\"]*)\"");
    private static final Pattern SHIFT = Pattern.compile("TOWGS84\\s*\\[([^\\]]*)\\]");
    private static final int LONGEST = 10_000;
    private static final double EQUATOR = 6_378_137;
    private static final double FLATTENING = 298.2572;
    private static final double DEGREE = Math.PI / 180;

    private WellKnownText() {}

    private static Pattern numbers(String word, int count) {
        return Pattern.compile(word + "\\s*\\[\\s*\"([^\"]*)\"" + ("\\s*,\\s*" + NUMBER).repeat(count));
    }

    /** The system in the parameters of PROJ, empty when it is not known. */
    static Optional<String> parameters(String text) {
        String wkt = text.strip();
        if (wkt.length() > LONGEST || !usual(wkt)) {
            return Optional.empty();
        }
        String rest = " +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +no_defs";
        double[] units = UNIT.matcher(wkt).results().mapToDouble(u -> number(u, 2)).toArray();
        if (wkt.startsWith("GEOGCS")) {
            return units.length == 1 && near(units[0], DEGREE, 1e-9) ? Optional.of("+proj=longlat" + rest)
                    : Optional.empty();
        }
        Matcher method = METHOD.matcher(wkt);
        if (!wkt.startsWith("PROJCS") || units.length != 2 || !near(units[0], DEGREE, 1e-9) || units[1] != 1
                || !method.find()) {
            return Optional.empty();
        }
        Map<String, String> given = new HashMap<>();
        PARAMETER.matcher(wkt).results().forEach(p -> given.put(p.group(1).toLowerCase(Locale.ROOT), p.group(2)));
        return projected(method.group(1).toLowerCase(Locale.ROOT), given).map(p -> p + " +units=m" + rest);
    }

    private static boolean usual(String wkt) {
        Matcher ellipsoid = ELLIPSOID.matcher(wkt);
        Matcher meridian = MERIDIAN.matcher(wkt);
        Matcher shift = SHIFT.matcher(wkt);
        return ellipsoid.find() && near(number(ellipsoid, 2), EQUATOR, 1e-3)
                && near(number(ellipsoid, 3), FLATTENING, 1e-3)
                && meridian.find() && number(meridian, 2) == 0
                && (!shift.find() || shift.group(1).matches("[0.,\\s]*"));
    }

    private static Optional<String> projected(String method, Map<String, String> given) {
        return switch (method) {
            case "lambert_conformal_conic", "lambert_conformal_conic_2sp" -> written(
                    "+proj=lcc", given,
                    Map.of("standard_parallel_1", "lat_1", "standard_parallel_2", "lat_2", "latitude_of_origin",
                            "lat_0",
                            "central_meridian", "lon_0", "false_easting", "x_0", "false_northing", "y_0"));
            case "transverse_mercator" -> written(
                    "+proj=tmerc", given,
                    Map.of("latitude_of_origin", "lat_0", "central_meridian", "lon_0", "scale_factor", "k",
                            "false_easting", "x_0", "false_northing", "y_0"));
            default -> Optional.empty();
        };
    }

    /** All of the parameters of a projection, and no other but a scale of one. */
    private static Optional<String> written(String projection, Map<String, String> given, Map<String, String> names) {
        boolean whole = given.keySet().containsAll(names.keySet())
                && given.entrySet().stream().allMatch(g -> names.containsKey(g.getKey())
                        || (g.getKey().equals("scale_factor") && Double.parseDouble(g.getValue()) == 1));
        StringBuilder written = new StringBuilder(projection);
        names.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(
                n -> written.append(" +").append(n.getValue()).append('=').append(given.get(n.getKey())));
        return whole ? Optional.of(written.toString()) : Optional.empty();
    }

    private static double number(MatchResult match, int group) {
        return Double.parseDouble(match.group(group));
    }

    private static boolean near(double value, double expected, double tolerance) {
        return Math.abs(value - expected) <= tolerance;
    }
}

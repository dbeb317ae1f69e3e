package fr.atlasqpv.sample;

import fr.atlasqpv.sample.Cog.Commune;
import fr.atlasqpv.sample.Lambert93.Metres;
import fr.atlasqpv.sample.Print.PrintedQpv;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Schools on the map: as many public collèges near each QPV as the print counts, others in the towns, private ones and
 * lycées among them. Each point is clearly within 300 m of a contour or clearly beyond.
 */
final class SchoolMap {
    /** Nearer than this to a contour counts, metres; the rule says 300. */
    private static final double NEAR = 270;
    /** Farther than this does not. */
    private static final double FAR = 335;

    private static final double APART = 120;
    private static final int INHABITANTS_PER_COLLEGE = 9_500;
    private static final String KEY = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final List<String> NAMES = List.of(
            "JEAN MOULIN", "JULES FERRY", "VICTOR HUGO", "PAUL ELUARD", "LOUISE MICHEL", "MARIE CURIE", "PABLO NERUDA",
            "JEAN ZAY", "SIMONE VEIL", "GEORGE SAND", "ALBERT CAMUS", "ROSA PARKS", "JACQUES PREVERT", "LUCIE AUBRAC",
            "EMILE ZOLA", "PAUL LANGEVIN", "JEAN ROSTAND", "ANNE FRANK", "ROBERT DESNOS", "ANATOLE FRANCE",
            "JOLIOT-CURIE", "JEAN VILAR", "MOLIERE", "PIERRE MENDES FRANCE", "ARTHUR RIMBAUD", "GERMAINE TILLION",
            "CAMILLE CLAUDEL", "LEON BLUM", "GABRIEL PERI", "HENRI WALLON", "DENIS DIDEROT", "JACQUES-YVES COUSTEAU");
    private static final List<String> SAINTS = List.of(
            "SAINT JOSEPH", "SAINTE MARIE", "NOTRE DAME", "SAINT PAUL", "SAINTE THERESE", "SACRE COEUR", "SAINT MARTIN",
            "JEANNE D ARC", "SAINT LOUIS", "SAINT PIERRE");

    private final Cog cog;
    private final SortedMap<String, Polygon> contours;
    private final GeometryFactory factory = new GeometryFactory();
    private final List<College> schools = new ArrayList<>();
    private final Map<String, Integer> serials = new HashMap<>();

    private SchoolMap(Cog cog, SortedMap<String, Polygon> contours) {
        this.cog = cog;
        this.contours = contours;
    }

    /** Lays every school out. */
    static List<College> lay(Cog cog, List<Neighbourhood> neighbourhoods, SortedMap<String, Polygon> contours) {
        SchoolMap map = new SchoolMap(cog, contours);
        neighbourhoods.forEach(map::nearQpv);
        map.elsewhere();
        return List.copyOf(map.schools);
    }

    private void nearQpv(Neighbourhood n) {
        PrintedQpv print = n.print();
        if (n.code().equals(Contours.NEIGHBOURS.getLast())) {
            return; // its one collège is its neighbour's
        }
        Draw draw = Draw.of("colleges", n.code());
        for (int i = 0; i < print.colleges(); i++) {
            String priority = i < print.repPlus() ? "REP+" : i < print.repPlus() + print.rep() ? "REP" : "";
            Commune commune = cog.commune(seat(n, (i + 0.5) / print.colleges()));
            add(College.COLLEGE, draw.among(NAMES), true, priority, commune, nearPoint(n.code(), draw), n.code());
        }
    }

    /** Commune in which a given fraction of the inhabitants is reached. */
    private static String seat(Neighbourhood n, double fraction) {
        double passed = 0;
        String last = null;
        for (String commune : n.inhabitants().keySet()) {
            last = commune;
            passed += n.share(commune);
            if (fraction <= passed) {
                break;
            }
        }
        return last;
    }

    private Metres nearPoint(String qpv, Draw draw) {
        List<String> own =
                Contours.NEIGHBOURS.contains(qpv) ? Contours.NEIGHBOURS : List.of(qpv);
        Envelope around = contours.get(qpv).getEnvelopeInternal();
        around.expandBy(NEAR);
        boolean indoors = draw.chance(0.5) && own.size() == 1;
        for (int i = 0; i < 40_000; i++) {
            Metres point = new Metres(
                    draw.between(around.getMinX(), around.getMaxX()),
                    draw.between(around.getMinY(), around.getMaxY()));
            boolean fits = contours.entrySet().stream().allMatch(e -> {
                double distance = distance(e.getValue(), point);
                return own.contains(e.getKey())
                        ? distance <= (indoors ? 0 : NEAR)
                        : distance >= FAR;
            });
            if (fits && isFree(point)) {
                return point;
            }
        }
        throw new IllegalStateException("no place for a collège near " + qpv);
    }

    private Metres farPoint(Commune commune, Draw draw) {
        for (int i = 0; i < 40_000; i++) {
            double radius = (700 + 6 * StrictMath.sqrt(commune.population())) * StrictMath.sqrt(draw.between(0.02, 1.0))
                    + i / 4.0;
            double angle = draw.between(0.0, 2 * StrictMath.PI);
            Metres point = new Metres(
                    commune.centre().x() + radius * StrictMath.cos(angle),
                    commune.centre().y() + radius * StrictMath.sin(angle));
            if (isFree(point) && contours.values().stream().allMatch(c -> distance(c, point) >= FAR)) {
                return point;
            }
        }
        throw new IllegalStateException("no place for a collège in " + commune.code());
    }

    private double distance(Polygon contour, Metres point) {
        Envelope envelope = contour.getEnvelopeInternal();
        Coordinate coordinate = new Coordinate(point.x(), point.y());
        if (envelope.distance(new Envelope(coordinate)) > FAR) {
            return Double.MAX_VALUE;
        }
        Point there = factory.createPoint(coordinate);
        return contour.distance(there);
    }

    private boolean isFree(Metres point) {
        return schools.stream().allMatch(s -> s.place().distance(point) >= APART);
    }

    private void elsewhere() {
        Map<String, Integer> laid = new HashMap<>();
        Map<String, Integer> ordinary = new LinkedHashMap<>();
        schools.forEach(s -> laid.merge(s.commune().code(), 1, Integer::sum));
        cog.ofRegion().forEach(c -> {
            Draw draw = Draw.of("carte scolaire", c.code());
            double wanted = c.population() < 2_400
                    ? 0
                    : Math.max(0.72, c.population() / (double) INHABITANTS_PER_COLLEGE)
                            + draw.between(-0.5, 0.5);
            int count = Math.max(0, (int) StrictMath.round(wanted) - laid.getOrDefault(c.code(), 0));
            for (int i = 0; i < count; i++) {
                ordinary(c, draw);
                ordinary.merge(c.epci(), 1, Integer::sum);
            }
            others(c, draw);
        });
        cog.epciLabels().keySet().forEach(epci -> completeEpci(epci, ordinary.getOrDefault(epci, 0)));
    }

    /** An EPCI of the region has two collèges away from its QPV at least: its rate is not that of its QPV. */
    private void completeEpci(String epci, int count) {
        List<Commune> largest = cog.ofRegion()
                .filter(c -> c.epci().equals(epci))
                .sorted((a, b) -> Integer.compare(b.population(), a.population()))
                .limit(2)
                .toList();
        for (int i = count; i < largest.size(); i++) {
            ordinary(largest.get(i), Draw.of("carte scolaire", epci, String.valueOf(i)));
        }
    }

    private void ordinary(Commune commune, Draw draw) {
        String priority = draw.chance(0.07) ? "REP" : "";
        add(College.COLLEGE, draw.among(NAMES), true, priority, commune, farPoint(commune, draw), "");
    }

    private void others(Commune c, Draw draw) {
        if (c.population() > 9_000) {
            for (int i = 0; i < Math.max(1, c.population() / 24_000); i++) {
                add(College.COLLEGE, draw.among(SAINTS), false, "", c, anyPoint(c, draw), "");
            }
            for (int i = 0; i < Math.max(1, c.population() / 45_000); i++) {
                add("LYCEE PROFESSIONNEL", draw.among(NAMES), true, "", c, anyPoint(c, draw), "");
            }
        }
        if (c.population() > 60_000) {
            add("EREA", draw.among(NAMES), true, "", c, anyPoint(c, draw), "");
            add("LYCEE", draw.among(NAMES), true, "", c, anyPoint(c, draw), "");
        }
    }

    private static Metres anyPoint(Commune commune, Draw draw) {
        return new Metres(
                commune.centre().x() + draw.between(-1_200.0, 1_200.0),
                commune.centre().y() + draw.between(-1_200.0, 1_200.0));
    }

    private void add(
            String type, String name, boolean open, String priority, Commune commune, Metres place, String qpv) {
        int serial = 9_000 + serials.merge(commune.departement(), 1, Integer::sum);
        int number = Integer.parseInt(commune.departement()) * 10_000 + serial;
        String uai = String.format(Locale.ROOT, "%07d%c", number, KEY.charAt(number % KEY.length()));
        schools.add(new College(uai, type, name, open, priority, commune, place, qpv, new TreeMap<>()));
    }
}

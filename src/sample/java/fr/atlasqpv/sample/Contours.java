package fr.atlasqpv.sample;

import fr.atlasqpv.sample.Cog.Commune;
import fr.atlasqpv.sample.Lambert93.Degrees;
import fr.atlasqpv.sample.Lambert93.Metres;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * Contours of the QPV: none of the 2015 generation could be had for the region, so blocks of streets are grown from a
 * seed until the area fits the population, and the shape is laid near the centres of its communes, clear of the others.
 */
final class Contours {
    /** Inhabitants per square metre, the same everywhere: area in proportion to population. */
    private static final double DENSITY = 8_000 / 1e6;
    /** Least distance between two QPV, metres: a collège inside one stays further than 300 m from the others. */
    static final double CLEARANCE = 260;
    /** Two QPV that print the same collège are neighbours: this far apart at most. */
    static final List<String> NEIGHBOURS = List.of("QP059087", "QP059083");

    private static final double STREET_JITTER = 0.24;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Cog cog;
    private final SortedMap<String, Polygon> placed = new TreeMap<>();
    private final List<Commune> centred;

    private Contours(Cog cog) {
        this.cog = cog;
        this.centred = cog.communes().values().stream()
                .filter(c -> c.centre() != null)
                .toList();
    }

    /** Shapes in Lambert-93 metres by QPV. */
    static SortedMap<String, Polygon> grow(Cog cog, List<Neighbourhood> neighbourhoods) {
        Contours contours = new Contours(cog);
        neighbourhoods.stream()
                .sorted(Comparator.comparingInt((Neighbourhood n) -> -n.print().population())
                        .thenComparing(Neighbourhood::code))
                .forEach(n -> contours.placed.put(n.code(), contours.place(n, shape(n))));
        return contours.placed;
    }

    /** The GeoJSON file, WGS84, one feature a line. */
    static String geoJson(Cog cog, List<Neighbourhood> neighbourhoods, Map<String, Polygon> contours) {
        return neighbourhoods.stream()
                .map(n -> feature(cog, n, contours.get(n.code())))
                .collect(Collectors.joining(
                        ",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n"));
    }

    private static String feature(Cog cog, Neighbourhood n, Polygon contour) {
        String communes = n.inhabitants().keySet().stream()
                .map(c -> cog.commune(c).label())
                .collect(Collectors.joining(", "));
        List<String> points = new ArrayList<>();
        for (Coordinate c : contour.getExteriorRing().getCoordinates()) {
            Degrees degrees = Lambert93.unproject(new Metres(c.x, c.y));
            points.add(String.format(Locale.ROOT, "[%.6f,%.6f]", degrees.lon(), degrees.lat()));
        }
        return "{\"type\":\"Feature\",\"properties\":{\"code_qp\":\"" + n.code() + "\",\"nom_qp\":\""
                + n.print().label() + "\",\"commune_qp\":\"" + communes
                + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", points) + "]]}}";
    }

    /** A shape around the origin. */
    private static Polygon shape(Neighbourhood n) {
        Draw draw = Draw.of("contour", n.code());
        double area = n.print().population() / DENSITY * (1 + 0.06 * draw.normal());
        int blocks = Math.min(150, 26 + n.print().population() / 250);
        double side = StrictMath.sqrt(area / blocks);
        Map<Long, Coordinate> corners = new HashMap<>();
        List<Geometry> quads = new ArrayList<>();
        for (long[] block : growBlocks(blocks, draw)) {
            quads.add(quad(block, side, n.code(), corners));
        }
        Polygon outline = outline(UnaryUnionOp.union(quads));
        double scale = StrictMath.sqrt(area / outline.getArea());
        Point middle = outline.getCentroid();
        double angle = draw.between(0.0, StrictMath.PI / 2);
        AffineTransformation fit = AffineTransformation.translationInstance(-middle.getX(), -middle.getY())
                .scale(scale, scale)
                .rotate(StrictMath.sin(angle), StrictMath.cos(angle));
        return (Polygon) fit.transform(outline);
    }

    /** Blocks of a chequerboard grown from the origin, further along the lobes of a star-shaped reach. */
    private static List<long[]> growBlocks(int count, Draw draw) {
        double stretch = draw.between(1.0, 1.6);
        double[][] lobes = lobes(draw);
        List<long[]> blocks = new ArrayList<>();
        Set<Long> taken = new HashSet<>();
        Map<Long, long[]> border = new LinkedHashMap<>();
        add(new long[] {0, 0}, blocks, taken, border);
        while (blocks.size() < count) {
            long[] best = null;
            double bestScore = Double.NEGATIVE_INFINITY;
            for (long[] candidate : border.values()) {
                int touching = 0;
                for (long[] step : STEPS) {
                    touching += taken.contains(key(candidate[0] + step[0], candidate[1] + step[1])) ? 1 : 0;
                }
                double x = candidate[0] / stretch;
                double y = candidate[1] * stretch;
                double far = StrictMath.hypot(x, y) / reach(lobes, StrictMath.atan2(y, x));
                double score = 0.5 * touching - 6 * far / StrictMath.sqrt(count) + draw.between(0.0, 0.8);
                if (score > bestScore) {
                    bestScore = score;
                    best = candidate;
                }
            }
            border.remove(key(best[0], best[1]));
            add(best, blocks, taken, border);
        }
        return blocks;
    }

    /** Amplitude and phase of the waves of the reach around a turn. */
    private static double[][] lobes(Draw draw) {
        double[][] lobes = new double[5][];
        for (int wave = 1; wave <= lobes.length; wave++) {
            double amplitude = draw.between(0.15, 0.5) / StrictMath.sqrt(wave);
            lobes[wave - 1] = new double[] {amplitude, draw.between(0.0, 2 * StrictMath.PI)};
        }
        return lobes;
    }

    private static double reach(double[][] lobes, double angle) {
        double reach = 1;
        for (int wave = 1; wave <= lobes.length; wave++) {
            reach += lobes[wave - 1][0] * StrictMath.cos(wave * angle + lobes[wave - 1][1]);
        }
        return Math.max(0.35, reach);
    }

    private static final long[][] STEPS = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};

    private static void add(long[] block, List<long[]> blocks, Set<Long> taken, Map<Long, long[]> border) {
        blocks.add(block);
        taken.add(key(block[0], block[1]));
        for (long[] step : STEPS) {
            long[] next = {block[0] + step[0], block[1] + step[1]};
            if (!taken.contains(key(next[0], next[1]))) {
                border.putIfAbsent(key(next[0], next[1]), next);
            }
        }
    }

    private static long key(long i, long j) {
        return (i + 500) * 1000 + j + 500;
    }

    private static Polygon quad(long[] block, double side, String code, Map<Long, Coordinate> corners) {
        Coordinate[] ring = new Coordinate[5];
        long[][] around = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        for (int k = 0; k < 4; k++) {
            long i = block[0] + around[k][0];
            long j = block[1] + around[k][1];
            ring[k] = corners.computeIfAbsent(key(i, j), x -> {
                Draw draw = Draw.of("coin", code, String.valueOf(i), String.valueOf(j));
                return new Coordinate(
                        side * (i + STREET_JITTER * draw.between(-1.0, 1.0)),
                        side * (j + STREET_JITTER * draw.between(-1.0, 1.0)));
            });
        }
        ring[4] = ring[0];
        return FACTORY.createPolygon(ring);
    }

    /** The outer ring of the largest part, without courtyards. */
    private static Polygon outline(Geometry union) {
        Polygon largest = null;
        for (int i = 0; i < union.getNumGeometries(); i++) {
            Polygon part = FACTORY.createPolygon(
                    ((Polygon) union.getGeometryN(i)).getExteriorRing().getCoordinates());
            if (largest == null || part.getArea() > largest.getArea()) {
                largest = part;
            }
        }
        return largest;
    }

    /** First place, going outwards from the anchor, that is clear of the others and in a commune of the QPV. */
    private Polygon place(Neighbourhood n, Polygon shape) {
        Metres anchor = anchor(n);
        Draw draw = Draw.of("place", n.code());
        double turn = draw.between(0.0, 2 * StrictMath.PI);
        double start = NEIGHBOURS.contains(n.code()) ? 0 : draw.between(50.0, 450.0);
        boolean drawn = n.code().equals(NEIGHBOURS.getLast()); // to its neighbour, whatever the commune
        for (boolean inside : drawn ? new boolean[] {false} : new boolean[] {true, false}) {
            for (double radius = start; radius < (inside ? 3_500 : 9_000); radius += 50) {
                for (int k = 0; k < 36; k++) {
                    double angle = turn + 2 * StrictMath.PI * k / 36;
                    Metres centre = new Metres(
                            anchor.x() + radius * StrictMath.cos(angle), anchor.y() + radius * StrictMath.sin(angle));
                    Polygon candidate =
                            (Polygon) AffineTransformation.translationInstance(centre.x(), centre.y()).transform(shape);
                    if ((!inside || n.inhabitants().containsKey(nearest(centre))) && isClear(candidate)) {
                        return candidate;
                    }
                }
            }
        }
        throw new IllegalStateException("no room for " + n.code());
    }

    private Metres anchor(Neighbourhood n) {
        Polygon neighbour = placed.get(NEIGHBOURS.getFirst());
        if (n.code().equals(NEIGHBOURS.getLast()) && neighbour != null) {
            return new Metres(neighbour.getCentroid().getX(), neighbour.getCentroid().getY());
        }
        double x = 0;
        double y = 0;
        for (String commune : n.inhabitants().keySet()) {
            Metres centre = cog.commune(commune).centre();
            x += n.share(commune) * centre.x();
            y += n.share(commune) * centre.y();
        }
        return new Metres(x, y);
    }

    private boolean isClear(Polygon candidate) {
        return placed.values().stream().noneMatch(other -> other.isWithinDistance(candidate, CLEARANCE));
    }

    private String nearest(Metres point) {
        return centred.stream()
                .min(Comparator.comparingDouble(c -> c.centre().distance(point)))
                .orElseThrow()
                .code();
    }
}

package fr.atlasqpv.cartography;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.kdtree.KdTree;
import org.locationtech.jts.triangulate.DelaunayTriangulationBuilder;
import org.locationtech.jts.triangulate.quadedge.QuadEdgeSubdivision;

/**
 * A ground without contours: each commune is what lies nearer to its centre than to any other. The rim comes from
 * sites laid around the communes, at a distance in proportion to how far apart communes are there; their cells are
 * thrown away. Borders are thus shared to the last bit, without any clipping.
 */
final class SchematicGround {
    private static final double STEP = 1_500;
    private static final double NEAREST_RIM = 4_000;
    private static final double FARTHEST_RIM = 12_000;
    private static final double RIM_IN_SPACINGS = 1.5;
    private static final double APART = 60;
    private static final int NEIGHBOURS = 3;

    private final SortedMap<String, Coordinate> centres = new TreeMap<>();
    private final KdTree tree = new KdTree();

    private SchematicGround(Map<String, Coordinate> given) {
        Set<Coordinate> seen = new HashSet<>();
        new TreeMap<>(given).forEach((code, at) -> {
            Coordinate site = new Coordinate(at.x, at.y);
            while (!seen.add(site)) {
                site = new Coordinate(site.x + APART, site.y + APART / 2);
            }
            centres.put(code, site);
        });
        centres.values().forEach(tree::insert);
    }

    /** Cells of the communes by code, metres. */
    static Map<String, Geometry> cells(Map<String, Coordinate> centres) {
        return centres.size() < 2 ? Map.of() : new SchematicGround(centres).cells();
    }

    private Map<String, Geometry> cells() {
        List<Coordinate> sites = new ArrayList<>(centres.values());
        sites.addAll(rim());
        DelaunayTriangulationBuilder triangulation = new DelaunayTriangulationBuilder();
        triangulation.setSites(sites);
        QuadEdgeSubdivision subdivision = triangulation.getSubdivision();
        Map<Coordinate, Geometry> bySite = new HashMap<>();
        for (Object cell : subdivision.getVoronoiCellPolygons(new GeometryFactory())) {
            Polygon polygon = (Polygon) cell;
            bySite.put((Coordinate) polygon.getUserData(), polygon);
        }
        Map<String, Geometry> cells = new TreeMap<>();
        centres.forEach((code, site) -> {
            if (bySite.containsKey(site)) {
                cells.put(code, bySite.get(site));
            }
        });
        return cells;
    }

    /** Sites around the communes: points of a grid that are far from every centre and reached from outside. */
    private List<Coordinate> rim() {
        Envelope extent = new Envelope();
        centres.values().forEach(extent::expandToInclude);
        extent.expandBy(FARTHEST_RIM + 3 * STEP);
        int columns = (int) Math.ceil(extent.getWidth() / STEP);
        int rows = (int) Math.ceil(extent.getHeight() / STEP);
        boolean[] land = land(extent, columns, rows);
        boolean[] sea = reachedFromOutside(land, columns, rows);
        List<Coordinate> rim = new ArrayList<>();
        for (int at = 0; at < sea.length; at++) {
            if (sea[at] && landNear(land, at, columns, rows)) {
                rim.add(gridPoint(extent, at % columns, at / columns));
            }
        }
        return rim;
    }

    /** Squares of the grid near enough to a commune to be land. */
    private boolean[] land(Envelope extent, int columns, int rows) {
        boolean[] land = new boolean[columns * rows];
        for (Coordinate centre : centres.values()) {
            double reach = reach(centre);
            int span = (int) Math.ceil(reach / STEP) + 1;
            int column = (int) ((centre.x - extent.getMinX()) / STEP);
            int row = (int) ((centre.y - extent.getMinY()) / STEP);
            for (int r = Math.max(0, row - span); r <= Math.min(rows - 1, row + span); r++) {
                for (int c = Math.max(0, column - span); c <= Math.min(columns - 1, column + span); c++) {
                    land[r * columns + c] |= gridPoint(extent, c, r).distance(centre) <= reach;
                }
            }
        }
        return land;
    }

    /** How far from its centre a commune counts as land: in proportion to the distance of its third neighbour. */
    private double reach(Coordinate centre) {
        double third = FARTHEST_RIM;
        for (double radius = NEAREST_RIM; radius <= FARTHEST_RIM; radius += NEAREST_RIM) {
            List<Double> distances = new ArrayList<>();
            Envelope around = new Envelope(centre);
            around.expandBy(radius);
            tree.query(around, node -> distances.add(node.getCoordinate().distance(centre)));
            if (distances.size() > NEIGHBOURS) {
                distances.sort(Double::compare);
                third = distances.get(NEIGHBOURS);
                break;
            }
        }
        return Math.clamp(RIM_IN_SPACINGS * third, NEAREST_RIM, FARTHEST_RIM);
    }

    private static Coordinate gridPoint(Envelope extent, int column, int row) {
        double stagger = row % 2 == 0 ? 0.25 : 0.75;
        return new Coordinate(extent.getMinX() + (column + stagger) * STEP, extent.getMinY() + (row + 0.5) * STEP);
    }

    private static boolean[] reachedFromOutside(boolean[] land, int columns, int rows) {
        boolean[] sea = new boolean[land.length];
        Deque<Integer> open = new ArrayDeque<>();
        sea[0] = true;
        open.add(0);
        while (!open.isEmpty()) {
            int at = open.remove();
            int column = at % columns;
            int row = at / columns;
            int[] next = {
                    column > 0 ? at - 1 : at,
                    column < columns - 1 ? at + 1 : at,
                    row > 0 ? at - columns : at,
                    row < rows - 1 ? at + columns : at
            };
            for (int n : next) {
                if (!sea[n] && !land[n]) {
                    sea[n] = true;
                    open.add(n);
                }
            }
        }
        return sea;
    }

    private static boolean landNear(boolean[] land, int at, int columns, int rows) {
        int column = at % columns;
        int row = at / columns;
        for (int r = Math.max(0, row - 2); r <= Math.min(rows - 1, row + 2); r++) {
            for (int c = Math.max(0, column - 2); c <= Math.min(columns - 1, column + 2); c++) {
                if (land[r * columns + c]) {
                    return true;
                }
            }
        }
        return false;
    }
}

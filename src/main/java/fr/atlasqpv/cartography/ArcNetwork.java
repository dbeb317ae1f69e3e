package fr.atlasqpv.cartography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * A coverage taken apart: every line that parts two cells, or a cell from nothing, exists once. Whatever is drawn from
 * it (areas of any grouping of cells, borders between groups) is made of the same arcs, so that what was shared stays
 * shared at any simplification.
 *
 * <p>Two cells share a segment when both of its ends have the same coordinates, to the last bit: true of the producers'
 * coverages and of Voronoi cells. Where a coverage is faulty, a segment belongs to the first cells that claim its sides.
 */
final class ArcNetwork {
    /** Stands for nothing: the side of an arc beyond the coverage. */
    static final int NOTHING = -1;

    /** A choice among arcs by the cells on their two sides, {@link #NOTHING} included. */
    @FunctionalInterface
    interface Sides {
        /** Tells whether an arc between these cells is chosen. */
        boolean test(int left, int right);
    }

    private final int[] left;
    private final int[] right;
    private final int[] start;
    private final int[] end;
    private final double[][] points;
    private final int nodes;
    private final int[] all;

    private ArcNetwork(List<Arc> arcs) {
        int n = arcs.size();
        left = new int[n];
        right = new int[n];
        start = new int[n];
        end = new int[n];
        points = new double[n][];
        all = new int[n];
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int i = 0; i < n; i++) {
            Arc arc = arcs.get(i);
            left[i] = arc.left();
            right[i] = arc.right();
            start[i] = numbers.computeIfAbsent(arc.start(), k -> numbers.size());
            end[i] = numbers.computeIfAbsent(arc.end(), k -> numbers.size());
            points[i] = arc.points();
            all[i] = i;
        }
        nodes = numbers.size();
    }

    private record Arc(int left, int right, int start, int end, double[] points) {}

    /** Number of arcs. */
    int size() {
        return points.length;
    }

    /** Vertices of an arc, {@code x0, y0, x1, y1 …}; a closed arc repeats its first vertex. Not to be written to. */
    double[] points(int arc) {
        return points[arc];
    }

    /** Tells whether any arc satisfies the choice. */
    boolean any(Sides sides) {
        for (int i = 0; i < points.length; i++) {
            if (sides.test(left[i], right[i])) {
                return true;
            }
        }
        return false;
    }

    /** Arcs that satisfy the choice. */
    int[] chosen(Sides sides) {
        return chosen(all, sides);
    }

    private int[] chosen(int[] among, Sides sides) {
        int[] chosen = new int[among.length];
        int size = 0;
        for (int arc : among) {
            if (sides.test(left[arc], right[arc])) {
                chosen[size++] = arc;
            }
        }
        return Arrays.copyOf(chosen, size);
    }

    /**
     * Rings around a group of cells, to be filled by the even-odd rule.
     *
     * @param inside cells of the group
     * @param shape vertices of an arc, as it is to be drawn
     */
    List<double[]> rings(IntPredicate inside, IntFunction<double[]> shape) {
        return chain(all, around(inside), shape);
    }

    /** The arcs between the cells of a group and anything else. */
    static Sides around(IntPredicate inside) {
        return (l, r) -> (l >= 0 && inside.test(l)) != (r >= 0 && inside.test(r));
    }

    /**
     * Rings around each of many groups of cells at once.
     *
     * @param among arcs looked at
     * @param group group of each cell, from 0; negative for none
     * @param groups number of groups
     * @param shape vertices of an arc, as it is to be drawn
     */
    List<List<double[]>> ringsByGroup(int[] among, int[] group, int groups, IntFunction<double[]> shape) {
        List<IntList> arcsOf = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            arcsOf.add(new IntList());
        }
        for (int arc : among) {
            int l = left[arc] < 0 ? -1 : group[left[arc]];
            int r = right[arc] < 0 ? -1 : group[right[arc]];
            if (l != r && l >= 0) {
                arcsOf.get(l).add(arc);
            }
            if (l != r && r >= 0) {
                arcsOf.get(r).add(arc);
            }
        }
        Chains chains = new Chains();
        return arcsOf.stream().map(arcs -> chains.join(arcs.toArray(), shape)).toList();
    }

    /**
     * Chosen arcs, joined end to end where exactly two of them meet, in pairs elsewhere.
     *
     * @param among arcs looked at
     * @param sides which of them
     * @param shape vertices of an arc, as it is to be drawn
     * @return lines; the closed ones repeat their first vertex
     */
    List<double[]> chain(int[] among, Sides sides, IntFunction<double[]> shape) {
        return new Chains().join(chosen(among, sides), shape);
    }

    /** Joins arcs end to end; open lines are walked before loops, in the order of the arcs. */
    private final class Chains {
        private final int[] first = new int[nodes];
        private final int[] degree = new int[nodes];
        private final int[] nextAtStart = new int[points.length];
        private final int[] nextAtEnd = new int[points.length];
        private final boolean[] used = new boolean[points.length];

        Chains() {
            Arrays.fill(first, -1);
        }

        List<double[]> join(int[] arcs, IntFunction<double[]> shape) {
            for (int i = arcs.length - 1; i >= 0; i--) {
                int arc = arcs[i];
                nextAtEnd[arc] = first[end[arc]];
                first[end[arc]] = arc;
                degree[end[arc]]++;
                if (start[arc] != end[arc]) {
                    nextAtStart[arc] = first[start[arc]];
                    first[start[arc]] = arc;
                }
                degree[start[arc]]++;
            }
            List<double[]> lines = new ArrayList<>();
            for (int arc : arcs) {
                if (!used[arc] && start[arc] != end[arc] && (odd(start[arc]) || odd(end[arc]))) {
                    lines.add(walk(arc, odd(start[arc]), shape));
                }
            }
            for (int arc : arcs) {
                if (!used[arc]) {
                    lines.add(walk(arc, true, shape));
                }
            }
            forget(arcs);
            return lines;
        }

        private void forget(int[] arcs) {
            for (int arc : arcs) {
                first[start[arc]] = -1;
                first[end[arc]] = -1;
                degree[start[arc]] = 0;
                degree[end[arc]] = 0;
                used[arc] = false;
            }
        }

        private boolean odd(int node) {
            return degree[node] % 2 == 1;
        }

        private double[] walk(int from, boolean forward, IntFunction<double[]> shape) {
            DoubleList line = new DoubleList();
            int arc = from;
            boolean along = forward;
            while (arc >= 0) {
                used[arc] = true;
                line.append(shape.apply(arc), along);
                int node = along ? end[arc] : start[arc];
                arc = next(node);
                along = arc < 0 || start[arc] == node;
            }
            return line.toArray();
        }

        private int next(int node) {
            int arc = first[node];
            while (arc >= 0 && used[arc]) {
                arc = end[arc] == node ? nextAtEnd[arc] : nextAtStart[arc];
            }
            return arc;
        }
    }

    /** Takes a coverage apart; cells keep their index. A null cell is skipped. */
    static ArcNetwork of(List<Geometry> cells) {
        Builder builder = new Builder();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) != null) {
                builder.add(cells.get(i), i);
            }
        }
        return new ArcNetwork(builder.arcs());
    }

    /** Segments with their two sides, then arcs from node to node. */
    private static final class Builder {
        private final PointIndex vertices = new PointIndex();
        private final LongIndex segments = new LongIndex();
        private final IntList from = new IntList();
        private final IntList to = new IntList();
        private final IntList leftOf = new IntList();
        private final IntList rightOf = new IntList();

        void add(Geometry geometry, int cell) {
            for (int i = 0; i < geometry.getNumGeometries(); i++) {
                if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                    addRing(polygon.getExteriorRing(), true, cell);
                    for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
                        addRing(polygon.getInteriorRingN(h), false, cell);
                    }
                }
            }
        }

        private void addRing(LinearRing ring, boolean shell, int cell) {
            CoordinateSequence xy = ring.getCoordinateSequence();
            boolean cellOnLeft = Orientation.isCCW(xy) == shell;
            int previous = vertices.idOf(xy.getX(0), xy.getY(0));
            for (int i = 1; i < xy.size(); i++) {
                int current = vertices.idOf(xy.getX(i), xy.getY(i));
                if (current != previous) {
                    addSegment(previous, current, cellOnLeft, cell);
                }
                previous = current;
            }
        }

        private void addSegment(int a, int b, boolean cellOnLeft, int cell) {
            int low = Math.min(a, b);
            int high = Math.max(a, b);
            int segment = segments.idOf((long) low << 32 | high);
            if (segment == from.size()) {
                from.add(low);
                to.add(high);
                leftOf.add(NOTHING);
                rightOf.add(NOTHING);
            }
            IntList side = cellOnLeft == (a == low) ? leftOf : rightOf;
            if (side.get(segment) == NOTHING) {
                side.set(segment, cell);
            }
        }

        List<Arc> arcs() {
            int[] offset = incidenceOffsets();
            int[] incident = incidence(offset);
            boolean[] node = nodes(offset, incident);
            boolean[] used = new boolean[from.size()];
            List<Arc> arcs = new ArrayList<>();
            for (int v = 0; v < vertices.size(); v++) {
                if (node[v]) {
                    for (int k = offset[v]; k < offset[v + 1]; k++) {
                        if (!used[incident[k]]) {
                            arcs.add(follow(v, incident[k], offset, incident, node, used));
                        }
                    }
                }
            }
            for (int s = 0; s < from.size(); s++) {
                if (!used[s]) {
                    arcs.add(follow(from.get(s), s, offset, incident, node, used));
                }
            }
            return arcs;
        }

        private int[] incidenceOffsets() {
            int[] offset = new int[vertices.size() + 1];
            for (int s = 0; s < from.size(); s++) {
                offset[from.get(s) + 1]++;
                offset[to.get(s) + 1]++;
            }
            Arrays.parallelPrefix(offset, Integer::sum);
            return offset;
        }

        private int[] incidence(int[] offset) {
            int[] fill = Arrays.copyOf(offset, offset.length);
            int[] incident = new int[2 * from.size()];
            for (int s = 0; s < from.size(); s++) {
                incident[fill[from.get(s)]++] = s;
                incident[fill[to.get(s)]++] = s;
            }
            return incident;
        }

        /** A vertex where more than two segments meet, or two that do not part the same cells. */
        private boolean[] nodes(int[] offset, int[] incident) {
            boolean[] node = new boolean[vertices.size()];
            for (int v = 0; v < node.length; v++) {
                int degree = offset[v + 1] - offset[v];
                node[v] = degree != 2 || !sameSides(v, incident[offset[v]], incident[offset[v] + 1]);
            }
            return node;
        }

        private boolean sameSides(int vertex, int first, int second) {
            boolean out = from.get(first) == vertex;
            boolean onward = to.get(second) == vertex;
            int firstLeft = out ? leftOf.get(first) : rightOf.get(first);
            int firstRight = out ? rightOf.get(first) : leftOf.get(first);
            int secondLeft = onward ? leftOf.get(second) : rightOf.get(second);
            int secondRight = onward ? rightOf.get(second) : leftOf.get(second);
            return firstLeft == secondLeft && firstRight == secondRight;
        }

        private Arc follow(int origin, int first, int[] offset, int[] incident, boolean[] node, boolean[] used) {
            boolean along = from.get(first) == origin;
            DoubleList line = new DoubleList();
            line.add(vertices.x(origin), vertices.y(origin));
            int vertex = origin;
            int segment = first;
            while (segment >= 0) {
                used[segment] = true;
                vertex = from.get(segment) == vertex ? to.get(segment) : from.get(segment);
                line.add(vertices.x(vertex), vertices.y(vertex));
                segment = node[vertex] ? -1 : otherUnused(vertex, offset, incident, used);
            }
            int l = along ? leftOf.get(first) : rightOf.get(first);
            int r = along ? rightOf.get(first) : leftOf.get(first);
            return new Arc(l, r, origin, vertex, line.toArray());
        }

        private static int otherUnused(int vertex, int[] offset, int[] incident, boolean[] used) {
            for (int k = offset[vertex]; k < offset[vertex + 1]; k++) {
                if (!used[incident[k]]) {
                    return incident[k];
                }
            }
            return -1;
        }
    }

    /** Vertices by coordinates. */
    private static final class PointIndex {
        private final DoubleList xy = new DoubleList();
        private int[] table = new int[1 << 16];

        int size() {
            return xy.size() / 2;
        }

        double x(int id) {
            return xy.get(2 * id);
        }

        double y(int id) {
            return xy.get(2 * id + 1);
        }

        int idOf(double x, double y) {
            if (2 * size() > table.length) {
                grow();
            }
            int slot = slot(x, y);
            while (table[slot] != 0) {
                int id = table[slot] - 1;
                if (x(id) == x && y(id) == y) {
                    return id;
                }
                slot = (slot + 1) & (table.length - 1);
            }
            int id = size();
            xy.add(x, y);
            table[slot] = id + 1;
            return id;
        }

        private int slot(double x, double y) {
            long h = Double.doubleToLongBits(x) * 0x9E3779B97F4A7C15L + Double.doubleToLongBits(y);
            h *= 0xC2B2AE3D27D4EB4FL;
            return (int) (h >>> 33) & (table.length - 1);
        }

        private void grow() {
            table = new int[2 * table.length];
            for (int id = 0; id < size(); id++) {
                int slot = slot(x(id), y(id));
                while (table[slot] != 0) {
                    slot = (slot + 1) & (table.length - 1);
                }
                table[slot] = id + 1;
            }
        }
    }

    /** Numbers from zero, in order of first appearance, for keys of two vertices. */
    private static final class LongIndex {
        private long[] keys = new long[1 << 16];
        private int[] ids = new int[1 << 16];
        private int size;

        int idOf(long key) {
            if (2 * size > keys.length) {
                grow();
            }
            int slot = find(key);
            if (ids[slot] == 0) {
                keys[slot] = key;
                ids[slot] = ++size;
            }
            return ids[slot] - 1;
        }

        private int find(long key) {
            int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) & (keys.length - 1);
            while (ids[slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & (keys.length - 1);
            }
            return slot;
        }

        private void grow() {
            long[] oldKeys = keys;
            int[] oldIds = ids;
            keys = new long[2 * oldKeys.length];
            ids = new int[2 * oldIds.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldIds[i] != 0) {
                    int slot = find(oldKeys[i]);
                    keys[slot] = oldKeys[i];
                    ids[slot] = oldIds[i];
                }
            }
        }
    }

    /** Growing list of whole numbers. */
    private static final class IntList {
        private int[] values = new int[4];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        int get(int index) {
            return values[index];
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }

        void set(int index, int value) {
            values[index] = value;
        }

        int size() {
            return size;
        }
    }

    /** Growing list of coordinates. */
    static final class DoubleList {
        private double[] values = new double[16];
        private int size;

        void add(double x, double y) {
            ensure(size + 2);
            values[size++] = x;
            values[size++] = y;
        }

        /** Adds a line, backwards if asked, leaving out its first vertex when it is the last one here. */
        void append(double[] line, boolean forward) {
            ensure(size + line.length);
            int n = line.length / 2;
            for (int i = 0; i < n; i++) {
                int k = forward ? i : n - 1 - i;
                if (i > 0 || size == 0) {
                    add(line[2 * k], line[2 * k + 1]);
                }
            }
        }

        double get(int index) {
            return values[index];
        }

        int size() {
            return size;
        }

        double[] toArray() {
            return Arrays.copyOf(values, size);
        }

        private void ensure(int length) {
            if (length > values.length) {
                values = Arrays.copyOf(values, Math.max(length, 2 * values.length));
            }
        }
    }
}

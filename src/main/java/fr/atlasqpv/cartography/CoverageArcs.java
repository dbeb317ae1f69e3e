package fr.atlasqpv.cartography;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Takes a coverage apart: segments with the cells on their two sides, then arcs from node to node. */
final class CoverageArcs {
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
            leftOf.add(ArcNetwork.NOTHING);
            rightOf.add(ArcNetwork.NOTHING);
        }
        IntList side = cellOnLeft == (a == low) ? leftOf : rightOf;
        if (side.get(segment) == ArcNetwork.NOTHING) {
            side.set(segment, cell);
        }
    }

    List<ArcNetwork.Arc> arcs() {
        int[] offset = incidenceOffsets();
        int[] incident = incidence(offset);
        boolean[] node = nodes(offset, incident);
        boolean[] used = new boolean[from.size()];
        List<ArcNetwork.Arc> arcs = new ArrayList<>();
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

    private ArcNetwork.Arc follow(int origin, int first, int[] offset, int[] incident, boolean[] node, boolean[] used) {
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
        return new ArcNetwork.Arc(l, r, origin, vertex, line.toArray());
    }

    private static int otherUnused(int vertex, int[] offset, int[] incident, boolean[] used) {
        for (int k = offset[vertex]; k < offset[vertex + 1]; k++) {
            if (!used[incident[k]]) {
                return incident[k];
            }
        }
        return -1;
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
}

package fr.atlasqpv.cartography;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.ObjectIntHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Takes a coverage apart: segments with the cells on their two sides, then arcs from node to node. */
final class CoverageArcs {
    /** Numbers of the vertices, from 0 in order of first appearance. */
    private final ObjectIntHashMap<Coordinate> vertices = new ObjectIntHashMap<>();
    private final List<Coordinate> places = new ArrayList<>();
    /** Numbers of the segments, by their two vertices. */
    private final LongIntHashMap segments = new LongIntHashMap();
    private final IntArrayList from = new IntArrayList();
    private final IntArrayList to = new IntArrayList();
    private final IntArrayList leftOf = new IntArrayList();
    private final IntArrayList rightOf = new IntArrayList();

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
        int previous = vertex(xy.getCoordinate(0));
        for (int i = 1; i < xy.size(); i++) {
            int current = vertex(xy.getCoordinate(i));
            if (current != previous) {
                addSegment(previous, current, cellOnLeft, cell);
            }
            previous = current;
        }
    }

    private int vertex(Coordinate at) {
        int slot = vertices.indexOf(at);
        if (vertices.indexExists(slot)) {
            return vertices.indexGet(slot);
        }
        vertices.indexInsert(slot, at, places.size());
        places.add(at);
        return places.size() - 1;
    }

    private void addSegment(int a, int b, boolean cellOnLeft, int cell) {
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        int segment = segments.getOrDefault((long) low << 32 | high, from.size());
        if (segment == from.size()) {
            segments.put((long) low << 32 | high, segment);
            from.add(low);
            to.add(high);
            leftOf.add(ArcNetwork.NOTHING);
            rightOf.add(ArcNetwork.NOTHING);
        }
        IntArrayList side = cellOnLeft == (a == low) ? leftOf : rightOf;
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
        DoubleArrayList line = new DoubleArrayList();
        line.add(places.get(origin).x, places.get(origin).y);
        int vertex = origin;
        int segment = first;
        while (segment >= 0) {
            used[segment] = true;
            vertex = from.get(segment) == vertex ? to.get(segment) : from.get(segment);
            line.add(places.get(vertex).x, places.get(vertex).y);
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
}

package fr.atlasqpv.cartography;

import com.carrotsearch.hppc.DoubleArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.locationtech.jts.geom.Geometry;

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

    /**
     * A line from node to node.
     *
     * @param left cell on its left, {@link #NOTHING} when none
     * @param right cell on its right
     * @param start number of the vertex that it starts from
     * @param end number of the vertex that it ends at
     * @param points its vertices, {@code x0, y0, x1, y1 …}
     */
    record Arc(int left, int right, int start, int end, double[] points) {}

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
        List<IntArrayList> arcsOf = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            arcsOf.add(new IntArrayList());
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
            DoubleArrayList line = new DoubleArrayList();
            int arc = from;
            boolean along = forward;
            while (arc >= 0) {
                used[arc] = true;
                append(line, shape.apply(arc), along);
                int node = along ? end[arc] : start[arc];
                arc = next(node);
                along = arc < 0 || start[arc] == node;
            }
            return line.toArray();
        }

        /** Adds an arc, backwards if asked, leaving out its first vertex when it is the last one here. */
        private static void append(DoubleArrayList line, double[] arc, boolean forward) {
            int n = arc.length / 2;
            for (int i = line.isEmpty() ? 0 : 1; i < n; i++) {
                int k = forward ? i : n - 1 - i;
                line.add(arc[2 * k], arc[2 * k + 1]);
            }
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
        CoverageArcs builder = new CoverageArcs();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i) != null) {
                builder.add(cells.get(i), i);
            }
        }
        return new ArcNetwork(builder.arcs());
    }
}

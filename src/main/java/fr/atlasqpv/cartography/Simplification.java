package fr.atlasqpv.cartography;

import java.util.Arrays;

/**
 * Simplification at output resolution: the Douglas–Peucker line within a tolerance, after vertices closer than the pen
 * can show are merged. Both ends stay where they are, so that arcs still meet.
 */
final class Simplification {
    /** Greatest distance between a line and its simplification, millimetres of paper. */
    static final double TOLERANCE = 0.085;

    /** Shortest step kept between two vertices, millimetres of paper. */
    static final double SHORTEST = 0.1;

    private Simplification() {}

    /** Simplifies a line given in millimetres of paper; a closed line (first vertex repeated) stays closed. */
    static double[] simplify(double[] line) {
        double[] thinned = thin(line);
        int n = thinned.length / 2;
        if (n <= 2) {
            return thinned;
        }
        boolean[] kept = new boolean[n];
        kept[0] = true;
        kept[n - 1] = true;
        if (thinned[0] == thinned[2 * n - 2] && thinned[1] == thinned[2 * n - 1]) {
            int far = farthestFromStart(thinned);
            kept[far] = true;
            mark(thinned, 0, far, kept);
            mark(thinned, far, n - 1, kept);
        } else {
            mark(thinned, 0, n - 1, kept);
        }
        return only(thinned, kept);
    }

    private static double[] thin(double[] line) {
        int n = line.length / 2;
        double[] out = new double[line.length];
        int size = 0;
        for (int i = 0; i < n; i++) {
            double x = line[2 * i];
            double y = line[2 * i + 1];
            boolean last = i == n - 1;
            while (last && size > 2 && near(out, size, x, y)) {
                size -= 2;
            }
            if (size == 0 || last || !near(out, size, x, y)) {
                out[size++] = x;
                out[size++] = y;
            }
        }
        return Arrays.copyOf(out, size);
    }

    private static boolean near(double[] out, int size, double x, double y) {
        return Math.hypot(x - out[size - 2], y - out[size - 1]) < SHORTEST;
    }

    private static int farthestFromStart(double[] line) {
        int far = 1;
        double best = -1;
        for (int i = 1; i < line.length / 2 - 1; i++) {
            double d = Math.hypot(line[2 * i] - line[0], line[2 * i + 1] - line[1]);
            if (d > best) {
                best = d;
                far = i;
            }
        }
        return far;
    }

    private static void mark(double[] line, int first, int last, boolean[] kept) {
        int far = -1;
        double best = TOLERANCE;
        for (int i = first + 1; i < last; i++) {
            double d = distance(line, i, first, last);
            if (d > best) {
                best = d;
                far = i;
            }
        }
        if (far >= 0) {
            kept[far] = true;
            mark(line, first, far, kept);
            mark(line, far, last, kept);
        }
    }

    private static double distance(double[] line, int p, int a, int b) {
        double ax = line[2 * a];
        double ay = line[2 * a + 1];
        double dx = line[2 * b] - ax;
        double dy = line[2 * b + 1] - ay;
        double px = line[2 * p] - ax;
        double py = line[2 * p + 1] - ay;
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp((px * dx + py * dy) / length, 0, 1);
        return Math.hypot(px - t * dx, py - t * dy);
    }

    private static double[] only(double[] line, boolean[] kept) {
        double[] out = new double[line.length];
        int size = 0;
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                out[size++] = line[2 * i];
                out[size++] = line[2 * i + 1];
            }
        }
        return Arrays.copyOf(out, size);
    }
}

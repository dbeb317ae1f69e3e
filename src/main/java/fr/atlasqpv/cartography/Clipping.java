package fr.atlasqpv.cartography;

import com.carrotsearch.hppc.DoubleArrayList;
import java.util.ArrayList;
import java.util.List;

/** Cuts what crosses the frame. Lines are {@code x0, y0, x1, y1 …} in millimetres. */
final class Clipping {
    private Clipping() {}

    /** The part of a ring that lies in the frame, one side after the other (Sutherland and Hodgman); may be empty. */
    static double[] ring(double[] ring, Box frame) {
        if (inside(ring, frame)) {
            return ring;
        }
        double[] cut = ring;
        for (int side = 0; side < 4; side++) {
            cut = half(cut, frame, side);
        }
        return cut;
    }

    private static double[] half(double[] ring, Box frame, int side) {
        DoubleArrayList out = new DoubleArrayList();
        int n = ring.length / 2;
        for (int i = 0; i < n; i++) {
            int p = i == 0 ? n - 1 : i - 1;
            double before = depth(ring[2 * p], ring[2 * p + 1], frame, side);
            double here = depth(ring[2 * i], ring[2 * i + 1], frame, side);
            if (before < 0 != here < 0) {
                double t = before / (before - here);
                out.add(
                        ring[2 * p] + t * (ring[2 * i] - ring[2 * p]),
                        ring[2 * p + 1] + t * (ring[2 * i + 1] - ring[2 * p + 1]));
            }
            if (here >= 0) {
                out.add(ring[2 * i], ring[2 * i + 1]);
            }
        }
        return out.toArray();
    }

    private static double depth(double x, double y, Box frame, int side) {
        return switch (side) {
            case 0 -> x - frame.x();
            case 1 -> frame.right() - x;
            case 2 -> y - frame.y();
            default -> frame.bottom() - y;
        };
    }

    /** The parts of a line that lie in the frame (Liang and Barsky, segment by segment). */
    static List<double[]> line(double[] line, Box frame) {
        if (inside(line, frame)) {
            return List.of(line);
        }
        List<double[]> parts = new ArrayList<>();
        DoubleArrayList part = new DoubleArrayList();
        for (int i = 0; i + 3 < line.length; i += 2) {
            double[] range = range(line[i], line[i + 1], line[i + 2], line[i + 3], frame);
            if (range == null) {
                continue;
            }
            double dx = line[i + 2] - line[i];
            double dy = line[i + 3] - line[i + 1];
            if (range[0] > 0 || part.size() == 0) {
                part = flush(part, parts);
                part.add(line[i] + range[0] * dx, line[i + 1] + range[0] * dy);
            }
            part.add(line[i] + range[1] * dx, line[i + 1] + range[1] * dy);
            if (range[1] < 1) {
                part = flush(part, parts);
            }
        }
        flush(part, parts);
        return parts;
    }

    private static DoubleArrayList flush(DoubleArrayList part, List<double[]> parts) {
        if (part.size() >= 4) {
            parts.add(part.toArray());
        }
        return part.size() == 0 ? part : new DoubleArrayList();
    }

    /** Where a segment enters and leaves the frame, as shares of its length; null when it stays out. */
    private static double[] range(double x1, double y1, double x2, double y2, Box frame) {
        double from = 0;
        double to = 1;
        for (int side = 0; side < 4; side++) {
            double a = depth(x1, y1, frame, side);
            double b = depth(x2, y2, frame, side);
            if (a < 0 && b < 0) {
                return null;
            }
            if (a < 0) {
                from = Math.max(from, a / (a - b));
            } else if (b < 0) {
                to = Math.min(to, a / (a - b));
            }
        }
        return from < to ? new double[] {from, to} : null;
    }

    private static boolean inside(double[] line, Box frame) {
        for (int i = 0; i < line.length; i += 2) {
            boolean in = line[i] >= frame.x()
                    && line[i] <= frame.right()
                    && line[i + 1] >= frame.y()
                    && line[i + 1] <= frame.bottom();
            if (!in) {
                return false;
            }
        }
        return true;
    }
}

package fr.atlasqpv.cartography;

import java.util.Arrays;
import java.util.List;

/**
 * The paper in small squares, each with the number of what covers its centre. Answers at once what label placement asks
 * thousands of times: what lies here, how far is the border, how much of a rectangle is covered.
 */
final class PaperRaster {
    /** Number of a square that nothing covers. */
    static final int EMPTY = -1;

    private final double side;
    private final int columns;
    private final int rows;
    private final int[] ids;
    private int[] sums;
    private int[] distances;

    /**
     * An empty raster.
     *
     * @param width width of the paper, millimetres
     * @param height height, millimetres
     * @param side side of a square, millimetres
     */
    PaperRaster(double width, double height, double side) {
        this.side = side;
        this.columns = (int) Math.ceil(width / side);
        this.rows = (int) Math.ceil(height / side);
        this.ids = new int[columns * rows];
        Arrays.fill(ids, EMPTY);
    }

    /** Paints what the rings enclose by the even-odd rule. */
    void paint(List<double[]> rings, int id) {
        int firstRow = rows;
        int lastRow = -1;
        for (double[] ring : rings) {
            for (int i = 1; i < ring.length; i += 2) {
                firstRow = Math.min(firstRow, rowFrom(ring[i]));
                lastRow = Math.max(lastRow, rowFrom(ring[i]));
            }
        }
        firstRow = Math.max(firstRow, 0);
        lastRow = Math.min(lastRow, rows - 1);
        if (firstRow > lastRow) {
            return;
        }
        boolean[] flips = new boolean[(lastRow - firstRow + 1) * (columns + 1)];
        for (double[] ring : rings) {
            int n = ring.length / 2;
            for (int i = 0; i < n; i++) {
                int j = i + 1 == n ? 0 : i + 1;
                flip(ring[2 * i], ring[2 * i + 1], ring[2 * j], ring[2 * j + 1], firstRow, lastRow, flips);
            }
        }
        sweep(flips, firstRow, lastRow, id);
    }

    private void flip(double x1, double y1, double x2, double y2, int firstRow, int lastRow, boolean[] flips) {
        int from = Math.max(rowFrom(Math.min(y1, y2)), firstRow);
        int to = Math.min(rowFrom(Math.max(y1, y2)) - 1, lastRow);
        for (int row = from; row <= to; row++) {
            double y = (row + 0.5) * side;
            double x = x1 + (y - y1) / (y2 - y1) * (x2 - x1);
            int column = Math.clamp((long) Math.ceil(x / side - 0.5), 0, columns);
            int at = (row - firstRow) * (columns + 1) + column;
            flips[at] = !flips[at];
        }
    }

    /** First row whose centre is not above the ordinate. */
    private int rowFrom(double y) {
        return (int) Math.ceil(y / side - 0.5);
    }

    private void sweep(boolean[] flips, int firstRow, int lastRow, int id) {
        for (int row = firstRow; row <= lastRow; row++) {
            boolean inside = false;
            for (int column = 0; column < columns; column++) {
                inside ^= flips[(row - firstRow) * (columns + 1) + column];
                if (inside) {
                    ids[row * columns + column] = id;
                }
            }
        }
    }

    /** Number of what covers a point; {@link #EMPTY} outside the paper too. */
    int at(double x, double y) {
        int square = square(x, y);
        return square < 0 ? EMPTY : ids[square];
    }

    /** Index of the square that holds a point, negative outside the paper. Asked a million times per book. */
    private int square(double x, double y) {
        if (x < 0 || y < 0) {
            return -1;
        }
        int column = (int) (x / side); // rounds like floor here, and is one instruction for every compiler
        int row = (int) (y / side);
        return column < columns && row < rows ? row * columns + column : -1;
    }

    /** Area of a rectangle that anything covers, mm². */
    double covered(Box box) {
        if (sums == null) {
            sums = summedArea();
        }
        int c1 = Math.clamp(Math.round(box.x() / side), 0, columns);
        int c2 = Math.clamp(Math.round(box.right() / side), 0, columns);
        int r1 = Math.clamp(Math.round(box.y() / side), 0, rows);
        int r2 = Math.clamp(Math.round(box.bottom() / side), 0, rows);
        int width = columns + 1;
        int count = sums[r2 * width + c2] - sums[r1 * width + c2] - sums[r2 * width + c1] + sums[r1 * width + c1];
        return count * side * side;
    }

    private int[] summedArea() {
        int width = columns + 1;
        int[] table = new int[width * (rows + 1)];
        for (int row = 0; row < rows; row++) {
            int line = 0;
            for (int column = 0; column < columns; column++) {
                line += ids[row * columns + column] == EMPTY ? 0 : 1;
                table[(row + 1) * width + column + 1] = table[row * width + column + 1] + line;
            }
        }
        return table;
    }

    /** Distance from a point to the nearest square of another number, millimetres; the edge of the paper counts. */
    double distanceToBorder(double x, double y) {
        if (distances == null) {
            distances = chamfer();
        }
        int square = square(x, y);
        return square < 0 ? 0 : distances[square] * side / 3;
    }

    /**
     * The square of an area that is farthest from its border.
     *
     * @param at its centre
     * @param distance distance to the border, millimetres
     */
    record Depth(Point at, double distance) {}

    /** The middle of an area: its square farthest from the border; null when no square has the number. */
    Depth deepest(int id, List<double[]> rings) {
        if (distances == null) {
            distances = chamfer();
        }
        int best = -1;
        for (double[] ring : rings) {
            double[] bounds = bounds(ring);
            int lastRow = Math.min(rows - 1, (int) (bounds[3] / side));
            int lastColumn = Math.min(columns - 1, (int) (bounds[2] / side));
            for (int row = Math.max(0, (int) (bounds[1] / side)); row <= lastRow; row++) {
                for (int column = Math.max(0, (int) (bounds[0] / side)); column <= lastColumn; column++) {
                    int at = row * columns + column;
                    if (ids[at] == id && (best < 0 || distances[at] > distances[best])) {
                        best = at;
                    }
                }
            }
        }
        if (best < 0) {
            return null;
        }
        Point centre = new Point((best % columns + 0.5) * side, (best / columns + 0.5) * side);
        return new Depth(centre, distances[best] * side / 3);
    }

    private static double[] bounds(double[] ring) {
        double[] bounds = {ring[0], ring[1], ring[0], ring[1]};
        for (int i = 0; i < ring.length; i += 2) {
            bounds[0] = Math.min(bounds[0], ring[i]);
            bounds[1] = Math.min(bounds[1], ring[i + 1]);
            bounds[2] = Math.max(bounds[2], ring[i]);
            bounds[3] = Math.max(bounds[3], ring[i + 1]);
        }
        return bounds;
    }

    /** Distances to the border in thirds of a square: 3 straight on, 4 across. */
    private int[] chamfer() {
        int[] d = new int[ids.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int at = row * columns + column;
                d[at] = border(row, column, at) ? 0 : Integer.MAX_VALUE / 2;
            }
        }
        for (int row = 1; row < rows; row++) {
            for (int column = 1; column < columns - 1; column++) {
                int at = row * columns + column;
                int above = Math.min(d[at - columns] + 3, Math.min(d[at - columns - 1], d[at - columns + 1]) + 4);
                d[at] = Math.min(d[at], Math.min(above, d[at - 1] + 3));
            }
        }
        for (int row = rows - 2; row >= 0; row--) {
            for (int column = columns - 2; column > 0; column--) {
                int at = row * columns + column;
                int below = Math.min(d[at + columns] + 3, Math.min(d[at + columns - 1], d[at + columns + 1]) + 4);
                d[at] = Math.min(d[at], Math.min(below, d[at + 1] + 3));
            }
        }
        return d;
    }

    private boolean border(int row, int column, int at) {
        boolean edge = row == 0 || column == 0 || row == rows - 1 || column == columns - 1;
        return edge
                || ids[at - 1] != ids[at]
                || ids[at + 1] != ids[at]
                || ids[at - columns] != ids[at]
                || ids[at + columns] != ids[at];
    }
}

package fr.atlasqpv.cartography;

import java.util.Arrays;

/** Growing list of coordinates. */
final class DoubleList {
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

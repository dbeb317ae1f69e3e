package fr.atlasqpv.cartography;

import java.util.Arrays;

/** Growing list of whole numbers. */
final class IntList {
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

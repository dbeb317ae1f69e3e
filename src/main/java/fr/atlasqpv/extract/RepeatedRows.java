package fr.atlasqpv.extract;

import fr.atlasqpv.extract.Fact.RepeatedRowsFact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds runs of rows that stand a second time in a file, in the same order. It keeps a fingerprint of windows of consecutive rows,
 * not the rows: of every window in a small file, of one in two, four, eight … in a large one, chosen by their content, so that a
 * window that comes again is chosen again. Rows that repeat one another (dwellings of one building) tell nothing: a window of them
 * is left out.
 */
final class RepeatedRows {
    /** Rows of a window. */
    static final int WINDOW = 16;
    private static final int FEWEST_DISTINCT = 12;
    private static final int MOST_WINDOWS = 1 << 17;
    private static final int MOST_RUNS = 20;
    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long LEAVING = power(WINDOW);

    private final int mostWindows;
    private final long[] rows = new long[WINDOW];
    private final long[] lines = new long[WINDOW];
    private final List<Located<Fact>> found = new ArrayList<>();
    private Windows windows = new Windows(1 << 10);
    private long mask;
    private long count;
    private long fingerprint;
    private Run open;

    RepeatedRows() {
        this(MOST_WINDOWS);
    }

    /** @param mostWindows fingerprints kept at most */
    RepeatedRows(int mostWindows) {
        this.mostWindows = mostWindows;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= FACTOR;
        }
        return power;
    }

    /** Takes the next row of the file. */
    void add(Table.Cells record) {
        int at = (int) (count % WINDOW);
        long row = hash(record.texts());
        fingerprint = fingerprint * FACTOR + row - rows[at] * LEAVING;
        rows[at] = row;
        lines[at] = record.line();
        count++;
        if (count >= WINDOW && (mixed(fingerprint) & mask) == 0 && telling()) {
            window(lines[(at + 1) % WINDOW], record.line());
        }
    }

    private static long hash(List<String> cells) {
        long hash = cells.size();
        for (String cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                hash = (hash ^ cell.charAt(i)) * 0x100000001B3L;
            }
            hash = (hash ^ '\n') * 0x100000001B3L;
        }
        return mixed(hash);
    }

    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        return mixed ^ (mixed >>> 29);
    }

    private boolean telling() {
        return Arrays.stream(rows).distinct().count() >= FEWEST_DISTINCT;
    }

    private void window(long firstLine, long lastLine) {
        int earlier = windows.find(fingerprint);
        if (earlier >= 0) {
            repeated(earlier, firstLine, lastLine);
            return;
        }
        windows = windows.full() ? windows.doubled() : windows;
        windows.put(fingerprint, count, firstLine, lastLine);
        while (windows.size() > mostWindows) {
            mask = mask * 2 + 1;
            windows = windows.thinned(mask);
        }
    }

    private void repeated(int earlier, long firstLine, long lastLine) {
        long distance = count - windows.row(earlier);
        boolean goesOn = open != null && count - open.lastRow <= WINDOW + 8 * (mask + 1);
        if (goesOn && open.distance == distance) {
            open.lastRow = count;
            open.lastLine = lastLine;
            open.firstLastLine = windows.lastLine(earlier);
        } else if (!goesOn) {
            close();
            open = new Run(
                    distance, count - WINDOW, count, firstLine, lastLine, windows.firstLine(earlier),
                    windows.lastLine(earlier));
        }
    }

    private void close() {
        if (open != null && found.size() < MOST_RUNS) {
            found.add(open.located());
        }
        open = null;
    }

    /** The runs found, once the file is read to its end; the source is for the caller to name. */
    List<Located<Fact>> found(String source) {
        close();
        return found.stream().map(f -> new Located<>(source, f.line(), f.fact())).toList();
    }

    /** A run that may go on. */
    private static final class Run {
        private final long distance;
        private final long before;
        private final long line;
        private final long firstLine;
        private long lastRow;
        private long lastLine;
        private long firstLastLine;

        Run(long distance, long before, long lastRow, long line, long lastLine, long firstLine, long firstLastLine) {
            this.distance = distance;
            this.before = before;
            this.lastRow = lastRow;
            this.line = line;
            this.lastLine = lastLine;
            this.firstLine = firstLine;
            this.firstLastLine = firstLastLine;
        }

        Located<Fact> located() {
            return new Located<>("", line, new RepeatedRowsFact(lastRow - before, lastLine, firstLine, firstLastLine));
        }
    }

    /** Fingerprints of windows and where each was first met, in arrays: millions of objects would not fit. */
    private static final class Windows {
        private final long[] keys;
        private final long[] places;
        private int size;

        Windows(int capacity) {
            keys = new long[capacity];
            places = new long[3 * capacity];
        }

        int size() {
            return size;
        }

        long row(int slot) {
            return places[3 * slot];
        }

        long firstLine(int slot) {
            return places[3 * slot + 1];
        }

        long lastLine(int slot) {
            return places[3 * slot + 2];
        }

        private int slot(long key) {
            int slot = (int) (mixed(key) >>> 20) & (keys.length - 1);
            while (places[3 * slot] != 0 && keys[slot] != key) {
                slot = (slot + 1) & (keys.length - 1);
            }
            return slot;
        }

        int find(long key) {
            int slot = slot(key);
            return places[3 * slot] == 0 ? -1 : slot;
        }

        void put(long key, long row, long firstLine, long lastLine) {
            int slot = slot(key);
            keys[slot] = key;
            places[3 * slot] = row;
            places[3 * slot + 1] = firstLine;
            places[3 * slot + 2] = lastLine;
            size++;
        }

        /** Tells whether another one would make it slow. */
        boolean full() {
            return size * 2 >= keys.length;
        }

        /** Those that a mask chooses. */
        Windows thinned(long mask) {
            return copied(keys.length, mask);
        }

        /** All of them, with room for as many more. */
        Windows doubled() {
            return copied(2 * keys.length, 0);
        }

        private Windows copied(int capacity, long mask) {
            Windows copy = new Windows(capacity);
            for (int i = 0; i < keys.length; i++) {
                if (places[3 * i] != 0 && (mixed(keys[i]) & mask) == 0) {
                    copy.put(keys[i], places[3 * i], places[3 * i + 1], places[3 * i + 2]);
                }
            }
            return copy;
        }
    }
}

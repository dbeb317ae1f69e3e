package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.RandomTables.Sample;
import java.util.Arrays;
import java.util.BitSet;

/** Tries every integer solution of a small table: the oracle of the attack. */
final class BruteForce {
    private final Sample sample;
    private final BitSet withheld;
    private final int[] low;
    private final int[] high;
    private final int[] values;

    private BruteForce(Sample sample, BitSet withheld) {
        this.sample = sample;
        this.withheld = withheld;
        int size = sample.table().cells().size();
        this.low = new int[size];
        this.high = new int[size];
        this.values = new int[sample.atoms()];
        Arrays.fill(low, Integer.MAX_VALUE);
        Arrays.fill(high, Integer.MIN_VALUE);
    }

    /** Least and greatest value of every cell over all solutions. */
    static Interval[] of(Sample sample, BitSet withheld) {
        BruteForce force = new BruteForce(sample, withheld);
        force.tryAtom(0);
        Interval[] intervals = new Interval[force.low.length];
        Arrays.setAll(intervals, i -> new Interval(force.low[i], force.high[i]));
        return intervals;
    }

    private Interval told(int cell) {
        Cell c = sample.table().cells().get(cell);
        return withheld.get(cell) ? c.open() : c.shown();
    }

    private void tryAtom(int atom) {
        if (atom == values.length) {
            note();
            return;
        }
        Interval told = told(atom);
        for (int value = (int) told.low(); value <= told.high(); value++) {
            values[atom] = value;
            if (possible(atom)) {
                tryAtom(atom + 1);
            }
        }
    }

    /** Cells whose atoms are all set must print as they do. */
    private boolean possible(int last) {
        for (int cell = sample.atoms(); cell < low.length; cell++) {
            int[] atoms = sample.atomsOf().get(cell);
            int most = Arrays.stream(atoms).max().orElseThrow();
            if (most == last && !told(cell).contains(sum(atoms))) {
                return false;
            }
        }
        return true;
    }

    private int sum(int[] atoms) {
        int sum = 0;
        for (int atom : atoms) {
            sum += values[atom];
        }
        return sum;
    }

    private void note() {
        for (int cell = 0; cell < low.length; cell++) {
            int value = sum(sample.atomsOf().get(cell));
            low[cell] = Math.min(low[cell], value);
            high[cell] = Math.max(high[cell], value);
        }
    }
}

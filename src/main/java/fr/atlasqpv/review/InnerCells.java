package fr.atlasqpv.review;

import fr.atlasqpv.secrecy.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ojalgo.scalar.RationalNumber;

/**
 * Writes every cell of a table as a combination of inner cells that nothing ties: the matrix that tools of Gaussian elimination ask
 * for. Only equations without a constant are used; cells that stand in none are inner cells themselves.
 */
final class InnerCells {
    private final SortedMap<Integer, SortedMap<Integer, RationalNumber>> solved = new TreeMap<>();

    private InnerCells() {}

    /**
     * For each cell of the table its combination: coefficients by position of the inner cell.
     *
     * @param table its cells and links
     */
    static List<SortedMap<Integer, RationalNumber>> of(Review.Table table) {
        InnerCells elimination = new InnerCells();
        table.links().stream().filter(l -> l.exact() && l.low() == 0).forEach(elimination::add);
        List<SortedMap<Integer, RationalNumber>> combinations = new ArrayList<>();
        for (int c = 0; c < table.cells().size(); c++) {
            SortedMap<Integer, RationalNumber> alone = new TreeMap<>();
            alone.put(c, RationalNumber.ONE);
            combinations.add(elimination.reduced(alone));
        }
        return combinations;
    }

    private void add(Review.Link equation) {
        SortedMap<Integer, RationalNumber> row = new TreeMap<>();
        for (int i = 0; i < equation.cells().size(); i++) {
            plus(row, equation.cells().get(i), RationalNumber.of(equation.signs().get(i), 1));
        }
        row = reduced(row);
        if (!row.isEmpty()) {
            int pivot = row.firstKey();
            RationalNumber coefficient = row.remove(pivot);
            SortedMap<Integer, RationalNumber> combination = new TreeMap<>();
            row.forEach((cell, c) -> combination.put(cell, c.divide(coefficient).negate()));
            solved.put(pivot, combination);
        }
    }

    /** The same combination, of cells that no equation gives. */
    private SortedMap<Integer, RationalNumber> reduced(SortedMap<Integer, RationalNumber> combination) {
        SortedMap<Integer, RationalNumber> reduced = new TreeMap<>();
        SortedMap<Integer, RationalNumber> left = new TreeMap<>(combination);
        while (!left.isEmpty()) {
            int cell = left.firstKey();
            RationalNumber coefficient = left.remove(cell);
            if (solved.containsKey(cell)) {
                solved.get(cell).forEach((other, c) -> plus(left, other, c.multiply(coefficient)));
            } else {
                plus(reduced, cell, coefficient);
            }
        }
        return reduced;
    }

    private static void plus(SortedMap<Integer, RationalNumber> sum, int cell, RationalNumber coefficient) {
        RationalNumber added = sum.getOrDefault(cell, RationalNumber.ZERO).add(coefficient);
        if (added.compareTo(RationalNumber.ZERO) == 0) {
            sum.remove(cell);
        } else {
            sum.put(cell, added);
        }
    }
}

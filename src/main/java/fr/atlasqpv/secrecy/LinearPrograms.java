package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.linear.LinearSolver;

/**
 * Lowest and highest value of the counts of one block of links, by linear programming (ojAlgo). Cells that stand in one
 * link of the block only are summed into one unknown, the rest of that link. Where counts are integers and the vertex found
 * is not, the integer program is solved.
 */
final class LinearPrograms {
    private static final double NEAR = 1e-5;

    private final Knowledge knowledge;
    private final List<Unknown> unknowns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final BitSet targets;
    private final boolean whole;
    private int solved;

    /** A shared cell, or the rest of a link (signs included). */
    private static final class Unknown {
        private final int[] cells;
        private final int[] signs;
        private double low;
        private double high;
        private double seenLow = Double.POSITIVE_INFINITY;
        private double seenHigh = Double.NEGATIVE_INFINITY;

        Unknown(int[] cells, int[] signs, Knowledge knowledge) {
            this.cells = cells;
            this.signs = signs;
            for (int i = 0; i < cells.length; i++) {
                low += signs[i] > 0 ? knowledge.low[cells[i]] : -knowledge.high[cells[i]];
                high += signs[i] > 0 ? knowledge.high[cells[i]] : -knowledge.low[cells[i]];
            }
        }

        void seen(double value) {
            seenLow = Math.min(seenLow, value);
            seenHigh = Math.max(seenHigh, value);
        }
    }

    private record Row(int[] unknowns, int[] signs, double low, double high) {}

    LinearPrograms(LinkedTable table, Knowledge knowledge, Cycles.Block block) {
        this.knowledge = knowledge;
        this.targets = block.targets();
        this.whole = table.cells().stream().allMatch(LinkedTable.Cell::whole);
        SortedMap<Integer, Integer> uses = new TreeMap<>();
        for (int position : block.links()) {
            for (int cell : table.links().get(position).cells()) {
                uses.merge(cell, 1, Integer::sum);
            }
        }
        SortedMap<Integer, Integer> shared = new TreeMap<>();
        uses.forEach((cell, times) -> {
            if (times > 1 && knowledge.low[cell] < knowledge.high[cell]) {
                shared.put(cell, unknowns.size());
                unknowns.add(new Unknown(new int[] {cell}, new int[] {1}, knowledge));
            }
        });
        block.links().forEach(position -> rows.add(row(table.links().get(position), shared)));
    }

    private Row row(Link link, SortedMap<Integer, Integer> shared) {
        List<Integer> columns = new ArrayList<>();
        List<Integer> signs = new ArrayList<>();
        int[] rest = new int[link.cells().length];
        int[] restSigns = new int[rest.length];
        int size = 0;
        for (int i = 0; i < link.cells().length; i++) {
            Integer column = shared.get(link.cells()[i]);
            if (column == null) {
                rest[size] = link.cells()[i];
                restSigns[size++] = link.signs()[i];
            } else {
                columns.add(column);
                signs.add(link.signs()[i]);
            }
        }
        if (size > 0) {
            columns.add(unknowns.size());
            signs.add(1);
            unknowns.add(new Unknown(Arrays.copyOf(rest, size), Arrays.copyOf(restSigns, size), knowledge));
        }
        return new Row(ints(columns), ints(signs), link.low(), link.high());
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    /**
     * Narrows what is known of the targets of the block to their lowest and highest values.
     *
     * @return whether anything was gained
     */
    boolean narrow() {
        boolean gained = false;
        for (int i = 0; i < unknowns.size(); i++) {
            Unknown unknown = unknowns.get(i);
            if (unknown.low < unknown.high && Arrays.stream(unknown.cells).anyMatch(targets::get)) {
                double low = reaches(unknown.seenLow, unknown.low) ? unknown.low : extreme(i, true);
                double high = reaches(unknown.seenHigh, unknown.high) ? unknown.high : extreme(i, false);
                gained |= tell(unknown, low, high);
            }
        }
        return gained;
    }

    int solved() {
        return solved;
    }

    private static boolean reaches(double seen, double bound) {
        return Math.abs(seen - bound) <= Interval.TOLERANCE;
    }

    /** What bounds the rest of a link bounds each of its cells, given the others. */
    private boolean tell(Unknown unknown, double low, double high) {
        if (unknown.cells.length == 1 && unknown.signs[0] > 0) {
            return knowledge.narrow(unknown.cells[0], low, high);
        }
        boolean gained = false;
        for (int i = 0; i < unknown.cells.length; i++) {
            int cell = unknown.cells[i];
            if (unknown.signs[i] > 0) {
                double othersLow = unknown.low - knowledge.low[cell];
                double othersHigh = unknown.high - knowledge.high[cell];
                gained |= knowledge.narrow(cell, low - othersHigh, high - othersLow);
            } else {
                double othersLow = unknown.low + knowledge.high[cell];
                double othersHigh = unknown.high + knowledge.low[cell];
                gained |= knowledge.narrow(cell, othersLow - high, othersHigh - low);
            }
        }
        return gained;
    }

    private double extreme(int target, boolean lowest) {
        solved++;
        Optimisation.Result result = relaxed(target, lowest);
        if (!result.getState().isOptimal() || !fits(result) || (whole && !integral(result))) {
            result = solve(target, lowest);
        }
        for (int i = 0; i < unknowns.size(); i++) {
            unknowns.get(i).seen(result.doubleValue(i));
        }
        double value = result.doubleValue(target);
        // The solver's noise must not pass for knowledge, nor the bounds of before, which are true, be lost to it.
        double noise = whole ? 0 : Interval.TOLERANCE * Math.max(1, Math.abs(value) / 1000);
        double outward = lowest ? value - noise : value + noise;
        return Math.clamp(outward, unknowns.get(target).low, unknowns.get(target).high);
    }

    /** Whether a solution keeps to every bound and link: what the solver found without its model is not taken on trust. */
    private boolean fits(Optimisation.Result result) {
        for (int i = 0; i < unknowns.size(); i++) {
            if (!within(result.doubleValue(i), unknowns.get(i).low, unknowns.get(i).high)) {
                return false;
            }
        }
        return rows.stream().allMatch(row -> {
            double sum = 0;
            for (int i = 0; i < row.unknowns.length; i++) {
                sum += row.signs[i] * result.doubleValue(row.unknowns[i]);
            }
            return within(sum, row.low, row.high);
        });
    }

    private static boolean within(double value, double low, double high) {
        double noise = NEAR * Math.max(1, Math.abs(value) / 1000);
        return value > low - noise && value < high + noise;
    }

    private static boolean integral(Optimisation.Result result) {
        for (int i = 0; i < result.count(); i++) {
            double value = result.doubleValue(i);
            if (Math.abs(value - Math.rint(value)) > NEAR) {
                return false;
            }
        }
        return true;
    }

    /** Without integers, and without the model of the library: to write one takes longer than to solve it. */
    private Optimisation.Result relaxed(int target, boolean lowest) {
        int size = unknowns.size();
        double[] objective = new double[size];
        objective[target] = lowest ? 1 : -1;
        LinearSolver.Builder builder = LinearSolver.newBuilder(objective)
                .lower(unknowns.stream().mapToDouble(u -> u.low).toArray())
                .upper(unknowns.stream().mapToDouble(u -> u.high).toArray());
        for (Row row : rows) {
            double[] factors = new double[size];
            double[] opposite = new double[size];
            for (int i = 0; i < row.unknowns.length; i++) {
                factors[row.unknowns[i]] += row.signs[i];
                opposite[row.unknowns[i]] -= row.signs[i];
            }
            if (row.low == row.high) {
                builder.equality(row.low, factors);
            } else {
                if (row.high < LinkedTable.NO_BOUND) {
                    builder.inequality(row.high, factors);
                }
                if (row.low > -LinkedTable.NO_BOUND) {
                    builder.inequality(-row.low, opposite);
                }
            }
        }
        return builder.build().solve();
    }

    private Optimisation.Result solve(int target, boolean lowest) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = new Variable[unknowns.size()];
        for (int i = 0; i < variables.length; i++) {
            Unknown unknown = unknowns.get(i);
            variables[i] = model.addVariable("u" + i).lower(unknown.low).upper(unknown.high).integer(whole);
        }
        variables[target].weight(1);
        for (int r = 0; r < rows.size(); r++) {
            Row row = rows.get(r);
            Expression expression = model.addExpression("r" + r).lower(row.low).upper(row.high);
            for (int i = 0; i < row.unknowns.length; i++) {
                expression.set(variables[row.unknowns[i]], row.signs[i]);
            }
        }
        Optimisation.Result result = lowest ? model.minimise() : model.maximise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("the attack could not be computed: linear program " + result.getState()
                    + ", " + rows.size() + " links, " + unknowns.size() + " unknowns");
        }
        return result;
    }
}

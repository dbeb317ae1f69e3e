package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Least cost that any pattern under the same rules can have, as far as linear programs prove it.
 *
 * <p>Withholding is relaxed to a fraction of each cell. Two kinds of conditions are added as the relaxed pattern breaks
 * them: in a published sum no cell is withheld more than the others together (rule of sums); and where the attack exposes
 * a cell though a whole set of others is withheld, something outside that set must be (audit). Every safe pattern meets
 * both, so the optimum is a lower bound, rounded up for points are whole.
 */
final class LowerBound {
    private static final int ROUNDS = 30;
    private static final int CUTS_PER_ROUND = 12;
    private static final int NEAR = 3;
    private static final double NOTHING = 1e-6;

    private final LinkedTable table;
    private final BitSet primary;
    private final BitSet hopeless;
    private final Attacker attacker;
    private final Neighbourhood neighbourhood;
    private final Set<Condition> conditions = new LinkedHashSet<>();
    private double[] withheld;

    /** The others together are withheld at least as much as the cell. */
    private record Condition(int cell, List<Integer> others) {}

    LowerBound(LinkedTable table, BitSet primary, BitSet hopeless, Attacker attacker) {
        this.table = table;
        this.primary = primary;
        this.hopeless = hopeless;
        this.attacker = attacker;
        this.neighbourhood = new Neighbourhood(table);
        this.withheld = new double[table.cells().size()];
        primary.stream().forEach(c -> withheld[c] = 1);
    }

    /** The bound, in points. */
    double points() {
        double bound = 0;
        for (int round = 0; round < ROUNDS; round++) {
            boolean more = breakSums() || breakAudit();
            if (!more) {
                break;
            }
            bound = solve();
        }
        return Math.max(0, Math.ceil(bound - NOTHING));
    }

    private boolean breakSums() {
        int before = conditions.size();
        RuleOfSums rule = new RuleOfSums(table);
        for (Link sum : table.sums()) {
            int[] counted = Arrays.stream(sum.cells()).filter(c -> rule.counts(sum, c)).toArray();
            double total = Arrays.stream(counted).mapToDouble(c -> withheld[c]).sum();
            for (int cell : counted) {
                if (withheld[cell] > total - withheld[cell] + NOTHING) {
                    List<Integer> others = Arrays.stream(counted).filter(c -> c != cell).boxed().toList();
                    conditions.add(new Condition(cell, others));
                }
            }
        }
        return conditions.size() > before;
    }

    private boolean breakAudit() {
        int before = conditions.size();
        BitSet touched = new BitSet();
        for (int c = 0; c < withheld.length; c++) {
            touched.set(c, withheld[c] > NOTHING);
        }
        Knowledge knowledge = attacker.sharpen(attacker.quick(touched), touched);
        touched.stream()
                .filter(c -> exposed(c, knowledge))
                .limit(CUTS_PER_ROUND)
                .forEach(c -> conditions.add(new Condition(c, remedies(c, touched))));
        return conditions.size() > before;
    }

    private boolean exposed(int cell, Knowledge knowledge) {
        return !hopeless.get(cell) && table.cells().get(cell).reason(knowledge.of(cell)) != null;
    }

    /** Judged by quick bounds: what they give away is given away, and the condition they found is true. */
    private boolean exposed(int cell, BitSet pattern) {
        return exposed(cell, attacker.quick(pattern));
    }

    /** What is left to withhold once as much as can be is, and the cell is exposed all the same. */
    private List<Integer> remedies(int cell, BitSet touched) {
        BitSet pattern = (BitSet) touched.clone();
        BitSet near = neighbourhood.within(cell, NEAR);
        BitSet far = new BitSet();
        far.set(0, withheld.length);
        far.andNot(near);
        far.or(pattern);
        if (exposed(cell, far)) {
            pattern = far;
        }
        List<Integer> left = new ArrayList<>();
        near.stream().forEach(left::add);
        left.sort(Comparator.comparingLong(c -> table.cells().get(c).cost()));
        for (int candidate : left) {
            if (!pattern.get(candidate)) {
                pattern.set(candidate);
                if (!exposed(cell, pattern)) {
                    pattern.clear(candidate);
                }
            }
        }
        BitSet outside = new BitSet();
        outside.set(0, withheld.length);
        outside.andNot(pattern);
        return outside.stream().boxed().toList();
    }

    private double solve() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        TreeMap<Integer, Variable> variables = new TreeMap<>();
        for (Condition condition : conditions) {
            Expression row = model.addExpression().lower(0);
            row.set(variable(condition.cell, model, variables), -1);
            for (int other : condition.others) {
                row.set(variable(other, model, variables), 1);
            }
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isFeasible()) {
            return 0;
        }
        double[] solution = new double[withheld.length];
        primary.stream().forEach(c -> solution[c] = 1);
        double points = 0;
        for (var entry : variables.entrySet()) {
            double value = result.doubleValue(model.indexOf(entry.getValue()));
            solution[entry.getKey()] = value;
            points += primary.get(entry.getKey()) ? 0 : value * points(entry.getKey());
        }
        withheld = solution;
        return points;
    }

    private Variable variable(int cell, ExpressionsBasedModel model, TreeMap<Integer, Variable> variables) {
        return variables.computeIfAbsent(cell, c -> {
            boolean may = primary.get(c) || table.cells().get(c).available();
            Variable variable =
                    model.addVariable("y" + c).upper(may ? 1 : 0).weight(primary.get(c) ? 0 : points(c));
            return variable.lower(primary.get(c) ? 1 : 0);
        });
    }

    private double points(int cell) {
        return TableBuilder.points(table.cells().get(cell).cost());
    }
}

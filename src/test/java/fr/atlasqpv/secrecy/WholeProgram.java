package fr.atlasqpv.secrecy;

import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.util.BitSet;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The attack without any shortcut: two linear programs over the whole table per cell. Another road to the same bounds. */
final class WholeProgram {
    private WholeProgram() {}

    static Interval of(LinkedTable table, BitSet withheld, int target) {
        return new Interval(solve(table, withheld, target, true), solve(table, withheld, target, false));
    }

    private static double solve(LinkedTable table, BitSet withheld, int target, boolean lowest) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Variable[] variables = new Variable[table.cells().size()];
        for (int i = 0; i < variables.length; i++) {
            Cell cell = table.cells().get(i);
            Interval told = (withheld.get(i) ? cell.open() : cell.shown()).and(cell.known());
            variables[i] = model.addVariable("x" + i).lower(told.low()).upper(told.high());
        }
        variables[target].weight(1);
        for (Link link : table.links()) {
            Expression row = model.addExpression().lower(link.low()).upper(link.high());
            for (int i = 0; i < link.cells().length; i++) {
                row.set(variables[link.cells()[i]], link.signs()[i]);
            }
        }
        Optimisation.Result result = lowest ? model.minimise() : model.maximise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException(result.getState().toString());
        }
        return result.doubleValue(target);
    }
}

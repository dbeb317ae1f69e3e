package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What somebody has decided of single cells, before any rule and besides them: their a-priori status. It is nothing that books, report
 * or manifest tell, for it would say of a withheld cell why it is so.
 *
 * @param decisions at most one per cell
 */
public record APriori(List<Decision> decisions) {
    /** Nothing is decided. */
    public static final APriori NONE = new APriori(List.of());
    /** A weight more than this would no longer weigh, but decide. */
    public static final int GREATEST_WEIGHT = 20;

    /** What is decided of the figure of a cell. */
    public enum Status {
        /** It never protects another. A rule that withholds it for itself wins. */
        PUBLISHED,
        /** It is withheld as if a rule withheld it, and protected by the width of its indicator. */
        WITHHELD
    }

    /**
     * A decision.
     *
     * @param cell which
     * @param status what it comes to; empty when it is for the rules to say
     * @param weight what the cost of withholding it to protect others is multiplied by, 1 to {@link #GREATEST_WEIGHT}
     * @param who who has decided
     * @param why for what reason
     */
    public record Decision(CellKey cell, Optional<Status> status, int weight, String who, String why) {}

    /** @throws IllegalArgumentException when a cell stands twice, or a weight is out of bounds */
    public APriori {
        decisions = List.copyOf(decisions);
        Set<CellKey> seen = new HashSet<>();
        for (Decision decision : decisions) {
            if (!seen.add(decision.cell)) {
                throw new IllegalArgumentException("two decisions on " + decision.cell);
            }
            if (decision.weight < 1 || decision.weight > GREATEST_WEIGHT) {
                throw new IllegalArgumentException("weight of " + decision.cell);
            }
        }
    }

    /** Cells that are withheld. */
    SortedSet<CellKey> withheld() {
        return with(Status.WITHHELD, Decision::cell);
    }

    /** Cells that never protect others. */
    SortedSet<CellKey> published() {
        return with(Status.PUBLISHED, Decision::cell);
    }

    /** Indicators of which a cell is withheld: their figures are protected as those of an indicator under a rule. */
    public SortedSet<Indicator> protectedIndicators() {
        return with(Status.WITHHELD, d -> d.cell.indicator());
    }

    private <T> SortedSet<T> with(Status status, Function<Decision, T> what) {
        return decisions.stream()
                .filter(d -> d.status.filter(status::equals).isPresent())
                .map(what)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the cost of withholding a cell is multiplied by. */
    int weight(CellKey cell) {
        return decisions.stream().filter(d -> d.cell.equals(cell)).mapToInt(Decision::weight).findFirst().orElse(1);
    }
}

package fr.atlasqpv.quality.input;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.secrecy.Publication;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How far a figure is from that of the previous edition, which was published.
 *
 * @param key cell
 * @param before what was published
 * @param now figure of this edition, before secrecy: not to be told
 */
record Change(CellKey key, BigDecimal before, BigDecimal now) {
    /** Figures below it move by chance: a rate of 1 %, a number of ten. */
    private static final BigDecimal LEAST_RATE = BigDecimal.ONE;
    private static final BigDecimal LEAST_COUNT = BigDecimal.TEN;

    /** The changes of the cells that both editions have a figure of. */
    static List<Change> since(Evidence evidence, Predicate<CellKey> cells) {
        List<Change> changes = new ArrayList<>();
        evidence.figures().forEach((key, cell) -> {
            Publication before = evidence.previous().get(key);
            if (before != null && before.value() != null && cells.test(key) && judged(key)
                    && cell.availability() == Availability.KNOWN && large(key, before.value())) {
                changes.add(new Change(key, before.value(), cell.figure()));
            }
        });
        return changes;
    }

    private static boolean judged(CellKey key) {
        return switch (key.indicator().kind()) {
            case COUNT, RATE -> true;
            case FIGURE, FLAG, CODE -> false;
        };
    }

    private static boolean large(CellKey key, BigDecimal value) {
        BigDecimal least =
                key.indicator().kind() == fr.atlasqpv.indicator.Indicator.Kind.RATE ? LEAST_RATE : LEAST_COUNT;
        return value.compareTo(least) >= 0;
    }

    /** Difference in per cent of what was published. */
    double percent() {
        return now.subtract(before).abs().doubleValue() * 100 / before.doubleValue();
    }

    /** Which cell, and which way it has gone: the figure itself may be one that a rule withholds. */
    String told() {
        return key.territory() + " " + key.perimeter() + (now.compareTo(before) > 0 ? " en hausse" : " en baisse");
    }
}

package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Reads what other publications tell as bounds on the counts of a table. */
final class OtherPublications {
    private final Elsewhere elsewhere;
    private final Map<CellKey, List<KnownFigure>> figures;
    private final boolean whole;

    /**
     * @param elsewhere what they tell
     * @param whole whether counts are known to be integers
     */
    OtherPublications(Elsewhere elsewhere, boolean whole) {
        this.elsewhere = elsewhere;
        this.figures = elsewhere.figures().stream().collect(Collectors.groupingBy(KnownFigure::key));
        this.whole = whole;
    }

    /** What they tell of a cell. */
    List<KnownFigure> of(CellKey key) {
        return figures.getOrDefault(key, List.of());
    }

    /**
     * What a figure told elsewhere says of the count behind ours. One that does not fit has been corrected since: whoever has both is
     * taken to know the count of today as well as he knew the former one, or a figure told then would be a partner for one withheld
     * now. Where only books speak, what is told today stands.
     *
     * @param shown what is told today
     */
    Interval told(Figure ours, Interval shown, KnownFigure other) {
        Interval there = told(other, ours.numerator());
        if (ours.numerator() == null) {
            return there.and(shown).length() < -Interval.TOLERANCE ? shown : there;
        }
        double count = ours.numerator().doubleValue();
        return there.contains(count) ? there : there.around(count);
    }

    /**
     * What a count that anybody can read somewhere says of the count behind ours. One that does not fit is taken as above.
     *
     * @param shown what is told today
     * @param count the count as it is told there
     */
    Interval counted(Figure ours, Interval shown, BigDecimal count) {
        double half = whole ? 0 : new BigDecimal("0.5").movePointLeft(Math.max(0, count.scale())).doubleValue();
        Interval there = new Interval(Math.max(0, count.doubleValue() - half), count.doubleValue() + half);
        if (ours.numerator() == null) {
            return there.and(shown).length() < -Interval.TOLERANCE ? shown : there;
        }
        double truth = ours.numerator().doubleValue();
        return there.contains(truth) ? there : there.around(truth);
    }

    /** What other publications tell of several cells together; what is not true of their counts misleads and is left out. */
    List<Link> sums(SortedMap<CellKey, Figure> figures, Map<CellKey, Integer> positions) {
        List<Link> links = new ArrayList<>();
        for (KnownSum known : elsewhere.sums()) {
            List<Figure> parts = known.parts().stream().map(figures::get).toList();
            if (parts.stream().anyMatch(Objects::isNull)) {
                continue;
            }
            BigDecimal truth = BigDecimal.ZERO;
            for (Figure part : parts) {
                truth = truth == null || part.numerator() == null ? null : truth.add(part.numerator());
            }
            Interval told = told(known, truth);
            boolean says = told.low() > 0 || told.high() < LinkedTable.NO_BOUND;
            if (says && (truth == null || told.contains(truth.doubleValue()))) {
                links.add(Link.together(parts.stream().map(p -> positions.get(p.key())).toList(), told));
            }
        }
        return links;
    }

    /** Sum of what the figures tell; without those that are not told, no more than a least value. */
    private Interval told(KnownSum known, BigDecimal numerator) {
        if (known.whole() && known.told().size() == 1) {
            return told(known.told().getFirst(), numerator);
        }
        double low = 0;
        double high = 0;
        for (KnownFigure figure : known.told()) {
            Interval one = told(figure, (BigDecimal) null);
            low += one.low();
            high += one.high();
        }
        return new Interval(low, known.whole() ? Math.min(high, LinkedTable.NO_BOUND) : LinkedTable.NO_BOUND);
    }

    private Interval told(KnownFigure other, BigDecimal numerator) {
        Figure there = new Figure(
                other.key(), other.publication(), numerator, other.denominator(), other.denominator() != null);
        return Reading.of(there, there.ceiling(), clampThere(other), whole);
    }

    /** Another edition may have had other bounds: a figure that is told there is told, and a bound is what stands there. */
    private static Optional<Clamp> clampThere(KnownFigure figure) {
        BigDecimal value = figure.publication().value();
        return switch (figure.publication().status()) {
            case PLAFONNE -> Optional.of(new Clamp(figure.key().indicator(), BigDecimal.ZERO, value, true));
            case PLANCHER -> Optional.of(
                    new Clamp(figure.key().indicator(), value, BigDecimal.valueOf(100), true));
            default -> Optional.empty();
        };
    }
}

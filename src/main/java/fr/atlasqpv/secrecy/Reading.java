package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicator.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a published figure tells of the count behind it: a rate is an interval (rounding half-up, or a bound when it is
 * clamped), a count is a value.
 */
final class Reading {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Reading() {}

    /**
     * Reads a figure.
     *
     * @param figure the cell; its publication must have a value
     * @param ceiling greatest value that the count can have
     * @param clamp clamping rule of its indicator
     * @param whole whether counts are known to be integers
     * @return the counts that print as this figure
     */
    static Interval of(Figure figure, double ceiling, Optional<Clamp> clamp, boolean whole) {
        Publication shown = figure.shown();
        if (figure.key().indicator().kind() != Kind.RATE) {
            return count(shown.value(), whole);
        }
        if (figure.denominator() == null || !figure.denominatorKnown()) {
            return new Interval(0, LinkedTable.NO_BOUND);
        }
        Bounds bounds = switch (shown.status()) {
            case PLAFONNE -> new Bounds(atLeast(clamp.orElseThrow()), null);
            case PLANCHER -> new Bounds(null, atMost(clamp.orElseThrow()));
            default -> rounded(shown.value(), figure.key().indicator(), clamp);
        };
        Interval all = new Interval(0, ceiling);
        BigDecimal unit = figure.denominator().divide(figure.key().indicator().scale(), MathContext.DECIMAL128);
        Interval told = bounds.counts(unit, whole).and(all);
        return whole ? told.integers() : told;
    }

    private static Interval count(BigDecimal value, boolean whole) {
        if (whole) {
            return Interval.exactly(value.doubleValue());
        }
        double low = Math.max(0, value.subtract(HALF).doubleValue());
        return new Interval(low, value.add(HALF).doubleValue());
    }

    private static End atLeast(Clamp clamp) {
        return new End(clamp.ceiling(), clamp.inclusive());
    }

    private static End atMost(Clamp clamp) {
        return new End(clamp.floor(), clamp.inclusive());
    }

    /** Half-up: 12.3 stands for [12.25; 12.35[. A figure that could have been clamped and was not is not beyond. */
    private static Bounds rounded(BigDecimal rate, Indicator indicator, Optional<Clamp> clamp) {
        BigDecimal half = HALF.movePointLeft(indicator.decimals());
        End low = new End(rate.subtract(half), true);
        // A rate of 100 also stands for more on top than below.
        boolean whole = indicator.share() && rate.compareTo(indicator.scale()) >= 0;
        End high = whole ? null : new End(rate.add(half), false);
        if (clamp.isPresent()) {
            End floor = new End(clamp.get().floor(), !clamp.get().inclusive());
            End ceiling = new End(clamp.get().ceiling(), !clamp.get().inclusive());
            low = floor.rate.compareTo(low.rate) >= 0 ? floor : low;
            high = high == null || ceiling.rate.compareTo(high.rate) < 0 ? ceiling : high;
        }
        return new Bounds(low, high);
    }

    /** End of a range of rates, in the scale of the indicator. */
    private record End(BigDecimal rate, boolean included) {
        BigDecimal count(BigDecimal unit) {
            return rate.multiply(unit);
        }
    }

    private record Bounds(End low, End high) {
        /** Counts behind the range; the unit is the count behind a rate of one. */
        Interval counts(BigDecimal unit, boolean whole) {
            double from = low == null ? 0 : low(low.count(unit), whole);
            double to = high == null ? LinkedTable.NO_BOUND : high(high.count(unit), whole);
            return new Interval(from, to);
        }

        private double low(BigDecimal count, boolean whole) {
            if (!whole) {
                return count.doubleValue();
            }
            BigDecimal integer = count.setScale(0, RoundingMode.CEILING);
            boolean onIt = integer.compareTo(count) == 0;
            return (onIt && !low.included ? integer.add(BigDecimal.ONE) : integer).doubleValue();
        }

        private double high(BigDecimal count, boolean whole) {
            if (!whole) {
                return count.doubleValue();
            }
            BigDecimal integer = count.setScale(0, RoundingMode.FLOOR);
            boolean onIt = integer.compareTo(count) == 0;
            return (onIt && !high.included ? integer.subtract(BigDecimal.ONE) : integer).doubleValue();
        }
    }
}

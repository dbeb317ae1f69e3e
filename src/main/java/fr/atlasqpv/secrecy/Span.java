package fr.atlasqpv.secrecy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A sensitive range as the audit compares it: ends in units of the count. */
record Span(double low, boolean lowIncluded, double high, boolean highIncluded) {
    private static final double TOLERANCE = 1e-6;

    static Span of(ValueRange range) {
        return new Span(
                range.low().doubleValue(), range.lowIncluded(), range.high().doubleValue(), range.highIncluded());
    }

    /** Whether everything from {@code from} to {@code to}, ends included, lies here. */
    boolean holds(double from, double to) {
        boolean above = lowIncluded ? from >= low - TOLERANCE : from > low + TOLERANCE;
        boolean below = highIncluded ? to <= high + TOLERANCE : to < high - TOLERANCE;
        return above && below;
    }

    /** Whether a value of the interval lies here. */
    boolean meets(Interval interval) {
        boolean below = highIncluded ? interval.low() <= high + TOLERANCE : interval.low() < high - TOLERANCE;
        boolean above = lowIncluded ? interval.high() >= low - TOLERANCE : interval.high() > low + TOLERANCE;
        return below && above;
    }

    /** The same set of values as spans that do not overlap: an interval inside the union is inside one of them. */
    static List<Span> disjoint(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingDouble(Span::low).thenComparing(s -> !s.lowIncluded));
        List<Span> merged = new ArrayList<>();
        for (Span span : sorted) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.touches(span)) {
                merged.set(merged.size() - 1, last.with(span));
            } else {
                merged.add(span);
            }
        }
        return List.copyOf(merged);
    }

    private boolean touches(Span next) {
        return next.low < high || (next.low == high && (highIncluded || next.lowIncluded));
    }

    private Span with(Span next) {
        if (next.high > high || (next.high == high && next.highIncluded)) {
            return new Span(low, lowIncluded, next.high, next.highIncluded);
        }
        return this;
    }
}

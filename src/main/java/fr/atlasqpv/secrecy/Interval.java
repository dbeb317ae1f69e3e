package fr.atlasqpv.secrecy;

/** What is known of a count: from low to high, ends included. */
record Interval(double low, double high) {
    /** Counts have at most a few decimals; what is smaller is noise of the arithmetic. */
    static final double TOLERANCE = 1e-6;

    static Interval exactly(double value) {
        return new Interval(value, value);
    }

    double length() {
        return high - low;
    }

    boolean contains(double value) {
        return value >= low - TOLERANCE && value <= high + TOLERANCE;
    }

    Interval and(Interval other) {
        return new Interval(Math.max(low, other.low), Math.min(high, other.high));
    }

    /** An interval of the same length with this value in the middle. */
    Interval around(double value) {
        double half = Math.max(0, length()) / 2;
        return new Interval(value - half, value + half);
    }

    /** The integers of it. */
    Interval integers() {
        return new Interval(Math.ceil(low - TOLERANCE), Math.floor(high + TOLERANCE));
    }
}

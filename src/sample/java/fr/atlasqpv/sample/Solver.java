package fr.atlasqpv.sample;

import java.util.function.DoubleUnaryOperator;

/** Bisection: the one numerical tool that the calibration needs. */
final class Solver {
    private static final int STEPS = 60;

    private Solver() {}

    /** Where an increasing function reaches the target; the nearer bound when it does not. */
    static double solve(DoubleUnaryOperator increasing, double target, double low, double high) {
        double left = low;
        double right = high;
        for (int i = 0; i < STEPS; i++) {
            double middle = (left + right) / 2;
            if (increasing.applyAsDouble(middle) < target) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return (left + right) / 2;
    }

    /** Logistic function. */
    static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}

package fr.atlasqpv.sample;

/**
 * Lambert-93 (EPSG:2154) to and from degrees, by the closed formulas of the IGN (algorithmes ALG0003 and ALG0004, on
 * the GRS80 ellipsoid). Own arithmetic on purpose: {@link StrictMath} gives the same bits everywhere, and the sample
 * does not inherit a fault of the projection that the program uses.
 */
final class Lambert93 {
    private static final double EXPONENT = 0.7256077650532670;
    private static final double CONSTANT = 11754255.426096;
    private static final double X_ORIGIN = 700000;
    private static final double Y_POLE = 12655612.049876;
    private static final double ECCENTRICITY = 0.0818191910428158;
    private static final double MERIDIAN = StrictMath.toRadians(3);

    private Lambert93() {}

    /** A point, metres east and north. */
    record Metres(double x, double y) {
        double distance(Metres other) {
            double east = x - other.x;
            double north = y - other.y;
            return StrictMath.sqrt(east * east + north * north);
        }
    }

    /** A point, degrees. */
    record Degrees(double lon, double lat) {}

    /** Projects degrees to metres. */
    static Metres project(Degrees point) {
        double radius = CONSTANT * StrictMath.exp(-EXPONENT * isometric(StrictMath.toRadians(point.lat)));
        double angle = EXPONENT * (StrictMath.toRadians(point.lon) - MERIDIAN);
        return new Metres(X_ORIGIN + radius * StrictMath.sin(angle), Y_POLE - radius * StrictMath.cos(angle));
    }

    /** Brings metres back to degrees. */
    static Degrees unproject(Metres point) {
        double dx = point.x - X_ORIGIN;
        double dy = Y_POLE - point.y;
        double longitude = MERIDIAN + StrictMath.atan2(dx, dy) / EXPONENT;
        double isometric = -StrictMath.log(StrictMath.hypot(dx, dy) / CONSTANT) / EXPONENT;
        double latitude = 2 * StrictMath.atan(StrictMath.exp(isometric)) - StrictMath.PI / 2;
        for (int i = 0; i < 12; i++) {
            double s = ECCENTRICITY * StrictMath.sin(latitude);
            latitude = 2
                    * StrictMath.atan(
                            StrictMath.pow((1 + s) / (1 - s), ECCENTRICITY / 2) * StrictMath.exp(isometric))
                    - StrictMath.PI / 2;
        }
        return new Degrees(StrictMath.toDegrees(longitude), StrictMath.toDegrees(latitude));
    }

    private static double isometric(double latitude) {
        double s = ECCENTRICITY * StrictMath.sin(latitude);
        return StrictMath.log(StrictMath.tan(StrictMath.PI / 4 + latitude / 2)
                * StrictMath.pow((1 - s) / (1 + s), ECCENTRICITY / 2));
    }
}

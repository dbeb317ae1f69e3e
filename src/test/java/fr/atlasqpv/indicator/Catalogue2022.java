package fr.atlasqpv.indicator;

/** The catalogue of the edition of 2022, for tests that need indicators of several forms. */
public final class Catalogue2022 {
    /** Measures and indicators. */
    public static final Catalogue CATALOGUE =
            new Catalogue(Measure.values(), Indicator.values(), Measure.POPULATION);

    private Catalogue2022() {}
}

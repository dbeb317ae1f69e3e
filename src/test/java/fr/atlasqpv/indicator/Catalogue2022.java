package fr.atlasqpv.indicator;

/** The catalogue of the edition of 2022, for tests that need indicators of several forms. */
public final class Catalogue2022 {
    /** Measures and indicators. */
    public static final Catalogue CATALOGUE =
            new Catalogue(Measures2022.values(), Indicators2022.values(), Measures2022.POPULATION);

    private Catalogue2022() {}
}

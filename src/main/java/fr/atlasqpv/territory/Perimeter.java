package fr.atlasqpv.territory;

/** Whom a figure of a territory counts: everybody, or the inhabitants of its priority neighbourhoods. */
public enum Perimeter {
    /** All inhabitants of the territory. */
    ENSEMBLE,
    /** Those of its priority neighbourhoods. */
    QPV
}

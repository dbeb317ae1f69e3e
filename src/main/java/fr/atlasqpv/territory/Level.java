package fr.atlasqpv.territory;

/** A published level, from the whole to the part; the order is the one of the tidy file. */
public enum Level {
    /** The territory of reference of the edition ({@link ReferenceTerritory}). */
    FRANCE,
    /** A region, INSEE code. */
    REG,
    /** A département, INSEE code. */
    DEP,
    /** An intercommunality (EPCI), SIREN; a part of an EPCI split by département is {@code SIREN-DEP}. */
    EPCI,
    /** A priority neighbourhood, {@code QP…} or {@code QN…}. */
    QPV
}

package fr.atlasqpv.territory;

/** A published level, from the whole to the part; the order is the one of the tidy file. */
public enum Level {
    /** Metropolitan France, code {@code FRMETRO}. */
    FRANCE,
    /** A region, INSEE code. */
    REG,
    /** A département, INSEE code. */
    DEP,
    /** An intercommunality (EPCI), SIREN; a part of an EPCI split by département is {@code SIREN-DEP}. */
    EPCI,
    /** A priority neighbourhood, {@code QP…} or {@code QN…}. */
    QPV;

    /** Code of metropolitan France in every output. */
    public static final String FRANCE_CODE = "FRMETRO";
}

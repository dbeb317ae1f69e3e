package fr.atlasqpv.territory;

/**
 * An intercommunality with own taxation, as its producer lists it.
 *
 * @param code SIREN, nine digits
 * @param label name, such as {@code CA du Pays de Laon}
 * @param nature {@code ME}, {@code METRO}, {@code CU}, {@code CA}, {@code CC}; empty when unknown
 */
public record Epci(String code, String label, String nature) {
    /** Pseudo-SIREN of the communes that belong to no EPCI. */
    public static final String NONE = "ZZZZZZZZZ";
}

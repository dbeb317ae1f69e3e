package fr.atlasqpv.indicator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An additive count: sums over territories make sense, and nothing else is ever summed. May be weighted (decimals). */
public enum Measure {
    /** Municipal population, inhabitants. */
    POPULATION,
    /** Population of the demographic estimate behind the share of the young, persons. */
    POP_REF,
    /** Persons aged 0 to 14. */
    POP_0_14,
    /** Persons of the tax source (FiLoSoFi). */
    PERSONNES,
    /** Persons under 60 % of the median standard of living. */
    PERSONNES_PAUVRES,
    /** Households of the tax source. */
    MENAGES,
    /** Households under 60 % of the median standard of living. */
    MENAGES_PAUVRES,
    /** Women aged 15 to 64. */
    FEMMES_15_64,
    /** Women aged 15 to 64 in employment. */
    FEMMES_EMPLOI,
    /** Men aged 15 to 64. */
    HOMMES_15_64,
    /** Men aged 15 to 64 in employment. */
    HOMMES_EMPLOI,
    /** Dwellings. */
    LOGEMENTS,
    /** Vacant dwellings. */
    LOGEMENTS_VACANTS,
    /** Main residences. */
    RESIDENCES_PRINCIPALES,
    /** Social dwellings neither vacant nor empty, vintage of the share. */
    LOGEMENTS_SOCIAUX_OCCUPES,
    /** Social dwellings, vintage of the count. */
    LOGEMENTS_SOCIAUX,
    /** Pupils of public collèges who sat the brevet. */
    BREVET_PRESENTS,
    /** Pupils of public collèges who passed the brevet. */
    BREVET_ADMIS,
    /** Priority neighbourhoods. */
    NB_QPV,
    /** Public collèges. */
    COLLEGES,
    /** Public collèges labelled REP. */
    COLLEGES_REP,
    /** Public collèges labelled REP+. */
    COLLEGES_REP_PLUS;

    /** Identifier in every file: its name in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a measure by its identifier. */
    public static Optional<Measure> of(String id) {
        return Arrays.stream(values()).filter(m -> m.id().equals(id)).findFirst();
    }
}

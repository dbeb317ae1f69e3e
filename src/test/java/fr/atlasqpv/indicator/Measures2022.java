package fr.atlasqpv.indicator;

import java.util.List;

/** Measures of the edition of 2022, for tests. */
public final class Measures2022 {
    public static final Measure POPULATION = new Measure("population", "", "", false);
    public static final Measure POP_REF = new Measure("pop_ref", "", "", true);
    public static final Measure POP_0_14 = new Measure("pop_0_14", "", "", true);
    public static final Measure PERSONNES = new Measure("personnes", "", "", true);
    public static final Measure PERSONNES_PAUVRES = new Measure("personnes_pauvres", "", "", true);
    public static final Measure MENAGES = new Measure("menages", "", "", true);
    public static final Measure MENAGES_PAUVRES = new Measure("menages_pauvres", "", "", true);
    public static final Measure FEMMES_15_64 = new Measure("femmes_15_64", "", "", true);
    public static final Measure FEMMES_EMPLOI = new Measure("femmes_emploi", "", "", true);
    public static final Measure HOMMES_15_64 = new Measure("hommes_15_64", "", "", true);
    public static final Measure HOMMES_EMPLOI = new Measure("hommes_emploi", "", "", true);
    public static final Measure LOGEMENTS = new Measure("logements", "", "", true);
    public static final Measure LOGEMENTS_VACANTS = new Measure("logements_vacants", "", "", true);
    public static final Measure RESIDENCES_PRINCIPALES = new Measure("residences_principales", "", "", true);
    public static final Measure LOGEMENTS_SOCIAUX_OCCUPES = new Measure("logements_sociaux_occupes", "", "", false);
    public static final Measure LOGEMENTS_SOCIAUX = new Measure("logements_sociaux", "", "", false);
    public static final Measure BREVET_PRESENTS = new Measure("brevet_presents", "", "", false);
    public static final Measure BREVET_ADMIS = new Measure("brevet_admis", "", "", false);
    public static final Measure NB_QPV = Measure.QPV;
    private static final List<Measure> ALL = List.of(
            POPULATION, POP_REF, POP_0_14, PERSONNES, PERSONNES_PAUVRES, MENAGES, MENAGES_PAUVRES, FEMMES_15_64,
            FEMMES_EMPLOI, HOMMES_15_64, HOMMES_EMPLOI, LOGEMENTS, LOGEMENTS_VACANTS, RESIDENCES_PRINCIPALES,
            LOGEMENTS_SOCIAUX_OCCUPES, LOGEMENTS_SOCIAUX, BREVET_PRESENTS, BREVET_ADMIS, Measure.QPV);

    /** All of them. */
    public static List<Measure> values() {
        return ALL;
    }

    /** The one with this identifier, in either case. */
    public static Measure valueOf(String name) {
        return ALL.stream().filter(x -> x.id().equalsIgnoreCase(name)).findFirst().orElseThrow();
    }

    private Measures2022() {}
}

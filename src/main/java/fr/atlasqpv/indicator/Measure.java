package fr.atlasqpv.indicator;

import java.util.List;
import java.util.Objects;

/**
 * An additive count: sums over territories make sense, and nothing else is ever summed. Two
 * measures with one identifier are the same measure.
 *
 * @param id identifier in the edition file and in tables of counts
 * @param label name for a reader
 * @param unit what it counts, plural ({@code habitants}, {@code logements})
 * @param weighted whether it comes from a weighted sample: such a count has decimals, any other is a whole number
 */
public record Measure(String id, String label, String unit, boolean weighted) implements Comparable<Measure> {
    /** Number of QPV: each counts for one, no source feeds it. */
    public static final Measure QPV = new Measure("quartiers", "quartiers prioritaires", "quartiers", false);

    // LEGACY
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
    public static final Measure NB_QPV = QPV;
    public static final List<Measure> LEGACY = List.of(
            POPULATION, POP_REF, POP_0_14, PERSONNES, PERSONNES_PAUVRES, MENAGES, MENAGES_PAUVRES, FEMMES_15_64,
            FEMMES_EMPLOI, HOMMES_15_64, HOMMES_EMPLOI, LOGEMENTS, LOGEMENTS_VACANTS, RESIDENCES_PRINCIPALES,
            LOGEMENTS_SOCIAUX_OCCUPES, LOGEMENTS_SOCIAUX, BREVET_PRESENTS, BREVET_ADMIS, QPV);

    public static List<Measure> values() {
        return LEGACY;
    }

    public static Measure valueOf(String name) {
        return LEGACY.stream().filter(x -> x.id.equalsIgnoreCase(name)).findFirst().orElseThrow();
    }
    // END LEGACY

    /** @throws NullPointerException when the identifier is null */
    public Measure {
        Objects.requireNonNull(id, "id");
    }

    @Override
    public int compareTo(Measure other) {
        return id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Measure measure && measure.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}

package fr.atlasqpv.extract;

import java.util.Arrays;
import java.util.Optional;

/** Why a row does not concern the edition; the identifier stands in {@link Outcome.OutOfScope}. */
public enum ScopeReason {
    /** A territory that the edition does not place. */
    HORS_CADRE("hors-cadre", "territoire que l’édition ne place pas"),
    /** Associated or delegated commune: part of a commune that has its own row. */
    COMMUNE_ASSOCIEE_OU_DELEGUEE("commune-associee-ou-deleguee", "commune associée ou déléguée"),
    /** Arrondissement of Paris, Lyon or Marseille: part of a commune that has its own row. */
    ARRONDISSEMENT("arrondissement-municipal", "arrondissement municipal"),
    /** Total row of a producer. */
    LIGNE_ENSEMBLE("ligne-ensemble", "ligne de total"),
    /** Pseudo-EPCI of the communes that belong to none. */
    SANS_EPCI("sans-epci", "pseudo-EPCI des communes isolées"),
    /** Dwelling outside the QPV. */
    HORS_QPV("hors-qpv", "logement hors des QPV"),
    /** Dwelling in a mode of occupation that the edition does not count. */
    MODE_EXCLU("mode-exclu", "logement vacant ou vide"),
    /** Session of the brevet that the edition does not count. */
    AUTRE_SESSION("autre-session", "autre session du brevet"),
    /** Establishment that is not a collège. */
    AUTRE_ETABLISSEMENT("autre-etablissement", "établissement d’un autre type"),
    /** Group of candidates that is not an establishment. */
    PSEUDO_ETABLISSEMENT("pseudo-etablissement", "groupe de candidats sans établissement"),
    /** Establishment that has closed. */
    ETABLISSEMENT_FERME("etablissement-ferme", "établissement fermé"),
    /** Establishment outside priority education. */
    HORS_EDUCATION_PRIORITAIRE("hors-education-prioritaire", "établissement hors éducation prioritaire"),
    /** Row that repeats an earlier one word for word, where producers do so. */
    DOUBLON_IDENTIQUE("doublon-identique", "ligne répétée à l’identique"),
    /** Contour without a pair in the generation of the edition. */
    SANS_CORRESPONDANCE("sans-correspondance", "contour sans QPV correspondant");

    private final String id;
    private final String label;

    ScopeReason(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Identifier. */
    public String id() {
        return id;
    }

    /** In words, for the report. */
    public String label() {
        return label;
    }

    /** Finds a reason by its identifier. */
    public static Optional<ScopeReason> of(String id) {
        return Arrays.stream(values()).filter(r -> r.id.equals(id)).findFirst();
    }
}

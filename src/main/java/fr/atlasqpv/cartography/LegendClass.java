package fr.atlasqpv.cartography;

/** What a sign of a map stands for; the legend of a map holds exactly the classes that it draws. */
public enum LegendClass {
    /** A priority neighbourhood, by its contour. */
    QPV,
    /** A priority neighbourhood whose contour is not known: a hollow circle in its commune. */
    QPV_SANS_CONTOUR,
    /** The number of a priority neighbourhood in the list beside the map. */
    NUMERO,
    /** A commune with at least one QPV. */
    COMMUNE_AVEC_QPV,
    /** An EPCI with at least one QPV. */
    EPCI_CONCERNE,
    /** A commune of the EPCI shown, without QPV. */
    AUTRE_COMMUNE,
    /** The rest of the region or of the département. */
    AUTRE_TERRITOIRE,
    /** A commune with a QPV outside the EPCI shown. */
    COMMUNE_VOISINE_AVEC_QPV,
    /** The border of an EPCI. */
    LIMITE_EPCI,
    /** The border of a département. */
    LIMITE_DEPARTEMENT,
    /** The town of a prefecture. */
    CHEF_LIEU
}

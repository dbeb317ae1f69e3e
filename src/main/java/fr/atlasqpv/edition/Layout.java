package fr.atlasqpv.edition;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Layouts that the program reads: which logical fields a source must map to its columns.
 * An edition file names a layout by its identifier.
 */
public enum Layout {
    /** Communes of the COG. */
    COG_COMMUNES("cog-communes", Rows.TERRITORIES, List.of("type", "code", "departement", "region", "label")),
    /** Départements of the COG. */
    COG_DEPARTEMENTS("cog-departements", Rows.TERRITORIES, List.of("code", "region", "chef-lieu", "label")),
    /** Regions of the COG. */
    COG_REGIONS("cog-regions", Rows.TERRITORIES, List.of("code", "chef-lieu", "label")),
    /** List of EPCI, as CSV or as the producer's workbook. */
    EPCI_LISTE("epci-liste", Rows.TERRITORIES, List.of("epci", "label", "nature")),
    /** Communes of each EPCI, as CSV or as the producer's workbook. */
    EPCI_COMPOSITION("epci-composition", Rows.TERRITORIES, List.of("commune", "epci")),
    /** Seats of the EPCI. */
    EPCI_SIEGES("epci-sieges", Rows.TERRITORIES, List.of("epci", "commune")),
    /** Département of the seat of each EPCI, where nobody tells its commune. */
    EPCI_DEPARTEMENTS("epci-departements", Rows.TERRITORIES, List.of("epci", "departement")),
    /** Legal populations with the commune code in two columns (département, three digits). */
    POPULATIONS_LEGALES("populations-legales", Rows.TERRITORIES, List.of("departement", "commune", "population")),
    /** A table with one row per commune; figures in {@code values}. */
    BASE_COMMUNES("base-communes", Rows.TERRITORIES, List.of("code")),
    /** A table with one row per QPV (thematic bases, FiLoSoFi, RPLS, typologies); figures in {@code values}. */
    BASE_QPV("base-qpv", Rows.TERRITORIES, List.of("code")),
    /** Counts by commune, one row per commune and measure. */
    COMPTAGES_COMMUNES("comptages-communes", Rows.TERRITORIES, List.of("code", "mesure", "valeur")),
    /** Counts by QPV, one row per QPV and measure. */
    COMPTAGES_QPV("comptages-qpv", Rows.TERRITORIES, List.of("code", "mesure", "valeur")),
    /** Social dwellings one by one. */
    RPLS_LOGEMENTS("rpls-logements", Rows.EVENTS, List.of("commune", "qpv", "mode")),
    /** Social dwellings by commune. */
    RPLS_COMMUNES("rpls-communes", Rows.TERRITORIES, List.of("code", "logements", "vacants", "vides")),
    /** Social dwellings by commune and by whatever else tells them apart, several rows per commune. */
    RPLS_COMPTAGES("rpls-comptages", Rows.TERRITORIES, List.of("code", "mode", "nombre")),
    /** Results of establishments by session; what is counted in {@code values}. */
    BREVET(
            "brevet",
            Rows.EVENTS,
            List.of("session", "uai", "type", "secteur", "commune", "departement")),
    /** School directory. */
    ANNUAIRE_EDUCATION(
            "annuaire-education",
            Rows.TERRITORIES,
            List.of("uai", "type", "statut", "commune", "x", "y", "epsg")),
    /** Establishments of priority education (duplicate rows are usual). */
    EDUCATION_PRIORITAIRE("education-prioritaire", Rows.TERRITORIES, List.of("uai", "label")),
    /** List by QPV of a programme: presence, count or code. */
    LISTE_QPV("liste-qpv", Rows.TERRITORIES, List.of("code")),
    /** List by commune of a programme: presence, count or code. */
    LISTE_COMMUNES("liste-communes", Rows.TERRITORIES, List.of("code")),
    /** Inhabitants of each QPV by commune. */
    QPV_COMMUNES("qpv-communes", Rows.TERRITORIES, List.of("qpv", "commune", "habitants")),
    /** First commune of each QPV. */
    QPV_PREMIERE_COMMUNE("qpv-premiere-commune", Rows.TERRITORIES, List.of("qpv", "commune")),
    /** Contours of QPV. */
    CONTOURS_QPV("contours-qpv", Rows.TERRITORIES, List.of("code")),
    /** Contours of communes. */
    CONTOURS_COMMUNES("contours-communes", Rows.TERRITORIES, List.of("code")),
    /** Centres of communes in degrees. */
    CENTRES_COMMUNES("centres-communes", Rows.TERRITORIES, List.of("code", "lon", "lat")),
    /** Published figures of reference, for a territory that the input does not cover. */
    REFERENCE("reference", Rows.TERRITORIES, List.of("niveau", "code", "perimetre", "indicateur", "valeur")),
    /** Communes that became part of another, or were parted: brings the contours of another year to the COG of the edition. */
    MOUVEMENTS_COMMUNES(
            "mouvements-communes",
            Rows.TERRITORIES,
            List.of("date", "type-avant", "avant", "type-apres", "apres")),
    /** Codes under which a file of contours knows the QPV of the edition (another generation of QPV). */
    CORRESPONDANCE_QPV("correspondance-qpv", Rows.TERRITORIES, List.of("qpv", "contour"));

    /** What a row stands for; decides what an unusable row means. */
    public enum Rows {
        /** One row per territory or establishment: any unusable row stops the run. */
        TERRITORIES,
        /** One row per event: unusable rows are tolerated up to the ceiling of the edition. */
        EVENTS
    }

    /** Field of a file of events that names the respondent of each: who delivers it, and of whom it tells something. */
    public static final String RESPONDENT = "repondant";

    /** Field of the COG that names the commune which an associated or delegated one is part of. */
    public static final String PARENT = "parente";

    /** Field of a file of QPV that names them: the file is their list. */
    public static final String LABEL = "label";

    private final String id;
    private final Rows rows;
    private final List<String> fields;

    Layout(String id, Rows rows, List<String> fields) {
        this.id = id;
        this.rows = rows;
        this.fields = fields;
    }

    /** Identifier in edition files. */
    public String id() {
        return id;
    }

    /** What a row stands for. */
    public Rows rows() {
        return rows;
    }

    /** Logical fields that a source of this layout must map. */
    public List<String> fields() {
        return fields;
    }

    /** Logical fields that a source of this layout may map as well. */
    public List<String> optionalFields() {
        return switch (this) {
            case BASE_QPV -> List.of(LABEL, "communes");
            case COG_COMMUNES -> List.of(PARENT);
            case CONTOURS_QPV -> List.of("commune", LABEL, "communes");
            case LISTE_QPV, LISTE_COMMUNES -> List.of("valeur", "programme");
            case ANNUAIRE_EDUCATION -> List.of("etat");
            case RPLS_LOGEMENTS -> List.of(RESPONDENT);
            default -> List.of();
        };
    }

    /** Tells whether it is of establishments, and may hold those of some départements alone. */
    public boolean establishments() {
        return this == ANNUAIRE_EDUCATION || this == EDUCATION_PRIORITAIRE;
    }

    /** Tells whether its figures are columns that the edition names one by one in {@code values}. */
    public boolean hasValues() {
        return this == BASE_COMMUNES || this == BASE_QPV || this == BREVET;
    }

    /** Tells whether the file counts social dwellings, and may not name those who have none. */
    public boolean dwellings() {
        return this == RPLS_LOGEMENTS || dwellingsOfCommunes();
    }

    /** Tells whether it counts those of communes. */
    public boolean dwellingsOfCommunes() {
        return this == RPLS_COMMUNES || this == RPLS_COMPTAGES;
    }

    /** Tells whether the edition says in {@code measure} what it counts. */
    public boolean hasMeasure() {
        return dwellings() || this == POPULATIONS_LEGALES;
    }

    /** Tells whether the edition says in {@code values}, for each column, what it carries of this kind. */
    public boolean carries(Edition.Carries what) {
        return switch (this) {
            case BASE_COMMUNES -> what == Edition.Carries.MEASURE || what == Edition.Carries.RATE;
            case BASE_QPV -> true;
            case BREVET -> what == Edition.Carries.MEASURE;
            default -> false;
        };
    }

    /** Tells whether it lists the territories of a programme. */
    public boolean list() {
        return this == LISTE_QPV || this == LISTE_COMMUNES;
    }

    /** Tells whether the names of its measures stand in the rows, so that it may feed any. */
    public boolean namesMeasures() {
        return this == COMPTAGES_COMMUNES || this == COMPTAGES_QPV;
    }

    /** Tells whether it says where EPCI have their seat, and may speak of EPCI of other years. */
    public boolean seats() {
        return this == EPCI_SIEGES || this == EPCI_DEPARTEMENTS;
    }

    /** Tells whether the file holds geometries. */
    public boolean geographic() {
        return this == CONTOURS_QPV || this == CONTOURS_COMMUNES;
    }

    /** Finds a layout by its identifier. */
    public static Optional<Layout> of(String id) {
        return Arrays.stream(values()).filter(l -> l.id.equals(id)).findFirst();
    }
}

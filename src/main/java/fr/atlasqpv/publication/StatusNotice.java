package fr.atlasqpv.publication;

import fr.atlasqpv.secrecy.CellStatus;

/**
 * What the legend says of a status, and its nearest code in SDMX (code lists {@code CL_OBS_STATUS} and
 * {@code CL_CONF_STATUS}), for those who load the figures in another system.
 *
 * @param status the status
 * @param meaning sentence for the legend
 * @param sdmxObservation code of {@code CL_OBS_STATUS}: A normal, D definition differs (a bound stands for the figure),
 *     M data cannot exist, O missing, Q suppressed
 * @param sdmxConfidentiality code of {@code CL_CONF_STATUS}: F free, C confidential; primary and complementary
 *     suppression are not told apart, so neither are their codes
 */
public record StatusNotice(CellStatus status, String meaning, String sdmxObservation, String sdmxConfidentiality) {
    /** SDMX code of a figure that bears the mark {@code estime}. */
    public static final String SDMX_ESTIMATED = "E";

    /** The notice of a status. */
    public static StatusNotice of(CellStatus status) {
        return switch (status) {
            case PUBLIE -> new StatusNotice(status, "Valeur publiée telle quelle.", "A", "F");
            case PLAFONNE -> new StatusNotice(
                    status, "Valeur d’au moins 95 %, publiée à 95 (imprimée ≥ 95).", "D", "F");
            case PLANCHER -> new StatusNotice(status, "Valeur d’au plus 5 %, publiée à 5 (imprimée ≤ 5).", "D", "F");
            case SECRET -> new StatusNotice(
                    status, "Valeur retenue au titre du secret statistique (imprimée s).", "Q", "C");
            case SANS_OBJET -> new StatusNotice(
                    status, "L’indicateur n’a pas de sens pour ce territoire (imprimé ///).", "M", "F");
            case NON_DISPONIBLE -> new StatusNotice(
                    status, "Les sources ne donnent pas cette valeur (imprimée n.d.).", "O", "F");
        };
    }
}

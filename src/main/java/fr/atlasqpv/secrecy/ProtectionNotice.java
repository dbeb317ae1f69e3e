package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;

/**
 * A remark of the protection, without any withheld figure.
 *
 * @param code identifier, such as {@code regle-non-verifiable}
 * @param subject cell or indicator
 * @param message one sentence in French
 */
public record ProtectionNotice(String code, String subject, String message) {
    /** Code of the notice that what is withheld can be read in another publication. */
    public static final String KNOWN_ELSEWHERE = "secret-connu-ailleurs";

    /** Says it of an indicator, and of no cell: who does not know the other publication need not learn where to look. */
    static ProtectionNotice knownElsewhere(Indicator indicator) {
        return new ProtectionNotice(
                KNOWN_ELSEWHERE, indicator.id(),
                "Des valeurs secrètes de l’indicateur «\u00a0" + indicator.id()
                        + "\u00a0» se lisent dans d’autres publications\u00a0: les retenir ne protège personne. Celles qui les "
                        + "entourent restent protégées contre qui les connaît.");
    }
}

package fr.atlasqpv.territory;

/**
 * A choice that the attachment made and that a reader may want to check.
 *
 * @param rule which rule decided
 * @param subject code of the EPCI or QPV
 * @param message what was decided and why, a sentence in French
 */
public record AttachmentDecision(Rule rule, String subject, String message) {
    /** Rule that decided, with the code of its notice. */
    public enum Rule {
        /** No seat known for an EPCI over several départements: the one holding most of its population. */
        EPCI_SANS_SIEGE("epci-sans-siege"),
        /** EPCI over several départements, attached to the one of its seat. */
        EPCI_INTERDEPARTEMENTAL("epci-interdepartemental"),
        /** EPCI split by département by decision of the edition. */
        EPCI_SCINDE("epci-scinde"),
        /** QPV over several communes, attached where most of its inhabitants live. */
        QPV_A_CHEVAL("qpv-a-cheval"),
        /** QPV over several communes without inhabitants by commune: its first commune. */
        QPV_PREMIERE_COMMUNE("qpv-premiere-commune"),
        /** As many inhabitants on either side: the lower code. */
        EGALITE("egalite"),
        /** QPV living in another département, or region, than the seat of its EPCI. */
        QPV_HORS_DEPARTEMENT_DU_SIEGE("qpv-hors-departement-du-siege"),
        /** QPV whose commune belongs to no EPCI. */
        QPV_SANS_EPCI("qpv-sans-epci");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        /** Code of the notice. */
        public String code() {
            return code;
        }
    }
}

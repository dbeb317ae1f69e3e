package fr.atlasqpv.audit;

/**
 * Something that the audit has to say. Names places and cells, never a value.
 *
 * @param kind how grave
 * @param message one sentence in French
 */
public record Finding(Kind kind, String message) {
    /** Kinds of findings. */
    public enum Kind {
        /** A withheld value can be known: the books must not go out. */
        DISCLOSURE("divulgation"),
        /** Two places of the books do not say the same, or one cannot be understood. */
        DISAGREEMENT("desaccord"),
        /** A remark; the books may go out. */
        NOTICE("avis");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** Identifier in the report. */
        public String id() {
            return id;
        }
    }

    /** Whether it stops the books. */
    public boolean stops() {
        return kind != Kind.NOTICE;
    }
}

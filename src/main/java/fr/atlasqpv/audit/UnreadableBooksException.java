package fr.atlasqpv.audit;

/** The books cannot be read: a file is missing or is not what its name says. */
public final class UnreadableBooksException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A message in French: which file, and what is wrong with it. */
    public UnreadableBooksException(String message) {
        super(message);
    }

    /** A message in French and what caused it. */
    public UnreadableBooksException(String message, Throwable cause) {
        super(message, cause);
    }
}

package fr.atlasqpv.store;

import java.sql.SQLException;
import org.h2.api.ErrorCode;

/** The store cannot be opened: another run holds it, or the disk or the server does not answer. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean inUse;

    private StoreUnavailableException(String message, Throwable cause, boolean inUse) {
        super(message, cause);
        this.inUse = inUse;
    }

    static StoreUnavailableException of(StoreSettings settings, Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return inUse(settings.toString());
            }
        }
        return new StoreUnavailableException("la base de travail ne s’ouvre pas (" + settings + ")", cause, false);
    }

    static StoreUnavailableException inUse(String place) {
        return new StoreUnavailableException("une autre exécution de l’atlas travaille déjà ici (" + place + ")", null,
                true);
    }

    /** Tells whether a failure, not its causes, is what a database answered. */
    public static boolean tellsOfADatabase(Throwable failure) {
        return failure instanceof SQLException || failure instanceof StoreUnavailableException;
    }

    /** Tells whether another run holds it: nothing is wrong, it is a matter of waiting. */
    public boolean inUse() {
        return inUse;
    }
}

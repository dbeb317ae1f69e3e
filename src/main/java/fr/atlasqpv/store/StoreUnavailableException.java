package fr.atlasqpv.store;

import java.sql.SQLException;

/** The store cannot be opened: another run holds it, or the disk or the server does not answer. */
public final class StoreUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    /** {@code ErrorCode.DATABASE_ALREADY_OPEN_1} of H2, which locks its file for one process. */
    private static final int H2_FILE_LOCKED = 90020;

    private StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    static StoreUnavailableException of(StoreSettings settings, Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getErrorCode() == H2_FILE_LOCKED) {
                return new StoreUnavailableException(inUseMessage(settings), cause);
            }
        }
        return new StoreUnavailableException("la base de travail ne s’ouvre pas (" + settings + ")", cause);
    }

    static StoreUnavailableException inUse(StoreSettings settings) {
        return new StoreUnavailableException(inUseMessage(settings), null);
    }

    private static String inUseMessage(StoreSettings settings) {
        return "une autre exécution de l’atlas travaille déjà avec cette base (" + settings + ")";
    }
}

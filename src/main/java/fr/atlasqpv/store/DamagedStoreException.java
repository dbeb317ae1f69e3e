package fr.atlasqpv.store;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** The file of the store is not what was written there. */
public final class DamagedStoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What a sound file, too, may be answered with: the disk is full, another process holds it, the store is closing. */
    private static final Set<Integer> SOUND = Set.of(
            DataUtils.ERROR_WRITING_FAILED, DataUtils.ERROR_FILE_LOCKED, DataUtils.ERROR_CLOSED,
            DataUtils.ERROR_TRANSACTION_LOCKED);
    private static final Set<Integer> DAMAGED = Set.of(
            ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD,
            ErrorCode.GENERAL_ERROR_1, ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
            ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1, ErrorCode.COLUMN_NOT_FOUND_1);

    DamagedStoreException(String message) {
        super(message);
    }

    /** Tells whether a failure comes from a file that is not what was written there, and will come again as long as it is kept. */
    public static boolean isCauseOf(Throwable failure) {
        boolean damaged = false;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof MVStoreException h2 && SOUND.contains(h2.getErrorCode())
                    || t instanceof IOException && !(t instanceof EOFException)
                    || t instanceof VirtualMachineError
                    || t instanceof SQLException sql && sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
                return false;
            }
            damaged |= t instanceof DamagedStoreException || t instanceof MVStoreException
                    || t instanceof SQLException sql && DAMAGED.contains(sql.getErrorCode())
                    || t instanceof FlywayException;
        }
        return damaged;
    }
}

package fr.atlasqpv.extract;

import fr.atlasqpv.edition.French;
import java.util.List;

/**
 * Makes the notices of one file.
 *
 * @param file path below the input folder
 */
record Notices(String file) {
    /** A notice that rejects a row or stops the run. */
    Notice error(long line, String column, NoticeCode code, String message, String value) {
        return notice(line, column, code, Severity.ERROR, message, value);
    }

    /** A notice for which the run goes on. */
    Notice warning(long line, String column, NoticeCode code, String message, String value) {
        return notice(line, column, code, Severity.WARNING, message, value);
    }

    /** A notice for the record. */
    Notice info(long line, String column, NoticeCode code, String message, String value) {
        return notice(line, column, code, Severity.INFO, message, value);
    }

    /** The exception that says that the whole file cannot be used. */
    UnreadableSourceException unreadable(long line, String column, NoticeCode code, String message, String value) {
        return new UnreadableSourceException(List.of(error(line, column, code, message, value)));
    }

    private Notice notice(long line, String column, NoticeCode code, Severity severity, String message, String value) {
        return new Notice(file, line, column, code.id(), severity, message,
                value == null ? "" : French.shortened(value));
    }
}

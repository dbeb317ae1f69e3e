package fr.atlasqpv.batch;

import fr.atlasqpv.audit.AuditReport;
import fr.atlasqpv.secrecy.UnitCounts;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the written books of an edition back and attacks them. */
@FunctionalInterface
interface BooksReader {
    /**
     * Reads and attacks.
     *
     * @param edition folder of the edition, with its manifest
     * @param known denominators that the attacker knows
     * @param previous folder of the books of the previous edition, when there are any
     * @throws fr.atlasqpv.audit.UnreadableBooksException when a book is missing or cannot be read
     */
    AuditReport audit(Path edition, UnitCounts known, Optional<Path> previous);
}

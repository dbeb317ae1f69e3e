package fr.atlasqpv.batch;

import fr.atlasqpv.audit.AuditReport;
import fr.atlasqpv.audit.BooksAudit;
import fr.atlasqpv.secrecy.UnitCounts;
import java.nio.file.Path;
import java.util.List;

/** Reads the written books of an edition back and attacks them. */
@FunctionalInterface
interface BooksReader {
    /**
     * Reads and attacks.
     *
     * @param edition folder of the edition, with its manifest
     * @param known denominators that the attacker knows
     * @param before books that were released before
     * @throws fr.atlasqpv.audit.UnreadableBooksException when a book is missing or cannot be read
     */
    AuditReport audit(Path edition, UnitCounts known, List<BooksAudit.Before> before);
}

package fr.atlasqpv.batch;

import fr.atlasqpv.audit.AuditReport;
import fr.atlasqpv.audit.BooksAudit;
import fr.atlasqpv.audit.Finding;
import fr.atlasqpv.audit.UnreadableBooksException;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.secrecy.UnitCounts;
import fr.atlasqpv.store.RunTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.step.StepExecution;

/**
 * Reads the books in the making back, those of the regions that the run leaves as they are with them, and attacks them as
 * {@code atlas audit} does; what is found stops the release.
 */
record AuditStep(
        RunRequest request, BooksInMaking making, EditionReport report, BooksReader reader, RunTables tables)
        implements Verdict {
    static final String NAME = "audit";
    /** Code of the notice that says what was read back. */
    static final String READ_BACK = "relecture-des-livres";
    /** Code of the notice of a book that cannot be read back. */
    static final String UNREADABLE = "livre-illisible";

    @Override
    public List<String> judge(StepExecution step) throws IOException {
        long run = step.getJobExecution().getJobInstanceId();
        making.ensure(run);
        tables.notices().replace(run, NAME, List.of()); // what was found in books that have been mended since is of no more use
        report.write(run, making.swap().fresh());
        List<Notice> found = audit(run);
        tables.notices().replace(run, NAME, found);
        return found.stream().filter(n -> n.severity() == Severity.ERROR).map(Notice::message).toList();
    }

    private List<Notice> audit(long run) throws IOException {
        List<Notice> found = new ArrayList<>();
        try {
            UnitCounts known =
                    ProtectionAssembly.known(request, ProtectionAssembly.counts(tables.cells(), run));
            List<BooksAudit.Before> before = new ArrayList<>();
            for (EarlierBooks books : ProtectionAssembly
                    .before(request, tables.attachments(), tables.cells(), run).books()) {
                before.add(new BooksAudit.Before(books.folder(), books.knownThen(known), request.correspondence()));
            }
            AuditReport audit = reader.audit(making.swap().fresh(), known, before);
            audit.findings()
                    .stream()
                    .filter(Finding::stops)
                    .map(f -> notice(f.kind().id(), Severity.ERROR, f.message()))
                    .forEach(found::add);
        } catch (UnreadableBooksException e) {
            found.add(notice(UNREADABLE, Severity.ERROR, e.getMessage()));
        }
        if (found.isEmpty()) {
            int regions = making.folders().size();
            found.add(notice(READ_BACK, Severity.INFO,
                    "Livres relus tels qu’ils sont écrits (CSV, classeur et PDF, " + regions
                            + (regions > 1 ? "\u00a0régions" : "\u00a0région")
                            + ") et attaqués ensemble\u00a0: les trois disent la même chose, aucune valeur secrète ne s’y retrouve."));
        } else if (!request.regions().isEmpty()) {
            found.add(notice(READ_BACK, Severity.ERROR,
                    "Les livres des autres régions, laissés tels quels, ont été relus avec ceux-ci\u00a0: si les extraits ont "
                            + "changé depuis, refaites toutes les régions, sans --region."));
        }
        return found;
    }

    private Notice notice(String code, Severity severity, String message) {
        return new Notice(request.jobFile().getFileName().toString(), 0, "", code, severity, message, "");
    }
}

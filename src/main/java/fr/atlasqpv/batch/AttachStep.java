package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.RejectPolicy;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.quality.input.InputCheck.Moment;
import fr.atlasqpv.quality.input.InputChecks;
import fr.atlasqpv.quality.input.JoinChecks;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunRecord.Rows;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentDecision;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Joins what the extracts state and attaches every territory. Here the run stops when an input is wrong: all sources have been
 * read by now, so that every notice is told at once.
 */
record AttachStep(RunRequest request, RunTables tables) {
    static final String NAME = "attach";
    private static final String JOINS = "joins";
    /** Origin of the notices of the checks on the extracts. */
    static final String CHECKS = "checks";
    /** Origin of the notices on what the edition decides of single cells. */
    private static final String DECIDED = "decided-cells";

    /**
     * Puts files of too many unusable rows, keys that do not join and what the checks of the extracts find on record; a transaction
     * of its own, so that the notices outlive the step that fails.
     */
    void join(long run) {
        judgeRows(run);
        EvidenceAssembly evidence = new EvidenceAssembly(request, tables, run);
        tables.notices().replace(run, JOINS,
                JoinChecks.of(request.edition(), evidence.stated(), tables.notices().faulty(run)));
        Attachment attachment = tables.notices().stopping(run) ? null : attachment(run);
        tables.notices().replace(run, DECIDED,
                attachment == null ? List.of() : DecidedCells.unknown(request.edition(), attachment));
        tables.notices().replace(run, CHECKS,
                InputChecks.at(Moment.EXTRACTS, evidence.ofExtracts(attachment)));
    }

    private Attachment attachment(long run) {
        return Attachment.of(new AttachmentAssembly(request.edition(), tables.facts(), run).input());
    }

    /**
     * Every file is read to its end: may the run go on with what could not be used of it? A faulty one stops it already, and so does an
     * edition that places nothing: every row is out of its scope, which is not the fault of the files.
     */
    private void judgeRows(long run) {
        if (request.edition().frame().zones().isEmpty()) {
            return;
        }
        Set<String> faulty = tables.notices().faulty(run);
        for (Input input : tables.history().inputs(run)) {
            Optional<Source> source = request.edition().source(input.source()); // none for a file beside that of a source
            if (source.isPresent() && !faulty.contains(input.source())) {
                Rows rows = input.rows();
                tables.notices().add(
                        run, input.source(),
                        RejectPolicy.decide(
                                source.get(), new RejectPolicy.Counts(rows.kept(), rows.rejected(), rows.outOfScope()),
                                request.edition().rejectCeiling()));
            }
        }
    }

    /**
     * Attaches.
     *
     * @throws InputRejectedException when a notice of any source stops the run
     */
    void attach(long run) {
        if (tables.notices().stopping(run)) {
            throw new InputRejectedException();
        }
        Attachment attachment = attachment(run);
        tables.attachments().save(run, attachment);
        tables.notices().replace(run, NAME, attachment.decisions().stream().map(this::notice).toList());
    }

    private Notice notice(AttachmentDecision decision) {
        return new Notice(
                request.jobFile().getFileName().toString(), 0, "", decision.rule().code(), Severity.INFO,
                decision.message(), decision.subject());
    }
}

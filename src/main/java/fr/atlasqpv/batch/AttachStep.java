package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.RejectPolicy;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.Notices;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunRecord.Rows;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentDecision;
import java.util.Set;

/**
 * Joins what the extracts state and attaches every territory. Here the run stops when an input is wrong: all sources have been
 * read by now, so that every notice is told at once.
 */
final class AttachStep {
    static final String NAME = "attach";
    private static final String JOINS = "joins";

    private final RunRequest request;
    private final Facts facts;
    private final Notices notices;
    private final RunHistory history;
    private final Attachments attachments;

    AttachStep(
            RunRequest request, Facts facts, Notices notices, RunHistory history, Attachments attachments) {
        this.request = request;
        this.facts = facts;
        this.notices = notices;
        this.history = history;
        this.attachments = attachments;
    }

    /**
     * Puts files of too many unusable rows and keys that do not join on record; a transaction of its own, so that the notices outlive
     * the step that fails.
     */
    void join(long run) {
        judgeRows(run);
        notices.replace(run, JOINS, JoinChecks.of(request.edition(), facts, notices.faulty(run), run));
    }

    /** Every file is read to its end: may the run go on with what could not be used of it? A faulty one stops it already. */
    private void judgeRows(long run) {
        Set<String> faulty = notices.faulty(run);
        for (Input input : history.inputs(run)) {
            if (!faulty.contains(input.source())) {
                Rows rows = input.rows();
                notices.add(
                        run, input.source(),
                        RejectPolicy.decide(
                                request.edition().source(input.source()).orElseThrow(),
                                new RejectPolicy.Counts(rows.kept(), rows.rejected(), rows.outOfScope()),
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
        if (notices.stopping(run)) {
            throw new InputRejectedException();
        }
        Attachment attachment = Attachment.of(new AttachmentAssembly(request.edition(), facts, run).input());
        attachments.save(run, attachment);
        notices.replace(run, NAME, attachment.decisions().stream().map(this::notice).toList());
    }

    private Notice notice(AttachmentDecision decision) {
        return new Notice(
                request.jobFile().getFileName().toString(), 0, "", decision.rule().code(), Severity.INFO,
                decision.message(), decision.subject());
    }
}

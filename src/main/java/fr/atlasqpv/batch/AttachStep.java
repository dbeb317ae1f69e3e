package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.Notices;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentDecision;

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
    private final Attachments attachments;

    AttachStep(RunRequest request, Facts facts, Notices notices, Attachments attachments) {
        this.request = request;
        this.facts = facts;
        this.notices = notices;
        this.attachments = attachments;
    }

    /** Puts the keys that do not join on record; a transaction of its own, so that the notices outlive the step that fails. */
    void join(long run) {
        notices.replace(run, JOINS, JoinChecks.of(request.edition(), facts, notices.faulty(run), run));
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

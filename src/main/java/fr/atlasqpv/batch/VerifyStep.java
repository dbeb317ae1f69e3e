package fr.atlasqpv.batch;

import fr.atlasqpv.quality.EditionChecks;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Cells;
import fr.atlasqpv.territory.Attachment;
import java.util.List;

/** Checks the published cells; a check that fails stops the release. */
final class VerifyStep {
    private final RunRequest request;
    private final Attachments attachments;
    private final Cells cells;

    VerifyStep(RunRequest request, Attachments attachments, Cells cells) {
        this.request = request;
        this.attachments = attachments;
        this.cells = cells;
    }

    /** Runs the checks and puts their results on record, in a transaction that outlives the step that fails. */
    void check(long run) {
        Attachment attachment = attachments.load(run);
        cells.saveChecks(
                run,
                EditionChecks.run(
                        cells.published(run),
                        attachment,
                        request.edition().unruledCounts(),
                        AggregationAssembly.regions(request.edition(), attachment),
                        AggregationAssembly.wholeOfFrance(request.edition(), attachment),
                        request.edition().qpvOfFrance()));
    }

    /**
     * Lets the edition pass or not.
     *
     * @throws ReleaseBlockedException when a check failed
     */
    void judge(long run) {
        List<String> failed = cells.checks(run)
                .stream()
                .filter(c -> !c.passed())
                .map((Check c) -> c.label() + " " + c.detail())
                .toList();
        if (!failed.isEmpty()) {
            throw new ReleaseBlockedException(failed);
        }
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.quality.EditionChecks;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.Attachment;
import java.util.List;

/** Checks the published cells; a check that fails stops the release. */
record VerifyStep(RunRequest request, RunTables tables) {
    /** Runs the checks and puts their results on record, in a transaction that outlives the step that fails. */
    void check(long run) {
        Attachment attachment = tables.attachments().load(run);
        tables.cells().saveChecks(
                run,
                EditionChecks.run(
                        tables.cells().published(run),
                        attachment,
                        request.edition().unruledCounts(),
                        AggregationAssembly.regions(request.edition(), attachment),
                        AggregationAssembly.covered(request.edition(), attachment),
                        request.edition().frame().reference()));
    }

    /**
     * Lets the edition pass or not.
     *
     * @throws ReleaseBlockedException when a check failed
     */
    void judge(long run) {
        List<String> failed = tables.cells().checks(run)
                .stream()
                .filter(c -> !c.passed())
                .map((Check c) -> c.label() + " " + c.detail())
                .toList();
        if (!failed.isEmpty()) {
            throw new ReleaseBlockedException(failed);
        }
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Aggregation;
import fr.atlasqpv.indicator.AggregationResult;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Cells;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.Notices;

/** Sums every measure by level and keeps the raw figures of the edition. */
final class AggregateStep implements WorkStep {
    private static final String NAME = "aggregate";

    private final RunRequest request;
    private final Facts facts;
    private final Attachments attachments;
    private final Cells cells;
    private final Notices notices;

    AggregateStep(RunRequest request, Facts facts, Attachments attachments, Cells cells, Notices notices) {
        this.request = request;
        this.facts = facts;
        this.attachments = attachments;
        this.cells = cells;
        this.notices = notices;
    }

    @Override
    public void run(long run) {
        AggregationResult result = Aggregation.of(new AggregationAssembly(request, facts, attachments, run).input());
        cells.saveRaw(run, result.cells().values(), result.totals());
        notices.replace(run, NAME, result.remarks().stream().map(this::notice).toList());
    }

    private Notice notice(AggregationResult.Remark remark) {
        return new Notice(
                request.jobFile().getFileName().toString(), 0, "", remark.code(), Severity.WARNING, remark.message(),
                remark.subject());
    }
}

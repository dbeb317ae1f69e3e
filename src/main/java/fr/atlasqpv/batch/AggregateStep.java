package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Aggregation;
import fr.atlasqpv.indicator.AggregationResult;
import fr.atlasqpv.store.RunTables;

/** Sums every measure by level and keeps the raw figures of the edition. */
record AggregateStep(RunRequest request, RunTables tables) implements WorkStep {
    private static final String NAME = "aggregate";

    @Override
    public void run(long run) {
        AggregationResult result =
                Aggregation.of(new AggregationAssembly(request, tables, run).input());
        tables.cells().saveRaw(run, result.cells().values(), result.totals());
        tables.notices().replace(run, NAME, result.remarks().stream().map(this::notice).toList());
    }

    private Notice notice(AggregationResult.Remark remark) {
        return new Notice(
                request.jobFile().getFileName().toString(), 0, "", remark.code(), Severity.WARNING, remark.message(),
                remark.subject());
    }
}

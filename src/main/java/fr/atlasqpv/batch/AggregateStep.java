package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Aggregation;
import fr.atlasqpv.indicator.AggregationResult;
import fr.atlasqpv.quality.input.InputCheck.Moment;
import fr.atlasqpv.quality.input.InputChecks;
import fr.atlasqpv.store.RunTables;

/** Sums every measure by level, keeps the raw figures of the edition, and has them checked. */
record AggregateStep(RunRequest request, RunTables tables) {
    private static final String NAME = "aggregate";
    /** Origin of the notices of the checks on the figures. */
    static final String CHECKS = "checks-figures";

    /** Aggregates. */
    void aggregate(long run) {
        AggregationResult result =
                Aggregation.of(new AggregationAssembly(request, tables, run).input());
        tables.cells().saveRaw(run, result.cells().values(), result.totals());
        tables.notices().replace(run, NAME, result.remarks().stream().map(this::notice).toList());
        tables.notices().replace(run, CHECKS,
                InputChecks.at(Moment.FIGURES, new EvidenceAssembly(request, tables, run).ofFigures(result.cells())));
    }

    /**
     * Lets the edition go on or not.
     *
     * @throws InputRejectedException when a check stops the run
     */
    void judge(long run) {
        if (tables.notices().stopping(run)) {
            throw new InputRejectedException();
        }
    }

    private Notice notice(AggregationResult.Remark remark) {
        return new Notice(
                request.jobFile().getFileName().toString(), 0, "", remark.code(), Severity.WARNING, remark.message(),
                remark.subject());
    }
}

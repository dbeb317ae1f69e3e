package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Aggregation;
import fr.atlasqpv.indicator.AggregationResult;
import fr.atlasqpv.quality.input.InputCheck.Moment;
import fr.atlasqpv.quality.input.InputChecks;
import fr.atlasqpv.store.RunTables;
import java.util.List;

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
        tables.cells().saveRespondents(run, result.respondents());
        tables.notices().replace(run, NAME, result.remarks().stream().map(r -> notice(r, run)).toList());
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

    private Notice notice(AggregationResult.Remark remark, long run) {
        return new Notice(
                request.jobFile().getFileName().toString(), 0, "", remark.code(),
                told(remark, run) ? Severity.INFO : Severity.WARNING, remark.message(),
                remark.subject());
    }

    /**
     * The edition says that a file that feeds the indicator holds a part of the country, or a check of the extracts has told what is
     * missing in it: this is what comes of it.
     */
    private boolean told(AggregationResult.Remark remark, long run) {
        List<Edition.Source> sources = request.edition()
                .indicators()
                .stream()
                .filter(i -> i.indicator().id().equals(remark.subject()))
                .flatMap(i -> i.sources().stream())
                .flatMap(id -> request.edition().source(id).stream())
                .toList();
        List<String> files = sources.stream().map(Edition.Source::file).toList();
        return sources.stream().anyMatch(s -> !s.covers().isEmpty()) || tables.notices().all(run).stream()
                .anyMatch(n -> InputChecks.tellsOfAbsence(n.code()) && files.contains(n.file()));
    }
}

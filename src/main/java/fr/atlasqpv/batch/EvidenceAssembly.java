package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.quality.input.Evidence;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.Attachment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What the checks of the inputs look at, put together from what a run keeps. */
record EvidenceAssembly(RunRequest request, RunTables tables, long run) {
    /** Once the extracts are read; without an attachment when the keys do not join. */
    Evidence ofExtracts(Attachment attachment) {
        return evidence(attachment, Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    /** Once the figures are computed. */
    Evidence ofFigures(SortedMap<CellKey, RawCell> figures) {
        return evidence(tables.attachments().load(run), figures, PreviousEdition.published(request));
    }

    /** What the sources state. */
    Evidence.Facts stated() {
        return new Stated(tables, run);
    }

    private Evidence evidence(
            Attachment attachment, SortedMap<CellKey, RawCell> figures, SortedMap<CellKey, Publication> previous) {
        return new Evidence(
                request.edition(), request.jobFile().getFileName().toString(), stated(), rows(),
                tables.notices().faulty(run), attachment, figures, previous);
    }

    private Map<String, Evidence.Rows> rows() {
        return tables.history().inputs(run).stream().collect(Collectors.toMap(
                Input::source,
                i -> new Evidence.Rows(i.rows().read(), i.rows().kept(), i.rows().rejected())));
    }

    private record Stated(RunTables tables, long run) implements Evidence.Facts {
        @Override
        public <F extends Fact> List<Located<F>> all(Class<F> kind) {
            return tables.facts().all(run, kind);
        }

        @Override
        public List<Located<Fact.MeasureFact>> counters() {
            return tables.facts().counters(run);
        }
    }
}

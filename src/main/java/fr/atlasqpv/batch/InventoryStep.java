package fr.atlasqpv.batch;

import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.store.Notices;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunRecord.Rows;
import fr.atlasqpv.store.WorkingTables;
import java.nio.file.Path;
import java.util.List;

/** Puts the inputs and their fingerprints on record, and clears what earlier runs of the edition left unfinished. */
final class InventoryStep implements WorkStep {
    static final String NAME = "inventory";

    private final RunRequest request;
    private final RunHistory history;
    private final WorkingTables tables;
    private final Notices notices;

    InventoryStep(RunRequest request, RunHistory history, WorkingTables tables, Notices notices) {
        this.request = request;
        this.history = history;
        this.tables = tables;
        this.notices = notices;
    }

    /** What the edition owes to shared parts, so that nobody looks for it in its own file. */
    private List<Notice> included() {
        return EditionFile.read(request.jobFile())
                .included()
                .stream()
                .map(i -> new Notice(
                        Path.of(i.file()).getFileName().toString(), i.line(), i.key(), "valeur-partagee", Severity.INFO,
                        "L’édition tient cette clé d’un fichier partagé.", i.key()))
                .toList();
    }

    @Override
    public void run(long run) {
        history.abandoned(request.edition().id(), run).forEach(tables::forget);
        tables.forget(run);
        history.inputs(
                run,
                request.inputs()
                        .stream()
                        .map(i -> new Input(i.source(), i.path(), i.bytes(), i.sha256(), Rows.NONE))
                        .toList());
        notices.add(run, NAME, included());
        notices.add(run, NAME, PreviousEdition.faults(request));
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunRecord.Rows;
import fr.atlasqpv.store.RunTables;

/** Puts the inputs and their fingerprints on record, and clears what earlier runs of the edition left unfinished. */
record InventoryStep(RunRequest request, RunTables tables) implements WorkStep {
    static final String NAME = "inventory";

    @Override
    public void run(long run) {
        tables.history().abandoned(request.edition().id(), run).forEach(tables.working()::forget);
        tables.working().forget(run);
        tables.history().inputs(
                run,
                request.inputs()
                        .stream()
                        .map(i -> new Input(i.source(), i.path(), i.bytes(), i.sha256(), Rows.NONE))
                        .toList());
        tables.notices().add(run, NAME, PreviousEdition.faults(request));
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFault;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunRecord.Rows;
import fr.atlasqpv.store.RunTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the inputs and their fingerprints on record, and clears what earlier runs of the edition left unfinished. */
record InventoryStep(RunRequest request, EditionSwap swap, RunTables tables) implements WorkStep {
    static final String NAME = "inventory";

    @Override
    public void run(long run) throws IOException {
        swap.discard();
        tables.history().abandoned(request.edition().id(), run).forEach(tables.working()::forget);
        tables.working().forget(run);
        record(run, request, tables);
        tables.notices().add(run, NAME, included());
        tables.notices().add(run, NAME, apart());
        tables.notices().add(run, NAME, PreviousEdition.faults(request));
        tables.notices().add(run, NAME, KnownFiles.faults(request));
        tables.notices().add(
                run, NAME, request.released().remarks().stream().map(r -> r.notice(request)).toList());
        request.faults().forEach(f -> tables.notices().add(run, place(f), List.of(notice(f))));
    }

    /** Puts the inputs on record, and nothing else. */
    static void record(long run, RunRequest request, RunTables tables) {
        tables.history().inputs(
                run,
                request.inputs()
                        .stream()
                        .map(i -> new Input(i.source(), i.path(), i.bytes(), i.sha256(), Rows.NONE))
                        .toList());
    }

    /** The source whose rows nobody can read for this fault, so that nothing is said of codes that they would have listed. */
    private String place(EditionFault fault) {
        return request.edition()
                .sources()
                .stream()
                .filter(s -> !request.legible(s) && fault.column().startsWith("sources[" + s.id() + "]"))
                .map(Edition.Source::id)
                .findFirst()
                .orElse(NAME);
    }

    private static Notice notice(EditionFault f) {
        return new Notice(
                Path.of(f.file()).getFileName().toString(), f.line(), f.column(), f.code(), Severity.ERROR, f.message(),
                f.value());
    }

    /** Inequalities that tell nothing, so that nobody relies on them. */
    private List<Notice> apart() {
        return request.edition()
                .apart()
                .stream()
                .map(i -> Stream.concat(i.parts().stream(), Stream.of(i.whole())).map(Measure::id)
                        .collect(Collectors.joining(", ")))
                .map(measures -> new Notice(
                        request.jobFile().getFileName().toString(), 0, "rules.inequalities",
                        "inegalite-entre-millesimes",
                        Severity.INFO,
                        "Ces mesures sont de plusieurs millésimes\u00a0: leur inégalité ne borne rien, et le secret n’en tient "
                                + "pas compte.",
                        measures))
                .toList();
    }

    /** What the edition owes to shared parts, so that nobody looks for it in its own file. */
    private List<Notice> included() {
        return EditionFile.inspect(request.jobFile())
                .included()
                .stream()
                .map(i -> new Notice(
                        Path.of(i.file()).getFileName().toString(), i.line(), i.key(), "valeur-partagee", Severity.INFO,
                        "L’édition tient cette clé d’un fichier partagé.", i.key()))
                .toList();
    }
}

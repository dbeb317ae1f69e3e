package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.NoticeCode;
import fr.atlasqpv.extract.Outcome;
import fr.atlasqpv.extract.ReadPosition;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.extract.SourceReader;
import fr.atlasqpv.extract.SourceReaders;
import fr.atlasqpv.extract.UnreadableSourceException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** The rows of a source, from the one after the last that was committed. A file that cannot be read further ends there, with a notice. */
final class SourceRows implements ItemStreamReader<Outcome> {
    private static final String OFFSET = "offset";
    private static final String ROWS = "rows";
    private static final String LINE = "line";

    private final RunRequest request;
    private final Source source;
    private final SourceOpener opener;
    private final Consumer<List<Notice>> told;
    private final Consumer<List<Located<Fact>>> kept;
    private final Progress progress;
    private final long bytes;
    private SourceReader reader;
    private boolean more = true;
    private long announced;

    /**
     * @param told given what is wrong with the file
     * @param kept given what only the whole file tells
     * @param progress told of the bytes read
     */
    SourceRows(
            RunRequest request,
            Source source,
            SourceOpener opener,
            Consumer<List<Notice>> told,
            Consumer<List<Located<Fact>>> kept,
            Progress progress) {
        this.request = request;
        this.source = source;
        this.opener = opener;
        this.told = told;
        this.kept = kept;
        this.progress = progress;
        this.bytes = request.input(source.id()).map(InputFile::unpackedBytes).orElse(0L);
    }

    @Override
    public void open(ExecutionContext context) {
        ReadPosition from =
                new ReadPosition(context.getLong(OFFSET, 0), context.getLong(ROWS, 0), context.getLong(LINE, 0));
        announced = Math.min(from.byteOffset(), bytes);
        if (!source.required() && !Files.exists(request.inputFolder().resolve(source.file()))) {
            told.accept(List.of(absent()));
            return;
        }
        if (!request.legible(source)) {
            told.accept(source.file().isEmpty() ? List.of() : SourceReaders.faults(source, request.inputFolder()));
            return;
        }
        try {
            reader = opener.open(request.edition(), source, request.inputFolder(), from);
            if (from.rows() == 0) {
                told.accept(reader.remarks());
            }
        } catch (UnreadableSourceException e) {
            told.accept(e.notices());
        }
    }

    @Override
    public Outcome read() {
        Outcome row = null;
        try {
            row = reader == null ? null : reader.read();
            if (row == null && reader != null && more) {
                compareWithTheInventory();
                kept.accept(reader.closing());
            }
        } catch (UnreadableSourceException e) {
            told.accept(e.notices());
        }
        more = row != null;
        return row;
    }

    /** What was fingerprinted is what was read: a file that a producer or a transfer changes meanwhile gives books of neither. */
    private void compareWithTheInventory() {
        if (!request.fingerprints(source).containsAll(reader.fingerprints())) {
            told.accept(
                    List.of(
                            new Notice(
                                    source.file(), 0, "", NoticeCode.FICHIER_MODIFIE.id(), Severity.ERROR,
                                    "Le fichier a changé pendant la lecture\u00a0: attendez la fin de sa copie et relancez.",
                                    "")));
        }
    }

    /** Called within the transaction of each chunk. */
    @Override
    public void update(ExecutionContext context) {
        ReadPosition reached = reader == null ? ReadPosition.START : reader.position();
        context.putLong(OFFSET, reached.byteOffset());
        context.putLong(ROWS, reached.rows());
        context.putLong(LINE, reached.line());
        long now = more ? Math.min(reached.byteOffset(), bytes) : bytes;
        progress.advanced(IngestStep.NAME, now - announced);
        announced = now;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    private Notice absent() {
        return new Notice(
                source.file(), 0, "", "source-absente", Severity.INFO,
                "Fichier facultatif absent\u00a0: les indicateurs qui n’ont pas d’autre source sont non disponibles.",
                "");
    }
}

package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.store.RunRecord.Book;
import fr.atlasqpv.store.Store;
import fr.atlasqpv.store.StoreSettings;
import fr.atlasqpv.store.WorkingTables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A PostgreSQL database as repository and store: the books of the H2 file, cut or not, and nothing left. */
class ServerStoreTest {
    @TempDir
    private Path folder;

    private EmbeddedPostgres postgres;
    private StoreSettings settings;
    private TinyEdition edition;

    @BeforeEach
    void startPostgres() throws IOException {
        postgres = EmbeddedPostgres.start();
        settings = new StoreSettings(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        edition = TinyEdition.in(folder);
    }

    @AfterEach
    void stopPostgres() throws IOException {
        postgres.close();
    }

    private List<Book> onAFile() throws Exception {
        assertThat(new Bench().whole((atlas, region) -> {}).run(edition.requestInto("fichier")).ending())
                .isIn(Ending.DONE, Ending.ALREADY_DONE);
        return TinyEdition.withoutReport(edition.requestInto("fichier"));
    }

    private Bench onTheServer() {
        return new Bench().whole((atlas, region) -> {}).on(settings);
    }

    private void nothingIsLeft() {
        try (Store store = Store.open(settings)) {
            assertThat(new WorkingTables(store.dataSource()).rows()).isZero();
        }
    }

    @Test
    void theBooksAreThoseOfAFileByteForByte() throws Exception {
        assertThat(onTheServer().run(edition.requestInto("serveur")).ending()).isEqualTo(Ending.DONE);

        assertThat(TinyEdition.withoutReport(edition.requestInto("serveur"))).isEqualTo(onAFile())
                .hasSizeGreaterThan(6);
        assertThat(onTheServer().run(edition.requestInto("serveur")).ending()).isEqualTo(Ending.ALREADY_DONE);
        nothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 45, 160})
    void aRunThatWasCutResumes(long row) throws Exception {
        Bench cut = onTheServer().beforeRow(r -> {
            if (r == row) {
                throw new IllegalStateException("the server is gone");
            }
        });
        assertThat(cut.run(edition.requestInto("serveur")).ending()).isEqualTo(Ending.FAILED);

        Bench again = onTheServer();
        assertThat(again.run(edition.requestInto("serveur")).ending()).isEqualTo(Ending.DONE);

        assertThat(again.openedAt).containsExactly((row - 1) / Bench.CHECKPOINT * Bench.CHECKPOINT);
        assertThat(TinyEdition.withoutReport(edition.requestInto("serveur"))).isEqualTo(onAFile());
        nothingIsLeft();
    }

    /** The database outlives the output root: what it remembers of one must not stand in for another. */
    @Test
    void aRunCutAtItsReleaseBeginsAnewInAnotherOutputAndInAnEmptiedOne() throws Exception {
        RunRequest first = edition.requestInto("premier");
        assertThat(cutAtItsRelease(first).dead()).isTrue();
        assertThat(onTheServer().run(edition.requestInto("second")).ending()).isEqualTo(Ending.DONE);
        assertThat(TinyEdition.withoutReport(edition.requestInto("second"))).isEqualTo(onAFile());

        assertThat(cutAtItsRelease(first).dead()).isTrue();
        new Disk().delete(first.outputRoot());
        assertThat(onTheServer().run(first).ending()).isEqualTo(Ending.DONE);
        assertThat(TinyEdition.withoutReport(first)).isEqualTo(onAFile());
        nothingIsLeft();
    }

    private CutMachine.Cut cutAtItsRelease(RunRequest request) throws Exception {
        CutMachine.Cut machine = new CutMachine.Cut(false, 0).afterReleaseWrites(22);
        assertThat(onTheServer().on(machine.disk()).run(request).ending()).isEqualTo(Ending.FAILED);
        return machine;
    }
}

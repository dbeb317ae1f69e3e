package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunRecord.Rows;
import fr.atlasqpv.store.Store;
import fr.atlasqpv.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A run that was cut resumes at the next row, and its books are those of a run that was not. */
class ResumedRunTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path reference;

    private TinyEdition edition;

    @BeforeEach
    void copyTheEdition() throws IOException {
        edition = TinyEdition.in(folder);
    }

    private List<String> figuresOfAnUncutRun() throws Exception {
        TinyEdition uncut = TinyEdition.in(reference);
        new Bench().run(uncut.request());
        return uncut.figures();
    }

    private static Bench failingAt(long row) {
        return new Bench().beforeRow(r -> {
            if (r == row) {
                throw new IllegalStateException("the disk is gone");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 10, 11, 25, 150, 160, 161})
    void aRunThatFailedInTheMiddleOfAFileResumesAfterTheLastCheckpoint(long row) throws Exception {
        RunResult cut = failingAt(row).run(edition.request());
        assertThat(cut.ending()).isEqualTo(Ending.FAILED);
        assertThat(cut.failure()).hasMessage("the disk is gone");
        assertThat(edition.books()).doesNotExist();

        Bench again = new Bench();
        assertThat(again.run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(again.openedAt).containsExactly((row - 1) / Bench.CHECKPOINT * Bench.CHECKPOINT);
        assertThat(edition.figures()).isEqualTo(figuresOfAnUncutRun());
    }

    /** Every file of territories, cut between its rows: what it had stated is kept once, and its rows are counted once. */
    @ParameterizedTest
    @CsvSource({"communes, 3", "departements, 2", "epci, 2", "composition, 4", "populations, 3", "centres, 2",
            "quartiers, 3", "quartiers-communes, 3"})
    void aRunThatFailedInTheMiddleOfAFileOfTerritoriesResumesThereToo(String source, long row) throws Exception {
        assertThat(failingAt(row).watching(source, 1).run(edition.request()).ending()).isEqualTo(Ending.FAILED);

        Bench again = new Bench().watching(source, 1);
        assertThat(again.run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(again.openedAt).containsExactly(row - 1);
        assertThat(edition.figures()).isEqualTo(figuresOfAnUncutRun());
        assertThat(rowsBySource(folder)).isEqualTo(rowsBySource(reference));
    }

    /** A chunk that is rolled back after its rows were read counts none of them. */
    @Test
    void theRowsOfAChunkThatWasRolledBackAreCountedOnce() throws Exception {
        edition.append("logements.csv", "59001;QP99;1");
        failingAt(25).run(edition.request());
        assertThat(rowsBySource(folder)).containsEntry("logements", new Rows(20, 20, 0, 0));

        new Bench().run(edition.request());
        assertThat(rowsBySource(folder)).containsEntry("logements", new Rows(161, 160, 1, 0));
    }

    private static Map<String, Rows> rowsBySource(Path edition) {
        try (Store store = Store.open(StoreSettings.file(edition.resolve("output").resolve(RunRequest.WORK_FOLDER)))) {
            return new RunHistory(store.dataSource()).all()
                    .getFirst()
                    .inputs()
                    .stream()
                    .collect(Collectors.toMap(Input::source, Input::rows));
        }
    }

    @Test
    void aKilledRunIsRecoveredAndResumed() throws Exception {
        failingAt(45).run(edition.request());
        forgetHowItEnded();

        Bench again = new Bench();
        assertThat(again.run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(again.openedAt).containsExactly(40L);
        assertThat(edition.figures()).isEqualTo(figuresOfAnUncutRun());
    }

    /** What a killed process leaves: executions that seem to run still. */
    private void forgetHowItEnded() {
        try (Store store = Store.open(StoreSettings.file(edition.request().workFolder()))) {
            JdbcTemplate jdbc = new JdbcTemplate(store.dataSource());
            jdbc.update("UPDATE BATCH_JOB_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'UNKNOWN', END_TIME = NULL");
            jdbc.update(
                    "UPDATE BATCH_STEP_EXECUTION SET STATUS = 'STARTED', EXIT_CODE = 'EXECUTING', END_TIME = NULL "
                            + "WHERE STATUS = 'FAILED'");
            jdbc.update("UPDATE run SET outcome = 'RUNNING', ended_at = NULL");
        }
    }

    @Test
    void aRunThatIsStoppedEndsAtACheckpointAndResumesThere() throws Exception {
        Bench stopped = new Bench();
        RunResult cut;
        try (AtlasApplication program = stopped.open(edition.request())) {
            stopped.beforeRow(row -> {
                if (row == 25) {
                    program.stop();
                }
            });
            cut = program.run();
        }
        assertThat(cut.ending()).isEqualTo(Ending.STOPPED);
        assertThat(edition.books()).doesNotExist();

        Bench again = new Bench();
        assertThat(again.run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(again.openedAt).containsExactly(30L);
        assertThat(edition.figures()).isEqualTo(figuresOfAnUncutRun());
    }

    @Test
    void aChangedInputAfterAFailureStartsFromTheBeginning() throws Exception {
        failingAt(45).run(edition.request());
        edition.append("logements.csv", "59001;QP059001;1");

        Bench again = new Bench();
        assertThat(again.run(edition.request()).ending()).isEqualTo(Ending.DONE);

        assertThat(again.openedAt).containsExactly(0L);
        assertThat(edition.figures())
                .anyMatch(l -> l.contains(";QP059001;La Gare;QPV;nb_logements_sociaux;54;publie"));
    }
}

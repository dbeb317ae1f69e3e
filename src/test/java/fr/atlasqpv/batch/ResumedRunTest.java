package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.store.Store;
import fr.atlasqpv.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

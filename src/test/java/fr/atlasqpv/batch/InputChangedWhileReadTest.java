package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was fingerprinted is what is read, or nothing is released. */
class InputChangedWhileReadTest {
    @TempDir
    private Path folder;

    private TinyEdition edition;

    @BeforeEach
    void copyTheEdition() throws IOException {
        edition = TinyEdition.in(folder);
    }

    private void rewrite(String file) {
        try {
            edition.change(file, text -> text.replace("1", "2"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaced before its first row is read, in a run that takes its fingerprint first. */
    @ParameterizedTest
    @CsvSource({"logements.csv", "zfu.csv", "populations.csv"})
    void aFileThatIsReplacedAfterItsFingerprintStopsTheRun(String file) throws Exception {
        RunRequest request = edition.request();
        Path input = edition.input().resolve(file);
        Files.writeString(input, Files.readString(input) + "\n");

        RunResult result = new Bench().run(request);

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).filteredOn(n -> n.severity() == Severity.ERROR)
                .extracting(Notice::file, Notice::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(file, "fichier-modifie"));
        assertThat(edition.books()).doesNotExist();
    }

    /** A run that was cut reads on where it stood; the rows before were of the file that it knew. */
    @Test
    void aFileThatIsReplacedWhileAResumedRunReadsOnStopsItToo() throws Exception {
        new Bench().beforeRow(r -> {
            if (r == 45) {
                throw new IllegalStateException("the disk is gone");
            }
        }).run(edition.request());

        RunRequest again = edition.request();
        rewrite("logements.csv");
        RunResult result = new Bench().run(again);

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).extracting(Notice::code).contains("fichier-modifie");
    }

    @Test
    void aFileThatVanishesIsToldAsAbsent() throws Exception {
        RunRequest request = edition.request();
        Files.delete(edition.input().resolve("logements.csv"));

        RunResult result = new Bench().run(request);

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).extracting(Notice::code).contains("fichier-absent");
    }

    /** A list that lost its rows says nothing: not that nobody is concerned. */
    @Test
    void aListWithoutARowIsNotAvailableRatherThanZero() throws Exception {
        edition.change("zfu.csv", text -> text.lines().findFirst().orElseThrow() + "\n");

        RunResult result = new Bench().run(edition.request());

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(result.noticesByCode()).containsEntry("source-sans-ligne", 1L);
        assertThat(edition.figures()).filteredOn(l -> l.contains(";QPV;zfu;")).isNotEmpty()
                .allMatch(l -> l.contains(";zfu;;non_disponible"));
    }
}

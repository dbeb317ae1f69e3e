package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A folder of an edition appears whole or not at all, wherever the swap is cut. */
class EditionSwapTest {
    @TempDir
    private Path root;

    private Path work() {
        return root.resolve(".work/books/2022");
    }

    private static void book(Path folder, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("livre.txt"), text);
    }

    @ParameterizedTest(name = "new {0}, complete {1}, old {2}, in place {3}: {4} afterwards")
    @CsvSource(nullValues = "-", value = {
            // before the first rename: nothing to recover, the run resumes and swaps
            "fresh, true , -     , former, former",
            // between the two renames
            "fresh, true , former, -     , fresh",
            "fresh, false, former, -     , former",
            "-    , false, former, -     , former",
            // after the second
            "-    , true , former, fresh , fresh",
            "-    , false, former, fresh , fresh",
            // no swap at all
            "-    , false, -     , former, former",
            "fresh, false, -     , former, former",
    })
    void aCutSwapIsFinishedOrUndone(String fresh, boolean complete, String old, String inPlace, String after)
            throws IOException {
        if (fresh != null) {
            book(work().resolve("new"), fresh);
        }
        if (complete) {
            Files.createDirectories(work());
            Files.createFile(work().resolve("complete"));
        }
        if (old != null) {
            book(work().resolve("old"), old);
        }
        if (inPlace != null) {
            book(root.resolve("2022"), inPlace);
        }

        EditionSwap.recoverAll(root, new Disk());

        assertThat(root.resolve("2022/livre.txt")).content().isEqualTo(after);
        assertThat(work().resolve("old")).doesNotExist();
    }

    @Test
    void nothingToRecoverInAnEmptyRoot() throws IOException {
        EditionSwap.recoverAll(root, new Disk());

        assertThat(root).isEmptyDirectory();
    }
}

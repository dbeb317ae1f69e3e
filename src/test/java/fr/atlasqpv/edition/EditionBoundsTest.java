package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An edition file is small, shallow, one document, and its numbers are written out. */
class EditionBoundsTest {
    @TempDir
    Path folder;

    private List<String> codes(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("essai.yaml"), text);
        return catchThrowableOfType(EditionFileException.class, () -> EditionFile.load(file))
                .faults()
                .stream()
                .map(f -> f.line() + " " + f.code())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "1e999999999", "1E5", "0x10", "NaN", ".inf", "1_000",
            "12345678901234567890", "1,5",
            "0.1234567890123"})
    void aNumberIsWrittenOut(String number) throws IOException {
        assertThat(codes("edition:\n  reject-ceiling: " + number + "\n")).contains("2 type-inattendu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.5", "100", "+5", "0.000000000001"})
    void aPlainNumberIsRead(String number) throws IOException {
        assertThat(codes("edition:\n  reject-ceiling: " + number + "\n")).doesNotContain("2 type-inattendu",
                "2 nombre-hors-bornes");
    }

    @Test
    void aSecondDocumentIsRefused() throws IOException {
        assertThat(codes("edition:\n  id: a\n---\nrules:\n  thresholds: []\n")).singleElement().asString()
                .endsWith(" second-document");
        assertThat(codes("---\nedition:\n  id: a\n...\n")).noneMatch(c -> c.endsWith("second-document"));
    }

    @Test
    void keysNestNoDeeperThanAnEditionNeeds() throws IOException {
        assertThat(codes("a: " + "[".repeat(40) + "]".repeat(40))).containsExactly("1 yaml-demesure");
        assertThat(codes("a: " + "[".repeat(100_000))).containsExactly("1 yaml-demesure");
    }

    @Test
    void aFileOfMegabytesIsNoEdition() throws IOException {
        assertThat(codes("# " + "x".repeat(1_000_000))).singleElement().asString().endsWith("yaml-demesure");
    }

    @Test
    void aFolderIsNoEdition() {
        assertThat(catchThrowableOfType(EditionFileException.class, () -> EditionFile.load(folder)).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("est un dossier"));
    }
}

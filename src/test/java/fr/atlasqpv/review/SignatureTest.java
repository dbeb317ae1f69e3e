package fr.atlasqpv.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {
    private static final Instant DATE = Instant.parse("2027-03-01T09:30:00Z");

    @TempDir
    private Path folder;

    @Test
    void signaturesAddUpAndAreReadBackAsTheyWereWritten() throws IOException {
        Path file = folder.resolve("revue/signatures.csv");
        Signature one = new Signature(DATE, "A. Martin; chef", "-vu\nen séance", "aa");
        Signature other = new Signature(DATE.plusSeconds(60), "B. Durand", "", "bb");

        one.addTo(file);
        other.addTo(file);

        assertThat(Signature.read(file)).containsExactly(one, other);
    }

    @Test
    void noFileHoldsNoSignature() throws IOException {
        assertThat(Signature.read(folder.resolve("signatures.csv"))).isEmpty();
    }

    @Test
    void aFileOfSomethingElseIsNotTakenForSignaturesNorOverwritten() throws IOException {
        Path file = Files.writeString(folder.resolve("signatures.csv"), "a;b\n1;2\n");

        assertThatThrownBy(() -> new Signature(DATE, "A", "", "aa").addTo(file)).isInstanceOf(IOException.class)
                .hasMessageContaining("signatures");
        assertThat(file).hasContent("a;b\n1;2");
    }
}

package fr.atlasqpv.edition2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.atlasqpv.publication.pdf.Verapdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The books of the shipped editions, judged by veraPDF: no rule of PDF/UA-1 nor of PDF/A-2a is broken in any. */
class EditionsAreAccessibleTest {
    @Test
    void theBookOfTheSampleBreaksNoRule() throws IOException {
        Path book = SampleBooks.get().folder().resolve("atlas-qpv-2022-32.pdf");

        assertThat(Verapdf.failures(Files.readAllBytes(book))).isEmpty();
    }

    @Test
    void noneOfTheThirteenMetropolitanBooksBreaksARule() {
        assumeThat(OpenDataBooks.DATA)
                .as("the open data stand beside the project: without them seventeen books are not judged")
                .isDirectory();
        List<Path> books = OpenDataBooks.get().orElseThrow().pdfs();
        assertThat(books).hasSize(17);

        Map<String, List<String>> broken = books.parallelStream()
                .collect(
                        Collectors.toMap(
                                book -> book.getFileName().toString(),
                                EditionsAreAccessibleTest::failures, (a, b) -> a,
                                TreeMap::new));

        assertThat(broken).hasSize(17).allSatisfy((book, failures) -> assertThat(failures).as(book).isEmpty());
    }

    private static List<String> failures(Path book) {
        try {
            return Verapdf.failures(Files.readAllBytes(book));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

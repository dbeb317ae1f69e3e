package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.review.ReviewFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reviewer's report: outside of the edition, for its owner's eyes, and signed by whoever approves. */
class ReviewCommandTest {
    private static final Path MODEL = Path.of("src/test/resources/edition-2031");

    @TempDir
    private Path output;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int review(String... more) {
        return edition("review", more);
    }

    private int edition(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(
                command, MODEL.resolve("essai-2031.yaml").toString(), "--input", MODEL.resolve("input").toString(),
                "--output", output.toString()));
        words.addAll(List.of(more));
        return atlas(words.toArray(String[]::new));
    }

    private int atlas(String... words) {
        return AtlasCommand.execute(new PrintWriter(out), new PrintWriter(err), words);
    }

    private Path page() throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(f -> f.endsWith(ReviewFiles.PAGE)).findFirst().orElseThrow();
        }
    }

    @Test
    void theReportIsForItsOwnerOnlyAndNoBookIsMade() throws IOException {
        assertThat(review()).isEqualTo(ExitCode.DONE);

        assertThat(page()).startsWith(output.resolve(".work/revue")).content().contains("primaire", "confidentiel");
        assertThat(out.toString()).contains("Revue confidentielle", "denominateurs.csv", "Personne ne l’a signée");
        try (Stream<Path> files = Files.walk(output.resolve(".work"))) {
            assertThat(files)
                    .allSatisfy(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                            .isEqualTo(Files.isDirectory(f) ? "rwx------" : "rw-------"));
        }
        try (Stream<Path> top = Files.list(output)) {
            assertThat(top).containsExactly(output.resolve(".work"));
        }
    }

    @Test
    void whoeverApprovesSignsWhatIsReviewed() throws IOException {
        assertThat(review("--sign", "A. Martin", "--remark", "vu en séance")).isEqualTo(ExitCode.DONE);

        assertThat(page()).content().contains("A. Martin", "vu en séance", "ce qui est revu ici");
        assertThat(page().resolveSibling(ReviewFiles.SIGNATURES)).content().contains("A. Martin");
    }

    @Test
    void theAuditOfTheBooksTakesTheDenominatorsThatTheReviewWrites() throws IOException {
        assertThat(review()).isEqualTo(ExitCode.DONE);
        assertThat(edition("run")).isEqualTo(ExitCode.DONE);
        Path denominators = page().resolveSibling(ReviewCommand.KNOWN);
        assertThat(denominators).content().startsWith("niveau;code;perimetre;mesure;valeur\n");

        assertThat(atlas("audit", output.toString(), "--knowledge", denominators.toString(), "--output",
                output.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("attaquée avec les dénominateurs donnés");
    }

    @Test
    void aRemarkOrAnEmptyNameSignsNothing() {
        assertThat(review("--remark", "vu")).isEqualTo(ExitCode.USAGE);
        assertThat(review("--sign", " ")).isEqualTo(ExitCode.USAGE);
        assertThat(output).isEmptyDirectory();
    }
}

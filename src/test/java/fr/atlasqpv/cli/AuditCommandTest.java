package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition2022.SampleBooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    private static final String OUTPUT = "atlas.output";

    private static SampleBooks books;
    private static String outputBefore;

    @TempDir
    static Path output;

    @TempDir
    Path copy;

    private final StringWriter said = new StringWriter();
    private final StringWriter complained = new StringWriter();

    @BeforeAll
    static void reportsGoToAFolderOfOurs() {
        books = SampleBooks.get();
        outputBefore = System.setProperty(OUTPUT, output.toString());
    }

    @AfterAll
    static void giveThePropertyBack() {
        if (outputBefore == null) {
            System.clearProperty(OUTPUT);
        } else {
            System.setProperty(OUTPUT, outputBefore);
        }
    }

    @Test
    void soundBooksEndWithZeroAndTheReportStandsOutsideTheirFolder() throws Exception {
        List<Path> before = files(books.output().resolve("2022"));

        assertThat(audit(books.output().toString())).isEqualTo(ExitCode.DONE);

        assertThat(said.toString()).contains("part_logements_sociaux", "Aucune valeur secrète ne se retrouve");
        assertThat(complained.toString()).isEmpty();
        assertThat(output.resolve(".work/rapports/2022/audit.csv")).content().startsWith("nature;indicateur");
        assertThat(files(books.output().resolve("2022"))).isEqualTo(before);
    }

    @Test
    void aDisclosureEndsWithThreeAndTheValueIsToldNowhere() throws Exception {
        Path edition = editionCopy();
        Path csv = edition.resolve("32-hauts-de-france/atlas-qpv-2022-32-donnees.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst(
                "(;QP062044;[^\\n]*part_logements_sociaux);;secret", "$1;97.3;publie"));

        assertThat(audit(edition.toString())).isEqualTo(ExitCode.BLOCKED);

        assertThat(complained.toString()).contains("Les livres ne doivent pas sortir", "QP062044");
        assertThat(said.toString() + complained + Files.readString(output.resolve(".work/rapports/2022/audit.csv")))
                .doesNotContain("97.3", "97,3");
    }

    @Test
    void aBookThatIsMissingOrBrokenEndsWithOne() throws Exception {
        Path edition = editionCopy();
        Path pdf = edition.resolve("32-hauts-de-france/atlas-qpv-2022-32.pdf");
        Files.writeString(pdf, "pas un PDF");
        assertThat(audit(edition.toString())).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(complained.toString()).contains("atlas-qpv-2022-32.pdf");

        Files.delete(edition.resolve("manifest.json"));
        assertThat(audit(edition.toString())).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(complained.toString()).contains("un dossier d’édition est attendu");
        assertThat(complained.toString()).doesNotContain("Exception");
    }

    @Test
    void knowledgeThatIsNotUnderstoodIsToldByItsLine() throws Exception {
        Path known = Files.writeString(
                copy.resolve("connus.csv"), "niveau;code;perimetre;mesure;valeur\nQPV;QP059017;QPV;logis;12\n");

        assertThat(audit(books.output().toString(), "--knowledge", known.toString()))
                .isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(complained.toString()).contains("connus.csv, ligne 2");
    }

    @Test
    void withoutAFolderTheUsageIsWrong() {
        assertThat(audit()).isEqualTo(ExitCode.USAGE);
    }

    private int audit(String... arguments) {
        String[] words = Stream.concat(Stream.of("audit"), Stream.of(arguments)).toArray(String[]::new);
        return AtlasCommand.execute(new PrintWriter(said, true), new PrintWriter(complained, true), words);
    }

    private Path editionCopy() throws IOException {
        Path edition = books.output().resolve("2022");
        for (Path file : files(edition)) {
            Path target = copy.resolve("2022").resolve(edition.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
        return copy.resolve("2022");
    }

    private static List<Path> files(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

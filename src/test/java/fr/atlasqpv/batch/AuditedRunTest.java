package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.audit.BooksAudit;
import fr.atlasqpv.audit.Known;
import fr.atlasqpv.audit.Pdfs;
import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.store.RunRecord.Book;
import fr.atlasqpv.territory.Correspondence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A run reads back what it wrote, attacks it as {@code atlas audit} does, and releases it only then. */
class AuditedRunTest {
    private static final String REGION = "32-hauts-de-france";
    private static final String OTHER = "11-ile-de-france";
    private static final BookWriter SOUND = (atlas, region) -> {};

    @TempDir
    private Path folder;

    private TinyEdition edition;

    @BeforeEach
    void writeTheEdition() throws IOException {
        edition = TinyEdition.withFewDwellingsInOneQpv(folder);
    }

    private static void spoilFigures(Path region, UnaryOperator<String> spoil) throws IOException {
        Path figures = Disk.files(region).stream().filter(f -> f.toString().endsWith("-donnees.csv")).findFirst()
                .orElseThrow();
        String sound = Files.readString(figures);
        assertThat(spoil.apply(sound)).as("something is spoilt").isNotEqualTo(sound);
        Files.writeString(figures, spoil.apply(sound));
    }

    private static String tellTheWithheldNumber(String figures) {
        return figures.replaceFirst("(;QP059001;[^\\n]*;nb_logements_sociaux;);secret", "$15;publie");
    }

    private boolean safe(Path books) {
        return BooksAudit.audit(books, catalogue -> Known.nothing(), null, Correspondence.NONE).safe();
    }

    static Stream<Arguments> leaks() {
        BookWriter figure = (atlas, region) -> spoilFigures(region, AuditedRunTest::tellTheWithheldNumber);
        BookWriter word = (atlas, region) -> spoilFigures(
                region, t -> t.replaceFirst("(;QP059001;[^\\n]*;secret;0;)RPLS 2020", "$1RPLS 2020 (5)"));
        BookWriter property = (atlas, region) -> Pdfs.tamper(
                region.resolve(atlas.stem() + ".pdf"), List.of(Pdfs.keywords("5 logements")));
        BookWriter missing = (atlas, region) -> Files.delete(region.resolve(atlas.stem() + ".xlsx"));
        return Stream.of(
                Arguments.of("a figure in the tidy file", figure, "QP059001"),
                Arguments.of("a word in the tidy file", word, "QP059001"),
                Arguments.of("a property of the PDF", property, "propriétés du document"),
                Arguments.of("a book that is not there", missing, "le fichier manque"));
    }

    @Test
    void soundBooksAreReadBackBetweenTheirWritingAndTheirReleaseAndTheManifestSaysSo() throws Exception {
        RunResult result = new Bench().whole(SOUND).run(edition.request());

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(result.steps().keySet()).endsWith("publish", "audit", "release");
        assertThat(edition.figures()).anyMatch(l -> l.contains(";nb_logements_sociaux;;secret;"));
        assertThat(edition.books().resolve("manifest.json")).content()
                .contains("Livres relus tels qu’ils sont écrits", "few-on-one-side", "sha256");
        assertThat(edition.books().resolve("rapport.html")).content().contains("Livres relus tels qu’ils sont écrits");
        assertThat(safe(edition.books())).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leaks")
    void whatLeaksIntoAWrittenBookStopsTheRelease(String what, BookWriter spoilt, String said) throws Exception {
        List<Book> before = new Bench().run(edition.request()).books();
        edition.append("zfu.csv", "QP002001");

        RunResult result = new Bench().whole(spoilt).run(edition.request());

        assertThat(result.ending()).isEqualTo(Ending.BLOCKED);
        assertThat(result.reasons()).anyMatch(r -> r.contains(said));
        assertThat(BooksInMaking.books(edition.books())).as("the books of before").isEqualTo(before);
        assertThat(edition.request().papersFolder().resolve("notices.csv")).content().contains(said);
    }

    @Test
    void theVerdictIsThatOfTheAuditOfTheSameFolder() throws Exception {
        new Bench().whole((atlas, region) -> spoilFigures(region, AuditedRunTest::tellTheWithheldNumber))
                .run(edition.request().keeping());

        assertThat(edition.books()).doesNotExist();
        assertThat(safe(EditionSwap.of(edition.request(), new Disk()).fresh())).isFalse();
    }

    @Test
    void aRunOfOneRegionReadsTheOthersBackAsTheyStandAndAgainOnceTheyAreMended() throws Exception {
        new Bench().whole(SOUND).run(edition.request());
        Path other = edition.books().resolve(OTHER);
        new Disk().copy(edition.books().resolve(REGION), other);
        spoilFigures(other, AuditedRunTest::tellTheWithheldNumber);

        RunResult refused = new Bench().whole(SOUND).run(edition.request("32").keeping());

        assertThat(refused.ending()).isEqualTo(Ending.BLOCKED);
        assertThat(refused.reasons()).anyMatch(r -> r.contains("QP059001")).anyMatch(r -> r.contains("sans --region"));

        new Disk().delete(other);
        new Disk().copy(edition.books().resolve(REGION), other);
        RunResult mended = new Bench().whole(SOUND).run(edition.request("32").keeping());

        assertThat(mended.ending()).as(mended.reasons().toString()).isEqualTo(Ending.DONE);
        assertThat(mended.steps().keySet()).containsExactly("audit", "release");
        assertThat(mended.notices()).extracting(Notice::severity).doesNotContain(fr.atlasqpv.extract.Severity.ERROR);
        assertThat(edition.books().resolve(OTHER)).isDirectory();
    }
}

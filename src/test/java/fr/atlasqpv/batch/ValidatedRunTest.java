package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.publication.conformity.BrokenRule;
import fr.atlasqpv.publication.conformity.PdfJudge;
import fr.atlasqpv.publication.conformity.SpoiltPdf;
import fr.atlasqpv.publication.conformity.Standard;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.store.RunRecord.Book;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that validates releases the books that keep the rules of PDF/UA and PDF/A, and no other. */
class ValidatedRunTest {
    private static final String BOOK = "32-hauts-de-france/atlas-qpv-minuscule-32.pdf";
    private static final BrokenRule MUTE_PICTURE =
            new BrokenRule(Standard.PDF_UA_1, "7.3", 1, "Figure without Alt", "root/document[0]/pages[11](9 0 obj)", 4);

    @TempDir
    private Path folder;

    private TinyEdition edition;
    private final List<String> judged = new ArrayList<>();

    @BeforeEach
    void copyTheEdition() throws IOException {
        edition = TinyEdition.in(folder);
    }

    /** A bench whose PDF is a short text, judged by the stand-in. */
    private Bench bench(PdfJudge judge) {
        return new Bench().pdf(ValidatedRunTest::writeShortText).judge(pdf -> {
            judged.add(new String(pdf, StandardCharsets.UTF_8));
            return judge.judge(pdf);
        });
    }

    private static void writeShortText(PublishedAtlas atlas, Path region) throws IOException {
        Files.writeString(region.resolve(atlas.stem() + ".pdf"), "livre " + atlas.cells().size());
    }

    private static void writeMuteBook(PublishedAtlas atlas, Path region) throws IOException {
        new PdfBookFile().write(atlas, region);
        Path book = region.resolve(atlas.stem() + ".pdf");
        Files.write(book, SpoiltPdf.withoutAlternativeTexts(Files.readAllBytes(book)));
    }

    @Test
    void theBooksAreJudgedBetweenTheirWritingAndTheirRelease() throws Exception {
        RunResult result = bench(pdf -> List.of()).run(edition.validatedRequest());

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(result.steps().keySet()).endsWith("publish", "validate", "audit", "release");
        assertThat(result.books()).extracting(Book::path).contains(BOOK);
        assertThat(judged).hasSize(1);
    }

    @Test
    void aRealBookWhosePicturesAreMuteStopsTheRelease() throws Exception {
        List<Book> released = bench(pdf -> List.of()).run(edition.validatedRequest()).books();
        edition.append("zfu.csv", "QP002001");

        RunResult result = new Bench().pdf(ValidatedRunTest::writeMuteBook).run(edition.validatedRequest().keeping());

        assertThat(result.ending()).isEqualTo(Ending.BLOCKED);
        assertThat(result.reasons()).anyMatch(
                r -> r.startsWith(BOOK) && r.contains("PDF/UA-1, article\u00a07.3, essai\u00a01,")
                        && r.contains("gardé sous .work/books/minuscule/new/" + BOOK));
        assertThat(result.reasons()).as("nothing else is wrong with it").allMatch(r -> r.contains("article\u00a07.3"));
        assertThat(BooksInMaking.books(edition.books())).as("the previous edition").isEqualTo(released);
        assertThat(edition.request().workFolder().resolve("books/minuscule/new").resolve(BOOK)).isNotEmptyFile();
    }

    @Test
    void whatIsWrongIsToldWithBookRulePlaceAndWhatToDo() throws Exception {
        RunResult result = bench(pdf -> List.of(MUTE_PICTURE)).run(edition.validatedRequest());

        assertThat(result.ending()).isEqualTo(Ending.BLOCKED);
        assertThat(result.reasons()).containsExactly(
                BOOK + "\u00a0: Ce livre enfreint la norme PDF/UA-1, article\u00a07.3, essai\u00a01, 4 fois, d’abord page\u00a012"
                        + "\u00a0: «\u00a0Figure without Alt\u00a0». Le défaut est dans le programme, non dans les extraits"
                        + "\u00a0: signalez-le avec ce livre\u00a0; atlas run --validate --keep le garde.");
        assertThat(edition.books()).doesNotExist();
        assertThat(edition.request().papersFolder().resolve("notices.csv")).content()
                .contains(BOOK + ";;;pdf-non-conforme;ERROR;");
        assertThat(edition.request().papersFolder().resolve("rapport.html")).content().contains("pdf-non-conforme");
    }

    @Test
    void aBookThatWasRefusedIsJudgedAgainAndRefusedAgain() throws Exception {
        bench(pdf -> List.of(MUTE_PICTURE)).run(edition.validatedRequest());

        RunResult again = bench(pdf -> List.of(MUTE_PICTURE)).run(edition.validatedRequest());

        assertThat(again.ending()).isEqualTo(Ending.BLOCKED);
        assertThat(again.notices()).extracting(Notice::code).containsOnlyOnce("pdf-non-conforme");
        assertThat(judged).hasSize(2);
    }

    @Test
    void aRunThatWasCutWhileItValidatedResumesThere() throws Exception {
        RunResult cut = bench(pdf -> {
            throw new IOException("the disk is gone");
        }).run(edition.validatedRequest());
        assertThat(cut.ending()).isEqualTo(Ending.FAILED);
        assertThat(edition.books()).doesNotExist();

        RunResult resumed = bench(pdf -> List.of()).run(edition.validatedRequest());

        assertThat(resumed.ending()).isEqualTo(Ending.DONE);
        assertThat(resumed.steps().keySet()).containsExactly("validate", "audit", "release");
        assertThat(judged).hasSize(2);
    }

    @Test
    void aRunThatWasCutBeforeItsBooksStillValidatesThem() throws Exception {
        RunResult cut = bench(pdf -> List.of()).beforeRow(row -> {
            throw new IllegalStateException("the disk is gone");
        }).run(edition.validatedRequest());
        assertThat(cut.ending()).isEqualTo(Ending.FAILED);

        RunResult resumed = bench(pdf -> List.of(MUTE_PICTURE)).run(edition.validatedRequest());

        assertThat(resumed.ending()).isEqualTo(Ending.BLOCKED);
        assertThat(judged).hasSize(1);
        assertThat(edition.books()).doesNotExist();
    }

    @Test
    void aRunThatIsResumedWithValidationValidates() throws Exception {
        bench(pdf -> List.of()).pdf((atlas, region) -> {
            throw new IOException("the disk is gone");
        }).run(edition.request());

        assertThat(bench(pdf -> List.of(MUTE_PICTURE)).run(edition.validatedRequest()).ending())
                .isEqualTo(Ending.BLOCKED);
    }

    @Test
    void whatARefusedRunLeftIsNotReleasedWithTheBooksOfTheNext() throws Exception {
        bench(pdf -> List.of(MUTE_PICTURE)).run(edition.validatedRequest());
        Path refused = edition.request().workFolder().resolve("books/minuscule/new/11-ile-de-france");
        Files.createDirectories(refused);
        Files.writeString(refused.resolve("livre.txt"), "refusé");

        RunResult result = bench(pdf -> List.of()).run(edition.request("32"));

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(result.books()).extracting(Book::path).contains(BOOK).noneMatch(p -> p.startsWith("11-"));
    }

    @Test
    void aRunThatAnotherHasReplacedStartsFromItsInputs() throws Exception {
        bench(pdf -> List.of(MUTE_PICTURE)).run(edition.validatedRequest());
        String before = Files.readString(edition.input().resolve("zfu.csv"));
        edition.append("zfu.csv", "QP002001");
        assertThat(bench(pdf -> List.of()).run(edition.validatedRequest()).ending()).isEqualTo(Ending.DONE);
        edition.change("zfu.csv", s -> before);

        RunResult again = bench(pdf -> List.of()).run(edition.validatedRequest());

        assertThat(again.ending()).isEqualTo(Ending.DONE);
        assertThat(again.steps().keySet()).contains("inventory", "validate");
        assertThat(edition.figures()).anyMatch(l -> l.contains(";nb_logements_sociaux;"));
    }

    @Test
    void validatingChangesNoByteOfTheBooks() throws Exception {
        List<Book> plain = bench(pdf -> List.of()).run(edition.request()).books();
        new Disk().delete(edition.books());

        List<Book> validated = bench(pdf -> List.of()).run(edition.validatedRequest()).books();

        assertThat(judged).hasSize(1);
        assertThat(validated).filteredOn(b -> !b.path().equals("rapport.html"))
                .containsExactlyElementsOf(plain.stream().filter(b -> !b.path().equals("rapport.html")).toList());
    }

    @Test
    void booksThatAreUpToDateAreValidatedWhereTheyLie() throws Exception {
        List<Book> released = bench(pdf -> List.of()).run(edition.request()).books();
        assertThat(judged).isEmpty();

        assertThat(bench(pdf -> List.of()).run(edition.validatedRequest()).ending()).isEqualTo(Ending.ALREADY_DONE);
        RunResult refused = bench(pdf -> List.of(MUTE_PICTURE)).run(edition.validatedRequest());

        assertThat(judged).hasSize(2);
        assertThat(refused.ending()).isEqualTo(Ending.ALREADY_DONE_INVALID);
        assertThat(refused.reasons()).hasSize(1).first().asString().contains("gardé sous minuscule/" + BOOK);
        assertThat(BooksInMaking.books(edition.books())).isEqualTo(released);
    }

    @Test
    void aBookThatIsNotThereIsNotTakenForSound() throws Exception {
        RunResult result = new Bench().judge(pdf -> List.of()).run(edition.validatedRequest());

        assertThat(result.ending()).isEqualTo(Ending.FAILED);
        assertThat(result.failure()).hasMessageContaining("no PDF to validate");
        assertThat(edition.books()).doesNotExist();
    }

    @Test
    void aRunThatDoesNotAskForItDoesNotValidate() throws Exception {
        RunResult result = bench(pdf -> List.of(MUTE_PICTURE)).run(edition.request());

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(result.steps()).doesNotContainKey("validate");
        assertThat(judged).isEmpty();
    }
}

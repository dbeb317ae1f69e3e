package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;

import fr.atlasqpv.audit.BooksAudit;
import fr.atlasqpv.audit.Finding;
import fr.atlasqpv.audit.Known;
import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.store.RunRecord.Book;
import fr.atlasqpv.territory.Correspondence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Books that replace others of the same output root: whoever kept the former ones lays both side by side. QP059001 has five social
 * dwellings, which are withheld, and QP002001, its partner by the draw, with them.
 */
class ReleasesTest {
    private static final String KEY = "public-draw-key: \"000000000000000000000000000029";

    @TempDir
    private Path folder;

    private TinyEdition edition;
    private final Bench bench = new Bench();

    @BeforeEach
    void writeTheEdition() throws IOException {
        edition = TinyEdition.withFewDwellingsInOneQpv(folder);
    }

    private RunResult run() throws Exception {
        return bench.run(edition.request());
    }

    /** Dwellings that a producer had forgotten; and another key, with which QP059002 would be drawn as the partner. */
    private void correctAndDrawAnew() throws IOException {
        String job = Files.readString(edition.jobFile());
        assertThat(job).contains(KEY + "56");
        Files.writeString(edition.jobFile(), job.replace(KEY + "56", KEY + "57"));
        edition.change("logements.csv", s -> s + "02001;QP002001;1\n".repeat(23));
    }

    private static List<String> secrets(RunRequest request) throws IOException {
        return secrets(request, "nb_logements_sociaux");
    }

    private static List<String> secrets(RunRequest request, String indicator) throws IOException {
        return Files.readAllLines(
                request.booksFolder().resolve("32-hauts-de-france/atlas-qpv-minuscule-32-donnees.csv"))
                .stream()
                .filter(line -> line.contains(";" + indicator + ";;secret;"))
                .map(line -> line.split(";")[2])
                .toList();
    }

    private List<String> secrets() throws IOException {
        return secrets(edition.request());
    }

    private JsonNode secret(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(edition.output().resolve(name).resolve("manifest.json")))
                .path("secret");
    }

    private JsonNode secret() throws IOException {
        return secret("minuscule");
    }

    private List<String> countedAs(String name) throws IOException {
        return secret(name).path("released-before").values().stream().map(f -> f.path("edition").asString()).toList();
    }

    private List<String> countedAs() throws IOException {
        return countedAs("minuscule");
    }

    private List<Path> kept() throws IOException {
        return Disk.files(Releases.folder(edition.output()));
    }

    @Test
    void booksThatWereNeverReleasedHereReckonWithNone() throws Exception {
        assertThat(run().ending()).isEqualTo(Ending.DONE);

        assertThat(secret().path("released-before").size()).isZero();
        assertThat(kept()).extracting(f -> Releases.folder(edition.output()).relativize(f).toString())
                .containsExactly(
                        "0001-minuscule/32-hauts-de-france/atlas-qpv-minuscule-32-donnees.csv",
                        "0001-minuscule/32-hauts-de-france/atlas-qpv-minuscule-32-territoires.csv",
                        "0001-minuscule/connus.csv", "0001-minuscule/fabrication.json",
                        "0001-minuscule/manifest.json");
    }

    @Test
    void booksAreNoPreviousEditionOfThemselves() throws Exception {
        run();
        List<Book> first = TinyEdition.withoutReport(edition.request());

        assertThat(run().ending()).isEqualTo(Ending.ALREADY_DONE);
        new Disk().delete(edition.books());
        assertThat(run().ending()).as("lost books are made again").isEqualTo(Ending.DONE);
        assertThat(TinyEdition.withoutReport(edition.request())).isEqualTo(first);
        assertThat(bench.run(edition.request("32")).ending()).as("some regions made again").isEqualTo(Ending.DONE);
        assertThat(secret().path("released-before").size()).isZero();
        assertThat(run().ending()).isIn(Ending.DONE, Ending.ALREADY_DONE);
    }

    @Test
    void aCorrectionKeepsThePatternOfTheBooksThatItReplaces() throws Exception {
        Bench whole = bench.whole((atlas, region) -> {});
        whole.run(edition.request());
        assertThat(secrets()).containsExactly("QP002001", "QP059001");
        Path former = folder.resolve("gardé");
        new Disk().copy(edition.books(), former);
        correctAndDrawAnew();
        RunRequest alone = edition.requestInto("ailleurs");
        whole.run(alone);
        assertThat(secrets(alone)).as("without the former books").containsExactly("QP059001", "QP059002");
        assertThat(BooksAudit.audit(alone.booksFolder(), catalogue -> Known.nothing(), former, Correspondence.NONE)
                .findings())
                .as("the two together tell the withheld number")
                .anyMatch(f -> f.kind() == Finding.Kind.DISCLOSURE && f.message().contains("QP059002"));

        RunResult result = whole.run(edition.request());

        assertThat(result.ending()).as(result.reasons().toString()).isEqualTo(Ending.DONE);
        assertThat(secrets()).containsExactly("QP002001", "QP059001");
        assertThat(countedAs()).containsOnly("minuscule");
        assertThat(BooksAudit.audit(edition.books(), catalogue -> Known.nothing(), former, Correspondence.NONE).safe())
                .isTrue();
        assertThat(whole.run(edition.request()).ending()).isEqualTo(Ending.ALREADY_DONE);
    }

    /** A program of another version may word its rules otherwise: what its books tell counts all the same. */
    @Test
    void booksWhoseRulesAreWordedOtherwiseCount() throws Exception {
        Bench whole = bench.whole((atlas, region) -> {});
        whole.run(edition.request());
        Path manifest = Releases.folder(edition.output()).resolve("0001-minuscule/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("few-on-one-side", "few-on-some-side"));
        correctAndDrawAnew();

        RunResult result = whole.run(edition.request());

        assertThat(result.ending()).as(result.reasons().toString()).isEqualTo(Ending.DONE);
        assertThat(secrets()).containsExactly("QP002001", "QP059001");
    }

    /** Who takes a rule away tells what was withheld. */
    @Test
    void aRuleThatIsTakenAwayDoesNotTellWhatReadersWereNotTold() throws Exception {
        Bench whole = bench.whole((atlas, region) -> {});
        whole.run(edition.request());
        String job = Files.readString(edition.jobFile());
        String rule = job.lines().filter(l -> l.contains("rule: few-on-one-side")).findFirst().orElseThrow();
        Files.writeString(
                edition.jobFile(), job.replace(
                        rule, "    - {rule: none, indicator: nb_logements_sociaux, because: \"pour cet essai\"}"));

        RunResult result = whole.run(edition.request());

        assertThat(result.ending()).isEqualTo(Ending.BLOCKED);
        assertThat(result.reasons()).anyMatch(r -> r.startsWith("Édition précédente") && r.contains("QP059001"));
    }

    @Test
    void aThirdReleaseReckonsWithTheFirst() throws Exception {
        run();
        correctAndDrawAnew();
        run();
        edition.append("zfu.csv", "QP002001");

        assertThat(run().ending()).isEqualTo(Ending.DONE);

        assertThat(countedAs()).as("two files of each").hasSize(4);
        assertThat(secrets()).containsExactly("QP002001", "QP059001");
        List<Book> third = TinyEdition.withoutReport(edition.request());
        assertThat(run().ending()).isEqualTo(Ending.ALREADY_DONE);
        new Disk().delete(edition.books());
        assertThat(run().ending()).isEqualTo(Ending.DONE);
        assertThat(TinyEdition.withoutReport(edition.request())).isEqualTo(third);
    }

    @Test
    void inputsOfBeforeMakeBooksThatReckonWithThoseInBetween() throws Exception {
        run();
        String before = Files.readString(edition.input().resolve("logements.csv"));
        correctAndDrawAnew();
        run();
        edition.change("logements.csv", corrected -> before);

        assertThat(run().ending()).isEqualTo(Ending.DONE);

        assertThat(countedAs()).hasSize(4);
        assertThat(run().ending()).isEqualTo(Ending.ALREADY_DONE);
    }

    @Test
    void aFigureThatTheFormerBooksTellCannotBeWithheldAnyMore() throws Exception {
        run();
        List<?> released = BooksInMaking.books(edition.books());
        int[] kept = {0};
        edition.change(
                "logements.csv", s -> s.lines()
                        .filter(line -> !line.contains("QP059002") || kept[0]++ < 5)
                        .reduce("", (all, line) -> all + line + "\n"));

        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.BLOCKED);
        assertThat(result.reasons())
                .anyMatch(r -> r.contains("QP059002") && r.contains("nb_logements_sociaux")
                        && r.contains("édition précédente"));
        assertThat(BooksInMaking.books(edition.books())).isEqualTo(released);
    }

    /** The same edition and inputs with another key make another pattern: whoever has both books has two. */
    @Test
    void booksDrawnWithAnotherKeyCount() throws Exception {
        String job = Files.readString(edition.jobFile());
        Files.writeString(edition.jobFile(), job.replaceFirst("public-draw-key: .*", "draw-key: essai.key"));
        Path key = edition.jobFile().resolveSibling("essai.key");
        Files.writeString(key, "00".repeat(16));
        run();
        assertThat(run().ending()).isEqualTo(Ending.ALREADY_DONE);

        Files.writeString(key, "ff".repeat(16));

        assertThat(edition.request().released().counted()).hasSize(1);
        assertThat(run().ending()).isEqualTo(Ending.DONE);
        assertThat(run().ending()).isEqualTo(Ending.ALREADY_DONE);
    }

    @Test
    void toForgetBooksIsADecisionWithItsReason() throws Exception {
        run();
        correctAndDrawAnew();
        String job = Files.readString(edition.jobFile());
        Files.writeString(edition.jobFile(), job.replace("  same-units:",
                "  not-previous:\n    - {edition: minuscule, because: \"Essai, montré à personne\"}\n  same-units:"));

        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(secrets()).containsExactly("QP059001", "QP059002");
        assertThat(result.noticesByCode()).containsEntry("edition-anterieure-refusee", 1L)
                .doesNotContainKey("edition-anterieure-comptee");
        assertThat(edition.books().resolve("notices.csv")).content().contains("Essai, montré à personne");
        assertThat(secret().path("not-previous").toString()).contains("Essai, montré à personne");
        assertThat(countedAs()).isEmpty();
    }

    @Test
    void booksWithoutACopyCountAsTheyLieThere() throws Exception {
        run();
        new Disk().delete(Releases.folder(edition.output()));
        correctAndDrawAnew();

        assertThat(run().ending()).isEqualTo(Ending.DONE);

        assertThat(secrets()).containsExactly("QP002001", "QP059001");
        assertThat(run().ending()).isEqualTo(Ending.ALREADY_DONE);
        assertThat(kept()).as("those replaced, and those in place").hasSize(3 + 5);
    }

    @Test
    void booksThatSomebodyChangedOrOfATimeWithoutACatalogueAreToldOfAndLeftOut() throws Exception {
        run();
        new Disk().delete(Releases.folder(edition.output()));
        Path manifest = edition.books().resolve("manifest.json");
        String sound = Files.readString(manifest);
        Path figures = edition.books().resolve("32-hauts-de-france/atlas-qpv-minuscule-32-donnees.csv");
        String told = Files.readString(figures);
        correctAndDrawAnew();
        for (Runnable damage : List.<Runnable>of(
                () -> write(manifest, "{}"),
                () -> write(manifest, sound.replace("\"catalogue\"", "\"autre\"")),
                () -> write(figures, told.replace(";60;", ";61;")),
                () -> write(figures, "niveau;code\nQPV;QP059001\n"))) {
            write(manifest, sound);
            write(figures, told);
            damage.run();

            assertThat(edition.request().released().counted()).isEmpty();
            assertThat(edition.request().released().remarks()).extracting("code", "edition")
                    .containsExactly(tuple("edition-anterieure-illisible", "minuscule"));
        }

        RunResult result = run();

        assertThat(result.ending()).isEqualTo(Ending.DONE);
        assertThat(result.noticesByCode()).containsEntry("edition-anterieure-illisible", 1L);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void otherEditionsOfTheRootCountByTheirVintagesOrTheirFigures() throws Exception {
        run();
        List<Book> first = TinyEdition.withoutReport(edition.request());
        String job = Files.readString(edition.jobFile());
        Files.writeString(edition.jobFile(), job.replace("id: \"minuscule\"", "id: \"meme\""));
        run();
        assertThat(countedAs("meme")).as("same vintages").containsOnly("minuscule");

        Files.writeString(
                edition.jobFile(), job.replace("id: \"minuscule\"", "id: \"autre\"")
                        .replaceAll("millesime: .*", "millesime: \"2031\""));
        String dwellings = Files.readString(edition.input().resolve("logements.csv"));
        otherDwellings();
        assertThat(run().ending()).isEqualTo(Ending.DONE);
        assertThat(countedAs("autre")).as("other vintages, and other figures").isEmpty();

        edition.change("logements.csv", s -> dwellings + "\n");
        assertThat(run().ending()).isEqualTo(Ending.DONE);
        assertThat(countedAs("autre")).as("the same figures, whatever vintage and file they are from")
                .contains("minuscule", "meme");

        Files.writeString(edition.jobFile(), job);
        edition.change("logements.csv", s -> dwellings);
        assertThat(run().ending()).as("books with others beside them").isEqualTo(Ending.ALREADY_DONE);
        assertThat(TinyEdition.withoutReport(edition.request())).isEqualTo(first);
    }

    /** Twice as many dwellings everywhere. */
    private void otherDwellings() throws IOException {
        edition.change("logements.csv", s -> s + s.substring(s.indexOf('\n') + 1));
    }

    /** Makes books of which a file is said to be simulated, and gives the edition as it was before. */
    private String runSimulated(String file) throws Exception {
        String job = Files.readString(edition.jobFile());
        Files.writeString(
                edition.jobFile(), job.replace("    file: " + file, "    file: " + file + "\n    simulated: true"));
        run();
        return job;
    }

    @Test
    void simulatedFiguresTellNothingOfTrueOnes() throws Exception {
        String job = runSimulated("logements.csv");
        assertThat(secrets()).isNotEmpty();
        Files.writeString(edition.jobFile(), job);
        otherDwellings();
        assertThat(run().ending()).isEqualTo(Ending.DONE);

        assertThat(countedAs()).as("other dwellings of the same vintage").isEmpty();
    }

    @Test
    void figuresThatWereSaidToBeSimulatedCountWhenTheyAreTheSame() throws Exception {
        String job = runSimulated("logements.csv");
        Files.writeString(edition.jobFile(), job);
        assertThat(run().ending()).isEqualTo(Ending.DONE);

        assertThat(countedAs()).containsOnly("minuscule");
    }

    /** That the seats of the EPCI were made up says nothing of the dwellings. */
    @Test
    void onlyWhatIsCountedMakesBooksSimulated() throws Exception {
        String job = runSimulated("quartiers.csv");
        Files.writeString(edition.jobFile(), job);
        otherDwellings();
        assertThat(run().ending()).isEqualTo(Ending.DONE);

        assertThat(countedAs()).containsOnly("minuscule");
    }

    /** A reader who lays the two side by side does not care what vintage is written. */
    @Test
    void aVintageThatIsWordedOtherwiseHidesNoFormerBook() throws Exception {
        Bench whole = bench.whole((atlas, region) -> {});
        whole.run(edition.request());
        assertThat(secrets()).containsExactly("QP002001", "QP059001");
        String job = Files.readString(edition.jobFile());
        Files.writeString(edition.jobFile(),
                job.replace(KEY + "56", KEY + "57").replaceAll("millesime: RPLS.*", "millesime: RPLS corrigé"));

        RunResult result = whole.run(edition.request());

        assertThat(result.ending()).as(result.reasons().toString()).isEqualTo(Ending.DONE);
        assertThat(secrets()).containsExactly("QP002001", "QP059001");
    }

    /** A run that is cut once its books are in place finds its note there: it is no note of the books that it has replaced. */
    @Test
    void booksOfTheSameFiguresUnderAnotherTitleAreNotItsOwn() throws Exception {
        run();
        new Disk().delete(Releases.folder(edition.output()));
        Files.writeString(edition.jobFile(),
                Files.readString(edition.jobFile()).replaceFirst("title: .*", "title: Autre"));
        assertThat(run().ending()).isEqualTo(Ending.DONE);
        RunRequest request = edition.request();
        assertThat(request.released().counted()).hasSize(1);

        Releases.announce(edition.output(), EarlierBooks.in(edition.books(), "minuscule", Releases.SOURCE),
                request.madeFrom(), new Disk());

        assertThat(edition.request().released().counted()).hasSize(1);
        assertThat(run().ending()).isEqualTo(Ending.ALREADY_DONE);
    }

    /** Nor what name the indicator goes by, nor that the file was saved again. */
    @Test
    void anIndicatorThatGoesByAnotherNameHidesNoFormerBook() throws Exception {
        Bench whole = bench.whole((atlas, region) -> {});
        whole.run(edition.request());
        String job = Files.readString(edition.jobFile());
        Files.writeString(edition.jobFile(),
                job.replace(KEY + "56", KEY + "57").replaceAll("millesime: RPLS.*", "millesime: RPLS corrigé")
                        .replace("nb_logements_sociaux", "logements_du_parc"));
        edition.change("logements.csv", s -> s + "\n");

        RunResult result = whole.run(edition.request());

        assertThat(result.ending()).as(result.reasons().toString()).isEqualTo(Ending.DONE);
        assertThat(countedAs()).containsOnly("minuscule");
        assertThat(secrets(edition.request(), "logements_du_parc")).containsExactly("QP002001", "QP059001");
    }

    /** Of a file of counts that are told but one, the fingerprint tells that one to who tries. */
    @Test
    void nothingPublishedHoldsTheFingerprintOfProtectedFigures() throws Exception {
        run();
        String dwellings = Fingerprints.of(edition.input().resolve("logements.csv"));
        String size = Long.toString(Files.size(edition.input().resolve("logements.csv")));

        for (Path file : Disk.files(edition.books())) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).as(file.toString())
                    .doesNotContain(dwellings, dwellings.substring(0, 8));
        }
        JsonNode manifest = JsonMapper.shared().readTree(Files.readString(edition.books().resolve("manifest.json")));
        for (JsonNode input : manifest.path("entrees").values()) {
            boolean secret = List.of("logements.csv", "populations.csv").contains(input.path("chemin").asString());
            assertThat(input.path("sha256").isNull()).as(input.toString()).isEqualTo(secret);
            assertThat(input.path("octets").asString()).isNotEqualTo(size);
        }
        assertThat(secret().has("identity")).as("under a key that everybody has").isFalse();
        assertThat(Releases.madeFrom(edition.output(), edition.books(), "minuscule").orElseThrow().inputs())
                .as("for whoever made the books").containsEntry("logements.csv", dwellings);
    }

    @Test
    void booksReleasedSinceTheRunWasAskedForStopItBeforeItBegins() throws Exception {
        run();
        correctAndDrawAnew();
        RunRequest stale = edition.request();
        edition.append("zfu.csv", "QP002001");
        run();

        assertThat(catchThrowable(() -> bench.run(stale)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("d’autres livres ont paru");
    }
}

package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.extract.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Editions that the program has never seen, of every form or of hardly any, run to valid books that the audit lets go; so
 * they do without any of their optional files, and whatever their regions have.
 */
class OtherYearsTest {
    private static final Path MODEL = Path.of("src/test/resources/edition-2031");
    private static final String LARGE = "essai-2031.yaml";

    @TempDir
    private Path folder;

    private Path input;

    @BeforeEach
    void copyTheInput() throws IOException {
        input = Files.createDirectory(folder.resolve("input"));
        try (Stream<Path> files = Files.list(MODEL.resolve("input"))) {
            for (Path file : files.toList()) {
                Files.copy(file, input.resolve(file.getFileName().toString()));
            }
        }
    }

    private RunResult run(String job, boolean validate) throws Exception {
        Path file = folder.resolve(job);
        if (!Files.exists(file)) {
            Files.copy(MODEL.resolve(job), file);
        }
        RunRequest request =
                RunRequest.of(file, EditionFile.load(file), input, folder, List.of(), validate, "essai");
        try (AtlasApplication program = AtlasApplication.onDisk(request, Progress.SILENT)) {
            return program.run();
        }
    }

    private void write(String job, String text, String other) throws IOException {
        String model = Files.readString(MODEL.resolve(job));
        assertThat(model).contains(text);
        Files.writeString(folder.resolve(job), model.replace(text, other));
    }

    private void edit(String file, String pattern, String other) throws IOException {
        String rows = Files.readString(input.resolve(file));
        String edited = rows.replaceAll(pattern, other);
        assertThat(edited).isNotEqualTo(rows);
        Files.writeString(input.resolve(file), edited);
    }

    private static void assertReleased(RunResult result) {
        assertThat(result.reasons()).isEmpty();
        assertThat(result.failure()).isNull();
        assertThat(result.ending()).isEqualTo(Ending.DONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {LARGE, "trois-indicateurs.yaml"})
    void anEditionOfAnotherYearRunsToValidBooks(String job) throws Exception {
        assertReleased(run(job, true));
    }

    /** What an edition leaves out of its book has no page, and nothing leads or refers to it. */
    @ParameterizedTest
    @ValueSource(strings = {"key-figures", "chapters", "detail", "profiles", "key-figures|chapters|detail|profiles"})
    void anEditionChoosesTheSectionsOfItsBook(String sections) throws Exception {
        String model = Files.readString(MODEL.resolve(LARGE));
        String left = model.replaceAll("(?m)^  (" + sections + "):.*\n((    |  -).*\n)*", "");
        assertThat(left).isNotEqualTo(model);
        Files.writeString(folder.resolve(LARGE), left);

        assertReleased(run(LARGE, true));
    }

    /** A figure that only the maps give of some QPV is not missed of the others. */
    @Test
    void theInhabitantsOfAQuartierMayStandOnTheMapsAlone() throws Exception {
        write(LARGE, "      columns: [population, menages,", "      columns: [menages,");

        assertReleased(run(LARGE, false));
    }

    /** A sentence that names a QPV of which one figure is withheld may tell another, large one. */
    @Test
    void aFigureOfThousandsBesideANameIsTheOneThatIsPublished() throws Exception {
        write(LARGE, "    scale: 1000\n    label: Natalité", "    scale: 1000000\n    label: Natalité");

        assertReleased(run(LARGE, false));
    }

    @Test
    void aUnitThatIsASignFollowsEachFigure() throws Exception {
        String model = Files.readString(MODEL.resolve(LARGE));
        String signs = model.replaceAll("unit: \"(?:euros par an|habitants)\"", "unit: \"€\"");
        assertThat(signs).isNotEqualTo(model);
        Files.writeString(folder.resolve(LARGE), signs);

        assertReleased(run(LARGE, false));
    }

    static Stream<String> optionalFiles() {
        return EditionFile.load(MODEL.resolve(LARGE)).sources().stream().filter(s -> !s.required()).map(Source::file);
    }

    @ParameterizedTest
    @MethodSource("optionalFiles")
    void booksAreMadeWithoutAnyOptionalFile(String file) throws Exception {
        Files.delete(input.resolve(file));

        assertReleased(run(LARGE, false));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ':', quoteCharacter = '\'', value = {
            "a region without a QPV beside another : '[\"53\", \"52\"]' : 2",
            "a region without a QPV alone : '[\"52\"]' : 1",
            "all the regions that have one : '[]' : 1"})
    void everyRegionAskedForHasItsBook(String name, String regions, int books) throws Exception {
        write(LARGE, "regions: [\"53\"]", "regions: " + regions);

        RunResult result = run(LARGE, false);

        assertReleased(result);
        assertThat(result.books()).filteredOn(book -> book.path().endsWith(".pdf")).hasSize(books);
    }

    @Test
    void aRegionOfOneQuartierHasItsBook() throws Exception {
        write(LARGE, "regions: [\"53\"]", "regions: [\"52\"]");
        for (String file : List.of("annuaire.csv", "base_communes.csv", "centres.csv", "communes.csv",
                "composition.csv", "logements.csv", "logements_communes.csv", "quartiers_communes.csv",
                "quartiers_premiere.csv", "resultats.csv", "sieges.csv", "zones.csv")) {
            edit(file, "\\b3500([56])\\b", "4400$1");
        }
        edit("communes.csv", "COM;(4400[56]);35;53", "COM;$1;44;52");

        assertReleased(run(LARGE, false));
    }

    @Test
    void aRegionWithoutAnyGroundHasItsBook() throws Exception {
        Files.delete(input.resolve("contours.geojson"));
        Files.delete(input.resolve("centres.csv"));

        assertReleased(run(LARGE, false));
    }

    @ParameterizedTest(name = "without the centres of {0}")
    @ValueSource(strings = {"22", "35", "3500[56]", "22|35"})
    void aTerritoryWithoutGroundHasNoMapAmongOthersThatHaveOne(String communes) throws Exception {
        Files.delete(input.resolve("contours.geojson"));
        edit("centres.csv", "(?m)^(" + communes + ").*\n", "");

        assertReleased(run(LARGE, false));
    }

    /** QP022003 lies in 22002 and a little in 22001, QP035010 in 35003, QP035011 in 35005. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ':', quoteCharacter = '\'', value = {
            "belongs : '{code: COM}' : 'QP022001 1, QP022003 1, QP035010 0, QP035011 1'",
            "number : '{code: COM, valeur: NB}' : 'QP022001 3, QP022003 7, QP035010 0, QP035011 2'"})
    void aListByCommuneSaysOfAQuartierWhatItsCommunesAre(String says, String columns, String expected)
            throws Exception {
        Files.writeString(input.resolve("zones.csv"), "COM;NB\n22001;3\n22002;7\n35005;2\n");
        String model = Files.readString(MODEL.resolve(LARGE));
        int indicator = model.indexOf("  zone_fraiche:");
        Files.writeString(folder.resolve(LARGE),
                model.substring(0, indicator).replace("{code: COM}", columns)
                        + model.substring(indicator).replaceFirst("says: belongs", "says: " + says)
                                // A number rests on units: it has a rule, or the reason for none
                                .replace("  primary:\n", says.equals("number")
                                        ? "  primary:\n    - {rule: none, indicator: zone_fraiche, because: \"essai\"}\n"
                                        : "  primary:\n"));

        RunResult result = run(LARGE, false);

        assertReleased(result);
        Path data = result.booksFolder().resolve("53-presqu-ile-d-essai/atlas-qpv-essai-2031-53-donnees.csv");
        List<String> told = Files.readAllLines(data).stream().filter(row -> row.contains("zone_fraiche"))
                .map(row -> row.replaceFirst("^.*(QP\\d{6}).*?;zone_fraiche;([^;]*).*$", "$1 $2")).toList();
        assertThat(told).contains(expected.split(", "));
    }

    @Test
    void quartiersWithoutAnyCommuneAreToldOnce() throws Exception {
        Files.delete(input.resolve("quartiers_communes.csv"));
        write(LARGE, "columns: {qpv: QPV, commune: COMMUNE, habitants: HABITANTS}",
                "required: false\n    columns: {qpv: QPV, commune: COMMUNE, habitants: HABITANTS}");

        RunResult result = run(LARGE, false);

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).filteredOn(n -> n.code().equals("qpv-sans-commune"))
                .extracting(Notice::file).containsExactly("quartiers_communes.csv");
    }

    @Test
    void aTextThatNoFaceCanPrintIsAFaultOfTheEditionToldWithItsLine() throws Exception {
        write(LARGE, "short-label: \"Labellisés\"", "short-label: \"Labellisés 漢\"");
        List<String> lines = Files.readAllLines(folder.resolve(LARGE));

        RunResult result = run(LARGE, false);

        assertThat(result.ending()).isEqualTo(Ending.INPUT_REJECTED);
        assertThat(result.notices()).filteredOn(n -> n.code().equals("texte-non-imprimable")).singleElement()
                .satisfies(n -> {
                    assertThat(lines.get((int) n.line() - 1)).contains("Labellisés 漢");
                    assertThat(n.message()).contains("U+6F22", "atlas-qpv-essai-2031-53.pdf");
                });
    }
}

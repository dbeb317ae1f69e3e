package fr.atlasqpv.batch;

import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.store.RunRecord.Book;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An edition of four communes, three QPV and 160 dwellings, in a folder that a test may change as it likes.
 *
 * @param jobFile edition file
 * @param input input folder
 * @param output output root
 */
public record TinyEdition(Path jobFile, Path input, Path output) {
    private static final Path MODEL = Path.of("src/test/resources/edition-minuscule");
    private static final List<String> FILES = List.of(
            "centres.csv", "communes.csv", "composition.csv", "departements.csv", "logements.csv", "populations.csv",
            "quartiers.csv", "quartiers_communes.csv", "regions.csv", "zfu.csv");
    /** Rows of the file of dwellings. */
    public static final int DWELLINGS = 160;

    /** A copy of the edition in a folder. */
    public static TinyEdition in(Path folder) throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        try (Stream<Path> files = Files.list(MODEL.resolve("input"))) {
            for (Path file : files.toList()) {
                Files.copy(file, input.resolve(file.getFileName().toString()));
            }
        }
        Path job = folder.resolve("minuscule.yaml");
        Files.writeString(job, Files.readString(MODEL.resolve("minuscule.yaml")) + restOfTheRealEdition());
        return new TinyEdition(job, input, folder.resolve("output"));
    }

    /** A copy with five social dwellings in QP059001: a number to withhold, and with it that of a partner. */
    public static TinyEdition withFewDwellingsInOneQpv(Path folder) throws IOException {
        return in(folder).change("logements.csv", text -> {
            int[] kept = {0};
            return text.lines()
                    .filter(line -> !line.contains("QP059001") || kept[0]++ < 5)
                    .collect(Collectors.joining("\n", "", "\n"));
        });
    }

    /** The same whose QPV bear codes of the generation of 2024, and QP059001 the code QN05901M. */
    public static TinyEdition ofTheNewGeneration(Path folder) throws IOException {
        return withFewDwellingsInOneQpv(folder).intoTheNewGeneration();
    }

    /** From now on its QPV bear those codes. */
    TinyEdition intoTheNewGeneration() throws IOException {
        for (String file : FILES) {
            change(file, text -> text.replaceAll("QP0(\\d\\d)0(\\d\\d)", "QN0$1$2M"));
        }
        return this;
    }

    /** The same with the département 59 overseas: five social dwellings in QP971001, and QN97102M beside it. */
    public static TinyEdition overseas(Path folder) throws IOException {
        TinyEdition edition = withFewDwellingsInOneQpv(folder);
        for (String file : FILES) {
            edition.change(file, text -> text.replace("QP059001", "QP971001").replace("QP059002", "QN97102M")
                    .replace("QP002001", "QN00201M")
                    .replaceAll("\\b5900(\\d);32;59;", "9710$1;01;971;")
                    .replaceAll("\\b5900(\\d)\\b", "9710$1"));
        }
        edition.change("regions.csv", text -> text.replace("32;97101", "32;02001") + "01;97101;Guadeloupe\n");
        edition.change("departements.csv", text -> text.replace("59;32;97101;Nord", "971;01;97101;Guadeloupe"));
        edition.change("centres.csv", text -> text.replace("97101;3.21;50.23", "97101;-61.5;16.2")
                .replace("97102;3.30;50.33", "97102;-61.6;16.3"));
        Files.writeString(
                edition.jobFile(), Files.readString(edition.jobFile())
                        .replace("  regions: [\"32\"]\n", "  regions: [\"32\", \"01\"]\n")
                        .replace(
                                "  zones:\n",
                                "  zones:\n    antilles: {epsg: 5490, projection: RGAF09, regions: [\"01\"], "
                                        + "departements: [\"971\"], extent: [600, 1700, 800, 1900]}\n"));
        return edition;
    }

    /** Measures, indicators, rules and texts of the edition of 2022, fed by the only source that every tiny edition has. */
    private static String restOfTheRealEdition() throws IOException {
        String real = Files.readString(Path.of("jobs/2022.yaml"));
        return real.substring(real.indexOf("\nmeasures:")).replaceAll("sources: \\[[^]]*]", "sources: [quartiers]");
    }

    /** The same edition, whose books go to another folder beside. */
    RunRequest requestInto(String other) {
        return new TinyEdition(jobFile, input, jobFile.resolveSibling(other)).request();
    }

    /** Books of a request without the report, which tells times. */
    static List<Book> withoutReport(RunRequest request) throws IOException {
        return BooksInMaking.books(request.booksFolder())
                .stream()
                .filter(b -> !b.path().equals("rapport.html"))
                .toList();
    }

    /** The request for all its books. */
    public RunRequest request(String... regions) {
        return RunRequest.of(
                jobFile, EditionFile.load(jobFile), input, output, List.of(regions), false, "essai");
    }

    /** The request for all its books, validated before their release. */
    public RunRequest validatedRequest() {
        return RunRequest.of(jobFile, EditionFile.load(jobFile), input, output, List.of(), true, "essai");
    }

    /** Changes an input. */
    public TinyEdition change(String file, UnaryOperator<String> change) throws IOException {
        Path path = input.resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
        return this;
    }

    /** Adds a line to an input. */
    public TinyEdition append(String file, String line) throws IOException {
        Files.writeString(
                input.resolve(file), line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return this;
    }

    /** Folder of its books. */
    public Path books() {
        return output.resolve("minuscule");
    }

    /** Its tidy figures, line by line. */
    public List<String> figures() throws IOException {
        return Files.readAllLines(books().resolve("32-hauts-de-france/atlas-qpv-minuscule-32-donnees.csv"));
    }

    /** Codes of the quarters whose number of social dwellings the tidy file withholds, in order. */
    public List<String> quartersWithheld() throws IOException {
        return figures()
                .stream()
                .filter(line -> line.contains(";nb_logements_sociaux;;secret;"))
                .map(line -> line.split(";")[2])
                .toList();
    }
}

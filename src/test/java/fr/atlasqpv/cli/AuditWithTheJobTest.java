package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.TinyEdition;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has the edition file and the extracts of books attacks them with the denominators, and makes no file of them. */
class AuditWithTheJobTest {
    private static final Path MODEL = Path.of("src/test/resources/edition-2031");

    @TempDir
    static Path editions;

    private static final SortedMap<String, TinyEdition> MADE = new TreeMap<>();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void writeTheBooks() throws IOException {
        MADE.put("2031", copyOfTheModel(Files.createDirectory(editions.resolve("modele"))));
        MADE.put("overseas", TinyEdition.overseas(Files.createDirectory(editions.resolve("outre-mer"))));
        MADE.put("new generation",
                TinyEdition.ofTheNewGeneration(Files.createDirectory(editions.resolve("generation"))));
        for (TinyEdition edition : MADE.values()) {
            StringWriter said = new StringWriter();
            PrintWriter writer = new PrintWriter(said, true);
            assertThat(AtlasCommand.execute(writer, writer, words(edition, "run"))).as(() -> said.toString())
                    .isEqualTo(ExitCode.DONE);
        }
    }

    private static TinyEdition copyOfTheModel(Path folder) throws IOException {
        copy(MODEL, folder);
        return new TinyEdition(folder.resolve("essai-2031.yaml"), folder.resolve("input"), folder.resolve("output"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static String[] words(TinyEdition edition, String command) {
        return new String[] {
                command, edition.jobFile().toString(), "--input", edition.input().toString(), "--output",
                edition.output().toString()
        };
    }

    private int audit(TinyEdition edition, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "audit", "--job", edition.jobFile().toString(), "--input", edition.input().toString(), "--output",
                edition.output().toString()));
        words.addAll(List.of(more));
        return atlas(words.toArray(String[]::new));
    }

    private int atlas(String... words) {
        return AtlasCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    private static Path one(Path root, String name) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(f -> root.relativize(f).toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2031", "overseas", "new generation"})
    void theAnswerIsThatWithTheDenominatorsOfTheReview(String which) throws IOException {
        TinyEdition edition = MADE.get(which);
        TinyEdition reviewed = new TinyEdition(edition.jobFile(), edition.input(), folder.resolve("output"));
        assertThat(atlas(words(reviewed, "review"))).as(out.toString() + err).isEqualTo(ExitCode.DONE);
        Path denominators = one(reviewed.output(), ReviewCommand.KNOWN);
        assertThat(atlas("audit", edition.output().toString(), "--knowledge", denominators.toString(), "--output",
                reviewed.output().toString())).isEqualTo(ExitCode.DONE);
        String told = Files.readString(one(reviewed.output(), "audit.csv"));
        out.getBuffer().setLength(0);

        assertThat(audit(edition)).as(out.toString() + err).isEqualTo(ExitCode.DONE);

        assertThat(one(edition.output(), "audit.csv")).content().isEqualTo(told).startsWith("nature;");
        assertThat(out.toString()).contains(
                Files.readAllLines(denominators).size() > 1 ? "attaquée avec les dénominateurs des extraits"
                        : "attaquée sans dénominateurs");
    }

    /** Told though a rule protects all that it can mean: only who knows the denominator sees it. */
    @Test
    void theDenominatorsOfTheExtractsAreThoseOfTheAttack() throws IOException {
        Path books = folder.resolve("essai-2031");
        copy(one(MADE.get("2031").output(), "essai-2031"), books);
        Path manifest = books.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst(
                "\"primary\"\\s*:\\s*\\[",
                "\"primary\": [{\"rule\": \"few-on-either-side\", \"indicator\": \"taux_chomage\", \"numerator\": \"chomeurs\", "
                        + "\"denominator\": \"actifs\", \"minimum\": 1000},"));

        assertThat(atlas("audit", books.toString(), "--output", folder.resolve("output").toString()))
                .as(out.toString() + err).isEqualTo(ExitCode.DONE);
        assertThat(audit(MADE.get("2031"), books.toString())).isEqualTo(ExitCode.BLOCKED);
        assertThat(out.toString()).as("what could not be attacked").contains("«\u00a0revenu_median\u00a0» retient")
                .contains("de l’indicateur «\u00a0taux_pauvrete\u00a0» n’est pas connu");
    }

    @Test
    void nothingOfTheCountsIsLeftBehind() throws IOException {
        TinyEdition edition = MADE.get("overseas");
        assertThat(audit(edition)).isEqualTo(ExitCode.DONE);
        List<String> once = files(edition.output());
        assertThat(once).noneMatch(f -> f.contains("revue") || f.contains(ReviewCommand.KNOWN));
        Path elsewhere = folder.resolve("ailleurs");
        TinyEdition same = new TinyEdition(edition.jobFile(), edition.input(), elsewhere);

        assertThat(audit(same, edition.books().toString())).isEqualTo(ExitCode.DONE);

        assertThat(files(elsewhere)).containsExactly(
                "", ".work", ".work/logs", ".work/logs/atlas.log", ".work/rapports", ".work/rapports/minuscule",
                ".work/rapports/minuscule/audit.csv");
        assertThat(files(edition.output())).isEqualTo(once);
    }

    @Test
    void otherExtractsAreRefusedByNameBeforeAnyIsRead() throws IOException {
        TinyEdition edition = MADE.get("2031");
        Path input = folder.resolve("input");
        copy(edition.input(), input);
        Path changed = Files.writeString(one(input, "logements.csv"), "\n", java.nio.file.StandardOpenOption.APPEND);
        TinyEdition other = new TinyEdition(edition.jobFile(), input, edition.output());

        assertThat(audit(other)).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(err.toString()).contains("Ces extraits ne sont pas ceux des livres",
                input.relativize(changed) + "\u00a0: ce n’est pas le fichier dont les livres sont faits.");
        assertThat(out.toString()).doesNotContain("lecture", "Rapport");

        Files.delete(changed);
        assertThat(audit(other)).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(err.toString()).contains("le fichier n’est pas là");
    }

    @Test
    void anotherEditionIsRefused() {
        assertThat(audit(MADE.get("2031"), MADE.get("overseas").books().toString()))
                .isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(err.toString()).contains("Les livres sont ceux de l’édition «\u00a0minuscule\u00a0»");
    }

    @Test
    void anEditionFileThatHasChangedSinceIsTold() throws IOException {
        TinyEdition edition = MADE.get("new generation");
        Path job = Files.copy(edition.jobFile(), folder.resolve("minuscule.yaml"));
        Files.writeString(job, Files.readString(job) + "\n# relu\n");

        assertThat(audit(new TinyEdition(job, edition.input(), edition.output()))).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Le fichier d’édition a changé");
    }

    @Test
    void whatDoesNotGoTogetherIsWrongUsage() {
        assertThat(audit(MADE.get("2031"), "--knowledge", "x.csv")).isEqualTo(ExitCode.USAGE);
        assertThat(atlas("audit", "output", "--input", "input")).isEqualTo(ExitCode.USAGE);
        assertThat(atlas("audit")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--job dit déjà", "--input va avec --job", "Il manque");
    }
}

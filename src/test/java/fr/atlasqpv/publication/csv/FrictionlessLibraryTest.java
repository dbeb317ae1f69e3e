package fr.atlasqpv.publication.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.atlasqpv.edition2022.SampleBooks;
import fr.atlasqpv.publication.AtlasVariants;
import fr.atlasqpv.publication.Formulas;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The library of the Frictionless project loads the tidy books by what {@code datapackage.json} declares: types, constraints,
 * keys and the relation of the two files. There is none for Java on Maven Central: this one is for Node.
 */
class FrictionlessLibraryTest {
    private static final Path ORACLES = Path.of("src/test/npm");

    private final PublishedAtlas atlas =
            AtlasVariants.withQpvLabels(PublishedAtlasFixture.region(2, 5, 4), Formulas.LABELS);

    @TempDir
    private Path folder;

    private record Loaded(int exit, JsonNode resources, String faults) {}

    @BeforeEach
    void needNode() {
        assumeTrue(
                Files.isDirectory(ORACLES.resolve("node_modules/datapackage")),
                "the Frictionless library is absent: run npm ci --prefix " + ORACLES);
    }

    private Loaded load(Path books) throws IOException, InterruptedException {
        Path said = folder.resolve("said.json");
        Path faults = folder.resolve("faults.txt");
        Process node = new ProcessBuilder(
                "node", ORACLES.resolve("load-package.js").toString(), books.resolve("datapackage.json").toString())
                .redirectOutput(said.toFile())
                .redirectError(faults.toFile())
                .start();
        assertThat(node.waitFor(120, TimeUnit.SECONDS)).isTrue();
        String json = Files.readString(said);
        return new Loaded(
                node.exitValue(), JsonMapper.shared().readTree(json.isEmpty() ? "{}" : json).at("/resources"),
                Files.readString(faults));
    }

    @Test
    void bothFilesLoadWithTheirDeclaredTypes() throws Exception {
        new TidyBooks().write(atlas, folder);

        Loaded loaded = load(folder);

        assertThat(loaded.faults()).isEmpty();
        assertThat(loaded.exit()).isZero();
        JsonNode territories = loaded.resources().get(0);
        assertThat(territories.at("/rows").asInt()).isEqualTo(atlas.territories().size());
        assertThat(territories.at("/types/x/number").asInt()).isPositive();
        assertThat(territories.at("/types/x/string").isMissingNode()).isTrue();
        JsonNode data = loaded.resources().get(1);
        assertThat(data.at("/rows").asInt()).isEqualTo(atlas.cells().size());
        assertThat(data.at("/types/estime").propertyNames()).containsExactly("boolean");
        assertThat(data.at("/types/valeur/null").asLong())
                .isEqualTo(atlas.cells().values().stream().filter(c -> c.plainValue().isEmpty()).count());
    }

    @Test
    void soDoTheBooksOfTheSample() throws Exception {
        SampleBooks sample = SampleBooks.get();

        Loaded loaded = load(sample.folder());

        assertThat(loaded.faults()).isEmpty();
        assertThat(loaded.exit()).isZero();
        assertThat(loaded.resources().get(1).at("/rows").asInt()).isEqualTo(sample.cells().size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "another type            | -donnees.csv     | ;publie;0;     | ;publie;peut-être;",
            "another status          | -donnees.csv     | ;publie;0;     | ;publié;0;",
            "a figure spelt out      | -donnees.csv     | ;64000000;     | ;64 millions;",
            "an orphan               | -donnees.csv     | ;QP09A001;     | ;QP09A999;",
            "a coordinate in degrees | -territoires.csv | ;99;           | ;99;48,5",
            "a name left out         | -territoires.csv | France métropolitaine | "})
    void whatBreaksTheDescriptionIsFound(String what, String file, String from, String to) throws Exception {
        new TidyBooks().write(atlas, folder);
        Path book = folder.resolve(atlas.stem() + file);
        String text = Files.readString(book);
        assertThat(text).contains(from);
        Files.writeString(book, text.replace(from, to == null ? "" : to));

        assertThat(load(folder).exit()).as(what).isEqualTo(1);
    }
}

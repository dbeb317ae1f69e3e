package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.EditionFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories of some départements, contours that stand in for others: what they do not say is not available, never 0. */
class PartsOfTheCountryTest {
    private static final Path MODEL = Path.of("src/test/resources/edition-2031");
    private static final String JOB = "essai-2031.yaml";
    private static final String NEAR = "QPV QP\\d+ QPV (colleges_proches|colleges_rep|colleges_prives|lycees)";

    @TempDir
    private Path folder;

    private String model;
    private SortedMap<String, String> whole;

    @BeforeEach
    void runTheEditionAsItIs() throws Exception {
        Path input = Files.createDirectory(folder.resolve("input"));
        try (Stream<Path> files = Files.list(MODEL.resolve("input"))) {
            for (Path file : files.toList()) {
                Files.copy(file, input.resolve(file.getFileName().toString()));
            }
        }
        model = Files.readString(MODEL.resolve(JOB));
        whole = figures("tout", Map.of());
        assertThat(whole.entrySet()).filteredOn(e -> e.getKey().matches(NEAR)).isNotEmpty()
                .allMatch(e -> e.getValue().endsWith("publie;0"));
    }

    /** Value, status and mark of every cell of a run of the edition with some changes. */
    private SortedMap<String, String> figures(String run, Map<String, String> changes) throws Exception {
        String text = model;
        for (Map.Entry<String, String> change : changes.entrySet()) {
            assertThat(text).contains(change.getKey());
            text = text.replace(change.getKey(), change.getValue());
        }
        Path job = Files.writeString(folder.resolve(run + ".yaml"), text);
        Path output = folder.resolve(run);
        RunRequest request = RunRequest.of(
                job, EditionFile.load(job), folder.resolve("input"), output, List.of(), false, "essai");
        try (AtlasApplication program = AtlasApplication.onDisk(request, Progress.SILENT)) {
            RunResult result = program.run();
            assertThat(result.reasons()).isEmpty();
            assertThat(result.ending()).isEqualTo(Ending.DONE);
        }
        SortedMap<String, String> figures = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(f -> f.toString().endsWith("-donnees.csv")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] cell = line.split(";", -1);
                    figures.put(String.join(" ", cell[1], cell[2], cell[4], cell[5]),
                            String.join(";", cell[6], cell[7], cell[8]));
                }
            }
        }
        return figures;
    }

    private static Map<String, String> covering(String layout) {
        return Map.of("    layout: " + layout + "\n", "    layout: " + layout + "\n    covers: [\"35\"]\n");
    }

    @Test
    void nearAQuartierOfAnotherDepartementNothingIsKnownAndTheOthersAreAsBefore() throws Exception {
        SortedMap<String, String> held = figures("partie", covering("annuaire-education"));

        assertThat(held.entrySet()).filteredOn(e -> e.getKey().matches(NEAR)).allSatisfy(
                e -> assertThat(e.getValue()).as(e.getKey()).isEqualTo(
                        e.getKey().startsWith("QPV QP022") ? ";non_disponible;0" : whole.get(e.getKey())));
        String examen = " ENSEMBLE reussite_examen";
        assertThat(held.get("DEP 22" + examen)).isEqualTo(";non_disponible;0");
        assertThat(held.get("DEP 35" + examen)).isEqualTo(whole.get("DEP 35" + examen)).endsWith("publie;0");
        assertThat(held.get("REG 53" + examen)).as("over the others").endsWith("publie;1");
    }

    @Test
    void withoutAListOfLabelsOnlyTheNumbersByLabelAreUnknown() throws Exception {
        SortedMap<String, String> held = figures("labels", covering("education-prioritaire"));

        assertThat(held.entrySet()).filteredOn(e -> e.getKey().matches(NEAR)).allSatisfy(
                e -> assertThat(e.getValue()).as(e.getKey()).isEqualTo(
                        e.getKey().startsWith("QPV QP022") && e.getKey().endsWith("colleges_rep") ? ";non_disponible;0"
                                : whole.get(e.getKey())));
    }

    @Test
    void aQuartierThatReachesIntoADepartementThatNobodyHoldsIsUnknown() throws Exception {
        String square = "[[[-2.2,48.1],[-1.99,48.1],[-1.99,48.2],[-2.2,48.2],[-2.2,48.1]]]";
        Files.writeString(folder.resolve("input/communes.geojson"),
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"22007\"},"
                        + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + square + "}}]}");
        Map<String, String> changes = new TreeMap<>(covering("annuaire-education"));
        changes.put("\nsources:\n", """

                sources:
                  - id: contours-des-communes
                    layout: contours-communes
                    file: communes.geojson
                    group: Territoires
                    label: Contours
                    producer: Institut d’essai
                    millesime: "2031"
                    licence: inventé
                    columns: {code: code}
                """);

        SortedMap<String, String> held = figures("bord", changes);

        assertThat(held.get("QPV QP035006 QPV colleges_proches")).isEqualTo(";non_disponible;0");
        assertThat(held.get("QPV QP035009 QPV colleges_proches"))
                .isEqualTo(whole.get("QPV QP035009 QPV colleges_proches"));
    }

    @Test
    void nothingIsMeasuredFromAContourThatStandsIn() throws Exception {
        SortedMap<String, String> drawn = figures("dessin",
                Map.of("    layout: contours-qpv\n", "    layout: contours-qpv\n    stand-in: true\n"));

        assertThat(drawn.entrySet()).filteredOn(e -> e.getKey().matches(NEAR))
                .allMatch(e -> e.getValue().equals(";non_disponible;0"));
        assertThat(drawn.keySet()).isEqualTo(whole.keySet());
    }
}

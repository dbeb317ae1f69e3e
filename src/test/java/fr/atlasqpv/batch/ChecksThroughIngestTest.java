package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.quality.input.InputChecks;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each check of the inputs, from a damaged file to its notice: what its own tests are given as facts is read here. */
class ChecksThroughIngestTest {
    private static final Path MODEL = Path.of("src/test/resources/edition-2031");

    @TempDir
    private Path folder;

    private String edition = "";

    /** A damage, and the file that its notice names. */
    private enum Damage {
        TERRITOIRE_ABSENT("logements_communes.csv", t -> without(t, "22002;")),
        POPULATION_ABSENTE("base_communes.csv", t -> without(t, "22002;")),
        QUARTIER_SANS_LOGEMENT("logements.csv", t -> t.replaceAll("(?m)^.*QP022001.*\\n", "")),
        QUARTIER_INCOMPLET("logements.csv", t -> t.replaceFirst("\n22001;QP022001", "\n2201;QP022001")),
        EPCI_SANS_COMMUNE("composition.csv", t -> t.replace(";200000002", ";200000001")),
        SOURCE_SANS_LIGNE("mediation.csv", t -> t.lines().findFirst().orElseThrow() + "\n"),
        DEPARTEMENT_SANS_ETABLISSEMENT("annuaire.csv", t -> t.replaceAll("(?m)^035.*\\n", "")),
        SUITE_REPETEE("logements.csv", t -> twice(numbered(t))),
        PARTIE_SUPERIEURE_AU_TOUT("base_quartiers.csv", t -> column(t, "JEUNES", v -> "9" + v)),
        NUMERATEUR_SUPERIEUR_AU_DENOMINATEUR("base_quartiers.csv", t -> column(t, "JEUNES", v -> "9" + v)),
        QUARTIERS_SUPERIEURS_A_LA_COMMUNE("base_quartiers.csv", t -> column(t, "POPULATION", v -> "9" + v)),
        TAUX_EN_FRACTION("base_quartiers.csv", t -> column(t, "TP", Damage::hundredth)),
        ORDRE_DE_GRANDEUR("base_quartiers.csv", t -> column(t, "TP", Damage::hundredth)),
        REFERENCE_IMPOSSIBLE("reperes.csv", t -> t.replace(";population;65000000", ";population;64.844")),
        REGION_SANS_QUARTIER("base_quartiers.csv", t -> t + "\n"),
        QUARTIERS_SANS_LIVRE("base_quartiers.csv", t -> t + t.lines().filter(l -> l.startsWith("QP022001")).findFirst()
                .orElseThrow().replace("QP022001", "QP978001") + "\n"),
        HORS_DE_FRANCE("contours.geojson", t -> t.replaceAll("\\[(-?[0-9.]+), (-?[0-9.]+)]", "[$2, $1]")),
        CONTOUR_LOIN_DE_SA_COMMUNE("contours.geojson", t -> t.replace("[-2.91", "[-1.91").replace("[-2.90", "[-1.90")),
        CONTOURS_DECALES("contours.geojson",
                t -> exchanged(t, "22001", "35006", "22003", "35009", "22004", "35010", "22005", "35011")),
        CONTOUR_HORS_ECHELLE("contours.geojson", t -> t.replace("-2.9135", "-3.3135")),
        CENTRE_LOIN_DE_SON_DEPARTEMENT("centres.csv", t -> t.replace("22002;-2.78", "22002;0.90")),
        ETABLISSEMENT_LOIN_DE_SA_COMMUNE("annuaire.csv", t -> t.replace(";-2.89350;", ";-2.0;")),
        TOTAL_DECLARE("essai-2031.yaml", t -> t),
        DERIVE_DES_AGREGATS("essai-2031.yaml",
                t -> t.replaceAll("(?m)^(.*;DEP;.*;population;)([0-9]+);", "$1$2" + "9;")),
        DERIVE_DES_QUARTIERS("essai-2031.yaml",
                t -> t.replaceAll("(?m)^(.*;QPV;.*;population;)([0-9]+);", "$1$2" + "9;")),
        NOMBRE_DE_QUARTIERS("essai-2031.yaml", t -> t.replace("QP022001", "QP022999"));

        private final String file;
        private final UnaryOperator<String> change;

        Damage(String file, UnaryOperator<String> change) {
            this.file = file;
            this.change = change;
        }

        String check() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        private static String without(String text, String start) {
            return text.lines().filter(l -> !l.startsWith(start)).collect(Collectors.joining("\n", "", "\n"));
        }

        private static String twice(String text) {
            return text + text.substring(text.indexOf('\n') + 1);
        }

        /** Rows that differ from one another, as those of real dwellings do. */
        private static String numbered(String text) {
            List<String> lines = text.lines().toList();
            return IntStream.range(0, lines.size()).mapToObj(i -> lines.get(i) + (i == 0 ? ";N" : ";" + i))
                    .collect(Collectors.joining("\n", "", "\n"));
        }

        private static String hundredth(String number) {
            return !number.matches("[0-9,]+") ? number
                    : new BigDecimal(number.replace(',', '.')).movePointLeft(2).toPlainString().replace('.', ',');
        }

        /** Contours under each other’s codes, two by two. */
        private static String exchanged(String text, String... codes) {
            String changed = text;
            for (int i = 0; i < codes.length; i += 2) {
                changed = changed.replace("QP0" + codes[i], "?").replace("QP0" + codes[i + 1], "QP0" + codes[i])
                        .replace("?", "QP0" + codes[i + 1]);
            }
            return changed;
        }

        private static String column(String text, String name, UnaryOperator<String> change) {
            List<String> lines = new ArrayList<>(text.lines().toList());
            int column = Arrays.asList(lines.getFirst().split(";")).indexOf(name);
            for (int i = 1; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(";", -1);
                cells[column] = change.apply(cells[column]);
                lines.set(i, String.join(";", cells));
            }
            return String.join("\n", lines) + "\n";
        }
    }

    @BeforeEach
    void copyTheEdition() throws IOException {
        try (Stream<Path> files = Files.walk(MODEL)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(MODEL.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        edition = Files.readString(folder.resolve("essai-2031.yaml"));
    }

    private RunRequest request() throws IOException {
        Path job = folder.resolve("essai-2031.yaml");
        Files.writeString(job, edition);
        return RunRequest.of(job, EditionFile.load(job), folder.resolve("input"), folder.resolve("output"), List.of(),
                false, "essai");
    }

    private void change(Path file, UnaryOperator<String> change) throws IOException {
        String sound = Files.readString(file);
        String damaged = change.apply(sound);
        assertThat(damaged).as("the damage changes the file").isNotEqualTo(sound);
        Files.writeString(file, damaged);
    }

    /** The books of an earlier edition, whose figures are damaged in the place of those of this one. */
    private void before(UnaryOperator<String> change) throws Exception {
        assertThat(new Bench().run(request()).ending()).isEqualTo(Ending.DONE);
        Path before = folder.resolve("output/avant");
        Files.move(folder.resolve("output/essai-2031"), before);
        for (Path file : Disk.files(before)) {
            if (file.toString().endsWith("-donnees.csv")) {
                change(file, change);
            }
        }
        edition = edition.replace("\nrules:\n", "\nrules:\n  previous-edition: avant\n");
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void findsItInTheFile(Damage damage) throws Exception {
        switch (damage) {
            case TOTAL_DECLARE -> edition += "\ntotals:\n  - {count: quartiers, level: FRANCE, value: 12}\n";
            case DERIVE_DES_AGREGATS, DERIVE_DES_QUARTIERS, NOMBRE_DE_QUARTIERS -> before(damage.change);
            case REGION_SANS_QUARTIER -> edition = edition.replace("  regions: [\"53\"]\n", "  regions: []\n");
            case QUARTIERS_SANS_LIVRE -> edition = edition.replace("  zones:\n",
                    "  zones:\n    iles: {epsg: 5490, projection: RGAF09, regions: [], departements: [\"978\"], "
                            + "extent: [450, 1980, 530, 2020]}\n");
            case TAUX_EN_FRACTION -> edition += "\nchecks:\n  taux-en-fraction: {threshold: 10}\n";
            case NUMERATEUR_SUPERIEUR_AU_DENOMINATEUR -> edition += "\naccept:\n"
                    + "  - {check: partie-superieure-au-tout, of: base-quartiers, by: B. Durand, why: essai}\n";
            default -> {}
        }
        if (!damage.file.endsWith(".yaml")) {
            change(folder.resolve("input").resolve(damage.file), damage.change);
        }

        try (AtlasApplication program = AtlasApplication.inMemory(request(), Progress.SILENT)) {
            RunResult result = program.check();

            assertThat(result.notices()).as(result.notices().toString())
                    .anySatisfy(n -> {
                        assertThat(n.code()).isEqualTo(damage.check());
                        assertThat(n.file()).isEqualTo(damage.file);
                        assertThat(n.severity())
                                .isEqualTo(InputChecks.of(damage.check()).orElseThrow().terms().severity());
                    });
        }
    }

    @Test
    void everyCheckHasADamage() {
        assertThat(Stream.of(Damage.values()).map(Damage::check).toList())
                .isEqualTo(InputChecks.ALL.stream().map(c -> c.terms().code()).toList());
    }

    @Test
    void nothingIsFoundWhereNothingIsWrong() throws Exception {
        try (AtlasApplication program = AtlasApplication.inMemory(request(), Progress.SILENT)) {
            assertThat(program.check().notices()).extracting(Notice::code)
                    .doesNotContainAnyElementsOf(InputChecks.ALL.stream().map(c -> c.terms().code()).toList());
        }
    }

    /** Lost rows of dwellings: the QPV and all above it are estimated, the others are not. */
    @Test
    void aQpvThatLostRowsIsEstimated() throws Exception {
        change(folder.resolve("input/logements.csv"), t -> t.replaceFirst("\n[0-9]{5};QP022002", "\n2202;QP022002"));

        assertThat(new Bench().run(request()).ending()).isEqualTo(Ending.DONE);

        Path figures;
        try (Stream<Path> books = Files.walk(folder.resolve("output/essai-2031"))) {
            figures = books.filter(f -> f.toString().endsWith("-donnees.csv")).findFirst().orElseThrow();
        }
        assertThat(Files.readAllLines(figures)).filteredOn(l -> l.contains(";nb_logements_sociaux;"))
                .anyMatch(l -> l.contains(";QP022002;") && l.matches(".*;publie;1;.*"))
                .anyMatch(l -> l.contains(";REG;") && l.matches(".*;publie;1;.*"))
                .anyMatch(l -> l.contains(";QP022004;") && l.matches(".*;publie;0;.*"));
    }
}

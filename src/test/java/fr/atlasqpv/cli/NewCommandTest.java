package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.TinyEdition;
import fr.atlasqpv.extract.ContourFiles;
import fr.atlasqpv.extract.ContourFiles.Drawn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first edition file from a model and a folder where next year's extracts lie, named and packed otherwise. */
class NewCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter said = new StringWriter();
    private TinyEdition model;

    @BeforeEach
    void layNextYearsExtracts() throws IOException {
        model = TinyEdition.in(folder);
        Path insee = Files.createDirectories(model.input().resolve("insee"));
        move("quartiers.csv", insee.resolve("quartiers_2023.csv"));
        Files.copy(insee.resolve("quartiers_2023.csv"), insee.resolve("quartiers_2021.csv"));
        try (var gz = new GZIPOutputStream(Files.newOutputStream(insee.resolve("epci.csv.gz")))) {
            gz.write(taken("epci.csv"));
        }
        try (var zip = new ZipOutputStream(Files.newOutputStream(insee.resolve("communes_2023.zip")))) {
            for (Map.Entry<String, byte[]> file : Map.of(
                    "lisez-moi.txt", "Ne pas lire.\n".getBytes(StandardCharsets.UTF_8), "communes.csv",
                    text(taken("communes.csv")).replace(';', ',').getBytes(StandardCharsets.UTF_8)).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        Files.write(
                insee.resolve("departements.csv"),
                text(taken("departements.csv")).replace("Nord", "Nord, préfecture à Lille")
                        .getBytes(Charset.forName("windows-1252")));
        taken("zfu.csv");
        Files.writeString(insee.resolve("crèches.csv"), "quartier;places\nQP002001;12\n");
    }

    private void move(String file, Path to) throws IOException {
        Files.move(model.input().resolve(file), to);
    }

    private byte[] taken(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(model.input().resolve(file));
        Files.delete(model.input().resolve(file));
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int atlas(String... words) {
        PrintWriter out = new PrintWriter(said);
        return AtlasCommand.execute(out, out, words);
    }

    private String created() throws IOException {
        assertThat(
                atlas("new", "essai-2023", "--from", model.jobFile().toString(), "--input", model.input().toString()))
                .as(said.toString()).isEqualTo(ExitCode.DONE);
        return Files.readString(folder.resolve("essai-2023.yaml"));
    }

    private static String source(String edition, String id) {
        int from = edition.indexOf("  - id: " + id + "\n");
        return edition.substring(from, edition.indexOf("columns:", from));
    }

    @Test
    void everySourceFindsItsFileByWhatItHoldsWhateverItsNameAndItsPacking() throws IOException {
        String edition = created();

        assertThat(source(edition, "quartiers")).contains("file: insee/quartiers_2023.csv\n");
        assertThat(source(edition, "epci")).contains("file: insee/epci.csv.gz\n").doesNotContain("delimiter");
        assertThat(source(edition, "communes"))
                .contains("file: insee/communes_2023.zip\n", "    delimiter: \",\"\n", "    member: communes.csv\n");
        assertThat(source(edition, "departements"))
                .contains("file: insee/departements.csv\n", "    charset: windows-1252\n");
        assertThat(said.toString()).contains(
                "quartiers\u00a0: insee/quartiers_2023.csv (conviendraient aussi\u00a0: insee/quartiers_2021.csv)");
    }

    @Test
    void contoursAreFoundInALayerOfAGeoPackageOrInAShapefileOfAnArchive() throws IOException {
        String job = Files.readString(model.jobFile());
        Files.writeString(model.jobFile(), job.replace("  - id: zfu\n", """
                  - id: contours
                    layout: contours-qpv
                    file: qp.geojson
                    required: false
                    group: Quartiers
                    label: Contours
                    producer: Essais
                    millesime: "2021"
                    licence: inventé
                    columns: {code: CODE_QP, label: NOM_QP}
                  - id: zfu
                """));
        List<Drawn> drawn = List.of(Drawn.of("QP002001", "Les Peupliers", "POLYGON ((3 49, 3.1 49, 3 49.1, 3 49))"));
        List<Drawn> others = List.of(new Drawn(Map.of("nom", "x"), drawn.getFirst().geometry()));
        Path file = model.input().resolve("qp.gpkg");
        Files.write(file, ContourFiles.geoPackage(
                ContourFiles.System.epsg(4326), Map.of("qp", drawn, "voisins", others)));
        assertThat(source(created(), "contours")).contains("file: qp.gpkg\n", "    layer: qp\n");

        Files.delete(file);
        Files.delete(folder.resolve("essai-2023.yaml"));
        Map<String, byte[]> files = new TreeMap<>(
                ContourFiles.shapefile("geo/qp", drawn, StandardCharsets.UTF_8, ContourFiles.WGS_84));
        files.putAll(ContourFiles.shapefile("geo/autre", others, StandardCharsets.UTF_8, ContourFiles.WGS_84));
        Files.write(model.input().resolve("qp.zip"), ContourFiles.zip(files));
        assertThat(source(created(), "contours")).contains("file: qp.zip\n", "    member: geo/qp.shp\n")
                .doesNotContain("layer");
    }

    @Test
    void whatIsMissingIsSaidOverItsSourceAndWhatIsUnknownAtTheEnd() throws IOException {
        String edition = created();

        assertThat(edition)
                .containsPattern("  # À FOURNIR\u00a0: aucun fichier du dossier ne tient CODE_QP[^\n]*\n  - id: zfu\n");
        assertThat(edition).endsWith("""
                # insee/crèches.csv\u00a0: quartier, places
                #   base-qpv (code\u00a0: quartier), liste-qpv (code\u00a0: quartier)
                # insee/quartiers_2021.csv\u00a0: CODGEO, LIBGEO, POP_MUN, LIB_COM
                #   base-qpv (code\u00a0: CODGEO), liste-qpv (code\u00a0: CODGEO)
                """);
    }

    @Test
    void theRestOfTheModelStaysLineByLine() throws IOException {
        List<String> kept = Files.readString(model.jobFile()).lines()
                .filter(l -> !l.startsWith("# Une édition de quatre communes"))
                .filter(l -> !l.matches("\\s*(id: \"minuscule\"|year|date|input|millesime|file|public-draw-key).*"))
                .toList();

        assertThat(created().lines()).containsSubsequence(kept).noneMatch(l -> l.matches("\\s*public-draw-key:.*"));
    }

    @Test
    void whatTheModelSaysOfItselfDoesNotPassOn() throws IOException {
        Files.writeString(model.jobFile(), Files.readString(model.jobFile())
                .replace("    file: zfu.csv\n", "    file: zfu.csv\n    simulated: true\n")
                + "\naccept:\n  - {check: suite-repetee, of: logements, by: B. Durand, why: essai}\n");

        assertThat(created()).startsWith("# Édition essai-2023, écrite d’après minuscule.yaml")
                .doesNotContain("# Une édition de quatre communes")
                .contains("    simulated: \"À REMPLIR (était true)\"\n", "\n# accept:\n#   - {check: suite-repetee");
    }

    @Test
    void theCheckRefusesWhatIsToBeWrittenUntilItIs() throws IOException {
        String edition = created();
        Path file = folder.resolve("essai-2023.yaml");
        int marks = edition.split("À REMPLIR \\(était ", -1).length - 1;
        String[] check =
                {"check", file.toString(), "--input", model.input().toString(), "--output", model.output().toString()};

        assertThat(marks).isGreaterThan(30);
        assertThat(atlas(check)).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(said.toString()).contains("essai-2023.yaml, ligne 4, colonne edition.year", "[a-remplir]");

        Files.writeString(file, edition.replaceAll("À REMPLIR \\(était ([^)]*)\\)", "$1"));
        assertThat(atlas(check)).as(said.toString()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void anEditionThatExistsIsNotWrittenOver() throws IOException {
        String edition = created();

        assertThat(
                atlas("new", "essai-2023", "--from", model.jobFile().toString(), "--input", model.input().toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("essai-2023.yaml")).hasContent(edition);
    }
}

package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.atlasqpv.batch.AtlasApplication;
import fr.atlasqpv.batch.Progress;
import fr.atlasqpv.batch.RunRequest;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.publication.CsvDialect;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged and odd inputs that people met, where they lie beside the project: each is told as what it is, or read as it is meant. */
class DamagedInputsTest {
    private static final Path CASES = Path.of("").toAbsolutePath().resolveSibling("shared").resolve("cases");
    private static final Path EDITION = Path.of("jobs/2022.yaml");
    private static final String QPV = "insee/qpv/base_demographie_qpv_2021.csv";
    private static final String DWELLINGS = "sdes-rpls/rpls_2020_detail.csv.gz";
    /** What each case changes of the edition that is shipped. */
    private static final Map<String, Map<String, String>> CHANGES = Map.of(
            "N15b", Map.of("      - {column: POP_MUN, measure: population}\n", """
                          - {column: POP_MUN, measure: population}
                          - {column: TX_TOT_0A24, rate: taux_vacance, base: logements}
                    """.indent(0)),
            "R01d", Map.of("    file: " + QPV + "\n", "    file: " + QPV + "\n    charset: ISO-8859-1\n"),
            "R03", Map.of("regions: [\"32\"]", "regions: [\"32\",\"28\",\"44\"]"),
            "Y11", Map.of("reject-ceiling: 0.5", "reject-ceiling: 1e-999999999",
                    "axis-max: 40\n", "axis-max: 1e-999999999\n"));

    @TempDir
    private Path folder;

    private Path input;
    private Path job;
    private Path output;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void layOutTheSample() throws IOException {
        assumeThat(CASES).as("the cases lie beside the project").isDirectory();
        input = folder.resolve("input");
        output = folder.resolve("output");
        job = folder.resolve("2022.yaml");
        lay(CASES.resolve("_base"));
    }

    /** Lays files over the input folder; who reads them never writes into them. */
    private void lay(Path from) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = from.relativize(file).toString();
                if (!path.startsWith("README") && !path.equals("job.yaml")) {
                    Path copy = input.resolve(path);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Lays a case out: its files, those that its README has us make, and what it changes of the edition. */
    private void damage(String damage) throws IOException {
        lay(CASES.resolve(damage));
        String edition = Files.readString(Files.exists(job) ? job : EDITION);
        if (damage.startsWith("X")) {
            edition = edition.replace(QPV, "insee/qpv/base.xlsx");
        }
        for (Map.Entry<String, String> change : CHANGES.getOrDefault(damage, Map.of()).entrySet()) {
            assertThat(edition).contains(change.getKey());
            edition = edition.replace(change.getKey(), change.getValue());
        }
        Files.writeString(job, damage.equals("Y06") ? edition + "\n---\nrules:\n  thresholds: []\n" : edition);
        switch (damage) {
            case "B04" -> packed(new byte[0], new byte[50_000_000], 200);
            case "B05" -> packed("DEPCOM_ARM;NOMVOIE;CODEQP;MODE\n".getBytes(StandardCharsets.UTF_8), lineFeeds(), 60);
            case "F04" -> {
                List<String> lines = new ArrayList<>(Files.readAllLines(input.resolve(QPV)));
                lines.set(3, lines.get(3).replaceFirst(";[^;]*;", ";" + "N".repeat(10_000_000) + ";"));
                Files.write(input.resolve(QPV), lines);
            }
            case "F09" -> {
                for (String file : List.of(QPV, "anct/zfu.csv")) {
                    Files.delete(input.resolve(file));
                    Files.createDirectory(input.resolve(file));
                }
            }
            case "C06" -> Files.setPosixFilePermissions(
                    input.resolve("anct/emplois_francs.csv"), PosixFilePermissions.fromString("---------"));
            case "C01" -> input = folder.resolve("nulle-part");
            default -> {}
        }
    }

    private static byte[] lineFeeds() {
        byte[] feeds = new byte[50_000_000];
        java.util.Arrays.fill(feeds, (byte) '\n');
        return feeds;
    }

    /** Members of a gzip one after the other, as many gigabytes as the README says in a few megabytes. */
    private void packed(byte[] head, byte[] member, int times) throws IOException {
        byte[] packed = gzip(member);
        try (OutputStream bomb = Files.newOutputStream(input.resolve(DWELLINGS))) {
            bomb.write(gzip(head));
            for (int i = 0; i < times; i++) {
                bomb.write(packed);
            }
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        var packed = new java.io.ByteArrayOutputStream();
        try (OutputStream zipped = new GZIPOutputStream(packed)) {
            zipped.write(plain);
        }
        return packed.toByteArray();
    }

    private List<String> words(String command) {
        return List.of(command, job.toString(), "--input", input.toString(), "--output", output.toString());
    }

    private int atlas(String command) {
        return AtlasCommand.execute(new PrintWriter(out), new PrintWriter(err), words(command).toArray(String[]::new));
    }

    /** Notices of a folder and what the terminal said, in the words of the table; none when the edition could not be read. */
    private List<String> told(Path beside) throws IOException {
        List<String> told = new ArrayList<>(err.toString().lines().toList());
        Path file = beside.resolve("notices.csv");
        if (Files.exists(file)) {
            try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8,
                    CsvDialect.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
                rows.forEach(r -> told.add(notice(r.get("file"), r.get("line"), r.get("column"), r.get("code"),
                        r.get("severity"), CsvDialect.unescape(r.get("value")))));
            }
        }
        return told;
    }

    private static String notice(String file, String line, String column, String code, String severity, String value) {
        return String.join(" | ", file, line, column, code, severity, value);
    }

    private void tells(
            List<String> told, String file, String line, String column, String code, String severity, String value) {
        assertThat(told).anySatisfy(t -> assertThat(t)
                .startsWith(notice(file, line == null ? "" : line, column == null ? "" : column, code, severity,
                        value == null ? "" : value)));
    }

    /** Exit code, then the first notice that stops the run: file, line, column, code, value. */
    @ParameterizedTest(name = "{0} → {5}")
    @CsvSource(delimiter = '|', value = {
            "B04 | 1 | sdes-rpls/rpls_2020_detail.csv.gz | 1 | | ligne-trop-longue |",
            "B05 | 1 | sdes-rpls/rpls_2020_detail.csv.gz | 2 | | lignes-vides |",
            "F03 | 1 | sdes-rpls/rpls_2020_detail.csv.gz | 1000 | NOMVOIE | guillemets | DES ECOLES",
            "F04 | 1 | insee/qpv/base_demographie_qpv_2021.csv | 4 | | ligne-trop-longue |",
            "F09 | 1 | insee/qpv/base_demographie_qpv_2021.csv | | | fichier-illisible | insee/qpv/base",
            "F09 | 1 | anct/zfu.csv | | | fichier-illisible | anct/zfu.csv",
            "F14 | 1 | sdes-rpls/rpls_2020_detail.csv.gz | | | archive-illisible | Unexpected data after",
            "F15 | 1 | anct/emplois_francs.csv | | | format-inattendu | un classeur Excel",
            "F16 | 1 | insee/qpv/comptages_qpv.csv.gz | | | archive-illisible |",
            "F44 | 1 | sdes-rpls/rpls_2020_detail.csv.gz | 302 | | suite-repetee | 300",
            "G01 | 1 | geo/qpv_2015.geojson | 1 | | hors-de-france | x 7005882 m",
            "G03 | 1 | geo/qpv_2015.geojson | 1 | | hors-de-france | x 3 m",
            "G12 | 1 | geo/qpv_2015.geojson | 445 | code_qp | geometrie-invalide | Polygon",
            "G21 | 1 | geo/qpv_2015.geojson | 1 | code_qp | contour-hors-echelle | QP002001",
            "K06 | 1 | sdes-rpls/rpls_2020_detail.csv.gz | 3990 | | entete-repete | DROIT DEPCOM",
            "K10 | 1 | insee/population/communes.csv | | | population-absente | 02691",
            "N01 | 1 | anct/emplois_francs.csv | 2 | EMPLOIS_FRANCS | nombre-illisible | 1.234,5",
            "N06s | 1 | insee/qpv/base_demographie_qpv_2021.csv | 3 | POP_MUN | nombre-impossible | 6.034",
            "N07b | 1 | anct/emplois_francs.csv | 2 | EMPLOIS_FRANCS | nombre-impossible | 1.204",
            "N10 | 1 | insee/population/communes.csv | 2 | PMUN | nombre-impossible | 999999999999999999",
            "N10 | 1 | insee/population/communes.csv | 802 | code | commune-inconnue | 08001",
            "N11 | 1 | insee/qpv/base_demographie_qpv_2021.csv | 4 | POP_MUN | nombre-impossible | 2427.5",
            "N12 | 1 | insee/qpv/comptages_qpv.csv.gz | 3 | VALEUR | partie-superieure-au-tout | QP002001",
            "N15b | 1 | insee/qpv/base_demographie_qpv_2021.csv | 3 | TX_TOT_0A24 | taux-en-fraction | 0.129",
            "N20b | 1 | insee/france_2022.csv | 2 | VALEUR | reference-impossible | 64.844",
            "R01d | 1 | insee/qpv/base_demographie_qpv_2021.csv | 4 | LIBGEO | signe-invisible | Faubourg D[U+0092]Isle",
            "T01 | 1 | anct/emplois_francs.csv | 5 | CODE_QP | signe-invisible | QP[U+001B][1A04",
            "X01 | 1 | insee/qpv/base.xlsx | 2 | POP_MUN | nature-de-cellule | =6034+0",
            "X03 | 1 | insee/qpv/base.xlsx | 2 | POP_MUN | nature-de-cellule | 2024-05-11",
            "X04 | 1 | insee/qpv/base.xlsx | | | format-inattendu | Strict Open XML",
            "X05 | 1 | insee/qpv/base.xlsx | | | format-inattendu | ancien .xls",
            "X10 | 1 | insee/qpv/base.xlsx | 2 | POP_MUN | nature-de-cellule | 2021-01-01T00:00:00Z",
            "X11 | 1 | insee/qpv/base.xlsx | 2 | POP_MUN | nature-de-cellule | abc",
            "X28 | 1 | insee/qpv/base.xlsx | 2 | POP_MUN | nature-de-cellule | VRAI",
            "Y11 | 1 | 2022.yaml | 35 | edition.reject-ceiling | type-inattendu | 1e-999999999",
            "Y11 | 1 | 2022.yaml | 455 | indicators.jeunes_0_14.axis-max | type-inattendu | 1e-999999999",
    })
    void stopsTheRun(String damage, int exit, String file, String line, String column, String code, String value)
            throws Exception {
        damage(damage);

        assertThat(atlas("check")).as(err.toString()).isEqualTo(exit);

        List<String> told = told(RunRequest.papersFolder(output, "2022"));
        tells(told, file, line, column, code, "ERROR", value);
        assertThat(told.stream().filter(t -> t.contains("| ERROR |")))
                .as("a damage is told once, not again for each line")
                .hasSizeLessThan(200);
        assertThat(out + "" + err).doesNotContainPattern("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f]");
    }

    /** What is told of the edition or of the folder before any file is read. */
    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', value = {
            "C01 | nulle-part : Le dossier des extraits n’existe pas. [dossier-des-extraits]",
            "Y06 | Un second document YAML commence ici",
    })
    void isRefusedAtOnce(String damage, String told) throws Exception {
        damage(damage);

        assertThat(atlas("run")).isEqualTo(ExitCode.INPUT_REJECTED);

        assertThat(err.toString()).contains(told);
    }

    /** A case for which the run may go on, its warning when it has one: file, code, value. */
    @ParameterizedTest(name = "{0} → {2}")
    @CsvSource(delimiter = '|', value = {
            "E07 | insee/qpv/base_demographie_qpv_2021.csv | texte-abime | ",
            "E11 | | | ",
            "E15 | | | ",
            "F07 | anct/zfu.csv | source-sans-ligne | ",
            "F07 | anru/npnru.csv | source-sans-ligne | ",
            "F45b | | | ",
            "K08 | sdes-rpls/rpls_2020_detail.csv.gz | quartier-sans-logement | QP",
            "R03 | | | ",
            "X14 | insee/qpv/base.xlsx | feuille-masquee | ",
    })
    void letsTheRunGoOn(String damage, String file, String code, String value) throws Exception {
        damage(damage);

        assertThat(atlas("check")).as(err.toString()).isEqualTo(ExitCode.DONE);

        if (code != null) {
            assertThat(told(RunRequest.papersFolder(output, "2022"))).anySatisfy(t -> assertThat(t)
                    .startsWith(file + " | ").contains(" | " + code + " | WARNING | " + (value == null ? "" : value)));
        }
    }

    /**
     * The books of cases that may go on, several at once where each damages another file: their warnings beside the books, in the report
     * and in the processing note, and figures that were read as they are meant.
     */
    @ParameterizedTest
    @CsvSource({"E07+E11+F07+F45b+K08", "X14+R03", "E15"})
    void booksTellWithWhatTheyAreMade(String damages) throws Exception {
        for (String damage : damages.split("\\+")) {
            damage(damage);
        }

        assertThat(atlas("run")).as(err.toString()).isEqualTo(ExitCode.DONE);

        Path books = output.resolve("2022");
        List<String> told = told(books);
        String report = Files.readString(books.resolve("rapport.html")).replace("<wbr>", "");
        String note = processingNote(books);
        switch (damages) {
            case "X14+R03" -> {
                warns(told, report, "insee/qpv/base.xlsx", "feuille-masquee");
                assertThat(note).contains("une feuille du classeur y est masquée");
                assertThat(books).isDirectoryRecursivelyContaining("glob:**/atlas-qpv-2022-28.pdf")
                        .isDirectoryRecursivelyContaining("glob:**/atlas-qpv-2022-44.pdf");
            }
            case "E15" -> assertThat(figures(".*")).isNotEmpty().allMatch(
                    l -> java.text.Normalizer.isNormalized(l, java.text.Normalizer.Form.NFC));
            default -> {
                warns(told, report, QPV, "texte-abime");
                warns(told, report, "anct/zfu.csv", "source-sans-ligne");
                warns(told, report, "anru/npnru.csv", "source-sans-ligne");
                warns(told, report, DWELLINGS, "quartier-sans-logement");
                assertThat(note).contains(
                        "les accents de certains noms y sont abîmés", "le fichier est vide",
                        "des quartiers n’y ont aucune ligne utilisable");
                assertThat(figures(".*;reussite_brevet;[0-9.]+;publie;.*")).isNotEmpty();
                assertThat(figures(".*;QPV;zfu;.*")).isNotEmpty().allMatch(l -> l.contains(";zfu;;non_disponible;"));
                assertThat(figures(".*;emplois_francs;;(secret|non_disponible|sans_objet);.*")).hasSize(5);
                assertThat(figures(".*;QPV;QP[^;]*;.*;nb_logements_sociaux;;non_disponible;.*")).isNotEmpty();
            }
        }
    }

    private static void warns(List<String> told, String report, String file, String code) {
        assertThat(told).anySatisfy(
                t -> assertThat(t).startsWith(file + " | ").contains(" | " + code + " | WARNING | "));
        assertThat(report).contains("<code>" + file + "</code>").contains(code);
    }

    private static String processingNote(Path books) throws IOException {
        File pdf = books.resolve("32-hauts-de-france/atlas-qpv-2022-32.pdf").toFile();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ").replace(' ', ' ');
        }
    }

    private List<String> figures(String pattern) throws IOException {
        return Files.readAllLines(output.resolve("2022/32-hauts-de-france/atlas-qpv-2022-32-donnees.csv")).stream()
                .filter(l -> l.matches(pattern)).toList();
    }

    /** Its fingerprint is taken, and then the file is another. */
    @Test
    void aFileReplacedAfterItsFingerprintStopsTheRun() throws Exception {
        Files.copy(EDITION, job);
        RunRequest request = RunRequest.of(job, EditionFile.load(job), input, output, List.of(), false, "essai");
        lay(CASES.resolve("R06"));

        try (AtlasApplication program = AtlasApplication.inMemory(request, Progress.SILENT)) {
            assertThat(Endings.exitCode(program.check())).isEqualTo(ExitCode.INPUT_REJECTED);
        }

        tells(told(request.papersFolder()), "anct/emplois_francs.csv", "", "", "fichier-modifie", "ERROR", "");
    }

    /** The administrator of a machine reads any file: the program runs as somebody who may not. */
    @Test
    void aFileThatMayNotBeReadStopsTheRun() throws Exception {
        damage("C06");
        List<String> command = new ArrayList<>();
        if (Files.isReadable(input.resolve("anct/emplois_francs.csv"))) {
            Path setpriv = Path.of("/usr/bin/setpriv");
            assumeThat(setpriv).as("no way to give up the rights of the administrator").exists();
            command.addAll(
                    List.of(setpriv.toString(), "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"));
        }
        command.addAll(List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), "fr.atlasqpv.Atlas"));
        command.addAll(words("check"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("dit").toFile()).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();

        assertThat(process.exitValue()).as(Files.readString(folder.resolve("dit"))).isEqualTo(ExitCode.INPUT_REJECTED);
        tells(told(RunRequest.papersFolder(output, "2022")), "anct/emplois_francs.csv", "", "", "fichier-illisible",
                "ERROR", "");
    }

    /** Every case beside the project stands in a test of this class. */
    @Test
    void everyCaseIsTried() throws IOException {
        String own = Files.readString(Path.of("src/test/java/fr/atlasqpv/cli/DamagedInputsTest.java"));
        try (Stream<Path> cases = Files.list(CASES)) {
            assertThat(cases.filter(Files::isDirectory).map(c -> c.getFileName().toString())
                    .filter(c -> !c.equals("_base")))
                    .isNotEmpty().allSatisfy(c -> assertThat(own).contains("\"" + c));
        }
    }
}

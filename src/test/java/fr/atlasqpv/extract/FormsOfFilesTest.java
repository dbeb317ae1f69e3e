package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Measures2022;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are damaged, endless, or something else than their name says: one notice each, and no more memory than any. */
class FormsOfFilesTest {
    private static final String HEADER = "CODGEO;LIBGEO;POP_MUN\n";
    private static final String EUROPE = "QP002001;Europe;6034\n";

    @TempDir
    Path folder;

    private TestExtract base(String file) {
        return new TestExtract(folder, Layout.BASE_QPV).file(file)
                .column("code", "CODGEO")
                .column("label", "LIBGEO")
                .measure("POP_MUN", Measures2022.POPULATION);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            ZipEntry entry = new ZipEntry("base.csv");
            zip.putNextEntry(entry);
            zip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static Notice refusal(TestExtract extract) {
        UnreadableSourceException thrown = catchThrowableOfType(UnreadableSourceException.class, extract::read);
        assertThat(thrown).isNotNull();
        assertThat(thrown.notices()).hasSize(1);
        return thrown.notices().getFirst();
    }

    private static String told(TestExtract extract) {
        Notice notice = refusal(extract);
        return notice.line() + " " + notice.code();
    }

    @Test
    void gzipOfSeveralMembersIsOneFile() {
        assertThat(base("b.csv.gz").bytes(joined(gzip(utf8(HEADER)), gzip(utf8(EUROPE)))).told()).hasSize(1);
    }

    @Test
    void bytesAfterTheLastMemberAreRefused() {
        byte[] second = gzip(utf8(EUROPE));
        second[0] = 'X';

        Notice notice = refusal(base("b.csv.gz").bytes(joined(gzip(utf8(HEADER + EUROPE)), second)));

        assertThat(notice.code()).isEqualTo("archive-illisible");
        assertThat(notice.message()).contains("Des octets suivent la fin de l’archive");
    }

    @Test
    void aByteThatWasFlippedInAnArchiveIsSeen() throws IOException {
        byte[] gzip = gzip(utf8(HEADER + EUROPE.repeat(3)));
        gzip[gzip.length - 8] ^= 1; // of the checksum
        assertThat(told(base("b.csv.gz").bytes(gzip))).isEqualTo("0 archive-illisible");

        byte[] zip = zip(utf8(HEADER + EUROPE));
        int stored = new String(zip, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002") + 16;
        zip[stored] ^= 1; // of the checksum in the directory
        assertThat(told(base("b.zip").bytes(zip))).isEqualTo("0 archive-illisible");
    }

    @Test
    void aFileThatUnpacksToMoreThanTheEditionAdmitsIsRefused() {
        byte[] bomb = gzip(utf8(HEADER + "QP002001;Europe;1\n".repeat(120_000)));

        Notice notice = refusal(base("b.csv.gz").unpackedLimit(1).bytes(bomb));

        assertThat(notice.code()).isEqualTo("fichier-trop-grand");
        assertThat(notice.message()).contains("1\u00a0Mo", "unpacked-limit");
    }

    @Test
    void aLineWithoutEndIsRefused() {
        assertThat(told(base("b.csv").bytes(utf8(HEADER + EUROPE + "QP002002;" + "N".repeat(2_000_000)))))
                .isEqualTo("3 ligne-trop-longue");
        assertThat(told(base("b.csv.gz").bytes(gzip(new byte[3_000_000])))).isEqualTo("1 ligne-trop-longue");
        assertThat(told(base("b.csv").bytes(utf8(HEADER + EUROPE + ";".repeat(20_000) + "\n"))))
                .isEqualTo("3 ligne-trop-longue");
    }

    @Test
    void aQuotationMarkThatIsClosedNowhereNearIsToldAsSuch() {
        assertThat(told(base("b.csv").bytes(utf8(HEADER + "QP002001;\"Europe;1\n" + EUROPE.repeat(100_000)))))
                .isEqualTo("2 guillemets");
    }

    @Test
    void blankLinesWithoutEndAreRefused() {
        assertThat(told(base("b.csv.gz").bytes(gzip(utf8(HEADER + EUROPE + "\n".repeat(1_100_000))))))
                .isEqualTo("3 lignes-vides");
        assertThat(base("b.csv").bytes(utf8(HEADER + EUROPE + ";;\n".repeat(1000))).told()).hasSize(1);
    }

    @Test
    void aLabelLongerThanAnyNameIsRejected() {
        assertThat(base("b.csv").bytes(utf8(HEADER + "QP002001;" + "N".repeat(501) + ";1\n")).told().getFirst())
                .startsWith("! 2 LIBGEO texte-trop-long NNN");
    }

    /** Two stray marks make one text of the lines between them. */
    @ParameterizedTest
    @CsvSource({"2, 3", "2, 4", "5, 30"})
    void linesBetweenTwoStrayQuotationMarksAreRefused(int first, int last) {
        StringBuilder text = new StringBuilder("CODGEO;LIBGEO;LIBELLE;POP_MUN\n");
        for (int line = 2; line < 40; line++) {
            String mark = line == first ? "\"Rue" : line == last ? "Rue\"" : "Rue";
            text.append(String.format(Locale.ROOT, "QP%06d;Quartier;%s;1%n", line, mark));
        }

        Notice notice = refusal(base("b.csv").bytes(utf8(text.toString())));

        assertThat(notice.code()).isEqualTo("guillemets");
        assertThat(notice.line()).isEqualTo(first);
        assertThat(notice.column()).isEqualTo("LIBELLE");
        assertThat(notice.message()).contains("De la ligne " + first + " à la ligne " + last);
    }

    @Test
    void aCellOfManyLinesIsRefusedAndOneOfAFewIsNot() {
        assertThat(told(base("b.csv").bytes(
                utf8(HEADER + "QP002001;\"Europe" + "\nNord".repeat(25) + "\";1\n" + EUROPE))))
                .isEqualTo("2 guillemets");
        assertThat(base("b.csv").bytes(utf8(HEADER + "QP002001;\"Europe\nNord\";1\n")).told().getFirst())
                .contains("label=Europe Nord");
    }

    @Test
    void aHeaderThatStandsAgainIsRefused() {
        Notice notice = refusal(base("b.csv").bytes(utf8(HEADER + EUROPE + HEADER + "QP002002;Isle;1\n")));

        assertThat(notice.code()).isEqualTo("entete-repete");
        assertThat(notice.line()).isEqualTo(3);
        assertThat(notice.message()).contains("ligne 1");
    }

    @Test
    void aHeaderOfAnyFormOfAccentsIsTheSame() {
        TestExtract extract = new TestExtract(folder, Layout.BASE_QPV).column("code", "Code département")
                .measure("Total", Measures2022.POPULATION)
                .lines("Code de\u0301partement;Total", "QP002001;3");

        assertThat(extract.told()).containsExactly("QP002001:POPULATION=3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "b.csv     | PK\u0003\u0004zip       | format-inattendu  | classeur Excel",
            "b.csv     | '\u001f\u008bgz'        | format-inattendu  | gzip",
            "b.csv     | %PDF-1.7                | format-inattendu  | PDF",
            "b.csv     | <!DOCTYPE html>         | format-inattendu  | page web",
            "b.csv     | <html lang='fr'>        | format-inattendu  | page web",
            "b.csv     | \u00d0\u00cf\u0011\u00e0x | format-inattendu | ancien classeur",
            "b.csv.gz  | CODGEO;POP              | archive-illisible | ôtez .gz de son nom",
            "b.zip     | CODGEO;POP              | archive-illisible | n’est pas une archive zip",
            "b.zip     | ''                      | archive-illisible | vide",
            "b.csv.gz  | ''                      | archive-illisible | vide",
            "b.xlsx    | CODGEO;POP              | archive-illisible | n’est pas un classeur Excel",
            "b.xlsx    | PK\u0003\u0004zip       | archive-illisible | incomplète ou abîmée",
            "b.csv     | ''                      | fichier-sans-donnee | vide",
    })
    void aFileOfAnotherFormatIsToldAsWhatItIs(String file, String head, String code, String said) {
        String bytes = head;
        for (String sign : new String[] {"0003", "0004", "001f", "008b", "00d0", "00cf", "0011", "00e0"}) {
            bytes = bytes.replace("\\u" + sign, String.valueOf((char) Integer.parseInt(sign, 16)));
        }

        Notice notice = refusal(base(file).bytes(bytes.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(notice.code()).isEqualTo(code);
        assertThat(notice.message()).contains(said);
    }

    @Test
    void aFolderInThePlaceOfAFileIsToldAsOne() throws IOException {
        Files.createDirectories(folder.resolve("b.csv"));

        Notice notice = refusal(base("b.csv"));

        assertThat(notice.code()).isEqualTo("fichier-illisible");
        assertThat(notice.message()).contains("dossier");
    }

    /** The fingerprint of each reading that came to its end, whatever the file is packed in. */
    @Test
    void whatIsReadIsFingerprinted() throws IOException {
        byte[] text = utf8(HEADER + EUROPE);
        Map<String, byte[]> files = Map.of("a.csv", text, "b.csv.gz", gzip(text), "c.zip", zip(text));
        for (String file : files.keySet()) {
            TestExtract extract = base(file).bytes(files.get(file));
            try (SourceReader reader = extract.open(ReadPosition.START)) {
                TestExtract.rest(reader);
                assertThat(reader.fingerprints()).as(file).containsExactly(sha256(folder.resolve(file)));
            }
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return java.util.HexFormat.of().formatHex(
                    java.security.MessageDigest.getInstance("SHA-256").digest(bytes.readAllBytes()));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private TestExtract contours(String geometry, String more) {
        return new TestExtract(folder, Layout.CONTOURS_QPV).file("q.geojson").column("code", "code_qp").bytes(utf8(
                "{\"type\":\"FeatureCollection\",\n\"features\":[\n{\"type\":\"Feature\",\"properties\":{\"code_qp\":"
                        + "\"QP002001\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + geometry + "}}\n]"
                        + more));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[[[3,49],[3.28],[3.1,49.1],[3,49]]]      | ! 3 code_qp geometrie-invalide Polygon",
            "[[[3,49],[3.1,1e999],[3.1,49.1],[3,49]]] | ! 3 code_qp geometrie-invalide Polygon",
            "[3,49]                                   | ! 3 code_qp geometrie-invalide Polygon",
            "[]                                       | ! 3 code_qp geometrie-invalide Polygon",
            "[[[3,49,7],[3.1,49,7],[3.1,49.1,7]]]     | contour",
    })
    void pointsOfAContourAreTwoFiniteNumbers(String geometry, String told) {
        assertThat(contours(geometry, "}").told().getFirst().replaceAll("^ContourFact.*", "contour")).isEqualTo(told);
    }

    @Test
    void aMapThatIsCutOrEndlessIsRefused() {
        String ring = "[[[3,49],[3.1,49],[3.1,49.1],[3,49]]]";

        assertThat(told(contours(ring, ""))).endsWith("geojson-illisible");
        assertThat(told(contours(ring, "} x"))).endsWith("geojson-illisible");
        assertThat(told(contours(ring, ",\"crs\":{\"properties\":{\"name\":\"EPSG:2154\"}}}")))
                .endsWith("geojson-illisible");
        assertThat(told(contours("[".repeat(500) + "]".repeat(500), "}"))).endsWith("geojson-illisible");
        assertThat(told(contours("[[[1" + "0".repeat(500) + ",49]]]", "}"))).endsWith("geojson-illisible");
        byte[] cut = Arrays.copyOf(utf8("{\"features\":[{\"properties\":{\"code_qp\":\"QP"), 40);
        assertThat(told(contours(ring, "}").bytes(cut))).endsWith("geojson-illisible");
    }
}

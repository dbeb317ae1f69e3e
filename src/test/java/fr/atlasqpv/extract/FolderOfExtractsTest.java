package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.FolderOfExtracts.Extract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies in a folder is known by its first lines: separator, charset, columns, and the layouts that its codes could feed. */
class FolderOfExtractsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private void write(String name, byte[] bytes) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String name, String... lines) {
        write(name, utf8(String.join("\n", lines) + "\n"));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<Extract> found() {
        try {
            return FolderOfExtracts.in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Extract only() {
        assertThat(found()).hasSize(1);
        return found().getFirst();
    }

    private static byte[] zip(Map<String, String> members) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(utf8(member.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static Map<String, String> members(String... namesAndTexts) {
        Map<String, String> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            members.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return members;
    }

    @Test
    void everyFileThatTheProgramMayReadIsFoundInOrder() {
        write("b.csv", "CODGEO;POP", "59350;1");
        write("a/deep/c.CSV", "CODGEO;POP", "59350;1");
        write("lisez-moi.md", "CODGEO;POP", "59350;1");
        write("c.pdf", "%PDF-1.7");

        assertThat(found()).extracting(Extract::file).containsExactly("a/deep/c.CSV", "b.csv");
        assertThat(found()).allSatisfy(e -> {
            assertThat(e.member()).isNull();
            assertThat(e.sheet()).isNull();
            assertThat(e.contours()).isFalse();
            assertThat(e.records()).containsExactly(List.of("CODGEO", "POP"), List.of("59350", "1"));
        });
    }

    @ParameterizedTest(name = "parted by {0}")
    @CsvSource(delimiter = ' ', value = {"';'", "','", "'\t'", "'|'"})
    void theSeparatorIsTheOneThatParts(String sign) {
        write("a.csv", String.join(sign, "CODGEO", "LIBGEO", "POP"), String.join(sign, "59350", "Lille", "1"));

        assertThat(only().delimiter()).isEqualTo(sign.charAt(0));
        assertThat(only().records().getFirst()).containsExactly("CODGEO", "LIBGEO", "POP");
    }

    @Test
    void itPartsMostRecordsNotATitle() {
        write("a.csv", "Logements, par commune, en 2021, au 1er janvier", "CODGEO;POP", "59350;1", "59512;2");
        assertThat(only().delimiter()).isEqualTo(';');

        write("a.csv", "CODGEO,TAUX,NOM", "59350,1;2;3;4;5,Lille", "59512,2,Roubaix", "59599,3,Tourcoing");
        assertThat(only().delimiter()).isEqualTo(',');
        write("a.csv", "CODGEO", "59350");
        assertThat(only().delimiter()).as("nothing to part").isEqualTo(';');
    }

    @Test
    void theCharsetIsTheOneInWhichTheFileMakesSense() {
        write("a.csv", "CODGEO;LIB", "59350;Lille");
        assertThat(only().charset()).isEqualTo(StandardCharsets.US_ASCII);

        write("a.csv", "CODGEO;LIB", "59001;Abancourt-l’Éolienne");
        assertThat(only().charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(only().records().getLast()).containsExactly("59001", "Abancourt-l'Éolienne");

        write("a.csv", "CODGEO;LIB\n59001;Éolienne\n".getBytes(WINDOWS));
        assertThat(only().charset()).isEqualTo(WINDOWS);
        assertThat(only().records().getLast()).containsExactly("59001", "Éolienne");

        String plain = "CODGEO;LIB\n" + "59350;Lille\n".repeat(20_000);
        write("a.csv", (plain + "59001;Éolienne\n").getBytes(WINDOWS));
        assertThat(only().charset()).as("far from the start").isEqualTo(WINDOWS);
    }

    @ParameterizedTest(name = "{0} read as {1}: {2}")
    @CsvSource({"US-ASCII, UTF-8, true", "US-ASCII, windows-1252, true", "UTF-8, UTF-8, true",
            "UTF-8, ISO-8859-1, false",
            "windows-1252, windows-1252, true", "windows-1252, ISO-8859-1, true", "windows-1252, UTF-8, false"})
    void aFileIsReadableInSomeCharsetsOnly(Charset found, Charset declared, boolean readable) {
        assertThat(new Extract("a.csv", null, null, found, ';', false, List.of()).in(declared)).isEqualTo(readable);
    }

    @Test
    void onlyTheFirstThirtyRecordsAreKept() {
        write("a.csv", Stream.concat(Stream.of("CODGEO;POP"), Stream.generate(() -> "59350;1").limit(100))
                .toArray(String[]::new));

        assertThat(only().records()).hasSize(30);
    }

    @Test
    void anArchiveOfOneFileIsThatFile() {
        write("a.zip", zip(members("dossier/base.dat", "CODGEO;POP\n59350;1\n")));

        assertThat(only().member()).as("nothing to choose").isNull();
        assertThat(only().records()).hasSize(2);
    }

    @Test
    void ofAnArchiveOfSeveralEachTableIsNamed() {
        write("a.zip", zip(members(
                "un.csv", "CODGEO;POP\n59350;1\n", "lisez-moi.md", "x", "DEUX.CSV",
                "CODGEO,LIB,DEP\n59350,Lille,59\n")));

        assertThat(found()).extracting(Extract::member).containsExactly("un.csv", "DEUX.CSV");
        assertThat(found()).extracting(Extract::delimiter).containsExactly(';', ',');
        assertThat(found()).extracting(Extract::file).containsOnly("a.zip");
        assertThat(found()).noneMatch(e -> e.records().isEmpty());
    }

    @Test
    void whatIsPackedByGzipIsReadAsTheRest() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(utf8("CODGEO;POP\n59350;1\n"));
        }
        write("a.csv.gz", packed.toByteArray());

        assertThat(only().records()).hasSize(2);
    }

    @Test
    void eachSheetOfAWorkbookIsATableAndTheFirstNeedsNoName() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            for (String name : List.of("EPCI", "Composition")) {
                var row = book.createSheet(name).createRow(0);
                row.createCell(0).setCellValue(name);
                row.createCell(1).setCellValue("LIB");
            }
            book.write(bytes);
        }
        write("a.xlsx", bytes.toByteArray());

        assertThat(found()).extracting(Extract::sheet).containsExactly(null, "Composition");
        assertThat(found()).extracting(Extract::columns)
                .containsExactly(List.of("EPCI", "LIB"), List.of("Composition", "LIB"));
    }

    @Test
    void aMapIsKnownByThePropertiesOfItsFirstFeature() {
        write("a.geojson",
                "{'type':'FeatureCollection','features':[{'type':'Feature','properties':{'code_qp':'QP002001',"
                        .replace('\'', '"') + "\"nom\":\"Europe\"},\"geometry\":null}]}");
        assertThat(only().contours()).isTrue();
        assertThat(only().records()).containsExactly(List.of("code_qp", "nom"), List.of("QP002001", "Europe"));

        write("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}");
        assertThat(only().contours()).isTrue();
        assertThat(only().records()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a.csv", "a.csv.gz", "a.zip", "a.xlsx", "a.geojson"})
    void whatCannotBeReadIsNamedAndHasNoRecord(String name) {
        write(name, utf8("<!DOCTYPE html><html>404</html>"));

        assertThat(only().file()).isEqualTo(name);
        assertThat(only().records()).isEmpty();
        assertThat(only().columns()).isEmpty();
        assertThat(only().couldFeed()).isEmpty();
        assertThat(only().without(List.of("CODGEO"))).containsExactly("CODGEO");
    }

    private static Extract table(boolean contours, String... lines) {
        return new Extract(
                "a.csv", null, null, StandardCharsets.UTF_8, ';', contours,
                Arrays.stream(lines).map(l -> List.of(l.split(";", -1))).toList());
    }

    private static Extract table(String... lines) {
        return table(false, lines);
    }

    @Test
    void itsColumnsAreThoseOfTheFirstOfItsWidestRecords() {
        assertThat(table("Titre;;", "CODGEO;LIB;POP", "59350;Lille;1").columns())
                .containsExactly("CODGEO", "LIB", "POP");
        assertThat(table("Titre;;", "CODGEO;;POP;", "59350;;1;").columns()).containsExactly("CODGEO", "POP");
        assertThat(table("CODGEO\u00a0;L’AN", "59350;1").columns()).as("as the eye sees them")
                .containsExactly("CODGEO", "L'AN");
    }

    @Test
    void theRecordThatHoldsMostOfTheColumnsIsTheHeader() {
        Extract extract = table("Population;par commune", "CODGEO;LIB;POP", "59350;Lille;1");

        assertThat(extract.without(List.of("POP", "CODGEO"))).isEmpty();
        assertThat(extract.without(List.of("POP_MUN", "CODGEO", "DEP"))).containsExactly("POP_MUN", "DEP");
        assertThat(extract.without(List.of("Lille"))).as("whatever it is").isEmpty();
        assertThat(table("A;B", "A;B").without(List.of("A", "C"))).containsExactly("C");
    }

    @ParameterizedTest(name = "{0} by {1} of {2}: {3}")
    @CsvSource({
            "base-qpv, code, QP002001, true", "base-qpv, code, qp002001, true", "base-qpv, code, 59350, false",
            "base-communes, code, 59350, true", "base-communes, code, 2A004, true",
            "base-communes, code, QP002001, false",
            "qpv-communes, qpv, QP002001, true", "qpv-communes, qpv, 59350, false",
            "epci-composition, commune, 59350, true", "epci-composition, commune, 200043495, false",
            // three digits beside the département
            "populations-legales, commune, 350, true",
            "cog-communes, label, Lille, true", "reference, code, FRANCE, true",
            // no value says nothing against it
            "base-qpv, code, '', true",
    })
    void codesOfAnotherKindDoNotFeedALayout(String layout, String field, String value, boolean feeds) {
        Layout fed = Layout.of(layout).orElseThrow();

        assertThat(table("Titre;", "CODE;POP", value + ";1").feeds(fed, Map.of(field, "CODE"))).isEqualTo(feeds);
    }

    @Test
    void oneCodeOfTheKindIsEnoughAmongTotals() {
        assertThat(table("CODE;POP", "France;1", "QP002001;2").feeds(Layout.BASE_QPV, Map.of("code", "CODE"))).isTrue();
        assertThat(table("CODE;POP", "France", "QP002001").feeds(Layout.BASE_QPV, Map.of("code", "POP")))
                .as("rows that are too short").isTrue();
    }

    @Test
    void aColumnThatIsMissingOrAMapInThePlaceOfATableFeedsNothing() {
        Map<String, String> code = Map.of("code", "CODE");

        assertThat(table("CODE_QP;POP", "QP002001;2").feeds(Layout.BASE_QPV, code)).isFalse();
        assertThat(table(true, "CODE;POP", "QP002001;2").feeds(Layout.BASE_QPV, code)).isFalse();
        assertThat(table("CODE;POP", "QP002001;2").feeds(Layout.CONTOURS_QPV, code)).isFalse();
        assertThat(table(true, "CODE;POP", "QP002001;2").feeds(Layout.CONTOURS_QPV, code)).isTrue();
        assertThat(table(true, "CODE;POP", "59350;2").feeds(Layout.CONTOURS_QPV, code)).isFalse();
        assertThat(table(true, "CODE;POP", "59350;2").feeds(Layout.CONTOURS_COMMUNES, code)).isTrue();
    }

    @Test
    void itsFirstColumnOfCodesTellsWhatItCouldFeed() {
        assertThat(table("LIB;CODE;AUTRE", "Europe;QP002001;QP002002", "Isle;qp002002;QP002001").couldFeed())
                .containsExactly(Map.entry("CODE", List.of(Layout.BASE_QPV, Layout.LISTE_QPV)));
        assertThat(table("COMMUNE;CODE", "59350;QP002001").couldFeed()).as("QPV before communes")
                .containsExactly(Map.entry("CODE", List.of(Layout.BASE_QPV, Layout.LISTE_QPV)));
        assertThat(table("LIB;COM", "Lille;59350", "Ajaccio;2A004").couldFeed())
                .containsExactly(Map.entry("COM", List.of(Layout.BASE_COMMUNES, Layout.LISTE_COMMUNES)));
        assertThat(table(true, "CODE;LIB", "QP002001;Europe").couldFeed())
                .containsExactly(Map.entry("CODE", List.of(Layout.CONTOURS_QPV)));
        assertThat(table(true, "CODE;LIB", "59350;Lille").couldFeed())
                .containsExactly(Map.entry("CODE", List.of(Layout.CONTOURS_COMMUNES)));
        assertThat(table("LIB;POP", "Europe;1").couldFeed()).isEmpty();
    }

    @Test
    void mostOfTheColumnMustBeCodes() {
        assertThat(table("CODE", "QP002001", "QP002002", "Total").couldFeed()).hasSize(1);
        assertThat(table("CODE", "QP002001", "Total").couldFeed()).as("one in two").isEmpty();
        assertThat(table("CODE;LIB", "QP002001;Europe", ";note", ";note").couldFeed()).as("empty cells do not count")
                .hasSize(1);
    }
}

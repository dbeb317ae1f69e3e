package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measures2022;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same of a workbook, whose cells say what they are; written by hand, for no library writes what is damaged. */
class KindsOfWorkbookCellsTest {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    /** Styles: 1 a day, 2 per cent, 3 an hour, 4 a number of two decimals. */
    private static final String STYLES =
            "<styleSheet xmlns='" + MAIN + "'><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/>"
                    + "<xf numFmtId='10'/><xf numFmtId='20'/><xf numFmtId='4'/></cellXfs></styleSheet>";

    @TempDir
    Path folder;

    private static String sheet(String... cells) {
        StringBuilder row = new StringBuilder();
        for (String cell : cells) {
            row.append(cell);
        }
        return "<worksheet xmlns='" + MAIN + "'><sheetData><row r='1'>" + text("CODGEO") + text("VALEUR")
                + "</row><row r='2'>" + text("QP002001") + row + "</row></sheetData></worksheet>";
    }

    private static String text(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    private static byte[] workbook(String sheets, String... parts) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            StringBuilder types = new StringBuilder(
                    "<Types xmlns='" + PACKAGE
                            + "content-types'><Default Extension='rels' ContentType='application/vnd."
                            + "openxmlformats-package.relationships+xml'/><Override PartName='/xl/workbook.xml' ContentType='"
                            + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/><Override PartName="
                            + "'/xl/styles.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml."
                            + "styles+xml'/>");
            StringBuilder links =
                    new StringBuilder("<Relationships xmlns='" + PACKAGE + "relationships'><Relationship Id='s'"
                            + " Type='" + OFFICE + "/styles' Target='styles.xml'/>");
            for (int i = 1; i <= parts.length; i++) {
                types.append("<Override PartName='/xl/s" + i + ".xml' ContentType='application/vnd.openxmlformats-"
                        + "officedocument.spreadsheetml.worksheet+xml'/>");
                links.append("<Relationship Id='r" + i + "' Type='" + OFFICE + "/worksheet' Target='s" + i + ".xml'/>");
                part(zip, "xl/s" + i + ".xml", parts[i - 1]);
            }
            part(zip, "[Content_Types].xml", types + "</Types>");
            part(zip, "_rels/.rels", "<Relationships xmlns='" + PACKAGE + "relationships'><Relationship Id='w' Type='"
                    + OFFICE + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
            part(zip, "xl/_rels/workbook.xml.rels", links + "</Relationships>");
            part(zip, "xl/styles.xml", STYLES);
            part(zip, "xl/workbook.xml",
                    "<workbook xmlns='" + MAIN + "' xmlns:r='" + OFFICE + "'><sheets>" + sheets
                            + "</sheets></workbook>");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static byte[] workbook(String cell) {
        return workbook("<sheet name='A' sheetId='1' r:id='r1'/>", sheet(cell));
    }

    private TestExtract base(byte[] workbook) {
        return new TestExtract(folder, Layout.BASE_QPV).file("base.xlsx").column("code", "CODGEO").bytes(workbook);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "<c><v>6034</v></c>                       | QP002001:POPULATION=6034",
            "<c><v>6.034E3</v></c>                    | QP002001:POPULATION=6034",
            "<c><v>1E3</v></c>                        | QP002001:POPULATION=1000",
            "<c s='4'><v>6034</v></c>                 | QP002001:POPULATION=6034",
            "<c><v>6034.000000000001</v></c>          | QP002001:POPULATION=6034",
            "<c><f>6000+34</f><v>6034</v></c>         | QP002001:POPULATION=6034",
            "<c t='str'><f>A1</f><v>ns</v></c>        | QP002001:POPULATION=?NON_SIGNIFICATIF",
            "<c t='inlineStr'><is><t>s</t></is></c>   | QP002001:POPULATION=?SECRET",
            "<c t='inlineStr'><is><t>6 034</t></is></c> | QP002001:POPULATION=6034",
            "<c/>                                     | QP002001:POPULATION=?EMPTY",
            "<c s='1'/>                               | QP002001:POPULATION=?EMPTY",
            "<c><v>12.5</v></c>                       | ! 2 VALEUR nombre-impossible 12.5",
            "<c><v>-1</v></c>                         | ! 2 VALEUR nombre-impossible -1",
            "<c><v>1E9</v></c>                        | ! 2 VALEUR nombre-impossible 1000000000",
            "<c><v>1E300</v></c>                      | ! 2 VALEUR nombre-illisible 10000000000000000000000000000000000000000000000000000000000…",
            "<c><f>6000+34</f></c>                    | ! 2 VALEUR nature-de-cellule =6000+34",
            "<c s='1'><v>45423</v></c>                | ! 2 VALEUR nature-de-cellule 2024-05-11",
            "<c s='3'><v>0.5</v></c>                  | ! 2 VALEUR nature-de-cellule 1899-12-31T12:00",
            "<c s='1'><v>-1</v></c>                   | ! 2 VALEUR nombre-impossible -1",
            "<c s='2'><v>0.12</v></c>                 | ! 2 VALEUR nature-de-cellule 12",
            "<c t='b'><v>1</v></c>                    | ! 2 VALEUR nature-de-cellule VRAI",
            "<c t='b'><v>0</v></c>                    | ! 2 VALEUR nature-de-cellule FAUX",
            "<c t='e'><v>#DIV/0!</v></c>              | ! 2 VALEUR nature-de-cellule #DIV/0!",
            "<c t='e'><f>1/0</f><v>#DIV/0!</v></c>    | ! 2 VALEUR nature-de-cellule #DIV/0!",
            "<c t='d'><v>2021-01-01</v></c>           | ! 2 VALEUR nature-de-cellule 2021-01-01",
            "<c><v>NaN</v></c>                        | ! 2 VALEUR nature-de-cellule NaN",
            "<c><v>abc</v></c>                        | ! 2 VALEUR nature-de-cellule abc",
            "<c><v>1e400</v></c>                      | ! 2 VALEUR nature-de-cellule 1e400",
            "<c t='s'><v>7</v></c>                    | ! 2 VALEUR nature-de-cellule 7",
            "<c s='99'><v>7</v></c>                   | QP002001:POPULATION=7",
    })
    void aCountTakesNumbersOnly(String cell, String told) {
        assertThat(base(workbook(cell)).measure("VALEUR", Measures2022.POPULATION).told()).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "<c s='2'><v>0.497</v></c>  | QP002001:taux_pauvrete=49.7%",
            "<c><v>49.7</v></c>         | QP002001:taux_pauvrete=49.7%",
            "<c s='2'><v>1.01</v></c>   | ! 2 VALEUR nombre-impossible 101",
            "<c s='1'><v>12</v></c>     | ! 2 VALEUR nature-de-cellule 1900-01-12",
            "<c t='b'><v>1</v></c>      | ! 2 VALEUR nature-de-cellule VRAI",
            "<c><f>A1/B1</f></c>        | ! 2 VALEUR nature-de-cellule =A1/B1",
    })
    void aRateTakesPercentagesToo(String cell, String told) {
        assertThat(base(workbook(cell)).rate("VALEUR", Indicators2022.TAUX_PAUVRETE).told()).containsExactly(told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "<c t='b'><v>1</v></c>      | QP002001:zfu=1",
            "<c t='b'><v>0</v></c>      | QP002001:zfu=0",
            "<c><v>1</v></c>            | QP002001:zfu=1",
            "<c><v>2</v></c>            | ! 2 VALEUR nombre-impossible 2",
            "<c s='1'><v>1</v></c>      | ! 2 VALEUR nature-de-cellule 1900-01-01",
    })
    void aFlagTakesTruthValuesToo(String cell, String told) {
        TestExtract list = new TestExtract(folder, Layout.LISTE_QPV).file("zfu.xlsx")
                .column("code", "CODGEO")
                .column("valeur", "VALEUR")
                .feeding(Indicators2022.ZFU)
                .bytes(workbook(cell));

        assertThat(list.told()).containsExactly(told.replace("zfu", Indicators2022.ZFU.id()));
    }

    /** The library reads such a workbook and throws later, whatever it stumbles on. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {
            "<sheet name='A' sheetId='1' state='hidKen' r:id='r1'/>", "<sheet sheetId='1' r:id='r1'/>",
            "<sheet name='A' sheetId='1' r:id='r9'/>"})
    void aDamagedListOfSheetsIsToldAsADamagedFile(String sheets) {
        TestExtract damaged = base(workbook(sheets, sheet("<c><v>7</v></c>")))
                .measure("VALEUR", Measures2022.POPULATION);

        assertThat(catchThrowableOfType(UnreadableSourceException.class, damaged::read))
                .satisfies(e -> assertThat(e.notices()).singleElement().extracting(Notice::code)
                        .isIn("archive-illisible", "fichier-sans-donnee"));
    }

    @Test
    void namesTheCellAsTheSpreadsheetDoesAndSaysWhatToDo() {
        Outcome row =
                base(workbook("<c><f>6000+34</f></c>")).measure("VALEUR", Measures2022.POPULATION).read().getFirst();

        assertThat(((Outcome.Rejected) row).notices().getFirst().message())
                .contains("La cellule B2 tient une formule sans résultat, on attend un nombre.")
                .contains("enregistrez-le");
    }

    @Test
    void readsTheFirstVisibleSheetAndSaysSo() {
        TestExtract hidden = base(workbook(
                "<sheet name='Ancien' sheetId='1' state='hidden' r:id='r1'/><sheet name='Données' sheetId='2' r:id='r2'/>",
                sheet("<c><v>1</v></c>"), sheet("<c><v>2</v></c>"))).measure("VALEUR", Measures2022.POPULATION);

        assertThat(hidden.told()).containsExactly("QP002001:POPULATION=2");
        try (SourceReader reader = hidden.open(ReadPosition.START)) {
            assertThat(reader.remarks()).extracting(TestExtract::told).containsExactly("! 0  feuille-masquee Ancien");
        }
        try (SourceReader reader = hidden.sheet("Ancien").open(ReadPosition.START)) {
            assertThat(reader.remarks()).as("named, and hidden all the same").extracting(TestExtract::told)
                    .containsExactly("! 0  feuille-masquee Ancien");
        }
    }

    @Test
    void saysWhichFormatAWorkbookIsIn() throws IOException {
        ByteArrayOutputStream old = new ByteArrayOutputStream();
        ByteArrayOutputStream locked = new ByteArrayOutputStream();
        try (POIFSFileSystem parts = new POIFSFileSystem()) {
            parts.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "Workbook");
            parts.writeFilesystem(old);
        }
        try (POIFSFileSystem parts = new POIFSFileSystem()) {
            parts.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            parts.writeFilesystem(locked);
        }

        assertThat(refusal(old.toByteArray())).contains("ancien classeur Excel (.xls)");
        assertThat(refusal(locked.toByteArray())).contains("protégé par un mot de passe");
        assertThat(refusal("<!DOCTYPE html><html>".getBytes(StandardCharsets.UTF_8))).contains("une page web");
        assertThat(refusal(new byte[0])).contains("vide");
    }

    private String refusal(byte[] bytes) {
        return catchThrowableOfType(UnreadableSourceException.class,
                base(bytes).measure("VALEUR", Measures2022.POPULATION)::read)
                .getMessage();
    }
}

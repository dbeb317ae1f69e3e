package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Indicators2022;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The producers’ workbooks: five title lines, a header, rows; several sheets. */
class XlsxTableTest {
    @TempDir
    Path folder;

    private byte[] workbook;

    @BeforeEach
    void writeTheWorkbookOfThePerimeters() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet list = titled(book.createSheet("EPCI"));
            row(list, 5, "EPCI", "LIBEPCI", "NATURE_EPCI", "NB_COM");
            row(list, 6, "200043495", "CA du Pays de Laon", "CA", 38.0);
            row(list, 7, "ZZZZZZZZZ", "Sans objet", "ZZ", 4.0);
            Sheet communes = titled(book.createSheet("Composition_communale"));
            row(communes, 5, "CODGEO", "LIBGEO", "EPCI", "LIBEPCI", "DEP", "REG");
            row(communes, 6, "02408", "Laon", "200043495", "CA du Pays de Laon", "02", "32");
            row(communes, 8, "02409", "Lappion", 200043495.0, "CA du Pays de Laon", "02");
            row(communes, 9, "02409", "Lappion", "200043495", "CA du Pays de Laon", "02", "32");
            Sheet rates = book.createSheet("Taux");
            row(rates, 0, "CODGEO", "TP60");
            row(rates, 1, "QP002001", 0.497).getCell(1).setCellStyle(percentage(book));
            row(rates, 2, "QP002002", 37.8);
            row(rates, 3, "QP002003", "ns");
            row(rates, 4, "=QP002005", 1.0);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            workbook = bytes.toByteArray();
        }
    }

    private static org.apache.poi.ss.usermodel.CellStyle percentage(XSSFWorkbook book) {
        org.apache.poi.ss.usermodel.CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat("0.0%"));
        return style;
    }

    private static Sheet titled(Sheet sheet) {
        row(sheet, 0, "Intercommunalité - Métropole au 01-01-2021");
        row(sheet, 1, "France métropolitaine et départements d’outre-mer");
        row(sheet, 2, "Mise en ligne le 30/03/2021");
        row(sheet, 3, "Géographie au 01/01/2021");
        row(sheet, 4, "Code", "Libellé");
        return sheet;
    }

    private static Row row(Sheet sheet, int index, Object... cells) {
        Row row = sheet.createRow(index);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] instanceof Double number) {
                row.createCell(i).setCellValue(number);
            } else {
                row.createCell(i).setCellValue(String.valueOf(cells[i]));
            }
        }
        return row;
    }

    private TestExtract composition() {
        return new TestExtract(folder, Layout.EPCI_COMPOSITION)
                .file("Intercommunalite_2021.xlsx")
                .column("commune", "CODGEO")
                .column("epci", "EPCI");
    }

    @Test
    void findsTheHeaderUnderFiveTitleLines() {
        TestExtract list = new TestExtract(folder, Layout.EPCI_LISTE)
                .file("Intercommunalite_2021.xlsx")
                .column("epci", "EPCI")
                .column("label", "LIBEPCI")
                .column("nature", "NATURE_EPCI")
                .bytes(workbook);

        assertThat(list.told())
                .containsExactly("EpciFact[code=200043495, label=CA du Pays de Laon, nature=CA]", "~ sans-epci");
    }

    @Test
    void readsTheSheetThatTheEditionNamesAndTellsLinesAsTheSpreadsheetDoes() {
        assertThat(composition().sheet("Composition_communale").bytes(workbook).told())
                .containsExactly(
                        "EpciMembershipFact[commune=02408, epci=200043495]",
                        "EpciMembershipFact[commune=02409, epci=200043495]",
                        "! 10 CODGEO cle-en-double 02409");
    }

    @Test
    void namesTheSheetsWhenTheOneAskedForIsAbsent() {
        UnreadableSourceException thrown = catchThrowableOfType(
                UnreadableSourceException.class, composition().sheet("Composition communale").bytes(workbook)::read);

        assertThat(thrown.notices().getFirst().code()).isEqualTo("feuille-absente");
        assertThat(thrown.getMessage()).contains("Vouliez-vous dire «\u00a0Composition_communale\u00a0»");
    }

    @Test
    void namesTheOtherSheetsWhenAColumnIsMissing() {
        UnreadableSourceException thrown =
                catchThrowableOfType(UnreadableSourceException.class, composition().bytes(workbook)::read);

        assertThat(thrown.notices().getFirst().line()).isEqualTo(6);
        assertThat(thrown.getMessage()).contains("Feuilles du classeur\u00a0: EPCI, Composition_communale, Taux");
    }

    @Test
    void givesWhatCellsHold() {
        TestExtract rates = new TestExtract(folder, Layout.BASE_QPV)
                .file("taux.xlsx")
                .sheet("Taux")
                .column("code", "CODGEO")
                .rate("TP60", Indicators2022.TAUX_PAUVRETE)
                .bytes(workbook);

        assertThat(rates.told())
                .containsExactly(
                        "QP002001:taux_pauvrete=49.7%",
                        "QP002002:taux_pauvrete=37.8%",
                        "QP002003:taux_pauvrete=?NON_SIGNIFICATIF",
                        "! 5 CODGEO code-invalide =QP002005");
    }

    @Test
    void readsAWorkbookInAZip() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("Intercommunalite.xlsx"));
            zip.write(workbook);
        }

        assertThat(composition().file("epci.zip").sheet("Composition_communale").bytes(packed.toByteArray()).told())
                .hasSize(3);
    }

    @Test
    void saysThatAFileNamedLikeAWorkbookIsNone() {
        for (byte[] bytes : new byte[][] {"CODGEO;EPCI".getBytes(StandardCharsets.UTF_8), new byte[0]}) {
            UnreadableSourceException thrown =
                    catchThrowableOfType(UnreadableSourceException.class, composition().bytes(bytes)::read);

            assertThat(thrown.notices().getFirst().code()).isEqualTo("archive-illisible");
        }
    }

    private interface Change {
        void of(Sheet sheet, XSSFWorkbook book);
    }

    /** Remarks on the sheet of rates once it is changed: line, code, value. */
    private List<String> remarks(String named, Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            change.of(book.getSheet("Taux"), book);
            book.write(bytes);
        }
        try (SourceReader reader = new TestExtract(folder, Layout.BASE_QPV).file("base.xlsx").sheet(named)
                .column("code", "CODGEO").rate("TP60", Indicators2022.TAUX_PAUVRETE).bytes(bytes.toByteArray())
                .open(ReadPosition.START)) {
            return reader.remarks().stream().map(n -> n.line() + " " + n.code() + " " + n.value()).toList();
        }
    }

    @Test
    void whatASheetHidesIsToldAndReadAllTheSame() throws IOException {
        assertThat(remarks("Taux", (s, b) -> {})).isEmpty();
        assertThat(remarks("Taux", (s, b) -> s.getRow(2).setZeroHeight(true))).containsExactly("3 lignes-masquees 1");
        assertThat(remarks("Taux", (s, b) -> s.getRow(0).setZeroHeight(true))).as("the header").isEmpty();
        assertThat(remarks("Taux", (s, b) -> s.addMergedRegion(CellRangeAddress.valueOf("A2:A3"))))
                .containsExactly("2 cellules-fusionnees A2:A3");
        assertThat(remarks("Taux", (s, b) -> s.addMergedRegion(CellRangeAddress.valueOf("A1:B1")))).as("a title")
                .isEmpty();
        assertThat(remarks("Taux", (s, b) -> b.setSheetHidden(2, true))).containsExactly("0 feuille-masquee Taux");
        assertThat(remarks("Taux", (s, b) -> b.setSheetHidden(0, true))).as("another sheet").isEmpty();
    }

    /** No spreadsheet makes such a workbook; a program can. */
    @ParameterizedTest
    @CsvSource({"TAUX, Taux, 0 feuilles-homonymes TAUX", "TAUX, TAUX, 0 feuilles-homonymes Taux",
            "'Taux ', Taux, 0 feuilles-homonymes Taux", "Taux2, Taux, "})
    void twoSheetsOfOneNameAreToldApart(String other, String named, String remark) throws IOException {
        assertThat(remarks(named, (s, b) -> {
            Sheet copy = b.cloneSheet(b.getSheetIndex(s), "une autre");
            b.getCTWorkbook().getSheets().getSheetArray(b.getSheetIndex(copy)).setName(other);
        })).isEqualTo(remark == null ? List.of() : List.of(remark));
    }

    /** The library looks at the size of each part alone, and holds them all. */
    @Test
    void aWorkbookOfTooManyOrTooLargePartsIsRefusedBeforeItIsHeld() throws IOException {
        byte[] noise = new byte[1_000_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i % 251 * (i % 7));
        }

        assertThat(refused(new byte[0], 1_100)).isEqualTo("format-inattendu");
        assertThat(refused(noise, 130)).isEqualTo("fichier-trop-grand");
    }

    /** The library has a reader for it only where another library is. */
    @Test
    void aPartCompressedInAnotherWayIsADamagedFile() {
        byte[] other = workbook.clone();
        other[8] = 93;

        assertThat(catchThrowableOfType(
                UnreadableSourceException.class,
                new TestExtract(folder, Layout.BASE_QPV).file("base.xlsx").column("code", "CODGEO").bytes(other)::read)
                .notices().getFirst().code()).isEqualTo("archive-illisible");
    }

    private String refused(byte[] part, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                zip.putNextEntry(new ZipEntry("xl/media/" + i + ".bin"));
                zip.write(part);
            }
        }
        TestExtract extract = new TestExtract(folder, Layout.BASE_QPV).file("base.xlsx").column("code", "CODGEO")
                .bytes(bytes.toByteArray());
        return catchThrowableOfType(UnreadableSourceException.class, extract::read).notices().getFirst().code();
    }
}

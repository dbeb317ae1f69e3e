package fr.atlasqpv.publication.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition2022.SampleBooks;
import fr.atlasqpv.publication.AtlasVariants;
import fr.atlasqpv.publication.Comparisons;
import fr.atlasqpv.publication.Fingerprint;
import fr.atlasqpv.publication.Formulas;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WorkbookTest {
    /** Headers of figures outside the sheets by level, which say it by the unit or the form of their indicator. */
    private static final Set<String> FIGURES = Set.of(
            "valeur", "estime", "Cellules", "Octets", "Décimales", "Lignes lues", "Lignes rejetées",
            "Lignes hors champ", "Valeur avant", "Valeur après", "Écart", "Cellules changées");

    private final PublishedAtlas atlas = PublishedAtlasFixture.small();

    @TempDir
    Path folder;

    @Test
    void theSheetsAreThoseOfTheDesign() throws Exception {
        try (XSSFWorkbook book = written(atlas)) {
            assertThat(StreamSupport.stream(book.spliterator(), false).map(s -> s.getSheetName()))
                    .containsExactly(
                            "Lisez-moi", "Région", "Départements", "EPCI", "Quartiers", "Données", "Dictionnaire",
                            "Typologies", "Notes et secret", "Contrôles", "Provenance");
            assertThat(book.getSheet("Quartiers").getTables()).extracting(XSSFTable::getName)
                    .containsExactly("T_QUARTIERS_99");
        }
    }

    /** The workbook of a region made up, that of the sample, that of a comparison. */
    static Stream<Arguments> workbooks() {
        return Stream.of("made-up region", "sample", "comparison").map(Arguments::of);
    }

    private XSSFWorkbook open(String name) throws Exception {
        return switch (name) {
            case "sample" -> new XSSFWorkbook(SampleBooks.get().folder().resolve("atlas-qpv-2022-32.xlsx").toString());
            case "comparison" -> new XSSFWorkbook(
                    new ComparisonWorkbook().write(Comparisons.SMALL, folder).toString());
            default -> written(atlas);
        };
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void everySheetIsOneTableWithOneHeaderAndNothingElse(String name) throws Exception {
        Set<String> names = new HashSet<>();
        try (XSSFWorkbook book = open(name)) {
            for (int s = 0; s < book.getNumberOfSheets(); s++) {
                XSSFSheet sheet = book.getSheetAt(s);
                assertThat(book.getSheetVisibility(s)).isEqualTo(SheetVisibility.VISIBLE);
                assertThat(sheet.getMergedRegions()).as("merged cells of " + sheet.getSheetName()).isEmpty();
                assertThat(sheet.getCellComments()).isEmpty();
                assertThat(sheet.getTables()).as("tables of " + sheet.getSheetName()).hasSize(1);
                XSSFTable table = sheet.getTables().getFirst();
                assertThat(names.add(table.getName())).as("table named once: " + table.getName()).isTrue();
                assertThat(table.getStartCellReference().formatAsString()).isEqualTo("A1");
                assertThat(table.getEndRowIndex()).isEqualTo(sheet.getLastRowNum()).isPositive();
                headerIsTheTables(sheet, table);
                rowsAreFull(sheet);
            }
        }
    }

    private static void headerIsTheTables(XSSFSheet sheet, XSSFTable table) {
        XSSFRow header = sheet.getRow(0);
        assertThat(header.getLastCellNum()).isEqualTo((short) table.getColumnCount());
        for (int c = 0; c < table.getColumnCount(); c++) {
            assertThat(header.getCell(c).getStringCellValue())
                    .as("header of " + sheet.getSheetName())
                    .isNotBlank()
                    .isEqualTo(table.getColumns().get(c).getName());
        }
    }

    private static void rowsAreFull(XSSFSheet sheet) {
        for (int r = 0; r <= sheet.getLastRowNum(); r++) {
            XSSFRow row = sheet.getRow(r);
            assertThat((Object) row).as("row %d of %s", r + 1, sheet.getSheetName()).isNotNull();
            assertThat(row.getZeroHeight()).isFalse();
            assertThat(row.getCell(0)).as("first cell of row %d of %s", r + 1, sheet.getSheetName()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void figuresAreNumbersAndEverythingElseIsText(String name) throws Exception {
        try (XSSFWorkbook book = open(name)) {
            for (int s = 0; s < book.getNumberOfSheets(); s++) {
                XSSFSheet sheet = book.getSheetAt(s);
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        String header = sheet.getRow(0).getCell(cell.getColumnIndex()).getStringCellValue();
                        CellType expected = row.getRowNum() > 0 && figure(header) ? CellType.NUMERIC : CellType.STRING;
                        assertThat(cell.getCellType())
                                .as("%s!%s under %s", sheet.getSheetName(), cell.getAddress(), header)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    private static boolean figure(String header) {
        return FIGURES.contains(header)
                || header.endsWith(" – estimé")
                || header.matches(".*\\([^)]+\\)") && !header.endsWith("(NPNRU)")
                || Set.of("Cité de l’emploi", "Zone franche urbaine", "Quartier de reconquête républicaine")
                        .contains(header);
    }

    @Test
    void codesKeepTheirZeros() throws Exception {
        try (XSSFWorkbook book = written(atlas)) {
            XSSFCell code = book.getSheet("Quartiers").getRow(1).getCell(1);
            assertThat(code.getStringCellValue()).isEqualTo("QP09A001");
            assertThat(code.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
    }

    @Test
    void statusesStandInColumnsOfTheirOwn() throws Exception {
        try (XSSFWorkbook book = written(atlas)) {
            XSSFSheet sheet = book.getSheet("Quartiers");
            int column = column(sheet, "Part des logements sociaux (%)");
            assertThat(sheet.getRow(0).getCell(column + 1).getStringCellValue())
                    .isEqualTo("Part des logements sociaux (%) – statut");
            assertThat(sheet.getRow(1).getCell(column).getNumericCellValue()).isEqualTo(95);
            assertThat(sheet.getRow(1).getCell(column + 1).getStringCellValue()).isEqualTo("plafonne");
            assertThat(sheet.getRow(3).getCell(column)).isNull();
            assertThat(sheet.getRow(3).getCell(column + 1).getStringCellValue()).isEqualTo("secret");
        }
    }

    @Test
    void ratesOfTheSheetsByLevelBearDataBarsOnTheScaleOfTheBook() throws Exception {
        try (XSSFWorkbook book = written(atlas)) {
            for (String name : List.of("Région", "Départements", "EPCI", "Quartiers")) {
                var formatting = book.getSheet(name).getSheetConditionalFormatting();
                // Seven rates by territory; the share of inhabitants of the région and of its départements
                int rates = name.equals("Région") || name.equals("Départements") ? 8 : 7;
                assertThat(formatting.getNumConditionalFormattings()).as(name).isEqualTo(rates);
                var bar = formatting.getConditionalFormattingAt(0).getRule(0).getDataBarFormatting();
                assertThat(bar.getMinThreshold().getValue()).isEqualTo(0);
                assertThat(bar.getMaxThreshold().getValue()).isEqualTo(40);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void everySheetIsSetUpForScreenAndPrint(String name) throws Exception {
        try (XSSFWorkbook book = open(name)) {
            assertThat(book.getActiveSheetIndex()).isZero();
            for (int s = 0; s < book.getNumberOfSheets(); s++) {
                XSSFSheet sheet = book.getSheetAt(s);
                assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                assertThat(sheet.getActiveCell()).isEqualTo(CellAddress.A1);
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
                assertThat(sheet.getRepeatingRows().getLastRow()).isZero();
            }
        }
    }

    @Test
    void theContentsLeadToTheSheets() throws Exception {
        try (XSSFWorkbook book = written(atlas)) {
            var links = book.getSheet("Lisez-moi").getHyperlinkList();
            assertThat(links).hasSize(10)
                    .allMatch(link -> link.getAddress() == null || !link.getAddress().contains("://"));
            assertThat(links.getFirst().getLocation()).isEqualTo("'Région'!A1");
            assertThat(book.getSheet("Lisez-moi")
                    .getRow(links.getFirst().getFirstRow())
                    .getCell(0)
                    .getStringCellValue())
                    .isEqualTo("Région");
        }
    }

    @Test
    void propertiesNameTheBookAndItsPublisher() throws Exception {
        try (XSSFWorkbook book = written(atlas)) {
            var core = book.getProperties().getCoreProperties();
            assertThat(core.getTitle())
                    .isEqualTo(
                            "Atlas des quartiers prioritaires de la politique de la ville – Hautes-Terres, édition 2022");
            assertThat(core.getCreator()).isEqualTo("Institut des essais");
            assertThat(core.getCreated().toInstant()).hasToString("2022-01-01T00:00:00Z");
            assertThat(core.getModified()).isEqualTo(core.getCreated());
        }
    }

    @Test
    void aLabelThatLooksLikeAFormulaStaysText() throws Exception {
        try (XSSFWorkbook book = written(AtlasVariants.withQpvLabels(atlas, Formulas.LABELS))) {
            for (String name : List.of("Quartiers", "Données")) {
                XSSFSheet sheet = book.getSheet(name);
                List<XSSFCell> hostile = IntStream.rangeClosed(1, sheet.getLastRowNum())
                        .mapToObj(r -> sheet.getRow(r).getCell(name.equals("Données") ? 3 : 2))
                        .filter(cell -> Formulas.LABELS.contains(cell.getStringCellValue()))
                        .toList();
                assertThat(hostile).extracting(XSSFCell::getStringCellValue).containsAll(Formulas.LABELS);
                assertThat(hostile).allMatch(cell -> cell.getCellType() == CellType.STRING);
                assertThat(hostile.stream().filter(c -> c.getStringCellValue().startsWith("=")))
                        .allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
            }
        }
    }

    @Test
    void charactersThatXmlForbidsDoNotBreakTheFile() throws Exception {
        List<String> labels = List.of("a\u0000b", "_x0041_", " deux  espaces ", "𝄞 & <x> \"y\"", "lone \ud800");
        try (XSSFWorkbook book = written(AtlasVariants.withQpvLabels(atlas, labels))) {
            XSSFSheet sheet = book.getSheet("Quartiers");
            assertThat(IntStream.rangeClosed(1, 5).mapToObj(r -> sheet.getRow(r).getCell(2).getStringCellValue()))
                    .containsExactly("a\ufffdb", "_x0041_", " deux  espaces ", "𝄞 & <x> \"y\"", "lone \ufffd");
        }
    }

    @Test
    void anAtlasWithoutAnySourceStillHasTables() throws Exception {
        try (XSSFWorkbook book = written(AtlasVariants.withSources(atlas, sources -> List.of()))) {
            assertThat(book.getSheet("Provenance").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("(aucune ligne)");
        }
    }

    @Test
    void theSameAtlasGivesTheSameBytesWhateverTheLocaleAndTheTimeZone() throws Exception {
        Fingerprint first = Fingerprint.of(new WorkbookWriter().write(atlas, folder));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(Fingerprint.of(new WorkbookWriter().write(atlas, folder))).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private static int column(XSSFSheet sheet, String header) {
        return IntStream.range(0, sheet.getRow(0).getLastCellNum())
                .filter(c -> sheet.getRow(0).getCell(c).getStringCellValue().equals(header))
                .findFirst()
                .orElseThrow();
    }

    private XSSFWorkbook written(PublishedAtlas atlas) throws Exception {
        return new XSSFWorkbook(new WorkbookWriter().write(atlas, folder).toFile());
    }
}

package fr.atlasqpv.publication.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.atlasqpv.edition2022.SampleBooks;
import fr.atlasqpv.publication.AtlasVariants;
import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.publication.Formulas;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import fr.atlasqpv.release.PublishedCell;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another spreadsheet opens the workbook and finds the same figures. */
class LibreOfficeTest {
    /** Every sheet as CSV: {@code ;}, {@code "}, UTF-8, cells as shown off, all sheets. */
    private static final String FILTER =
            "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1";

    @TempDir
    Path folder;

    @Test
    void libreOfficeReadsAFixtureAndFindsItsFigures() throws Exception {
        PublishedAtlas atlas =
                AtlasVariants.withQpvLabels(PublishedAtlasFixture.small(), Formulas.LABELS.subList(0, 4));

        convert(new WorkbookWriter().write(atlas, folder));

        List<CSVRecord> rows = rows("atlas-qpv-essai-99-Données.csv");
        assertThat(rows).hasSize(atlas.cells().size() + 1);
        int r = 1;
        for (PublishedCell cell : atlas.cells().values()) {
            CSVRecord row = rows.get(r++);
            assertThat(row.get(2)).isEqualTo(cell.key().territory().code());
            assertThat(row.get(8)).isEqualTo(cell.status().id());
            if (cell.value() == null) {
                assertThat(row.get(6)).isEmpty();
            } else {
                assertThat(Double.parseDouble(row.get(6))).isEqualTo(cell.value().doubleValue());
            }
        }
        assertThat(rows.stream().map(row -> row.get(3))).containsAll(Formulas.LABELS.subList(0, 4));
    }

    @Test
    void libreOfficeReadsEveryCellOfEverySheetOfTheSampleWithoutAWarning() throws Exception {
        Path workbook = SampleBooks.get().folder().resolve("atlas-qpv-2022-32.xlsx");

        convert(workbook);

        try (XSSFWorkbook book = new XSSFWorkbook(workbook.toFile())) {
            for (Sheet sheet : book) {
                List<CSVRecord> rows = rows("atlas-qpv-2022-32-" + sheet.getSheetName() + ".csv");
                assertThat(rows).as(sheet.getSheetName()).hasSize(sheet.getLastRowNum() + 1);
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        String read = rows.get(row.getRowNum()).get(cell.getColumnIndex());
                        assertThat(same(cell, read))
                                .as("%s!%s: %s read as %s", sheet.getSheetName(), cell.getAddress(), cell, read)
                                .isTrue();
                    }
                }
            }
        }
    }

    private static boolean same(Cell cell, String read) {
        return cell.getCellType() == CellType.NUMERIC
                ? Double.parseDouble(read) == cell.getNumericCellValue()
                : read.equals(cell.getStringCellValue());
    }

    private void convert(Path workbook) throws Exception {
        Optional<Path> soffice = Stream.of("/usr/bin/soffice", "/usr/bin/libreoffice")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(soffice.isPresent(), "no LibreOffice on this machine: apt-get install libreoffice-calc");
        Process process = new ProcessBuilder(
                soffice.get().toString(), "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless",
                "--convert-to", FILTER, "--outdir", folder.toString(), workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        // It says what it converts and nothing else; javaldx looks for a Java for LibreOffice's own use
        assertThat(Files.readAllLines(folder.resolve("log")).stream().filter(line -> !line.contains("javaldx")))
                .allMatch(line -> line.isBlank() || line.startsWith("convert ") || line.startsWith("Writing sheet "));
    }

    private List<CSVRecord> rows(String file) throws Exception {
        try (CSVParser parser =
                CSVParser.parse(folder.resolve(file), StandardCharsets.UTF_8, CsvDialect.FORMAT)) {
            return parser.getRecords();
        }
    }
}

package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.TinyEdition;
import fr.atlasqpv.publication.CsvDialect;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that a spreadsheet would run and a browser would obey, from the input file to the four kinds of books. */
class HostileNamesTest {
    private static final String LINK = "=HYPERLINK(\"http://exemple.fr\")";
    private static final String COMMAND = "+cmd|'/C calc'!A0";
    private static final String SCRIPT = "@SUM(1)<script>alert(1)</script>";
    private static final String MINUS = "-2+3";

    @TempDir
    private static Path folder;

    private static TinyEdition edition;
    private static Path books;

    @BeforeAll
    static void run() throws IOException {
        edition = TinyEdition.in(folder);
        edition.change("quartiers.csv", text -> text.replace("Les Peupliers", quoted(LINK))
                .replace("La Gare", quoted(COMMAND)).replace("Le Canal", quoted(SCRIPT)));
        edition.change("epci.csv", text -> text.replace("CA des Plaines", MINUS));
        edition.append("logements.csv", "02001;=1+1;1");
        assertThat(atlas("run", edition.jobFile(), "--input", edition.input(), "--output", edition.output()))
                .isEqualTo(ExitCode.DONE);
        books = edition.books().resolve("32-hauts-de-france");
    }

    private static String quoted(String field) {
        return '"' + field.replace("\"", "\"\"") + '"';
    }

    private static int atlas(Object... words) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        int code = AtlasCommand.execute(
                writer, writer, java.util.Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        assertThat(said.toString()).doesNotContain("Exception");
        return code;
    }

    @Test
    void inTheCsvTheyAreTextBehindAnApostrophe() throws IOException {
        for (String file : List.of("-donnees.csv", "-territoires.csv")) {
            List<String> names = new ArrayList<>();
            try (CSVParser rows = CSVParser.parse(
                    books.resolve("atlas-qpv-minuscule-32" + file), StandardCharsets.UTF_8, CsvDialect.FORMAT)) {
                for (CSVRecord row : rows) {
                    row.forEach(field -> assertThat(field).doesNotStartWith("=").doesNotStartWith("+")
                            .doesNotStartWith("@"));
                    names.add(row.get(file.equals("-donnees.csv") ? 3 : 2));
                }
            }
            assertThat(names).contains("'" + LINK, "'" + MINUS).anyMatch(n -> n.startsWith("'+cmd"));
        }
        assertThat(edition.books().resolve("notices.csv")).content().contains(";'=1+1");
    }

    @Test
    void inTheWorkbookTheyAreTextAndNothingIsAFormulaOrALinkOutside() throws IOException {
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(books.resolve("atlas-qpv-minuscule-32.xlsx").toString())) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.NUMERIC);
                        if (cell.getCellType() == CellType.STRING) {
                            texts.add(cell.getStringCellValue());
                        }
                    }
                }
                assertThat(sheet.getHyperlinkList())
                        .allMatch(link -> link.getAddress() == null || !link.getAddress().contains("exemple.fr"));
            }
            assertThat(workbook.getExternalLinksTable()).isEmpty();
        }
        assertThat(texts).contains(LINK, MINUS, SCRIPT);
    }

    @Test
    void inThePageTheyAreEscaped() throws IOException {
        assertThat(edition.books().resolve("rapport.html")).content()
                .contains("=1+1")
                .doesNotContain("<script");
    }

    @Test
    void thePdfPrintsThemAndHoldsNoLinkToThem() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(books.resolve("atlas-qpv-minuscule-32.pdf").toFile())) {
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("=HYPERLINK(", "+cmd", "alert(1)", MINUS);
            for (var page : pdf.getPages()) {
                // Its words name what it leads to, within the book
                assertThat(page.getAnnotations()).allSatisfy(
                        a -> assertThat(a.getCOSObject().getDictionaryObject(COSName.A).toString())
                                .contains("GoTo").doesNotContain("exemple.fr"));
            }
        }
    }

    @Test
    void theThreeBooksStillSayTheSame() {
        assertThat(atlas("audit", edition.books())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aComparisonOfThemIsTextToo() throws IOException {
        Path printed = Files.writeString(
                folder.resolve("imprime.csv"),
                "niveau;code;libelle;perimetre;indicateur;valeur;statut\nQPV;QP002001;" + quoted("'" + LINK)
                        + ";QPV;population;1200;publie\n");
        Path output = folder.resolve("comparaison");

        assertThat(atlas("compare", edition.books(), "--published", printed, "--output", output))
                .isEqualTo(ExitCode.DONE);

        assertThat(output.resolve("comparaison.csv")).content().contains("\"'=HYPERLINK(").doesNotContain(";\"=");
        assertThat(output.resolve("comparaison.html")).content().contains("=HYPERLINK(\"")
                .doesNotContain("href=\"http");
        try (XSSFWorkbook workbook = new XSSFWorkbook(output.resolve("comparaison.xlsx").toString())) {
            Cell name = workbook.getSheet("Valeurs").getRow(1).getCell(4);
            assertThat(Map.of(name.getCellType(), name.getStringCellValue())).containsEntry(CellType.STRING, LINK);
        }
    }
}

package fr.atlasqpv.publication.readback;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Catalogue2022;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.publication.AtlasVariants;
import fr.atlasqpv.publication.Formulas;
import fr.atlasqpv.publication.Tab;
import fr.atlasqpv.publication.csv.TidyCsvWriter;
import fr.atlasqpv.publication.xlsx.WorkbookWriter;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadbackTest {
    private final PublishedAtlas atlas = PublishedAtlasFixture.region(3, 6, 4);

    @TempDir
    Path folder;

    private static Map<CellKey, PublishedCell> published(ReadBook book) {
        return book.cells().values().stream().collect(Collectors.toMap(ReadCell::key, ReadCell::published));
    }

    @Test
    void theCsvSaysExactlyTheCellsOfTheAtlas() throws Exception {
        ReadBook csv = new TidyCsvReadback(Catalogue2022.CATALOGUE).read(new TidyCsvWriter().write(atlas, folder));

        assertThat(csv.defects()).isEmpty();
        assertThat(csv.edition()).isEqualTo("essai");
        assertThat(published(csv)).isEqualTo(atlas.cells());
    }

    @Test
    void theWorkbookSaysExactlyTheCellsOfTheAtlasTwice() throws Exception {
        ReadBook workbook =
                new WorkbookReadback(Catalogue2022.CATALOGUE).read(new WorkbookWriter().write(atlas, folder));

        assertThat(workbook.defects()).isEmpty();
        assertThat(workbook.occurrences()).hasSize(2 * atlas.cells().size());
        assertThat(published(workbook)).isEqualTo(atlas.cells());
    }

    @Test
    void hostileLabelsComeBackAsTheyWere() throws Exception {
        PublishedAtlas hostile = AtlasVariants.withQpvLabels(atlas, Formulas.LABELS);

        ReadBook csv = new TidyCsvReadback(Catalogue2022.CATALOGUE).read(new TidyCsvWriter().write(hostile, folder));
        ReadBook workbook =
                new WorkbookReadback(Catalogue2022.CATALOGUE).read(new WorkbookWriter().write(hostile, folder));

        assertThat(csv.labels()).containsValues(Formulas.LABELS.toArray(String[]::new)).isEqualTo(workbook.labels());
    }

    @Test
    void aFigureBesideASecretIsADefectThatDoesNotRepeatIt() throws Exception {
        Path file = new TidyCsvWriter().write(atlas, folder);
        String leaking = Files.readString(file).replaceFirst(";;secret;", ";31.4;secret;");
        Files.writeString(file, leaking);

        ReadBook csv = new TidyCsvReadback(Catalogue2022.CATALOGUE).read(file);

        assertThat(csv.defects()).singleElement().asString().contains("valeur et statut").doesNotContain("31.4");
    }

    @Test
    void aSheetThatSaysMoreThanAnotherIsADefectAndItsValueIsTaken() throws Exception {
        Path file = new WorkbookWriter().write(atlas, folder);
        CellKey withheld = atlas.cells().values().stream()
                .filter(c -> c.status() == CellStatus.SECRET && c.key().territory().level() == Level.QPV)
                .findFirst()
                .orElseThrow()
                .key();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            for (var row : book.getSheet("Données")) {
                if (row.getCell(2).getStringCellValue().equals(withheld.territory().code())
                        && row.getCell(5).getStringCellValue().equals(withheld.indicator().id())) {
                    row.createCell(6).setCellValue(33.3);
                    row.getCell(8).setCellValue("publie");
                }
            }
            try (FileOutputStream out = new FileOutputStream(file.toFile())) {
                book.write(out);
            }
        }

        ReadBook workbook = new WorkbookReadback(Catalogue2022.CATALOGUE).read(file);

        assertThat(workbook.defects()).singleElement().asString().contains("ne disent pas la même chose");
        assertThat(workbook.cells().get(withheld).value()).isEqualTo("33.3");
    }

    @Test
    void whatAFileHidesIsReadToo() throws Exception {
        Path file = new WorkbookWriter().write(atlas, folder);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            var hidden = book.createSheet("brouillon");
            hidden.createRow(3).createCell(2).setCellValue(1234.5);
            book.setSheetVisibility(book.getSheetIndex(hidden), SheetVisibility.VERY_HIDDEN);
            var comment = book.getSheet("EPCI").createDrawingPatriarch().createCellComment(
                    book.getCreationHelper().createClientAnchor());
            comment.setString(book.getCreationHelper().createRichTextString("vu : 77 ménages"));
            var name = book.createName();
            name.setNameName("SEUIL");
            name.setRefersToFormula("42");
            hidden.getRow(3).createCell(3).setCellFormula("1+1");
            book.getProperties().getCustomProperties().addProperty("note", "reste 12");
            try (FileOutputStream out = new FileOutputStream(file.toFile())) {
                book.write(out);
            }
        }

        ReadBook workbook = new WorkbookReadback(Catalogue2022.CATALOGUE).read(file);

        assertThat(workbook.elsewhere()).extracting(ReadBook.Text::text).contains("1234.5", "vu : 77 ménages", "42",
                "reste 12");
        assertThat(workbook.elsewhere())
                .filteredOn(text -> List.of("1234.5", "vu : 77 ménages", "42", "reste 12").contains(text.text()))
                .allMatch(text -> text.place() == ReadBook.Place.HIDDEN);
        assertThat(workbook.defects()).anyMatch(formula -> formula.contains("formule"))
                .anyMatch(sheet -> sheet.contains("masquée"))
                .contains("brouillon : feuille qui n’est pas au registre",
                        "docProps/custom.xml : partie qu’un livre n’a pas");
    }

    @Test
    void everyTabOfTheRegisterStandsInTheWorkbookAndOneOfNoRegisterIsAFault() throws Exception {
        Path file = new WorkbookWriter().write(atlas, folder);
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            List<String> titles = IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName).toList();
            assertThat(titles).containsExactlyElementsOf(Stream.of(Tab.values()).map(Tab::title).toList());

            var more = book.createSheet("Classement 77");
            more.createRow(0).createCell(0).setCellValue("code");
            book.setSheetName(book.getSheetIndex(Tab.QPV.title()), "Quartiers prioritaires");
            book.getSheet(Tab.DATA.title()).getRow(0).getCell(8).setCellValue("état");
            try (FileOutputStream out = new FileOutputStream(file.toFile())) {
                book.write(out);
            }
        }

        assertThat(new WorkbookReadback(Catalogue2022.CATALOGUE).read(file).faults()).contains(
                "Classement …… : feuille qui n’est pas au registre",
                "Quartiers prioritaires : feuille qui n’est pas au registre",
                Tab.DATA.title() + " : colonnes inattendues");
    }

    @Test
    void aFileThatIsNoBookOfOursSaysWhatIsMissing() throws Exception {
        Path file = folder.resolve("autre.csv");
        Files.writeString(file, "code;valeur\nQP1;3\n", StandardCharsets.UTF_8);

        assertThat(org.assertj.core.api.Assertions
                .catchThrowable(() -> new TidyCsvReadback(Catalogue2022.CATALOGUE).read(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("autre.csv : la colonne « niveau » manque");
    }
}

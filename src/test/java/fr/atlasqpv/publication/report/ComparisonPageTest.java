package fr.atlasqpv.publication.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.publication.Comparisons;
import fr.atlasqpv.publication.csv.ComparisonCsvWriter;
import fr.atlasqpv.publication.xlsx.ComparisonWorkbook;
import fr.atlasqpv.release.EditionComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonPageTest {
    private static final EditionComparison COMPARISON = Comparisons.SMALL;

    @TempDir
    Path folder;

    @Test
    void thePageTellsBreaksDifferencesAndStatusesInFrench() throws Exception {
        String page = Files.readString(new ComparisonPage().write(COMPARISON, folder));

        assertThat(page).contains("2022 et 2023", "12\u202f345", "−1\u202f000", "−8,1\u00a0%", "code changé",
                "1\u202f234");
        assertThat(page).contains("&lt;b&gt;Une&lt;/b&gt;").doesNotContain("<b>Une");
    }

    @Test
    void theCsvHasOneLinePerChange() throws Exception {
        List<Path> files = new ComparisonCsvWriter().write(COMPARISON, folder);

        assertThat(files.getFirst()).hasContent(
                """
                        nature;niveau;code_avant;code_apres;libelle;perimetre;indicateur;valeur_avant;valeur_apres;statut_avant;\
                        statut_apres;ecart;ecart_relatif;millesime_avant;millesime_apres;cause
                        revision;QPV;QP000001;QN00001M;<b>Une</b>;QPV;population;12345;11345;publie;publie;-1000;-8.1;2018;2018;
                        statut;QPV;QP000001;QN00001M;<b>Une</b>;QPV;taux_pauvrete;;;secret;publie;;;2018;2018;cause
                        """);
        assertThat(files.getLast()).content().contains("recode;QPV;QP000001;'=Une;QN00001M;<b>Une</b>");
    }

    @Test
    void theWorkbookHasASheetForFiguresBreaksAndTerritories() throws Exception {
        try (XSSFWorkbook book = new XSSFWorkbook(new ComparisonWorkbook().write(COMPARISON, folder).toFile())) {
            assertThat(book.getNumberOfSheets()).isEqualTo(3);
            assertThat(book.getSheet("Valeurs").getRow(1).getCell(13).getNumericCellValue()).isEqualTo(-1000);
            assertThat(book.getSheet("Ruptures de série").getRow(1).getCell(3).getNumericCellValue()).isEqualTo(52);
            assertThat(book.getSheet("Territoires").getRow(1).getCell(3).getStringCellValue()).isEqualTo("=Une");
        }
    }
}

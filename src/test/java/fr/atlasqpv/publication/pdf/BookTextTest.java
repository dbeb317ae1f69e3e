package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The book as its characters tell it. */
class BookTextTest {
    private static String text(PDDocument document, int page, boolean byPosition) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.setSortByPosition(byPosition);
        return stripper.getText(document);
    }

    private static List<TextPosition> characters(PDDocument document) throws IOException {
        List<TextPosition> all = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                all.add(text);
            }
        };
        stripper.getText(document);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE, Books.ODD,
            Books.FEW, Books.MANY,
            Books.ZOOMED})
    void nothingIsUnderSevenPointsNorOffThePage(String book) throws IOException {
        double width = Page.WIDTH * 72 / 25.4;
        double height = Page.HEIGHT * 72 / 25.4;
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            assertThat(characters(document)).allSatisfy(character -> {
                assertThat(character.getFontSizeInPt()).as(character.getUnicode()).isGreaterThanOrEqualTo(6.99f);
                assertThat((double) character.getX()).isBetween(0.0, width);
                assertThat((double) character.getEndX()).isBetween(0.0, width);
                assertThat((double) character.getY()).isBetween(0.0, height);
                assertThat(character.getUnicode()).doesNotContain("\uFFFD");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.WIDE})
    void everyFigureOfEveryQpvStandsOnItsLineInOrder(String book) throws IOException {
        everyQpvStandsOnItsLine(Books.atlas(book), lines(Books.pdf(book)));
    }

    /** What people do who have no other tool at hand. */
    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.WIDE})
    void pdftotextGivesEveryQpvOnItsLineInOrder(String book) throws IOException, InterruptedException {
        assumeThat(Path.of("/usr/bin/pdftotext")).isExecutable();
        Path folder = Files.createTempDirectory("livre");
        Path pdf = folder.resolve("livre.pdf");
        Path text = folder.resolve("livre.txt");
        Files.write(pdf, Books.pdf(book));
        Process pdftotext = new ProcessBuilder(
                "/usr/bin/pdftotext", "-layout", "-enc", "UTF-8", pdf.toString(), text.toString())
                .start();
        assertThat(pdftotext.waitFor()).isZero();
        everyQpvStandsOnItsLine(Books.atlas(book), Files.readString(text).lines().toList());
        Files.delete(pdf);
        Files.delete(text);
        Files.delete(folder);
    }

    private static void everyQpvStandsOnItsLine(PublishedAtlas atlas, List<String> lines) {
        for (PublishedTerritory qpv : atlas.territories(Level.QPV)) {
            String code = qpv.territory().code();
            String figures = lines.stream()
                    .map(BookTextTest::spaced)
                    .filter(line -> line.contains(code))
                    .filter(line -> line.contains(printed(atlas, qpv, Indicators2022.TAUX_EMPLOI_FEMMES)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no line of figures for " + code));
            int at = figures.indexOf(code) + code.length();
            for (Indicator indicator : List.of(
                    Indicators2022.POPULATION, Indicators2022.JEUNES_0_14, Indicators2022.REUSSITE_BREVET,
                    Indicators2022.TAUX_PAUVRETE,
                    Indicators2022.TYPOLOGIE_COHESION, Indicators2022.TAUX_EMPLOI_FEMMES,
                    Indicators2022.TAUX_EMPLOI_HOMMES,
                    Indicators2022.TYPOLOGIE_EMPLOI, Indicators2022.TAUX_VACANCE, Indicators2022.NB_LOGEMENTS_SOCIAUX,
                    Indicators2022.PART_LOGEMENTS_SOCIAUX)) {
                String expected = printed(atlas, qpv, indicator);
                int found = figures.indexOf(expected, at);
                assertThat(found).as("%s of %s in “%s”", indicator.id(), code, figures).isGreaterThanOrEqualTo(at);
                at = found + expected.length();
            }
        }
    }

    private static String printed(PublishedAtlas atlas, PublishedTerritory qpv, Indicator indicator) {
        String text = Printed.of(atlas.cell(Level.QPV, qpv.territory().code(), Perimeter.QPV, indicator)).text();
        return spaced(text);
    }

    /**
     * Every space as the plain one: the no-break one shares its glyph, and tools of extraction differ on the narrow
     * one and after signs.
     */
    private static String spaced(String text) {
        return text.replace('\u00A0', ' ').replace('\u202F', ' ').replace("≤ ", "≤").replace("≥ ", "≥");
    }

    private static List<String> lines(byte[] pdf) throws IOException {
        List<String> lines = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                lines.addAll(text(document, page, true).lines().toList());
            }
        }
        return lines;
    }

    @Test
    void pagesReadInTheOrderInWhichTheyAreSeen() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.SMALL))) {
            int table = pageWith(document, "Brumes — données par intercommunalité");
            assertThat(text(document, table, false)).containsSubsequence(
                    "Brumes — données par intercommunalité", "Les indicateurs sont exprimés", "Intercommunalité",
                    "POPULATION",
                    "Réussite", "Pays d’Œuvry", "dans les QPV", "Hautes-Terres", "France métropolitaine",
                    "Ensemble du territoire", "sans objet", "Données simulées", "Sources");
            int contents = pageWith(document, "Sommaire");
            assertThat(text(document, contents, false)).containsSubsequence(
                    "Introduction", "Les indicateurs", "La géographie", "Hautes-Terres", "Brumes", "Val-d’Orme",
                    "Données détaillées", "Sources et provenance");
        }
    }

    private static int pageWith(PDDocument document, String words) throws IOException {
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
            if (text(document, page, false).contains(words)) {
                return page;
            }
        }
        throw new AssertionError("no page says " + words);
    }

    @Test
    void theContentsGiveTheFolioOfEachChapter() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.LARGE))) {
            String contents = text(document, pageWith(document, "Sommaire"), true).replace('\u00A0', ' ');
            for (String chapter : List.of("Brumes (9A)", "Val-d’Orme (9B)")) {
                String line = contents.lines()
                        .filter(l -> l.startsWith(chapter))
                        .findFirst()
                        .orElseThrow();
                int folio = Integer.parseInt(line.replaceFirst(".*\\s", ""));
                assertThat(text(document, folio, false)).contains(chapter.replaceFirst(" \\(.*", ""));
                assertThat(folio % 2).as("a chapter opens on the left").isZero();
            }
        }
    }

    @Test
    void simulatedFiguresAreAnnouncedOnTheCoverAndUnderTheirTables() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.SMALL))) {
            assertThat(text(document, 1, false)).contains("Données simulées");
            int table = pageWith(document, "Brumes — données par intercommunalité");
            assertThat(text(document, table, false).replace('\u00A0', ' ')).contains("Données simulées : vacance");
        }
    }

    @Test
    void theLegendOfStatusesStandsOnEachPageOfATable() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.LARGE))) {
            int tables = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                String words = text(document, page, false);
                if (words.contains("données par intercommunalité")
                        || words.contains("Données détaillées par quartier indicateurs")) {
                    assertThat(words).as("page %d", page).contains("sans objet").contains("non disponible");
                    tables++;
                }
            }
            assertThat(tables).isGreaterThan(8);
        }
    }

    @Test
    void aGroupThatGoesOnToTheNextSpreadSaysSo() throws IOException {
        assertThat(lines(Books.write(fr.atlasqpv.release.PublishedAtlasFixture.region(1, 1, 70))))
                .anyMatch(line -> line.contains("(suite)") && line.contains("Œuvry"));
    }

    @Test
    void everyPublishedEpciIsNamedInFullSomewhere() throws IOException {
        String words = String.join(" ", lines(Books.pdf(Books.SMALL)));
        for (PublishedTerritory epci : Books.atlas(Books.SMALL).territories(Level.EPCI)) {
            Optional<String> last = List.of(epci.label().split(" ")).reversed().stream().findFirst();
            assertThat(words).contains(last.orElseThrow());
        }
    }
}

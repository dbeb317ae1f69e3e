package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ThematicMap;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a reader finds the way: pages, folios, bookmarks, links. */
class BookNavigationTest {
    /** A link of a page: where it leads, in which words. */
    private record Leap(int page, String name, int target, String words) {}

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replace('\u00A0', ' ');
    }

    private static Map<String, Integer> destinations(PDDocument document) throws IOException {
        Map<String, Integer> pages = new HashMap<>();
        collect(document.getDocumentCatalog().getNames().getDests(), pages);
        return pages;
    }

    private static <T extends PDPageDestination> void collect(
            PDNameTreeNode<T> node, Map<String, Integer> pages) throws IOException {
        if (node.getNames() != null) {
            node.getNames().forEach((name, destination) -> pages.put(name, destination.retrievePageNumber() + 1));
        }
        if (node.getKids() != null) {
            for (PDNameTreeNode<T> kid : node.getKids()) {
                collect(kid, pages);
            }
        }
    }

    private static List<Leap> leaps(PDDocument document) throws IOException {
        Map<String, Integer> pages = destinations(document);
        List<Leap> leaps = new ArrayList<>();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            for (PDAnnotation annotation : page.getAnnotations()) {
                COSDictionary action = (COSDictionary) annotation.getCOSObject().getDictionaryObject(COSName.A);
                String name = action.getString(COSName.D);
                leaps.add(new Leap(number, name, pages.get(name), annotation.getContents().replace('\u00A0', ' ')));
            }
        }
        return leaps;
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE, Books.EMPTY, Books.LONG,
            Books.ODD, Books.FEW, Books.MANY,
            Books.ZOOMED})
    void noPageIsBlank(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(text(document, page).strip()).as("page %d", page).hasSizeGreaterThan(80);
            }
            assertThat(document.getNumberOfPages()).as("the back cover is on the left").isEven();
        }
    }

    /** Each QPV stands in the index under each of its communes, with the page of its row, to which it leads. */
    @ParameterizedTest
    @ValueSource(
            strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE, Books.LONG, Books.ODD, Books.MANY,
                    Books.ZOOMED})
    void theIndexLeadsToEveryQpv(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            Map<String, Integer> pages = destinations(document);
            List<Leap> index = leaps(document).stream()
                    .filter(l -> l.page() >= pages.get(Anchors.INDEX) && l.page() < pages.get(Anchors.SOURCES))
                    .toList();
            for (PublishedTerritory qpv : Books.atlas(book).territories(Level.QPV)) {
                assertThat(qpv.communes()).isNotBlank();
                assertThat(index).filteredOn(l -> l.name().equals(Anchors.detailRow(qpv.territory())))
                        .hasSize(qpv.communes().split(", ").length)
                        .allSatisfy(l -> assertThat(l.words()).endsWith(", page " + l.target()));
                for (String other : List.of(Anchors.portrait(qpv.territory()), Anchors.zoom(qpv.epci()))) {
                    assertThat(index).filteredOn(l -> l.name().equals(other)
                            && l.words().startsWith(French.typeset(qpv.label()).replace('\u00a0', ' ') + " :"))
                            .allSatisfy(l -> assertThat(l.words()).endsWith(", page " + l.target()))
                            .hasSizeGreaterThanOrEqualTo(
                                    pages.containsKey(other) ? qpv.communes().split(", ").length : 0);
                }
            }
        }
    }

    /** How many EPCI each class has on the maps of an indicator, whole and QPV, counted anew from what is published. */
    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.ZOOMED})
    void classesOfAMapAreCounted(String book) throws IOException {
        PublishedAtlas atlas = Books.atlas(book);
        ThematicMap map = atlas.edition().book().maps().getFirst();
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            String page = text(document, destinations(document).get(Anchors.classMaps(map.indicator())))
                    .replaceAll("\\s+", " ");
            for (int rank = 0; rank <= map.bounds().size(); rank++) {
                int here = rank;
                String counts = Stream.of(Perimeter.ENSEMBLE, Perimeter.QPV)
                        .map(perimeter -> atlas.territories(Level.EPCI).stream()
                                .flatMap(e -> atlas.cell(Level.EPCI, e.territory().code(), perimeter, map.indicator())
                                        .stream())
                                .filter(cell -> cell.value() != null
                                        && ThematicMap.of(cell.value(), map.bounds()) == here)
                                .count())
                        .map(count -> count == 0 ? "–" : Long.toString(count))
                        .collect(Collectors.joining(" "));
                assertThat(page).as("class %d", rank + 1).containsPattern("% (ou plus )?" + (rank + 1) + " " + counts
                        + "|" + (rank + 1) + " [^%]*%( ou plus)? " + counts);
            }
        }
    }

    /** How many QPV each programme has, by département and in the region, counted anew from the cells. */
    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.MANY,
            Books.ZOOMED})
    void programmesAreCounted(String book) throws IOException {
        PublishedAtlas atlas = Books.atlas(book);
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            String page = text(document, destinations(document).get(Anchors.PROGRAMMES)).replaceAll("\\s+", " ");
            for (Indicator programme : atlas.edition().book().programmes()) {
                List<PublishedTerritory> in = atlas.territories(Level.QPV).stream()
                        .filter(qpv -> atlas.cell(Level.QPV, qpv.territory().code(), Perimeter.QPV, programme)
                                .filter(cell -> cell.text() != null && !cell.text().isEmpty()
                                        || cell.value() != null && cell.value().signum() > 0)
                                .isPresent())
                        .toList();
                String counts = atlas.territories(Level.DEP).stream()
                        .map(departement -> in.stream()
                                .filter(qpv -> qpv.departement().equals(departement.territory().code())).count())
                        .map(count -> count == 0 ? "–" : Long.toString(count))
                        .collect(Collectors.joining(" "));
                assertThat(page).contains(
                        French.typeset(atlas.edition().indicator(programme).label()).replace('\u00a0', ' ') + " "
                                + counts
                                + " " + in.size() + " ");
            }
        }
    }

    /** Each QPV has its number on a map, once where nothing is shown apart, and the number leads to its row. */
    @Test
    void eachQpvIsNumberedOnAMap() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.ZOOMED))) {
            Map<String, Integer> pages = destinations(document);
            List<Leap> leaps = leaps(document);
            PublishedAtlas atlas = Books.atlas(Books.ZOOMED);
            for (PublishedTerritory qpv : atlas.territories(Level.QPV)) {
                int zoom = pages.get(Anchors.zoom(qpv.epci()));
                assertThat(leaps).as(qpv.label()).anyMatch(l -> (l.page() == zoom || l.page() == zoom + 1)
                        && l.name().equals(Anchors.detailRow(qpv.territory()))
                        && l.words().matches("[0-9]+\\. .*"));
            }
            long maps = atlas.territories(Level.EPCI).stream().map(e -> pages.get(Anchors.zoom(e.territory().code())))
                    .distinct().count();
            assertThat(maps).as("small ones share a page").isLessThan(atlas.territories(Level.EPCI).size());
        }
    }

    /** Each QPV has its portrait, once, and its row leads there and back. */
    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.TINY, Books.WIDE, Books.LONG, Books.ODD, Books.MANY,
            Books.ZOOMED})
    void eachQpvHasItsPortrait(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            List<Leap> leaps = leaps(document);
            for (PublishedTerritory qpv : Books.atlas(book).territories(Level.QPV)) {
                int portrait = destinations(document).get(Anchors.portrait(qpv.territory()));
                int row = destinations(document).get(Anchors.detailRow(qpv.territory()));
                assertThat(leaps).as(qpv.label())
                        .anyMatch(l -> l.page() == row && l.target() == portrait
                                && l.name().equals(Anchors.portrait(qpv.territory())))
                        .anyMatch(l -> l.page() == portrait && l.target() == row
                                && l.name().equals(Anchors.detailRow(qpv.territory())));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE, Books.EMPTY, Books.LONG,
            Books.ODD, Books.FEW, Books.MANY,
            Books.ZOOMED})
    void chaptersOpenOnTheLeftAndTheirTablesFaceThem(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            Map<String, Integer> pages = destinations(document);
            List<PublishedTerritory> departements = Books.atlas(book).territories(Level.DEP);
            if (departements.size() > 1) {
                assertThat(pages.get(Anchors.REGION)).isEven();
                assertThat(pages.get(Anchors.REGION_TABLE)).isEqualTo(pages.get(Anchors.REGION) + 1);
            } else {
                assertThat(pages).doesNotContainKeys(Anchors.REGION, Anchors.REGION_TABLE);
            }
            for (PublishedTerritory departement : departements) {
                int map = pages.get(Anchors.chapter(departement.territory()));
                assertThat(map).as(departement.label()).isEven();
                assertThat(pages.get(Anchors.table(departement.territory()))).as(departement.label())
                        .isEqualTo(map + 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE, Books.EMPTY, Books.LONG,
            Books.ODD, Books.FEW, Books.MANY,
            Books.ZOOMED})
    void everyLineOfTheContentsGivesThePageWhereItLeads(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            int introduction = destinations(document).get(Anchors.INTRODUCTION);
            List<Leap> lines = leaps(document).stream().filter(leap -> leap.page() < introduction).toList();
            assertThat(lines).hasSizeGreaterThan(6).allSatisfy(line -> {
                assertThat(line.words()).endsWith(", page " + line.target());
                String printed = text(document, line.page()).lines()
                        .filter(l -> l.startsWith(line.words().replaceFirst(", page \\d+$", "")))
                        .filter(l -> l.strip().endsWith(" " + line.target()))
                        .findFirst()
                        .orElse("");
                assertThat(printed).as(line.words()).isNotEmpty();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE})
    void everyChapterEveryDepartementAndEveryEpciHasABookmark(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            List<String> titles = new ArrayList<>();
            outline(document.getDocumentCatalog().getDocumentOutline(), titles);
            assertThat(titles).contains(
                    "Couverture", "Crédits et mentions légales", "Sommaire", "Introduction", "L’essentiel",
                    "Lire l’atlas",
                    "Les indicateurs", "Note de traitement", RegionChapter.PART, DetailSpreads.PART,
                    PortraitPages.PART,
                    SourcesPages.TITLE, Abbreviations.TITLE);
            PublishedAtlas atlas = Books.atlas(book);
            for (PublishedTerritory departement : atlas.territories(Level.DEP)) {
                String name = departement.label() + " (" + departement.territory().code() + ")";
                assertThat(titles).filteredOn(name::equals).as("once in each part").hasSize(3);
            }
            for (PublishedTerritory epci : atlas.territories(Level.EPCI)) {
                assertThat(titles).contains(French.typeset(epci.label()).replace('\u00A0', ' '));
            }
        }
    }

    private static void outline(PDOutlineNode node, List<String> titles) {
        for (PDOutlineItem item : node.children()) {
            titles.add(item.getTitle().replace('\u00A0', ' '));
            outline(item, titles);
        }
    }

    @Test
    void aMapLeadsToItsTableAndTheTableToTheDetail() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.SMALL))) {
            List<Leap> leaps = leaps(document);
            Map<String, Integer> pages = destinations(document);
            PublishedAtlas atlas = Books.atlas(Books.SMALL);
            for (PublishedTerritory departement : atlas.territories(Level.DEP)) {
                int map = pages.get(Anchors.chapter(departement.territory()));
                int table = pages.get(Anchors.table(departement.territory()));
                for (PublishedTerritory epci : atlas.epciOf(departement.territory().code())) {
                    assertThat(leaps).as("from the map to %s", epci.label())
                            .anyMatch(l -> l.page() == map && l.name().equals(Anchors.row(epci.territory()))
                                    && l.target() == table);
                    assertThat(leaps).as("from the table to %s", epci.label())
                            .anyMatch(l -> l.page() == table && l.name().equals(Anchors.detailRow(epci.territory()))
                                    && l.target() >= pages.get(Anchors.detail(departement.territory())));
                }
            }
        }
    }

    @Test
    void theImprintPrintsTheLegalNoticeOfTheEdition() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.SMALL))) {
            assertThat(text(document, 2)).contains(
                    "Mentions légales", Books.atlas(Books.SMALL).edition().text("legal-notice"), "Institut des essais");
        }
    }

    @Test
    void everyTableAndGraphicOfASimulatedFigureSaysSo() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.ODD))) {
            int concerned = 0;
            for (int page = destinations(document).get(Anchors.REGION); page <= document.getNumberOfPages(); page++) {
                String words = text(document, page);
                boolean rates = words.contains("données par intercommunalité")
                        || words.contains("Données par département")
                        || words.contains("profils des intercommunalités")
                        || words.contains("indicateur par indicateur") || words.contains("par quartier indicateurs");
                if (rates) {
                    assertThat(words).as("page %d", page).contains("Données simulées : ").contains("vacance");
                    concerned++;
                }
            }
            assertThat(concerned).isGreaterThan(5);
        }
    }
}

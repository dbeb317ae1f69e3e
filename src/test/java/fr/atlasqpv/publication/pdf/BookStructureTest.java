package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ThematicMap;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What veraPDF does not see: scopes, alternative texts, the order of reading, links. */
class BookStructureTest {
    private static final COSName STRUCT_TYPE = COSName.S;

    private interface Visitor {
        void visit(COSDictionary element, List<String> path);
    }

    private static void walk(COSBase node, List<String> path, Visitor visitor) {
        if (node instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.getObject(i), path, visitor);
            }
        } else if (node instanceof COSDictionary dictionary && dictionary.containsKey(STRUCT_TYPE)) {
            List<String> inside = new ArrayList<>(path);
            inside.add(dictionary.getNameAsString(STRUCT_TYPE));
            visitor.visit(dictionary, inside);
            walk(dictionary.getDictionaryObject(COSName.K), inside, visitor);
        }
    }

    private static void walk(PDDocument document, Visitor visitor) {
        PDStructureNode root = document.getDocumentCatalog().getStructureTreeRoot();
        walk(root.getCOSObject().getDictionaryObject(COSName.K), List.of(), visitor);
    }

    private static List<COSDictionary> elements(PDDocument document, String type) {
        List<COSDictionary> found = new ArrayList<>();
        walk(document, (element, path) -> {
            if (path.getLast().equals(type)) {
                found.add(element);
            }
        });
        return found;
    }

    /** What a map by class shows is told in words: each EPCI in the class of its published figure, or with what stands in its place. */
    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.ZOOMED})
    void theClassOfEachEpciIsThatOfItsFigure(String book) throws IOException {
        PublishedAtlas atlas = Books.atlas(book);
        ThematicMap map = atlas.edition().book().maps().getFirst();
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            for (Perimeter perimeter : Perimeter.values()) {
                String shown = perimeter == Perimeter.ENSEMBLE ? "(ensemble)" : "(quartiers prioritaires)";
                String told = elements(document, "Figure").stream().map(figure -> figure.getString(COSName.ALT))
                        .filter(alt -> alt.startsWith("Carte des intercommunalités") && alt.contains(shown))
                        .findFirst().orElseThrow().replace('\u00A0', ' ');
                assertThat(told).as("no number beside a name").doesNotContainPattern("[0-9]");
                for (PublishedTerritory epci : atlas.territories(Level.EPCI)) {
                    Optional<PublishedCell> cell =
                            atlas.cell(Level.EPCI, epci.territory().code(), perimeter, map.indicator());
                    String words = cell.filter(c -> c.value() != null)
                            .map(c -> "Classe " + List.of("un", "deux", "trois", "quatre", "cinq")
                                    .get(ThematicMap.of(c.value(), map.bounds())))
                            .orElse(cell.filter(c -> c.status() == CellStatus.SECRET).isPresent()
                                    ? "Secret statistique"
                                    : "Non disponible|Sans objet");
                    assertThat(told).as(epci.label()).containsPattern(
                            "(" + words + ") : [^.]*"
                                    + Pattern.quote(French.typeset(epci.label()).replace('\u00A0', ' ')));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE, Books.FEW, Books.MANY,
            Books.ZOOMED})
    void everyHeadCellSaysWhomItSpeaksFor(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            assertThat(elements(document, "TH")).isNotEmpty().allSatisfy(head -> {
                COSDictionary attributes = (COSDictionary) head.getDictionaryObject(COSName.A);
                assertThat(attributes.getNameAsString(COSName.O)).isEqualTo("Table");
                assertThat(attributes.getNameAsString(COSName.getPDFName("Scope"))).isIn("Column", "Row");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE, Books.ODD})
    void everyFigureNamesItsTerritoryAndItsSubject(String book) throws IOException {
        List<String> names = Books.atlas(book).territories().stream()
                .filter(t -> t.territory().level() != Level.QPV && t.territory().level() != Level.FRANCE)
                .map(t -> French.typeset(t.label()).replace('\u00A0', ' '))
                .toList();
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            assertThat(elements(document, "Figure")).hasSizeGreaterThan(4).allSatisfy(figure -> {
                String alternative = figure.getString(COSName.ALT).replace('\u00A0', ' ');
                assertThat(names).as(alternative).anyMatch(alternative::contains);
                assertThat(alternative)
                        .containsPattern("quartier")
                        .containsPattern("taux|part|jeunes|réussite|situe|numérotés|cercle|communes|Carte")
                        .containsPattern("tableau|données détaillées")
                        .hasSizeGreaterThan(80);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE, Books.ODD, Books.MANY,
            Books.ZOOMED})
    void theNoteUnderAMapSpeaksOfHollowCirclesWhereTheMapHasSome(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            Map<COSBase, String> circles = new HashMap<>();
            for (COSDictionary figure : elements(document, "Figure")) {
                if (figure.getString(COSName.ALT).contains("cercle vide")
                        || figure.getString(COSName.ALT).contains("cercles vides")) {
                    circles.put(figure.getDictionaryObject(COSName.PG), "");
                }
            }
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).contains("Un cercle vide marque")).as("page %d", page)
                        .isEqualTo(circles.containsKey(document.getPage(page - 1).getCOSObject()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.FEW, Books.MANY,
            Books.ZOOMED})
    void whatIsDrawnNextIsReadNext(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            Map<COSBase, Integer> numbers = new HashMap<>();
            int number = 0;
            for (PDPage page : document.getPages()) {
                numbers.put(page.getCOSObject(), number++);
            }
            List<long[]> places = new ArrayList<>();
            walk(document, (element, path) -> places.addAll(places(element, numbers)));
            for (int i = 1; i < places.size(); i++) {
                long[] before = places.get(i - 1);
                long[] after = places.get(i);
                assertThat(after[0] * 100_000 + after[1])
                        .as("page %d, content %d follows page %d, content %d", after[0] + 1, after[1], before[0] + 1,
                                before[1])
                        .isGreaterThan(before[0] * 100_000 + before[1]);
            }
        }
    }

    /** Page and marked content of an element's own content, in its order. */
    private static List<long[]> places(COSDictionary element, Map<COSBase, Integer> numbers) {
        List<long[]> places = new ArrayList<>();
        COSBase kids = element.getDictionaryObject(COSName.K);
        COSArray array = new COSArray();
        if (kids instanceof COSArray several) {
            array = several;
        } else if (kids != null) {
            array.add(kids);
        }
        for (int i = 0; i < array.size(); i++) {
            COSBase kid = array.getObject(i);
            if (kid instanceof COSNumber id) {
                places.add(new long[] {numbers.get(element.getDictionaryObject(COSName.PG)), id.longValue()});
            } else if (kid instanceof COSDictionary reference
                    && "MCR".equals(reference.getNameAsString(COSName.TYPE))) {
                places.add(new long[] {
                        numbers.get(reference.getDictionaryObject(COSName.PG)), reference.getLong(COSName.MCID)
                });
            }
        }
        return places;
    }

    /** Where the text of a marked content stands: page, left edge, baseline. */
    private record Spot(int page, float x, float y) {}

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.MANY,
            Books.ZOOMED})
    void rowsAreReadDownwardsAndTheirCellsFromLeftToRight(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            Map<COSBase, Integer> numbers = new HashMap<>();
            Map<String, Spot> spots = new HashMap<>();
            int number = 0;
            for (PDPage page : document.getPages()) {
                numbers.put(page.getCOSObject(), number);
                spots(page, number++, spots);
            }
            int rows = 0;
            for (COSDictionary table : elements(document, "TBody")) {
                Spot above = null;
                for (COSDictionary row : inside(table, "TR")) {
                    Spot start = null;
                    Spot before = null;
                    for (COSDictionary cell : cells(row)) {
                        Spot at = first(cell, numbers, spots);
                        if (at != null) {
                            assertThat(at.x()).as("cell after %s", before)
                                    .isGreaterThan(before == null ? 0 : before.x());
                            start = start == null ? at : start;
                            before = at;
                        }
                    }
                    // The short tables under a map go on in a second column
                    if (start != null && above != null && above.page() == start.page() && cells(row).size() > 3) {
                        assertThat(start.y()).as("row under %s", above).isGreaterThan(above.y());
                    }
                    above = start == null ? above : start;
                    rows++;
                }
            }
            assertThat(rows).isGreaterThan(60);
        }
    }

    /** The audit knows a row by the one cell that names its territory: one that two name would be read as words. */
    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.MANY,
            Books.ZOOMED})
    void aRowHasOneName(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            int named = 0;
            for (COSDictionary table : elements(document, "TBody")) {
                for (COSDictionary row : inside(table, "TR")) {
                    List<String> names = cells(row).stream().map(cell -> cell.getString(COSName.T))
                            .filter(title -> title != null && title.split(" ").length == 3).toList();
                    assertThat(names).hasSizeLessThan(2);
                    named += names.size();
                }
            }
            assertThat(named).isGreaterThan(60);
        }
    }

    private static List<COSDictionary> inside(COSDictionary element, String type) {
        List<COSDictionary> found = new ArrayList<>();
        walk(element.getDictionaryObject(COSName.K), List.of(), (child, path) -> {
            if (path.getLast().equals(type)) {
                found.add(child);
            }
        });
        return found;
    }

    private static List<COSDictionary> cells(COSDictionary row) {
        List<COSDictionary> cells = new ArrayList<>();
        walk(row.getDictionaryObject(COSName.K), List.of(), (child, path) -> {
            if (path.size() == 1) {
                cells.add(child);
            }
        });
        return cells;
    }

    private static Spot first(COSDictionary cell, Map<COSBase, Integer> numbers, Map<String, Spot> spots) {
        List<long[]> places = new ArrayList<>(places(cell, numbers));
        walk(cell.getDictionaryObject(COSName.K), List.of(), (child, path) -> places.addAll(places(child, numbers)));
        return places.stream().map(place -> spots.get(place[0] + "/" + place[1])).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    private static void spots(PDPage page, int number, Map<String, Spot> spots) throws IOException {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        for (PDMarkedContent content : extractor.getMarkedContents()) {
            for (Object part : content.getContents()) {
                if (part instanceof TextPosition text && !text.getUnicode().isBlank()) {
                    spots.putIfAbsent(number + "/" + content.getMCID(), new Spot(number, text.getX(), text.getY()));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE})
    void headingsGoDownOneLevelAtATime(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            List<Integer> levels = new ArrayList<>();
            walk(document, (element, path) -> {
                if (path.getLast().matches("H[1-6]")) {
                    levels.add(path.getLast().charAt(1) - '0');
                }
            });
            int before = 0;
            for (int level : levels) {
                assertThat(level).isLessThanOrEqualTo(before + 1);
                before = level;
            }
        }
    }

    @Test
    void everyLinkSaysWhereItLeadsAndLeadsThere() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.SMALL))) {
            Set<String> names = new HashSet<>(
                    document.getDocumentCatalog().getNames().getDests().getNames().keySet());
            int links = 0;
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    assertThat(annotation).isInstanceOf(PDAnnotationLink.class);
                    assertThat(annotation.getContents()).isNotBlank();
                    COSDictionary action = (COSDictionary) annotation.getCOSObject().getDictionaryObject(COSName.A);
                    assertThat(names).contains(action.getString(COSName.D));
                    links++;
                }
            }
            assertThat(links).isGreaterThan(40);
        }
    }

    @Test
    void theDocumentSaysWhatItIs() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.SMALL))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getLanguage()).isEqualTo("fr-FR");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).contains("Hautes-Terres").contains("2022");
            assertThat(catalog.getPageLabels().getLabelsByPageIndices()[2]).isEqualTo("3");
            assertThat(catalog.getDocumentOutline().getFirstChild().getTitle()).isEqualTo("Couverture");
            assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
        }
    }
}

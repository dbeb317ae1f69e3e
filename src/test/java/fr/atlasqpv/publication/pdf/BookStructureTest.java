package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
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

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE})
    void everyHeadCellSaysWhomItSpeaksFor(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            assertThat(elements(document, "TH")).isNotEmpty().allSatisfy(head -> {
                COSDictionary attributes = (COSDictionary) head.getDictionaryObject(COSName.A);
                assertThat(attributes.getNameAsString(COSName.O)).isEqualTo("Table");
                assertThat(attributes.getNameAsString(COSName.getPDFName("Scope"))).isIn("Column", "Row");
            });
        }
    }

    @Test
    void everyFigureNamesItsTerritoryAndItsSubject() throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(Books.SMALL))) {
            assertThat(elements(document, "Figure")).hasSizeGreaterThan(8).allSatisfy(figure -> {
                String alternative = figure.getString(COSName.ALT);
                assertThat(alternative)
                        .containsPattern("Hautes-Terres|Brumes|Val-d’Orme|Œuvry|Port-Alban")
                        .hasSizeGreaterThan(40);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE})
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

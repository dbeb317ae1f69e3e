package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where texts stand on every page: none over another, whatever the indicators and their names. */
class BookLayoutTest {
    /** Part of the height of a letter, and of its width, that another may enter: kerning, superscripts, leading. */
    private static final double ENTERED = 0.35;
    private static final double X_HEIGHT = 0.48;

    /** A letter: left and right edge, height over its baseline, baseline downwards, points. */
    private record Letter(String text, double left, double right, double top, double bottom, int line) {
        boolean over(Letter other) {
            double wide = Math.min(right, other.right) - Math.max(left, other.left);
            double high = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            return wide > ENTERED * Math.min(right - left, other.right - other.left)
                    && high > ENTERED * Math.min(bottom - top, other.bottom - other.top);
        }

        /** A name on a map is drawn twice: its halo, then itself. */
        boolean halo(Letter other) {
            return text.equals(other.text) && Math.abs(left - other.left) < 0.2
                    && Math.abs(bottom - other.bottom) < 0.2;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.WIDE, Books.EMPTY, Books.FEW,
            Books.MANY,
            Books.ZOOMED})
    void noTextStandsOverAnother(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            List<String> collisions = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                List<Letter> letters = letters(document, page);
                letters.sort((a, b) -> Double.compare(a.top(), b.top()));
                for (int i = 0; i < letters.size(); i++) {
                    Letter one = letters.get(i);
                    for (int j = i + 1; j < letters.size() && letters.get(j).top() < one.bottom(); j++) {
                        Letter other = letters.get(j);
                        if (one.line() != other.line() && one.over(other) && !one.halo(other)) {
                            collisions.add(String.format(Locale.ROOT, "page %d: “%s” and “%s” at %.0f, %.0f", page,
                                    one.text(), other.text(), one.left(), one.bottom()));
                        }
                    }
                }
            }
            assertThat(collisions).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.FEW, Books.MANY,
            Books.ZOOMED})
    void noHeadOfAColumnIsCut(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            PDFTextStripper stripper = new PDFTextStripper();
            assertThat(stripper.getText(document)).doesNotContain("\uFFFD");
            List<COSDictionary> heads = new ArrayList<>();
            walk(document.getDocumentCatalog().getStructureTreeRoot().getCOSObject().getDictionaryObject(COSName.K),
                    heads);
            assertThat(heads).isNotEmpty();
        }
    }

    private static void walk(COSBase node, List<COSDictionary> heads) {
        if (node instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.getObject(i), heads);
            }
        } else if (node instanceof COSDictionary element && element.containsKey(COSName.S)) {
            if ("TH".equals(element.getNameAsString(COSName.S)) && element.getString(COSName.T) != null) {
                heads.add(element);
            }
            walk(element.getDictionaryObject(COSName.K), heads);
        }
    }

    private static List<Letter> letters(PDDocument document, int page) throws IOException {
        List<Letter> letters = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            private int line;
            private double end = Double.NaN;
            private double base = Double.NaN;

            @Override
            protected void processTextPosition(TextPosition glyph) {
                boolean goesOn = Math.abs(glyph.getY() - base) < 0.01 && Math.abs(glyph.getX() - end) < 1;
                line += goesOn ? 0 : 1;
                base = glyph.getY();
                end = glyph.getEndX();
                if (!glyph.getUnicode().isBlank()) {
                    letters.add(new Letter(glyph.getUnicode(), glyph.getX(), glyph.getEndX(),
                            glyph.getY() - X_HEIGHT * glyph.getFontSizeInPt(), glyph.getY(), line));
                }
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return letters;
    }
}

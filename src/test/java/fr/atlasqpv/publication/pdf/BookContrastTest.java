package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contrast of every character with the ground that it really stands on: the page is painted without its texts, and
 * the colour that prevails under each character is taken from the picture. Names on maps have a halo and are judged by
 * the tests of maps.
 */
class BookContrastTest {
    private static final float SCALE = 2;
    private static final double LEAST = 4.5;

    /** A character and its colour. */
    private record Character(TextPosition at, int colour) {}

    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.POOR, Books.ODD})
    void everyCharacterStandsOutFromItsGround(String book) throws IOException {
        try (PDDocument document = Loader.loadPDF(Books.pdf(book))) {
            int seen = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                List<Character> characters = characters(document, page);
                if (isMap(characters)) {
                    continue;
                }
                BufferedImage ground = new Textless(document).renderImage(page - 1, SCALE, ImageType.RGB);
                for (Character character : characters) {
                    int under = prevailing(ground, character.at());
                    assertThat(Contrast.of(character.colour(), under))
                            .as("“%s” on page %d, #%06X on #%06X", character.at().getUnicode(), page,
                                    character.colour(), under)
                            .isGreaterThanOrEqualTo(LEAST);
                    seen++;
                }
            }
            assertThat(seen).isGreaterThan(5_000);
        }
    }

    private static boolean isMap(List<Character> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(character -> text.append(character.at().getUnicode()));
        return text.toString().contains("ProjectionLambert");
    }

    private static List<Character> characters(PDDocument document, int page) throws IOException {
        List<Character> characters = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                try {
                    int colour = getGraphicsState().getNonStrokingColor().toRGB();
                    if (!text.getUnicode().isBlank()) {
                        characters.add(new Character(text, colour));
                    }
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        };
        stripper.addOperator(new SetNonStrokingDeviceRGBColor(stripper));
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return characters;
    }

    private static int prevailing(BufferedImage ground, TextPosition at) {
        Map<Integer, Integer> counts = new HashMap<>();
        float top = at.getY() - 0.6f * at.getFontSizeInPt();
        for (float y = top; y <= at.getY(); y += 0.5f) {
            for (float x = at.getX(); x <= at.getEndX(); x += 0.5f) {
                int column = Math.clamp(Math.round(x * SCALE), 0, ground.getWidth() - 1);
                int row = Math.clamp(Math.round(y * SCALE), 0, ground.getHeight() - 1);
                counts.merge(ground.getRGB(column, row) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    /** Paints everything but texts. */
    private static final class Textless extends PDFRenderer {
        Textless(PDDocument document) {
            super(document);
        }

        @Override
        protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
            return new PageDrawer(parameters) {
                @Override
                protected void showFontGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
                    // A ground has no text
                }
            };
        }
    }
}

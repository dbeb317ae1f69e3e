package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pages of every kind of made-up books against their pictures. After a wanted change of look, look at the pages, then refresh the
 * pictures: {@code ./mvnw test -Dtest=GoldenPagesTest -Dgolden.refresh=true}.
 */
class GoldenPagesTest {
    private static final float DPI = 60;
    /** A pixel counts as different from this distance on, out of 255: edges of letters differ from one JDK to the next. */
    private static final int DISTANCE = 60;
    /** Share of the pixels of a page that may differ. */
    private static final double TOLERANCE = 0.004;
    private static final Path PICTURES = Path.of("src/test/resources/fr/atlasqpv/publication/pdf/golden");

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("cover", Books.SMALL, 1),
                Arguments.of("imprint", Books.SMALL, 2),
                Arguments.of("contents", Books.SMALL, 3),
                Arguments.of("introduction", Books.SMALL, 4),
                Arguments.of("reading-guide", Books.SMALL, 5),
                Arguments.of("indicators", Books.SMALL, 6),
                Arguments.of("region-map", Books.SMALL, 10),
                Arguments.of("region-table", Books.SMALL, 11),
                Arguments.of("departement-map", Books.SMALL, 12),
                Arguments.of("zoom", Books.SMALL, 14),
                Arguments.of("departement-table", Books.SMALL, 13),
                Arguments.of("long-table", Books.LARGE, 14),
                Arguments.of("dot-plots", Books.LARGE, 16),
                Arguments.of("detail-left", Books.SMALL, 20),
                Arguments.of("detail-right", Books.SMALL, 21),
                Arguments.of("strips", Books.ODD, 17),
                Arguments.of("class-maps", Books.SMALL, 22),
                Arguments.of("portraits", Books.SMALL, 23),
                Arguments.of("programmes", Books.SMALL, 25),
                Arguments.of("peers", Books.SMALL, 26),
                Arguments.of("sources", Books.SMALL, 30));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void thePageLooksAsItDid(String name, String book, int number) throws IOException {
        BufferedImage page = picture(Books.pdf(book), number);
        if (Boolean.getBoolean("golden.refresh")) {
            Files.createDirectories(PICTURES);
            ImageIO.write(page, "png", PICTURES.resolve(name + ".png").toFile());
        }
        try (InputStream in = GoldenPagesTest.class.getResourceAsStream("golden/" + name + ".png")) {
            BufferedImage golden = Boolean.getBoolean("golden.refresh") ? page : ImageIO.read(in);
            assertThat(page.getWidth()).isEqualTo(golden.getWidth());
            assertThat(page.getHeight()).isEqualTo(golden.getHeight());
            assertThat(difference(page, golden))
                    .as("share of pixels that differ; look at the page, then refresh with -Dgolden.refresh=true")
                    .isLessThan(TOLERANCE);
        }
    }

    private static BufferedImage picture(byte[] pdf, int number) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(number - 1, DPI, ImageType.RGB);
        }
    }

    private static double difference(BufferedImage a, BufferedImage b) {
        int different = 0;
        for (int y = 0; y < a.getHeight(); y++) {
            for (int x = 0; x < a.getWidth(); x++) {
                if (distance(a.getRGB(x, y), b.getRGB(x, y)) > DISTANCE) {
                    different++;
                }
            }
        }
        return different / (double) (a.getWidth() * a.getHeight());
    }

    private static int distance(int a, int b) {
        int most = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            most = Math.max(most, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
        }
        return most;
    }
}

package fr.atlasqpv.publication.pdf.tagged;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Signs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Readers tell which signs the books cannot print by a list; {@code PrintableSigns} reads it, the faces decide it. */
class PrintableSignsTest {
    @Test
    void theListHoldsWhatEveryFaceHas() throws IOException {
        try (InputStream list = getClass().getResourceAsStream("/fr/atlasqpv/extract/signes-imprimables.txt")) {
            assertThat(new String(list.readAllBytes(), StandardCharsets.US_ASCII))
                    .as("the faces changed: put what is expected here into signes-imprimables.txt")
                    .isEqualTo(ranges());
        }
    }

    private static String ranges() {
        Typefaces faces = new Typefaces();
        StringBuilder ranges = new StringBuilder();
        int first = -1;
        for (int c = ' '; c <= 0x10000; c++) {
            boolean has = c < 0x10000 && !Signs.hidden(c) && faces.has((char) c);
            if (has && first < 0) {
                first = c;
            } else if (!has && first >= 0) {
                ranges.append(String.format(Locale.ROOT, "%04X-%04X%n", first, c - 1));
                first = -1;
            }
        }
        return ranges.toString();
    }
}

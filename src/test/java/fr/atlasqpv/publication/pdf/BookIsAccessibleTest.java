package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole books of made-up regions, judged by veraPDF. */
class BookIsAccessibleTest {
    @ParameterizedTest
    @ValueSource(strings = {Books.SMALL, Books.LARGE, Books.POOR, Books.TINY, Books.EMPTY, Books.ODD, Books.FEW,
            Books.MANY,
            Books.ZOOMED})
    void theBookBreaksNoRuleOfPdfUaNorOfPdfA(String book) {
        assertThat(Verapdf.failures(Books.pdf(book))).isEmpty();
    }
}

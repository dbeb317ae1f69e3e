package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The whole book of a made-up region, judged by veraPDF. */
class BookIsAccessibleTest {
    static byte[] book(PublishedAtlas atlas) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PdfBook().write(atlas, out);
        return out.toByteArray();
    }

    @Test
    void theBookBreaksNoRuleOfPdfUaNorOfPdfA() throws IOException {
        assertThat(Verapdf.failures(book(PublishedAtlasFixture.small()))).isEmpty();
    }
}

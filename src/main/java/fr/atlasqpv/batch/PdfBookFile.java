package fr.atlasqpv.batch;

import fr.atlasqpv.publication.pdf.PdfBook;
import fr.atlasqpv.release.PublishedAtlas;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The PDF of a region, as a file of its folder. */
final class PdfBookFile implements BookWriter {
    @Override
    public void write(PublishedAtlas atlas, Path folder) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(atlas.stem() + ".pdf")))) {
            new PdfBook().write(atlas, out);
        }
    }
}

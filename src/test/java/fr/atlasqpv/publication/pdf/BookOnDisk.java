package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a made-up book to a file, to be looked at: {@code BookOnDisk file.pdf [départements EPCI QPV]}. */
final class BookOnDisk {
    private BookOnDisk() {}

    public static void main(String[] arguments) throws IOException {
        PublishedAtlas atlas = arguments.length < 4
                ? PublishedAtlasFixture.small()
                : PublishedAtlasFixture.region(
                        Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[0]))) {
            long start = System.nanoTime();
            new PdfBook().write(atlas, out);
            System.out.println((System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }
}

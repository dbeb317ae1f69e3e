package fr.atlasqpv.batch;

import fr.atlasqpv.release.PublishedAtlas;
import java.io.IOException;
import java.nio.file.Path;

/** Writes one kind of book of a region. */
@FunctionalInterface
interface BookWriter {
    /**
     * Writes the book.
     *
     * @param atlas all that it may say
     * @param folder folder of the region, which exists
     * @throws IOException when the disk fails
     */
    void write(PublishedAtlas atlas, Path folder) throws IOException;
}

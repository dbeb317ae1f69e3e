package fr.atlasqpv.batch;

import java.io.IOException;
import java.nio.file.Path;

/** Writes what an edition says of itself, beside its books: manifest, report, notices. */
@FunctionalInterface
interface EditionPapers {
    /**
     * Writes the papers.
     *
     * @param run key of the run
     * @param folder folder of the edition, which holds the folders of the regions
     * @throws IOException when the disk fails
     */
    void write(long run, Path folder) throws IOException;
}

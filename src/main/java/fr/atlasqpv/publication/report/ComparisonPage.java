package fr.atlasqpv.publication.report;

import fr.atlasqpv.release.EditionComparison;
import java.io.IOException;
import java.nio.file.Path;

/** Writes {@code comparaison.html}: a comparison to read, in a page that stands alone. */
public final class ComparisonPage {
    /** Name of the file. */
    public static final String FILE_NAME = "comparaison.html";

    /**
     * Writes the file.
     *
     * @param folder folder that exists
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(EditionComparison comparison, Path folder) throws IOException {
        return Page.write("comparison.jte", new ComparisonView(comparison), folder.resolve(FILE_NAME));
    }
}

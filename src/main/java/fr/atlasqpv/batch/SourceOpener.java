package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.ReadPosition;
import fr.atlasqpv.extract.SourceReader;
import java.nio.file.Path;

/** Opens the reader of a source; the tests put a reader there that fails where they say. */
@FunctionalInterface
interface SourceOpener {
    /**
     * Opens a source at a position.
     *
     * @throws fr.atlasqpv.extract.UnreadableSourceException when it cannot be read at all
     */
    SourceReader open(Edition edition, Source source, Path inputFolder, ReadPosition position);
}

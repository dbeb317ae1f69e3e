package fr.atlasqpv.extract;

import java.util.List;
import java.util.Set;

/** Reads one input file row by row. Not thread-safe. */
public interface SourceReader extends AutoCloseable {
    /**
     * Next row.
     *
     * @return what became of it, null at the end of the file
     * @throws UnreadableSourceException when the file cannot be read further (charset, cut archive)
     */
    Outcome read();

    /** What only the whole file tells, once its last row is read. */
    default List<Located<Fact>> closing() {
        return List.of();
    }

    /** Where the reader stands. */
    ReadPosition position();

    /** What is to be said of the file besides its rows, once its header is found. */
    default List<Notice> remarks() {
        return List.of();
    }

    /**
     * Fingerprints (SHA-256, hexadecimal) of the bytes of each reading of the file that came to its end, the one under way
     * among them once its last row is given: whoever took the fingerprint of the file beforehand knows whether it is what was read.
     */
    default Set<String> fingerprints() {
        return Set.of();
    }

    @Override
    void close();
}

package fr.atlasqpv.extract;

import java.util.List;

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

    @Override
    void close();
}

package fr.atlasqpv.extract;

import java.util.List;

/** A table file under reading, record by record, header and titles included. */
interface Table extends AutoCloseable {
    /** Next record that is not blank, null at the end. */
    Cells next();

    /** What to add to the notice of a missing column: the other sheets of the workbook. */
    String hint();

    /** The sign that seems to part the cells of a header that was not parted at all, null when there is none. */
    Character otherDelimiter(Cells header);

    /** Tells whether cells are parted by a separator, so that a row of another length than the header is a fault. */
    boolean delimited();

    @Override
    void close();

    /**
     * Cells of a record.
     *
     * @param line line it begins on, from 1
     * @param byteOffset offset of its first byte in the uncompressed file; 0 for a workbook
     * @param cells texts, as read
     * @param unfinished whether it is the last of the file and lacks its line break
     */
    record Cells(long line, long byteOffset, List<String> cells, boolean unfinished) {}
}

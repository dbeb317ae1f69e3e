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

    /** The sign that parts the cells, so that a row of another length than the header is a fault; null in a workbook. */
    Character delimiter();

    /**
     * What is to be said of the file besides its rows.
     *
     * @param header line of its header
     */
    default List<Notice> remarks(long header) {
        return List.of();
    }

    @Override
    void close();

    /**
     * Cells of a record.
     *
     * @param line line it begins on, from 1
     * @param lastLine line it ends on
     * @param byteOffset offset of its first byte in the uncompressed file; 0 for a workbook
     * @param texts texts, as read
     * @param kinds what they are, one for each; empty when all of them are written
     * @param unfinished whether it is the last of the file and lacks its line break
     */
    record Cells(
            long line,
            long lastLine,
            long byteOffset,
            List<String> texts,
            List<CellKind> kinds,
            boolean unfinished) {
        /** What a cell is; beyond the last one, as written as an empty cell. */
        CellKind kind(int index) {
            return index < kinds.size() ? kinds.get(index) : CellKind.WRITTEN;
        }

        /** Text of a cell, empty beyond the last one. */
        String text(int index) {
            return index < texts.size() ? texts.get(index) : "";
        }
    }
}

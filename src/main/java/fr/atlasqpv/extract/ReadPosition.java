package fr.atlasqpv.extract;

/**
 * Where a reader stands, so that a run that was cut resumes at the next row.
 *
 * @param byteOffset offset in the uncompressed bytes of the start of the last row given; 0 at the start
 * @param rows number of data rows given so far
 * @param line line of the last row given
 */
public record ReadPosition(long byteOffset, long rows, long line) {
    /** Before the first row. */
    public static final ReadPosition START = new ReadPosition(0, 0, 0);
}

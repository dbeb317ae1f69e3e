package fr.atlasqpv.release;

import java.util.List;

/**
 * An input as the page “Sources et provenance”, the workbook and the manifest name it.
 *
 * @param id identifier in the edition file
 * @param group heading it stands under
 * @param label name of the file for a reader
 * @param producer producer
 * @param millesime vintage
 * @param file path below the input folder, {@code /} as separator
 * @param bytes size
 * @param sha256 fingerprint, 64 hexadecimal digits; empty where it is not told ({@link #sealed})
 * @param beside files that are read with it, those of a shapefile
 * @param rowsRead rows read
 * @param rowsRejected rows that could not be used
 * @param rowsOutOfScope rows that do not concern the edition
 * @param licence terms of reuse
 * @param simulated whether the figures are simulated
 * @param rounded whether numbers of rows are told roughly ({@link #roughly})
 */
public record SourceNotice(
        String id,
        String group,
        String label,
        String producer,
        String millesime,
        String file,
        long bytes,
        String sha256,
        List<Beside> beside,
        long rowsRead,
        long rowsRejected,
        long rowsOutOfScope,
        String licence,
        boolean simulated,
        boolean rounded) {
    /** Defensive copy. */
    public SourceNotice {
        beside = List.copyOf(beside);
    }

    /**
     * A file that is read with another.
     *
     * @param file path below the input folder
     * @param bytes size
     * @param sha256 fingerprint, empty where it is not told
     */
    public record Beside(String file, long bytes, String sha256) {}

    /** Least step of a rough number: far above any protection width. */
    private static final long STEP = 100;

    /**
     * The same without fingerprint, its size told roughly. Of a file of figures that a rule protects most are told: who knows all of it but
     * one that is withheld tries every value of that, and the fingerprint says which it is. Two significant digits, hundreds at least.
     */
    public SourceNotice sealed() {
        return new SourceNotice(
                id, group, label, producer, millesime, file, rough(bytes), "",
                beside.stream().map(b -> new Beside(b.file, rough(b.bytes), "")).toList(), rowsRead, rowsRejected,
                rowsOutOfScope, licence, simulated, rounded);
    }

    /**
     * The same, its numbers of rows told roughly, as its size is. A row of a file of events is a unit that somebody counts: read, less those
     * out of scope, they are the exact count behind a rate that is told rounded.
     */
    public SourceNotice roughly() {
        return new SourceNotice(
                id, group, label, producer, millesime, file, bytes, sha256, beside, rough(rowsRead), rowsRejected,
                rough(rowsOutOfScope), licence, simulated, true);
    }

    /** None stays none, some is never told as none. */
    static long rough(long number) {
        if (number == 0) {
            return 0;
        }
        long step = STEP;
        while (number >= step * STEP) {
            step *= 10;
        }
        return Math.max(step, (number + step / 2) / step * step);
    }
}

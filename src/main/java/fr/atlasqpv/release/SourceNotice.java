package fr.atlasqpv.release;

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
 * @param sha256 fingerprint, 64 hexadecimal digits
 * @param rowsRead rows read
 * @param rowsRejected rows that could not be used
 * @param rowsOutOfScope rows that do not concern the edition
 * @param licence terms of reuse
 * @param simulated whether the figures are simulated
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
        long rowsRead,
        long rowsRejected,
        long rowsOutOfScope,
        String licence,
        boolean simulated) {}

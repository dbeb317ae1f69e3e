package fr.atlasqpv.batch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/**
 * An input as it lay on the disk when the run was asked for.
 *
 * @param source id of the source in the edition; see {@link #beside} for a file that is not its own
 * @param path path below the input folder, {@code /} as separator
 * @param bytes size
 * @param unpackedBytes size once unpacked, as its archive announces it; a guess for the progress bar, nothing else
 * @param sha256 fingerprint, 64 hexadecimal digits
 */
public record InputFile(String source, String path, long bytes, long unpackedBytes, String sha256) {

    /** Takes the size and the fingerprint of a file. */
    static InputFile of(String source, String path, Path file) throws IOException {
        return new InputFile(source, path.replace('\\', '/'), Files.size(file), unpacked(file), Fingerprints.of(file));
    }

    /** The same of an input that may not be legible: it then has no fingerprint, and its reader tells why. */
    static InputFile asFarAsLegible(String source, String path, Path file) {
        try {
            return of(source, path, file);
        } catch (IOException e) {
            return new InputFile(source, path.replace('\\', '/'), 0, 0, "");
        }
    }

    /** What a file is recorded under that a source reads beside its own: its id, a blank, which no id has, and the ending of the file. */
    static String beside(String source, Path file) {
        String name = file.getFileName().toString();
        return source + " " + name.substring(name.lastIndexOf('.'));
    }

    /** Tells whether something is recorded under the name of a file beside that of a source. */
    static boolean beside(String source, String recorded) {
        return recorded.startsWith(source + " ");
    }

    private static long unpacked(Path file) throws IOException {
        long size = Files.size(file);
        String name = file.getFileName().toString();
        if (name.endsWith(".gz") && size > Integer.BYTES) {
            try (RandomAccessFile packed = new RandomAccessFile(file.toFile(), "r")) {
                packed.seek(size - Integer.BYTES);
                return Math.max(size, Integer.toUnsignedLong(Integer.reverseBytes(packed.readInt())));
            }
        }
        if (name.endsWith(".zip")) {
            try (ZipFile packed = new ZipFile(file.toFile())) {
                return Math.max(size, packed.stream().mapToLong(e -> Math.max(0, e.getSize())).sum());
            } catch (IOException e) {
                return size; // a cut archive is the reader's to tell
            }
        }
        return size;
    }
}

package fr.atlasqpv.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Size and SHA-256 of a written file.
 *
 * @param bytes size
 * @param sha256 64 hexadecimal digits
 */
public record Fingerprint(long bytes, String sha256) {
    /**
     * Reads a file through.
     *
     * @throws IOException when it cannot be read
     */
    public static Fingerprint of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            long bytes = digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return new Fingerprint(
                    bytes, HexFormat.of().formatHex(digesting.getMessageDigest().digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFault;
import fr.atlasqpv.edition.EditionFileException;
import fr.atlasqpv.secrecy.DrawKey;
import fr.atlasqpv.store.OwnersOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Where the key of the draw lies: in the file that the edition names, or in the work folder, where the first run makes one.
 *
 * <p>The file holds hexadecimal digits; what follows a {@code #} is a remark. A key that is lost is not found again in the books: a
 * later edition then draws another pattern for the same counts, and the books of before are what the attack reckons with.
 *
 * @param file the file
 * @param hexadecimal the key
 * @param named whether the edition names it
 * @param known whether it is known to all, for a try
 */
record DrawKeyFile(Path file, String hexadecimal, boolean named, boolean known) {
    private static final String MADE = "tirage.key";

    /**
     * Reads the key, or makes one that {@link #keep} writes.
     *
     * @throws EditionFileException when the file that the edition names is missing or holds no key
     */
    static DrawKeyFile of(Path jobFile, Edition edition, Path outputRoot) {
        boolean named = !edition.drawKey().isEmpty();
        Path file = named
                ? jobFile.toAbsolutePath().resolveSibling(edition.drawKey())
                : outputRoot.resolve(RunRequest.WORK_FOLDER).resolve(MADE);
        if (!named && !Files.exists(file)) {
            return new DrawKeyFile(file, DrawKey.made(), false, false);
        }
        String hexadecimal = read(jobFile, edition, file);
        return new DrawKeyFile(file, hexadecimal, named, edition.drawKeyPublic());
    }

    private static String read(Path jobFile, Edition edition, Path file) {
        try {
            String hexadecimal = Files.readAllLines(file, StandardCharsets.UTF_8)
                    .stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .collect(Collectors.joining());
            DrawKey.of(hexadecimal);
            return hexadecimal;
        } catch (IOException e) {
            throw fault(jobFile, edition, file, "cle-du-tirage-illisible", "Le fichier de la clé du tirage manque ou ne se "
                    + "lit pas. Remettez-le à côté du fichier d’édition, ou retirez draw-key.");
        } catch (IllegalArgumentException e) {
            throw fault(jobFile, edition, file, "cle-du-tirage-invalide", "Ce fichier ne contient pas de clé\u00a0: on attend "
                    + "des chiffres hexadécimaux, deux par octet, " + DrawKey.LEAST_BYTES + " octets au moins.");
        }
    }

    private static EditionFileException fault(Path jobFile, Edition edition, Path file, String code, String message) {
        boolean named = !edition.drawKey().isEmpty();
        return new EditionFileException(
                List.of(
                        new EditionFault(
                                named ? jobFile.toString() : file.toString(), 0, named ? "rules.draw-key" : "", code,
                                message, edition.drawKey())));
    }

    DrawKey key() {
        return DrawKey.of(hexadecimal);
    }

    /** Fingerprint of the key, for what is never published. */
    String sha256() {
        return Fingerprints.of(List.of(hexadecimal));
    }

    /** Writes a key that has just been made, for its owner only. */
    void keep() throws IOException {
        if (!named && !Files.exists(file)) {
            OwnersOnly.write(file, hexadecimal + "\n");
        }
    }
}

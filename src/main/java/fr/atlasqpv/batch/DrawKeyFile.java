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
 * @param origin who gave the key
 * @param file the file, null for a key that the edition tells
 * @param hexadecimal the key
 */
record DrawKeyFile(Origin origin, Path file, String hexadecimal) {
    private static final String MADE = "tirage.key";

    /** Who gave a key. */
    enum Origin {
        /** The edition tells it: all know it. */
        PUBLIC,
        /** The edition names its file. */
        NAMED,
        /** The first run made it. */
        MADE
    }

    /** Of whoever draws nothing and leaves nothing: it tells respondents apart while it reads, and is forgotten. */
    static DrawKeyFile passing() {
        return new DrawKeyFile(Origin.PUBLIC, null, DrawKey.made());
    }

    /**
     * Reads the key, or makes one that {@link #keep} writes.
     *
     * @throws EditionFileException when its file is missing or holds no key
     */
    static DrawKeyFile of(Path jobFile, Edition edition, Path outputRoot) {
        if (!edition.publicDrawKey().isEmpty()) {
            return new DrawKeyFile(Origin.PUBLIC, null, edition.publicDrawKey());
        }
        if (!edition.drawKey().isEmpty()) {
            Path file = jobFile.toAbsolutePath().resolveSibling(edition.drawKey());
            return new DrawKeyFile(Origin.NAMED, file, read(file, jobFile, "rules.draw-key", edition.drawKey()));
        }
        Path file = outputRoot.resolve(RunRequest.WORK_FOLDER).resolve(MADE);
        String key = Files.exists(file) ? read(file, file, "", "") : DrawKey.made();
        return new DrawKeyFile(Origin.MADE, file, key);
    }

    private static String read(Path file, Path told, String place, String value) {
        String key;
        try {
            key = Files.readAllLines(file, StandardCharsets.UTF_8)
                    .stream()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw fault(told, place, "cle-du-tirage-illisible",
                    "Le fichier de la clé du tirage manque ou ne se lit pas. "
                            + "Remettez-le, à côté du fichier d’édition s’il le nomme, ou retirez draw-key.",
                    value);
        }
        if (!DrawKey.valid(key)) {
            throw fault(told, place, "cle-du-tirage-invalide",
                    "Ce fichier ne contient pas de clé\u00a0: on attend des chiffres "
                            + "hexadécimaux, deux par octet, " + DrawKey.LEAST_BYTES + " octets au moins.",
                    value);
        }
        return key;
    }

    private static EditionFileException fault(Path file, String place, String code, String message, String value) {
        return new EditionFileException(
                List.of(new EditionFault(file.toString(), 0, place, code, message, value)));
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
        if (origin == Origin.MADE && !Files.exists(file)) {
            OwnersOnly.write(file, hexadecimal + "\n");
        }
    }

    /** Whose key it is, for the report. */
    String told() {
        return switch (origin) {
            case PUBLIC -> "clé d’essai, que l’édition donne\u00a0: qui la lit peut rejouer le tirage";
            case NAMED -> "clé de l’institut (" + file.getFileName() + ")";
            case MADE -> "clé faite par la première exécution, gardée dans le dossier de travail (" + MADE
                    + ")\u00a0: une copie sûre permettra de refaire les mêmes livres";
        };
    }
}

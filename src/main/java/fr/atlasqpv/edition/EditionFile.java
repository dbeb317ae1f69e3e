package fr.atlasqpv.edition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads {@code jobs/*.yaml} into an {@link Edition}, strictly: an unknown key, a missing column mapping, an indicator
 * that does not exist is told with its line, and all faults are told at once. The file itself explains its keys;
 * {@code docs/add-a-source.md} is the worked example.
 *
 * {@snippet :
 * Edition edition = EditionFile.load(Path.of("jobs/2022.yaml"));
 * }
 */
public final class EditionFile {
    private EditionFile() {}

    /**
     * Reads and validates an edition file.
     *
     * @param file path of the file
     * @return the edition, every reference in it resolved
     * @throws EditionFileException when it cannot be read or anything in it is wrong
     */
    public static Edition load(Path file) {
        Faults faults = new Faults(file.toString().replace('\\', '/'));
        String text = text(file, faults);
        faults.throwIfAny();
        YamlNode root = YamlTree.read(text, faults);
        faults.throwIfAny();
        if (root == null) {
            faults.add(1, "", "edition-vide", "Le fichier d’édition est vide.", "");
            faults.throwIfAny();
        }
        Edition edition = new EditionReader(faults).read(root);
        faults.throwIfAny();
        return edition;
    }

    private static String text(Path file, Faults faults) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (NoSuchFileException e) {
            faults.add(0, "", "edition-absente", "Le fichier d’édition est introuvable.", "");
        } catch (CharacterCodingException e) {
            faults.add(0, "", "edition-non-utf8", "Le fichier d’édition n’est pas en UTF-8\u00a0: réenregistrez-le.",
                    "");
        } catch (IOException e) {
            faults.add(0, "", "edition-illisible", "Le fichier d’édition ne peut pas être lu.", e.getMessage());
        }
        return "";
    }
}

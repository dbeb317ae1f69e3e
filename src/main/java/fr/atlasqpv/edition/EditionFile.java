package fr.atlasqpv.edition;

import java.nio.file.Path;
import java.util.List;

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
     * An edition with the files that it is written in.
     *
     * @param edition the edition
     * @param files its own file, then its shared parts in the order in which it names them
     * @param included what the shared parts gave
     * @param faults what is wrong in them; the edition then holds what could be read
     */
    public record Read(Edition edition, List<Path> files, List<Included> included, List<EditionFault> faults) {}

    /**
     * A key that a shared part gave, for the edition does not give it itself.
     *
     * @param file the part
     * @param line line of the key in it
     * @param key place in the edition ({@code texts.credits})
     */
    public record Included(String file, int line, String key) {}

    /**
     * Reads and validates an edition file.
     *
     * @param file path of the file
     * @return the edition, every reference in it resolved
     * @throws EditionFileException when it cannot be read or anything in it is wrong
     */
    public static Edition load(Path file) {
        return read(file).edition();
    }

    /**
     * Reads and validates an edition file, and tells what its shared parts gave.
     *
     * @param file path of the file
     * @throws EditionFileException when it cannot be read or anything in it is wrong
     */
    public static Read read(Path file) {
        return read(file, new Faults());
    }

    /**
     * Reads an edition file as far as it can be read, and tells everything that is wrong in it: a check of the inputs goes on
     * with it.
     *
     * @throws EditionFileException when it is absent, or no YAML
     */
    public static Read inspect(Path file) {
        return inspect(file, new Faults());
    }

    static Read read(Path file, Faults faults) {
        Read read = inspect(file, faults);
        faults.throwIfAny();
        return read;
    }

    private static Read inspect(Path file, Faults faults) {
        Includes parts = new Includes(faults);
        YamlNode root = parts.read(file);
        faults.throwIfAny();
        if (root == null) {
            faults.add(1, "", "edition-vide", "Le fichier d’édition est vide.", "");
            faults.throwIfAny();
        }
        Edition edition = new EditionReader(faults).read(root);
        return new Read(edition, List.copyOf(parts.files()), List.copyOf(parts.included()), faults.all());
    }
}

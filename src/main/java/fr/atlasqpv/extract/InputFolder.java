package fr.atlasqpv.extract;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that the paths of the sources start from. */
public final class InputFolder {
    private InputFolder() {}

    /** What is wrong with the folder as a whole, one sentence in French; empty when it can be looked into. */
    public static String fault(Path folder) {
        if (!Files.exists(folder)) {
            return "Le dossier des extraits n’existe pas.";
        }
        if (!Files.isDirectory(folder)) {
            return "On attend le dossier des extraits, c’est un fichier.";
        }
        return Files.isReadable(folder) && Files.isExecutable(folder) ? ""
                : "Le dossier des extraits ne peut pas être lu\u00a0: le compte qui lance le programme n’en a pas le droit.";
    }
}

package fr.atlasqpv.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where paths start from: the folder one stands in, then the folder of the program. */
final class Project {
    private Project() {}

    /** Folder of the program, which the launcher names; the folder one stands in when it was started otherwise. */
    static Path home() {
        String home = System.getProperty("atlas.home", "");
        return Path.of(home).toAbsolutePath().normalize();
    }

    /** A job file: from here, else from the folder of the program. */
    static Path jobFile(Path given) {
        Path here = given.toAbsolutePath().normalize();
        Path there = home().resolve(given).normalize();
        return Files.exists(here) || !Files.exists(there) ? here : there;
    }
}

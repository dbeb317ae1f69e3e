package fr.atlasqpv.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of the project and the files that git tracks in it. */
final class Project {
    /** Surefire says where the project is; an IDE starts the tests in it. */
    static final Path FOLDER = Path.of(System.getProperty("basedir", "")).toAbsolutePath().normalize();

    private Project() {}

    /** The tracked files under these paths (all when there is none), or nothing outside a git checkout. */
    static List<Path> trackedFiles(String... under) throws IOException {
        var command = Stream.concat(Stream.of("git", "ls-files", "-z", "--"), Stream.of(under)).toList();
        Process git = new ProcessBuilder(command).directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Stream.of(names.split("\0"))
                .filter(name -> !name.isEmpty())
                .map(FOLDER::resolve)
                .filter(Files::isRegularFile)
                .toList();
    }

    /** The text of a file, byte for byte: names and paths are looked for in any encoding. */
    static String textOf(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}

package fr.atlasqpv.batch;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;

/** Which program runs: its version, and the fingerprint of its code, for other code may make other books. */
public final class Program {
    private Program() {}

    /** Version, as the build names it. */
    public static String version() {
        String version = Program.class.getPackage().getImplementationVersion();
        return version == null ? "développement" : version;
    }

    /** Version and fingerprint of the code. The jar names its libraries in its manifest, and so answers for them. */
    public static String build() {
        try {
            Path code = code();
            return version() + "+"
                    + (Files.isDirectory(code) ? ofFolder(code) : Fingerprints.of(code)).substring(0, 16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path code() {
        String first = System.getProperty("java.class.path", "").split(File.pathSeparator)[0];
        if (first.endsWith(".jar") && Files.isRegularFile(Path.of(first)) && !first.contains("surefire")) {
            return Path.of(first);
        }
        CodeSource source = Program.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where its code is", e);
        }
    }

    private static String ofFolder(Path folder) throws IOException {
        List<String> parts = new ArrayList<>();
        for (Path file : Disk.files(folder)) {
            parts.add(folder.relativize(file).toString());
            parts.add(Fingerprints.of(file));
        }
        return Fingerprints.of(parts);
    }
}

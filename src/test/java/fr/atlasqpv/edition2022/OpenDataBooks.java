package fr.atlasqpv.edition2022;

import fr.atlasqpv.cli.AtlasCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The books of the seventeen regions whose QPV are in the files, made once for all the tests from the open data that stand beside the project;
 * none where they do not.
 */
public final class OpenDataBooks {
    /** Where the open data stand. */
    public static final Path DATA = Path.of("").toAbsolutePath().resolveSibling("shared").resolve("data");

    private static OpenDataBooks made;

    private final Path output;

    private OpenDataBooks(Path output) {
        this.output = output;
    }

    /** The books, made at the first call; empty when the open data are absent. */
    public static synchronized Optional<OpenDataBooks> get() {
        if (made == null && Files.isDirectory(DATA)) {
            try {
                Path output = Files.createTempDirectory("atlas-open-data");
                StringWriter said = new StringWriter();
                PrintWriter writer = new PrintWriter(said, true);
                int code = AtlasCommand.execute(
                        writer, writer, "run", "jobs/2022-open-data.yaml", "--input", DATA.toString(), "--output",
                        output.toString());
                if (code != 0) {
                    throw new IllegalStateException("the open data ended with " + code + ":\n" + said);
                }
                made = new OpenDataBooks(output);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.ofNullable(made);
    }

    /** Root of what the run left. */
    public Path output() {
        return output;
    }

    /** Folder of the edition. */
    public Path folder() {
        return output.resolve("2022-open-data");
    }

    /** The PDF of every region, in order. */
    public List<Path> pdfs() {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

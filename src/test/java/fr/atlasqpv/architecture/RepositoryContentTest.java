package fr.atlasqpv.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the repository may hold: nothing of one machine, nothing of the producers’ open data. */
class RepositoryContentTest {
    /** Smaller files can be equal by chance. */
    private static final long SMALLEST_COPY_BYTES = 1024;
    private static final long LARGEST_FILE_BYTES = 10_000_000;

    @Test
    void noFileNamesAFolderOfOneMachine() throws IOException {
        Pattern machinePath = Pattern.compile("(?<![A-Za-z0-9_.-])/(?:work|farm|root|home/[a-z]+|Users/[A-Za-z]+)/");
        List<String> found = new ArrayList<>();
        for (Path file : trackedFiles()) {
            machinePath.matcher(Project.textOf(file)).results().limit(1)
                    .forEach(hit -> found.add(Project.FOLDER.relativize(file) + ": " + hit.group()));
        }
        assertThat(found)
                .as("paths resolve against the project, the job file or --input; a path of one machine works on that one only")
                .isEmpty();
    }

    @Test
    void noFileOfTheSharedDataIsCopiedHere() throws IOException {
        Path data = Project.FOLDER.resolveSibling("shared").resolve("data");
        assumeThat(data).as("the shared data stand beside the project").isDirectory();
        Map<String, Path> known = new HashMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) > SMALLEST_COPY_BYTES) {
                    known.put(sha256(file), data.relativize(file));
                }
            }
        }
        List<String> copies = new ArrayList<>();
        for (Path file : trackedFiles()) {
            Path original = known.get(sha256(file));
            if (original != null) {
                copies.add(Project.FOLDER.relativize(file) + " is " + original);
            }
        }
        assertThat(copies).as("real extracts stay with their producers: name them in the edition file instead")
                .isEmpty();
    }

    @Test
    void noFileIsTooLargeForARepository() throws IOException {
        List<String> large = new ArrayList<>();
        for (Path file : trackedFiles()) {
            if (Files.size(file) > LARGEST_FILE_BYTES) {
                large.add(Project.FOLDER.relativize(file) + ": " + Files.size(file) + " bytes");
            }
        }
        assertThat(large).as("the sample stays under 10 MB in all; compress it, or generate it").isEmpty();
    }

    private static List<Path> trackedFiles() throws IOException {
        List<Path> files = Project.trackedFiles();
        assumeThat(files).as("tracked files are known in a git checkout only").isNotEmpty();
        return files;
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

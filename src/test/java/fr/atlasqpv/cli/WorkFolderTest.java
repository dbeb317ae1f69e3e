package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.atlasqpv.batch.TinyEdition;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in the work folder is for its owner’s eyes after every command, however it ends; the books are for everybody. */
class WorkFolderTest {
    @TempDir
    private Path folder;

    private TinyEdition edition;

    @BeforeEach
    void newFilesAreForEverybody() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        assumeTrue(
                permissions(Files.createFile(folder.resolve("ordinaire"))).equals("rw-r--r--"),
                "with the umask 022, which these tests are about");
        edition = TinyEdition.in(folder);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private int atlas(String... words) {
        StringWriter said = new StringWriter();
        return AtlasCommand.execute(new PrintWriter(said, true), new PrintWriter(said, true), words);
    }

    private int atlas(String command) {
        return atlas(
                command, edition.jobFile().toString(), "--input", edition.input().toString(), "--output",
                edition.output().toString());
    }

    private void assertThatNobodyElseSeesTheWorkFolder() throws IOException {
        List<Path> seen;
        try (Stream<Path> tree = Files.walk(edition.output().resolve(".work"))) {
            seen = tree.toList();
        }
        assertThat(seen).hasSizeGreaterThan(3);
        for (Path path : seen) {
            assertThat(permissions(path)).as(path.toString())
                    .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
        }
    }

    @Test
    void afterARelease() throws IOException {
        assertThat(atlas("run")).isEqualTo(ExitCode.DONE);
        assertThatNobodyElseSeesTheWorkFolder();
        assertThat(atlas("run")).as("nothing to do").isEqualTo(ExitCode.DONE);
        assertThatNobodyElseSeesTheWorkFolder();

        assertThat(atlas("audit", edition.books().toString(), "--output", edition.output().toString()))
                .isEqualTo(ExitCode.DONE);
        assertThatNobodyElseSeesTheWorkFolder();

        try (Stream<Path> tree = Files.walk(edition.books())) {
            for (Path path : tree.toList()) {
                assertThat(permissions(path)).as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--");
            }
        }
    }

    @Test
    void afterARefusal() throws IOException {
        edition.change("populations.csv", s -> s.replace("02001;POPULATION;5000", "02001;POPULATION;50"))
                .change("populations.csv", s -> s.replace("02002;POPULATION;3000", "02002;POPULATION;30"));

        assertThat(atlas("run")).isEqualTo(ExitCode.BLOCKED);
        assertThatNobodyElseSeesTheWorkFolder();
    }

    @Test
    void afterACheck() throws IOException {
        assertThat(atlas("check")).isEqualTo(ExitCode.DONE);
        assertThat(permissions(edition.output().resolve(".work"))).isEqualTo("rwx------");
        assertThatNobodyElseSeesTheWorkFolder();
    }

    /** The process is killed as soon as its store is there: nothing is left to its last words. */
    @Test
    void afterAKill() throws Exception {
        Process run = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), "fr.atlasqpv.Atlas", "run", edition.jobFile().toString(),
                "--input", edition.input().toString(), "--output", edition.output().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dit.txt").toFile())
                .start();
        Path store = edition.output().resolve(".work/atlas.mv.db");
        while (run.isAlive() && !Files.exists(store)) {
            run.waitFor(20, TimeUnit.MILLISECONDS);
        }
        run.destroyForcibly().waitFor();

        assertThat(store).exists();
        assertThatNobodyElseSeesTheWorkFolder();
    }
}

package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.batch.TinyEdition;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is asked to stop says so once, ends with 130 at whatever moment, and is resumed. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class StoppedCommandTest {
    @TempDir
    private Path folder;

    private TinyEdition edition;

    @BeforeEach
    void copyTheEdition() throws IOException {
        edition = TinyEdition.in(folder);
    }

    private Process start(String command, Path said) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), "fr.atlasqpv.Atlas"));
        words.addAll(List.of(command, edition.jobFile().toString(), "--input", edition.input().toString(), "--output",
                edition.output().toString()));
        return new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    }

    private static String text(Path said) throws IOException {
        return Files.readString(said, StandardCharsets.UTF_8);
    }

    /** Tells whether a file is there, or a line is said. */
    private boolean seen(String mark, Path said) throws IOException {
        return mark.startsWith(".") ? Files.exists(edition.output().resolve(mark.replace('/', File.separatorChar)))
                : text(said).contains(mark);
    }

    private void stoppedAt(String command, String mark) throws Exception {
        Path said = folder.resolve("dit");
        if (mark.startsWith(".")) {
            Files.deleteIfExists(edition.output().resolve(mark)); // of the process before
        }
        Process process = start(command, said);
        while (process.isAlive() && !seen(mark, said)) {
            Thread.onSpinWait();
        }
        process.destroy();

        int code = process.waitFor();
        assertThat(text(said)).as("said when stopped at %s", mark).doesNotContain("failli");
        if (code != ExitCode.DONE) {
            assertThat(code).as("exit code when stopped at %s", mark).isEqualTo(ExitCode.STOPPED);
            assertThat(text(said)).containsOnlyOnce("Arrêt demandé").containsOnlyOnce("Arrêté.");
        }
    }

    @Test
    void aRunIsStoppedAtAnyMomentAndResumed() throws Exception {
        for (String mark : List.of(".work/logs/atlas.log", ".work/atlas-nouveau.mv.db", ".work/atlas.mv.db",
                "inventaire", "livres")) {
            stoppedAt("run", mark);
        }
        Path said = folder.resolve("dit");
        assertThat(start("run", said).waitFor()).as(text(said)).isEqualTo(ExitCode.DONE);
        assertThat(edition.books().resolve("manifest.json")).exists();
    }

    @Test
    void aCheckIsStoppedToo() throws Exception {
        stoppedAt("check", ".work/logs/atlas.log");
    }
}

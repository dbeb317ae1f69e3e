package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.Atlas;
import fr.atlasqpv.batch.RunResult;
import fr.atlasqpv.batch.RunResult.Ending;
import fr.atlasqpv.batch.TinyEdition;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code atlas run --validate} says, and how it ends. */
class ValidateOptionTest {
    private static final Pattern VERAPDF = Pattern.compile("[/\\\\]org[/\\\\]verapdf[/\\\\]");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TinyEdition edition;

    @BeforeEach
    void copyTheEdition() throws IOException {
        edition = TinyEdition.in(folder);
    }

    private List<String> words() {
        return List.of(
                "run", edition.jobFile().toString(), "--input", edition.input().toString(), "--output",
                edition.output().toString(), "--validate");
    }

    @Test
    void realBooksKeepTheRulesAndTheTerminalSaysSo() {
        int code = AtlasCommand.execute(
                new PrintWriter(out), new PrintWriter(err), words().toArray(String[]::new));

        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("validation\u00a0: PDF/UA-1 et PDF/A-2a, aucune règle enfreinte");
        assertThat(edition.books().resolve("32-hauts-de-france/atlas-qpv-minuscule-32.pdf")).isNotEmptyFile();
    }

    @ParameterizedTest
    @EnumSource(names = {"BLOCKED", "ALREADY_DONE_INVALID"})
    void threeWhenABookBreaksARule(Ending ending) {
        RunResult result = new RunResult(
                ending, edition.books(), new LinkedHashMap<>(), List.of(), List.of(), new LinkedHashMap<>(),
                List.of("32/livre.pdf\u00a0: Ce livre enfreint la norme PDF/UA-1"), null);

        assertThat(Endings.exitCode(result)).isEqualTo(ExitCode.BLOCKED);
        Endings.tell(
                new Screen(new PrintWriter(out), new PrintWriter(err)), edition.validatedRequest(), result,
                Duration.ZERO,
                false);
        assertThat(err.toString()).contains("- 32/livre.pdf\u00a0: Ce livre enfreint la norme PDF/UA-1");
        assertThat(out.toString()).isEmpty();
    }

    /** In a Java of its own, whose class path lacks the optional library. */
    @Test
    void withoutVeraPdfItIsRefusedBeforeAnyWork() throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !VERAPDF.matcher(entry).find())
                .collect(Collectors.joining(File.pathSeparator));
        ProcessBuilder java = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-Dstderr.encoding=UTF-8", "-cp", classPath, Atlas.class.getName());
        java.command().addAll(words());

        Process atlas = java.start();

        String complaint = new String(atlas.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(atlas.waitFor()).isEqualTo(ExitCode.USAGE);
        assertThat(complaint).startsWith("--validate a besoin de veraPDF").contains("./atlas", "sans --validate")
                .doesNotContain("\tat ");
        assertThat(edition.output()).doesNotExist();
    }
}

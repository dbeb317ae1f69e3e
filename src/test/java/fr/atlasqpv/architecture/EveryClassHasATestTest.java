package fr.atlasqpv.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pure floors are where a figure is made, withheld and shown: none of their classes goes without a test of its own. */
class EveryClassHasATestTest {
    private static final Pattern WORD = Pattern.compile("\\w+");

    @ParameterizedTest
    @ValueSource(strings = {"book", "indicator", "secrecy", "edition"})
    void everyClassIsNamedInATest(String name) throws IOException {
        Set<String> words = words();
        List<String> classes = classes(Project.FOLDER.resolve("src/main/java/fr/atlasqpv").resolve(name));

        assertThat(classes).isNotEmpty();
        assertThat(classes).filteredOn(c -> !words.contains(c))
                .as("write src/test/java/fr/atlasqpv/%s/<class>Test.java: what the class promises, a table of cases, an oracle "
                        + "worked out by hand", name)
                .isEmpty();
    }

    private static List<String> classes(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java") && !file.equals("package-info.java"))
                    .map(file -> file.replace(".java", ""))
                    .sorted()
                    .toList();
        }
    }

    private static Set<String> words() throws IOException {
        Set<String> words = new HashSet<>();
        try (Stream<Path> files = Files.walk(Project.FOLDER.resolve("src/test/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                WORD.matcher(Files.readString(file)).results().map(MatchResult::group).forEach(words::add);
            }
        }
        return words;
    }
}

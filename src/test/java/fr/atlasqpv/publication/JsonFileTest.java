package fr.atlasqpv.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same content gives the same bytes at each start of the program. */
class JsonFileTest {
    @TempDir
    private Path folder;

    @Test
    void keysStandInTheOrderGiven() throws IOException {
        Path file = folder.resolve("a.json");
        JsonFile.write(file, JsonFile.ordered("b", 1, "a", List.of(JsonFile.ordered("z", true, "y", "é")),
                "s", new TreeSet<>(Set.of("n", "m")), "none", Map.of(), "one", Map.of("k", 1)));

        assertThat(Files.readString(file)).isEqualTo("""
                {
                  "b" : 1,
                  "a" : [
                    {
                      "z" : true,
                      "y" : "é"
                    }
                  ],
                  "s" : [
                    "m",
                    "n"
                  ],
                  "none" : { },
                  "one" : {
                    "k" : 1
                  }
                }
                """);
    }

    private static List<Object> drawn() {
        return List.of(Map.of("a", 1, "b", 2), List.of(Map.of("a", 1, "b", 2)), Set.of("a", "b"), Set.of(1, 2, 3),
                JsonFile.ordered("deep", List.of(Set.of(1, 2))));
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void anOrderThatIsDrawnIsNeverWritten(Object content) {
        Path file = folder.resolve("a.json");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonFile.write(file, JsonFile.ordered("content", content)));
        assertThat(file).doesNotExist();
    }
}

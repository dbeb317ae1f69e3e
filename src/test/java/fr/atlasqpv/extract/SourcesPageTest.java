package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that a statistician reads says what the program does. */
class SourcesPageTest {
    private static String page() throws IOException {
        return Files.readString(Path.of("docs/add-a-source.md"));
    }

    @Test
    void everyLayoutHasItsLineWithItsFields() throws IOException {
        for (Layout layout : Layout.values()) {
            String line = page().lines()
                    .filter(l -> l.startsWith("| `" + layout.id() + "`"))
                    .collect(Collectors.joining());

            assertThat(line)
                    .as("add the line of the layout to docs/add-a-source.md")
                    .contains(layout.fields())
                    .matches(l -> layout.optionalFields().stream().allMatch(f -> l.contains("*" + f + "*")));
        }
    }
}

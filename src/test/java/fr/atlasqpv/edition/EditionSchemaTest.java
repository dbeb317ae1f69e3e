package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code jobs/schema.json} says what the reader of editions reads: an editor completes and checks by it. */
class EditionSchemaTest {
    private static final Path SCHEMA = Path.of("jobs/schema.json");
    private static final List<Path> EDITIONS = List.of(
            Path.of("jobs/2022.yaml"), Path.of("jobs/2022-open-data.yaml"),
            Path.of("src/test/resources/edition-2031/essai-2031.yaml"));

    private static String written() {
        EditionSchema schema = new EditionSchema();
        EDITIONS.forEach(schema::observe);
        return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build()
                .writeValueAsString(schema.schema()) + "\n";
    }

    @Test
    void theSchemaIsTheOneThatTheReaderFollows() throws IOException {
        String written = written();
        if (Boolean.getBoolean("schema.refresh")) {
            Files.writeString(SCHEMA, written);
        }

        assertThat(Files.readString(SCHEMA))
                .as("run ./mvnw test -Dtest=EditionSchemaTest -Dschema.refresh=true and commit jobs/schema.json")
                .isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jobs/2022.yaml", "jobs/2022-open-data.yaml"})
    void everyShippedEditionNamesTheSchemaOnItsFirstLine(String job) throws IOException {
        assertThat(Files.readAllLines(Path.of(job)).getFirst())
                .isEqualTo("# yaml-language-server: $schema=schema.json");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theSchemaKnowsTheKeysOfEveryForm() throws IOException {
        Map<String, Object> schema = JsonMapper.shared().readValue(Files.readString(SCHEMA), Map.class);
        Map<String, Object> indicators =
                (Map<String, Object>) ((Map<String, Object>) schema.get("properties")).get("indicators");
        Map<String, Object> indicator = (Map<String, Object>) indicators.get("additionalProperties");

        assertThat(((Map<String, Object>) indicator.get("properties")).keySet())
                .contains(
                        "form", "measure", "numerator", "denominator", "scale", "decimals", "base", "from", "to", "as",
                        "of",
                        "establishments", "sector", "labels", "distance", "says", "levels", "perimeters");
    }
}

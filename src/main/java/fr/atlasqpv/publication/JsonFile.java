package fr.atlasqpv.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON the same on every machine: UTF-8, two spaces, LF, keys in the order given. */
public final class JsonFile {
    private JsonFile() {}

    /**
     * Writes a file.
     *
     * @param content maps with an order of their own, lists, texts, numbers, booleans
     * @throws IOException when the file cannot be written
     */
    public static void write(Path file, Map<String, Object> content) throws IOException {
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter);
        String json = JsonMapper.shared().writer().with(printer).writeValueAsString(content);
        Files.writeString(file, json + "\n", StandardCharsets.UTF_8);
    }

    /** A map in the order given: name, value, name, value … */
    public static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}

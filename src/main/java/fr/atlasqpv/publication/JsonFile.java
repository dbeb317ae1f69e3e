package fr.atlasqpv.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON the same on every machine: UTF-8, two spaces, LF, keys in the order given. */
public final class JsonFile {
    /** Collections of the JDK that go through their elements in an order drawn by lot. */
    private static final List<Class<?>> DRAWN = List.of(
            Map.of(1, 1, 2, 2).getClass(), Set.of(1, 2).getClass(), Set.of(1, 2, 3).getClass());

    private JsonFile() {}

    /**
     * Writes a file.
     *
     * @param content maps with an order of their own, lists, texts, numbers, booleans
     * @throws IOException when the file cannot be written
     * @throws IllegalArgumentException when a map or a set in it has an order that is drawn at each start of the program
     */
    public static void write(Path file, Map<String, Object> content) throws IOException {
        ordered(content);
        var indenter = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withArrayIndenter(indenter).withObjectIndenter(indenter);
        String json = JsonMapper.shared().writer().with(printer).writeValueAsString(content);
        Files.writeString(file, json + "\n", StandardCharsets.UTF_8);
    }

    /** Told each time, where two runs that happen to agree would not tell it. */
    private static void ordered(Object content) {
        boolean several = content instanceof Map<?, ?> map && map.size() > 1
                || content instanceof Collection<?> some && some.size() > 1;
        if (several && DRAWN.stream().anyMatch(type -> type.isInstance(content))) {
            throw new IllegalArgumentException("no order of its own: " + content);
        }
        if (content instanceof Map<?, ?> map) {
            map.values().forEach(JsonFile::ordered);
        } else if (content instanceof Collection<?> some) {
            some.forEach(JsonFile::ordered);
        }
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

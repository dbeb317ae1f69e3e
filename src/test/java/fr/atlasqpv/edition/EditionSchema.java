package fr.atlasqpv.edition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The JSON Schema of edition files (draft 2020-12), written from the keys that their reader asks for while it reads editions that
 * have something in every section.
 */
final class EditionSchema {
    /** Sections whose keys are names that the edition gives. */
    private static final List<String> FREE =
            List.of("measures", "indicators", "typologies", "typologies.*", "sources[].columns", "checks",
                    "frame.zones", "frame.zones.*.seas", "frame.zones.*.countries", "frame.zones.*.insets");
    /** Words that one edition declares: another has others. */
    private static final List<String> DECLARED = List.of(
            "measure", "numerator", "denominator", "base", "indicator", "rate", "figure", "code", "share", "from", "to",
            "chapters", "columns", "count", "profiles", "known-measures", "inhabitants", "correspondence",
            "same-units", "counted", "parts", "whole");

    private static final class Node {
        private Observer.Type type = Observer.Type.STRING;
        private int requiredTimes;
        private final TreeSet<String> words = new TreeSet<>();
        private final SortedMap<String, Node> children = new TreeMap<>();
    }

    private final Node root = new Node();

    /** Reads an edition and takes down what its reader asks for. */
    void observe(Path edition) {
        EditionFile.read(edition, new Faults(this::asked));
    }

    private void asked(String path, String key, Observer.Type type, Collection<String> words) {
        String parent = general(path);
        Node node = node(parent);
        String name = FREE.contains(parent) ? "*" : key;
        Node child = node.children.computeIfAbsent(name, k -> new Node());
        if (type == Observer.Type.REQUIRED) {
            child.requiredTimes++;
            return;
        }
        if (rank(type) >= rank(child.type)) {
            child.type = type;
        }
        if (!DECLARED.contains(key)) {
            child.words.addAll(words);
        }
    }

    /** A more telling type wins: a number is asked for as a text first. */
    private static int rank(Observer.Type type) {
        return switch (type) {
            case STRING -> 0;
            case STRINGS -> 1;
            case GROUPS, NUMBER -> 3; // what one kind of rule takes whole, another may not
            default -> 2;
        };
    }

    private static String general(String path) {
        String general = path.replaceAll("\\[[^]]*]", "[]");
        for (String free : List.of("measures", "indicators", "typologies", "checks", "frame.zones",
                "frame.zones.*.insets")) {
            if (general.startsWith(free + ".")) {
                general = free + ".*" + general.substring(free.length() + 1).replaceFirst("^[^.]*", "");
            }
        }
        return general;
    }

    private Node node(String path) {
        Node node = root;
        for (String step : path.isEmpty() ? new String[0] : path.split("\\.")) {
            String name = step.replace("[]", "");
            node = node.children.computeIfAbsent(name, k -> new Node());
        }
        return node;
    }

    /** The schema. */
    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Édition de l’atlas des quartiers prioritaires");
        schema.put("type", "object");
        Map<String, Object> properties = properties(root);
        properties.put("include", array(Map.of("type", "string")));
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> properties(Node node) {
        Map<String, Object> properties = new TreeMap<>();
        node.children.forEach((key, child) -> properties.put(key, described(child)));
        return properties;
    }

    private static Map<String, Object> described(Node node) {
        return switch (node.type) {
            case STRING -> word(node, false);
            case BOOLEAN -> Map.of("type", "boolean");
            case NUMBER -> Map.of("type", "number");
            case INTEGER -> Map.of("type", "integer");
            case WORDS -> array(word(node, true));
            case GROUPS -> array(array(word(node, true)));
            case STRINGS -> array(Map.of("type", "string"));
            case INTEGERS -> array(Map.of("type", "integer"));
            case NUMBERS -> array(Map.of("type", "number"));
            case OBJECT -> object(node, false);
            case OBJECTS -> array(object(node, true));
            case REQUIRED -> throw new IllegalStateException("not a type");
        };
    }

    private static Map<String, Object> array(Map<String, Object> items) {
        Map<String, Object> array = new LinkedHashMap<>();
        array.put("type", "array");
        array.put("items", items);
        return array;
    }

    private static Map<String, Object> word(Node node, boolean item) {
        Map<String, Object> word = new LinkedHashMap<>();
        if (node.words.isEmpty()) {
            word.put("type", item ? List.of("string") : List.of("string", "number"));
        } else {
            word.put("enum", List.copyOf(node.words));
        }
        return word;
    }

    /** A key of a section may come from a shared part; an item of a list is whole where it stands. */
    private static Map<String, Object> object(Node node, boolean whole) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        Node free = node.children.get("*");
        if (free != null && node.children.size() == 1) {
            object.put("additionalProperties", described(free));
            return object;
        }
        object.put("properties", properties(node));
        List<String> required = new ArrayList<>();
        // A key that some forms alone must have is asked for less often than its section is read
        int most = node.children.values().stream().mapToInt(c -> c.requiredTimes).max().orElse(0);
        node.children.forEach((key, child) -> {
            if (most > 0 && child.requiredTimes == most) {
                required.add(key);
            }
        });
        if (whole && !required.isEmpty()) {
            object.put("required", required);
        }
        object.put("additionalProperties", false);
        return object;
    }
}

package fr.atlasqpv.edition;

import java.util.List;

/** A value of a YAML file with the line it stands on. */
sealed interface YamlNode {
    /** Line from 1. */
    int line();

    /** Text, number, boolean, or nothing ({@code text} null); the text is the one of the file, unresolved. */
    record Scalar(int line, String text) implements YamlNode {}

    /** A list. */
    record Items(int line, List<YamlNode> items) implements YamlNode {}

    /** Keys and their values, in the order of the file, duplicates included. */
    record Entries(int line, List<Entry> entries) implements YamlNode {}

    /** A key and its value. */
    record Entry(String key, int line, YamlNode value) {}
}

package fr.atlasqpv.edition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads a YAML text into {@link YamlNode}s, token by token: data binding would stop at the first fault, and tells a wrong
 * line for an unknown key of a record.
 */
final class YamlTree {
    /** An edition nests six deep, and its longest text is a paragraph. */
    private static final int DEEPEST = 32;
    /** Names of files and folders, which the disk compares sign by sign. */
    private static final Set<String> ON_DISK =
            Set.of("file", "member", "input", "include", "previous-edition");
    private static final YAMLFactory FACTORY = new YAMLFactory().rebuild()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final YAMLParser parser;
    private final int before;
    private final Faults faults;

    private YamlTree(YAMLParser parser, int before, Faults faults) {
        this.parser = parser;
        this.before = before;
        this.faults = faults;
    }

    /**
     * Reads the one document of a text.
     *
     * @param before what its lines are numbered from
     * @return its root, null when it is empty or cannot be parsed (the faults say why)
     */
    static YamlNode read(String text, int before, Faults faults) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            YamlTree tree = new YamlTree((YAMLParser) parser, before, faults);
            JsonToken first = parser.nextToken();
            YamlNode root = first == null ? null : tree.node(first);
            if (parser.nextToken() != null) {
                faults.add(
                        before + parser.currentTokenLocation().getLineNr(),
                        "",
                        "second-document",
                        "Un second document YAML commence ici, après la ligne «\u00a0---\u00a0»\u00a0: il ne serait pas lu. "
                                + "Fondez-le dans le premier ou ôtez-le.",
                        "---");
            }
            return root;
        } catch (StreamConstraintsException e) {
            faults.add(
                    before + 1, "", "yaml-demesure",
                    "Les clés de ce fichier sont imbriquées sur plus de " + DEEPEST
                            + " niveaux\u00a0: une édition n’en demande pas dix.",
                    "");
            return null;
        } catch (JacksonException e) {
            int line = before + (e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr()));
            faults.add(
                    line,
                    "",
                    "yaml-illisible",
                    "Le fichier n’est pas du YAML lisible\u00a0: vérifiez l’indentation (des espaces, jamais de "
                            + "tabulation), les guillemets et l’espace après chaque deux-points.",
                    French.shortened(e.getOriginalMessage()));
            return null;
        }
    }

    private YamlNode node(JsonToken token) {
        int line = before + parser.currentTokenLocation().getLineNr();
        if (parser.isCurrentAlias()) {
            faults.add(
                    line,
                    "",
                    "renvoi-yaml",
                    "Les renvois YAML (*nom) ne sont pas acceptés\u00a0: recopiez la valeur.",
                    parser.getString());
            return new YamlNode.Scalar(line, "");
        }
        return switch (token) {
            case START_OBJECT -> entries(line);
            case START_ARRAY -> items(line);
            case VALUE_NULL -> new YamlNode.Scalar(line, null);
            default -> new YamlNode.Scalar(line, parser.getString());
        };
    }

    private YamlNode entries(int line) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = before + parser.currentTokenLocation().getLineNr();
            YamlNode value = node(parser.nextToken());
            entries.add(new YamlNode.Entry(
                    composed(key), keyLine, ON_DISK.contains(key) ? value : composed(value)));
        }
        return new YamlNode.Entries(line, entries);
    }

    /** Accents written apart from their letters, as some systems do, are the same letters to a reader. */
    private static String composed(String text) {
        return text == null ? null : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static YamlNode composed(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar s -> new YamlNode.Scalar(s.line(), composed(s.text()));
            case YamlNode.Items i -> new YamlNode.Items(i.line(), i.items().stream().map(YamlTree::composed).toList());
            case YamlNode.Entries e -> e; // each of its values is composed where it is read
        };
    }

    private YamlNode items(int line) {
        List<YamlNode> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token));
        }
        return new YamlNode.Items(line, items);
    }
}

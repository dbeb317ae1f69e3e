package fr.atlasqpv.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text of an edition file that becomes that of another edition, line by line: comments, order and all that is not
 * changed stay as they were written.
 */
public final class EditionDraft {
    /** What a value begins with that a person has yet to write; the reader of editions refuses it. */
    public static final String TO_FILL = "À REMPLIR";

    private final List<String> lines;
    private final YamlNode root;
    private String head = "";

    /**
     * Begins with the text of a model, which must be an edition without a fault.
     *
     * @param text its text, of its own file only
     */
    public EditionDraft(String text) {
        this.lines = new ArrayList<>(text.lines().toList());
        this.root = YamlTree.read(text, 0, new Faults());
    }

    /** Places at which a value has yet to be written, one per line of an edition file ({@code ligne 12 : year}). */
    public static List<String> toFill(String text) {
        List<String> lines = text.lines().toList();
        return Stream.iterate(0, i -> i < lines.size(), i -> i + 1)
                .filter(i -> lines.get(i).contains(TO_FILL) && !lines.get(i).strip().startsWith("#"))
                .map(i -> "ligne " + (i + 1) + "\u00a0: " + lines.get(i).strip())
                .toList();
    }

    /** The text as it stands now. */
    public String text() {
        List<String> text = new ArrayList<>(lines.stream().filter(Objects::nonNull).toList());
        if (!head.isEmpty()) {
            text.add(!text.isEmpty() && text.getFirst().startsWith("# yaml-language-server") ? 1 : 0, head);
        }
        return String.join("\n", text) + "\n";
    }

    /** Adds lines of comment at the end. */
    public void append(Collection<String> comments) {
        comments.forEach(c -> lines.add(c.isEmpty() ? "" : "# " + c));
    }

    /** Puts a comment over the source with this id. */
    public void noteOnSource(String id, String comment) {
        source(id).ifPresent(s -> {
            int line = s.line() - 1;
            String indent = " ".repeat(Math.max(0, lines.get(line).indexOf('-')));
            lines.set(line, indent + "# " + comment + "\n" + lines.get(line));
        });
    }

    /** Writes a value of the source with this id; a key that it does not have yet goes under its file. */
    public void setSource(String id, String key, String value) {
        source(id).ifPresent(s -> set(s, key, value));
    }

    /** Writes a value of the section {@code edition}. */
    public void setEdition(String key, String value) {
        section("edition").ifPresent(s -> set(s, key, value));
    }

    /** Marks what describes the year of the model: the year and the date of the edition, and every vintage. */
    public void markVintages() {
        section("edition").ifPresent(s -> Stream.of("year", "date").forEach(key -> mark(s, key)));
        items("sources").forEach(s -> mark(s, "millesime"));
        section("indicators").stream()
                .flatMap(s -> s.entries().stream())
                .flatMap(e -> entries(e.value()).stream())
                .forEach(s -> mark(s, "millesime"));
    }

    /** Marks the sources of the model that are simulated: whether those of another year are, a person says. */
    public void markSimulated() {
        items("sources")
                .filter(s -> entry(s, "simulated").map(YamlNode.Entry::value)
                        .filter(v -> v instanceof YamlNode.Scalar scalar && "true".equals(scalar.text())).isPresent())
                .forEach(s -> mark(s, "simulated"));
    }

    /** Makes a comment of a section of the model that is of its year only, under a sentence that says so. */
    public void setAside(String key, String sentence) {
        entries(root).flatMap(r -> entry(r, key)).ifPresent(e -> {
            int line = e.line() - 1;
            int end = line + 1;
            while (end < lines.size() && lines.get(end).matches("|[\\s#}\\]-].*")) {
                end++;
            }
            while (lines.get(end - 1).isBlank() || lines.get(end - 1).startsWith("#")) {
                end--; // they belong to what follows
            }
            for (int i = line; i < end; i++) {
                lines.set(i, "# " + lines.get(i));
            }
            lines.set(line, "# " + sentence + "\n" + lines.get(line));
        });
    }

    /** Takes away a key of a section that is the model's alone, and says so in its place. */
    public void takeAway(String section, String key, String sentence) {
        section(section).flatMap(s -> entry(s, key)).ifPresent(e -> {
            String line = lines.get(e.line() - 1);
            lines.set(e.line() - 1, line.substring(0, line.length() - line.stripLeading().length()) + "# " + sentence);
        });
    }

    /** Says in the head comment what this edition is; what the model says of itself goes, the rest of the comment stays. */
    public void head(String sentence) {
        for (int i = 0; i < lines.size() && lines.get(i).matches("#+ .*"); i++) {
            if (!lines.get(i).startsWith("# yaml-language-server")) {
                lines.set(i, null);
            }
        }
        head = "# " + sentence;
    }

    private void mark(YamlNode.Entries section, String key) {
        entry(section, key)
                .filter(e -> e.value() instanceof YamlNode.Scalar)
                .map(e -> ((YamlNode.Scalar) e.value()).text())
                .ifPresent(was -> set(section, key, TO_FILL + " (était " + was + ")"));
    }

    private void set(YamlNode.Entries section, String key, String value) {
        Optional<YamlNode.Entry> there = entry(section, key);
        if (there.isPresent()) {
            replace(there.get().line() - 1, key, value);
        } else {
            entry(section, "file").ifPresent(file -> insert(file.line() - 1, key, value));
        }
    }

    /** A value may be a word in a group between braces, the rest of a line, or the lines under it. */
    private void replace(int line, String key, String value) {
        String old = lines.get(line);
        Matcher at = Pattern.compile("(?<![\\w-])" + Pattern.quote(key) + ":\\s*").matcher(old);
        if (!at.find()) {
            return;
        }
        boolean braces = old.lastIndexOf('{', at.start()) >= 0;
        String plain = braces ? "[^,}]*" : ".*?(?=\\s+#|$)";
        Matcher written = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|" + plain).matcher(old);
        written.region(at.end(), old.length());
        String before = written.lookingAt() ? written.group() : "";
        String after = old.substring(at.end() + before.length());
        lines.set(line, old.substring(0, at.start()) + key + ": " + quoted(value) + after);
        if (before.isBlank() || before.startsWith(">") || before.startsWith("|")) {
            int indent = old.indexOf(old.strip());
            for (int i = line + 1; i < lines.size() && !lines.get(i).isBlank()
                    && lines.get(i).indexOf(lines.get(i).strip()) > indent; i++) {
                lines.set(i, "#" + lines.get(i));
            }
        }
    }

    private void insert(int line, String key, String value) {
        String old = lines.get(line);
        int file = old.indexOf("file:");
        String more = key + ": " + quoted(value);
        lines.set(
                line, old.lastIndexOf('{', file) >= 0
                        ? old.substring(0, file) + more + ", " + old.substring(file)
                        : old + "\n" + " ".repeat(file) + more);
    }

    private static String quoted(String value) {
        return value.matches("[A-Za-z_][A-Za-z0-9_./-]*") ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
    }

    private Optional<YamlNode.Entries> source(String id) {
        return items("sources")
                .filter(s -> entry(s, "id").map(YamlNode.Entry::value)
                        .filter(v -> v instanceof YamlNode.Scalar scalar && id.equals(scalar.text())).isPresent())
                .min(Comparator.comparingInt(YamlNode::line));
    }

    private Stream<YamlNode.Entries> items(String key) {
        return entries(root).flatMap(r -> entry(r, key)).map(YamlNode.Entry::value).stream()
                .flatMap(v -> v instanceof YamlNode.Items list ? list.items().stream() : Stream.empty())
                .flatMap(i -> entries(i).stream());
    }

    private Optional<YamlNode.Entries> section(String key) {
        return entries(root).flatMap(r -> entry(r, key)).flatMap(e -> entries(e.value()));
    }

    private static Optional<YamlNode.Entries> entries(YamlNode node) {
        return node instanceof YamlNode.Entries entries ? Optional.of(entries) : Optional.empty();
    }

    private static Optional<YamlNode.Entry> entry(YamlNode.Entries section, String key) {
        return section.entries().stream().filter(e -> e.key().equals(key)).findFirst();
    }
}

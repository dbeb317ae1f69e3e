package fr.atlasqpv.edition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A group of keys of the edition file under reading. Every accessor names a key that may stand there; {@link #finish}
 * then reports the keys that none has named. A wrong value is reported and replaced by a harmless one, so that reading
 * goes on and every fault is told at once.
 */
final class Section {
    /** Digits enough for any threshold; an exponent would make a number of any length out of a few signs. */
    private static final String WHOLE = "-?[0-9]{1,9}";
    private static final Pattern PLAIN = Pattern.compile("[-+]?[0-9]{1,12}(?:\\.[0-9]{1,12})?");

    private final String path;
    private final int line;
    private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Faults faults;

    Section(YamlNode node, String path, Faults faults) {
        this.path = path;
        this.line = node == null ? 0 : node.line();
        this.faults = faults;
        if (node instanceof YamlNode.Entries keys) {
            keys.entries().forEach(this::keep);
        } else if (node != null) {
            faults.add(line, path, "type-inattendu", "On attend ici des clés et leurs valeurs.", text(node));
        }
    }

    private void keep(YamlNode.Entry entry) {
        YamlNode.Entry first = entries.putIfAbsent(entry.key(), entry);
        if (first != null) {
            fault(
                    entry.line(),
                    entry.key(),
                    "cle-en-double",
                    "La clé " + French.quoted(entry.key()) + " est déjà donnée à la ligne " + first.line() + ".",
                    entry.key());
        }
    }

    /** Place in the file, for messages. */
    String path() {
        return path;
    }

    /** Line it begins on. */
    int line() {
        return line;
    }

    /** Where it stands, for who tells of it later. */
    Place place() {
        return new Place(faults.name(line), faults.line(line), path);
    }

    /** Line of a key, or of the section when the key is absent. */
    int line(String key) {
        YamlNode.Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    /** Tells whether the key says something: a blank, an empty list or no value at all is as no key. */
    boolean has(String key) {
        known.add(key);
        YamlNode.Entry entry = entries.get(key);
        return entry != null && !isEmpty(entry.value());
    }

    /** Reports a fault of the value of a key. */
    void fault(String key, String code, String message, String value) {
        fault(line(key), key, code, message, value);
    }

    private void fault(int at, String key, String code, String message, String value) {
        faults.add(at, path.isEmpty() ? key : path + "." + key, code, message, value);
    }

    private void asked(String key, Observer.Type type, Collection<String> words) {
        faults.observer().asked(path, key, type, words);
    }

    /** Text that must be there. */
    String text(String key) {
        asked(key, Observer.Type.REQUIRED, List.of());
        String text = optionalText(key, null);
        if (text == null) {
            missing(key);
            return "";
        }
        return text;
    }

    /** Text, or the default when the key is absent. */
    String optionalText(String key, String byDefault) {
        asked(key, Observer.Type.STRING, List.of());
        known.add(key);
        YamlNode.Entry entry = entries.get(key);
        if (entry == null) {
            return byDefault;
        }
        if (entry.value() instanceof YamlNode.Scalar scalar) {
            if (marked(scalar.text())) {
                fault(key, "a-remplir", "Cette valeur est à écrire.", scalar.text());
            }
            return isEmpty(scalar) ? byDefault : scalar.text().strip();
        }
        fault(key, "type-inattendu", "On attend ici un texte, pas une liste ni des clés.", text(entry.value()));
        return byDefault == null ? "" : byDefault;
    }

    /** Tells whether a value has yet to be written by a person. */
    static boolean marked(String text) {
        return text != null && text.startsWith(EditionDraft.TO_FILL);
    }

    private void missing(String key) {
        fault(line, key, "cle-manquante", "La clé " + French.quoted(key) + " est obligatoire ici.", "");
    }

    /** {@code true} or {@code false}. */
    boolean flag(String key, boolean byDefault) {
        asked(key, Observer.Type.BOOLEAN, List.of());
        String text = optionalText(key, null);
        if (text == null || marked(text)) {
            return byDefault;
        }
        if (!text.equals("true") && !text.equals("false")) {
            fault(key, "type-inattendu", "On attend true ou false.", text);
        }
        return text.equals("true");
    }

    /** A number that must be there, within bounds. */
    BigDecimal decimal(String key, int lowest, int highest) {
        asked(key, Observer.Type.NUMBER, List.of());
        String text = text(key);
        return text.isEmpty() ? BigDecimal.valueOf(lowest) : number(key, text, lowest, highest);
    }

    /** A number within bounds, or null when the key is absent. */
    BigDecimal optionalDecimal(String key, int lowest, int highest) {
        asked(key, Observer.Type.NUMBER, List.of());
        String text = optionalText(key, null);
        return text == null ? null : number(key, text, lowest, highest);
    }

    private BigDecimal number(String key, String text, int lowest, int highest) {
        String expected = "On attend un nombre de " + lowest + " à " + highest + ", avec un point décimal.";
        if (!PLAIN.matcher(text).matches()) {
            fault(key, "type-inattendu", expected, text);
        } else {
            BigDecimal number = new BigDecimal(text);
            if (number.compareTo(BigDecimal.valueOf(lowest)) >= 0
                    && number.compareTo(BigDecimal.valueOf(highest)) <= 0) {
                return number;
            }
            fault(key, "nombre-hors-bornes", expected, text);
        }
        return BigDecimal.valueOf(lowest);
    }

    /** A whole number that must be there, within bounds. */
    int integer(String key, int lowest, int highest) {
        asked(key, Observer.Type.INTEGER, List.of());
        String text = text(key);
        return text.isEmpty() ? lowest : whole(key, text, lowest, highest);
    }

    /** A whole number within bounds, or null when the key is absent, or is told not to hold one. */
    Integer optionalInteger(String key, int lowest, int highest) {
        asked(key, Observer.Type.INTEGER, List.of());
        String text = optionalText(key, null);
        if (text == null) {
            return null;
        }
        int read = whole(key, text, lowest, highest);
        return text.matches(WHOLE) && Integer.parseInt(text) == read ? read : null;
    }

    private int whole(String key, String text, int lowest, int highest) {
        if (!text.matches(WHOLE)) {
            fault(key, "type-inattendu", "On attend un nombre entier.", text);
            return lowest;
        }
        return number(key, text, lowest, highest).intValue();
    }

    /** A list of whole numbers; empty when the key is absent. */
    List<Integer> integers(String key, int lowest, int highest) {
        asked(key, Observer.Type.INTEGERS, List.of());
        return texts(key).stream().map(t -> whole(key, t, lowest, highest)).toList();
    }

    /** A list of numbers; empty when the key is absent. */
    List<BigDecimal> decimals(String key, int lowest, int highest) {
        asked(key, Observer.Type.NUMBERS, List.of());
        return texts(key).stream().map(t -> number(key, t, lowest, highest)).toList();
    }

    /** A word of a closed list that must be there; null (and a fault) when it is not known. */
    <E> E choice(String key, String code, Function<String, Optional<E>> find, Collection<String> words) {
        asked(key, Observer.Type.STRING, words);
        String text = text(key);
        return text.isEmpty() ? null : find(key, code, text, find, words);
    }

    /** A word of a closed list, null when the key is absent. */
    <E> E optionalChoice(String key, String code, Function<String, Optional<E>> find, Collection<String> words) {
        asked(key, Observer.Type.STRING, words);
        String text = optionalText(key, null);
        return text == null ? null : find(key, code, text, find, words);
    }

    /** Words of a closed list; the unknown ones are reported and left out. */
    <E> List<E> choices(String key, String code, Function<String, Optional<E>> find, Collection<String> words) {
        asked(key, Observer.Type.WORDS, words);
        List<E> found = new ArrayList<>();
        for (YamlNode.Scalar item : scalars(key)) {
            E value = find(item.line(), key, code, item.text(), find, words);
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }

    /** Lists of words of a closed list; the unknown ones are reported and left out. */
    <E> List<List<E>> groups(String key, String code, Function<String, Optional<E>> find, Collection<String> words) {
        asked(key, Observer.Type.GROUPS, words);
        List<List<E>> groups = new ArrayList<>();
        for (YamlNode item : items(key)) {
            var alone = new YamlNode.Entries(item.line(), List.of(new YamlNode.Entry(key, item.line(), item)));
            groups.add(new Section(alone, path, faults).choices(key, code, find, words));
        }
        return groups;
    }

    private <E> E find(
            String key, String code, String text, Function<String, Optional<E>> find, Collection<String> words) {
        return find(line(key), key, code, text, find, words);
    }

    private <E> E find(
            int at, String key, String code, String text, Function<String, Optional<E>> find,
            Collection<String> words) {
        return find.apply(text).orElseGet(() -> {
            String possible = words.isEmpty() ? "" : " Valeurs possibles\u00a0: " + French.enumeration(words) + ".";
            String message =
                    French.quoted(text) + " n’est pas connu ici." + French.didYouMean(text, words) + possible;
            fault(at, key, code, message, text);
            return null;
        });
    }

    /** A list of texts; empty when the key is absent. */
    List<String> texts(String key) {
        return scalars(key).stream().map(YamlNode.Scalar::text).toList();
    }

    /** A list of texts with their lines. */
    List<YamlNode.Scalar> scalars(String key) {
        asked(key, Observer.Type.STRINGS, List.of());
        List<YamlNode.Scalar> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlNode.Scalar scalar && scalar.text() != null) {
                texts.add(new YamlNode.Scalar(scalar.line(), scalar.text().strip()));
            } else {
                fault(item.line(), key, "type-inattendu", "On attend un texte dans cette liste.", text(item));
            }
        }
        return texts;
    }

    /** The sections of a list of groups of keys, named by the value of one of their keys. */
    List<Section> sections(String key, String nameKey) {
        asked(key, Observer.Type.OBJECTS, List.of());
        List<Section> sections = new ArrayList<>();
        for (YamlNode item : items(key)) {
            String name = item instanceof YamlNode.Entries e ? name(e, nameKey) : null;
            String place = key + "[" + (name == null ? String.valueOf(sections.size() + 1) : name) + "]";
            sections.add(new Section(item, path.isEmpty() ? place : path + "." + place, faults));
        }
        return sections;
    }

    private static String name(YamlNode.Entries entries, String nameKey) {
        return entries.entries().stream()
                .filter(e -> e.key().equals(nameKey))
                .map(e -> text(e.value()))
                .findFirst()
                .orElse(null);
    }

    private List<YamlNode> items(String key) {
        known.add(key);
        YamlNode.Entry entry = entries.get(key);
        if (entry == null || isEmpty(entry.value())) {
            return List.of();
        }
        if (entry.value() instanceof YamlNode.Items list) {
            return list.items();
        }
        fault(key, "type-inattendu", "On attend ici une liste (un tiret par élément).", text(entry.value()));
        return List.of();
    }

    /** A group of keys; an empty one when the key is absent, and a fault when it had to be there. */
    Section section(String key, boolean required) {
        asked(key, Observer.Type.OBJECT, List.of());
        if (required) {
            asked(key, Observer.Type.REQUIRED, List.of());
        }
        known.add(key);
        YamlNode.Entry entry = entries.get(key);
        if (entry == null && required) {
            missing(key);
        }
        YamlNode value =
                entry == null || isEmpty(entry.value()) ? new YamlNode.Entries(line(key), List.of()) : entry.value();
        return new Section(value, path.isEmpty() ? key : path + "." + key, faults);
    }

    private static boolean isEmpty(YamlNode node) {
        return switch (node) {
            case YamlNode.Scalar scalar -> scalar.text() == null || scalar.text().isBlank();
            case YamlNode.Items list -> list.items().isEmpty();
            case YamlNode.Entries group -> false;
        };
    }

    /** Keys in the order of the file; the caller says with {@link #text} or {@link #section} which it knows. */
    Set<String> keys() {
        return entries.keySet();
    }

    /** Free keys and their texts. */
    Map<String, String> allTexts() {
        Map<String, String> texts = new HashMap<>();
        for (String key : entries.keySet()) {
            texts.put(key, text(key));
        }
        return texts;
    }

    /** Reports the keys that no accessor has named. */
    void finish() {
        for (YamlNode.Entry entry : entries.values()) {
            if (!known.contains(entry.key())) {
                String message = "La clé " + French.quoted(entry.key()) + " n’est pas connue ici."
                        + French.didYouMean(entry.key(), known) + " Clés possibles\u00a0: "
                        + French.enumeration(known) + ".";
                fault(entry.key(), "cle-inconnue", message, entry.key());
            }
        }
    }

    private static String text(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.text() != null ? scalar.text() : "";
    }
}

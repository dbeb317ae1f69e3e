package fr.atlasqpv.edition;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files that an edition is written in: its own, and the shared parts that its key {@code include} names, which may have parts of
 * their own: an edition may be a part of the next. A part gives the keys that the edition does not give itself, section by
 * section, as deep as keys go; a list is taken whole.
 */
final class Includes {
    private static final String KEY = "include";
    /** Bytes of twenty editions as they are shipped; also fewer lines than {@link Faults} keeps for a file. */
    private static final int LARGEST = 900_000;

    private final Faults faults;
    private final List<Path> files = new ArrayList<>();
    private final List<EditionFile.Included> included = new ArrayList<>();

    Includes(Faults faults) {
        this.faults = faults;
    }

    /** Files read, the edition's own first. */
    List<Path> files() {
        return files;
    }

    /** What the shared parts gave. */
    List<EditionFile.Included> included() {
        return included;
    }

    /** The keys of the edition completed by those of its parts; null when there are none, or a file cannot be read. */
    YamlNode read(Path edition) {
        YamlNode own = tree(edition, 0);
        return own instanceof YamlNode.Entries entries ? whole(edition, entries, List.of(real(edition))) : own;
    }

    /** @param above the file and those that include it, by which it is reached */
    private YamlNode.Entries whole(Path file, YamlNode.Entries entries, List<Path> above) {
        List<YamlNode.Entry> keys = new ArrayList<>(entries.entries());
        List<YamlNode.Entry> named = keys.stream().filter(e -> e.key().equals(KEY)).toList();
        keys.removeAll(named);
        YamlNode.Entries whole = new YamlNode.Entries(entries.line(), keys);
        for (YamlNode.Entry entry : named) {
            if (entry.value() instanceof YamlNode.Items items) {
                for (YamlNode item : items.items()) {
                    whole = completed(whole, part(file, item, above), "", above.size() == 1);
                }
            } else {
                faults.add(
                        entry.line(), KEY, "type-inattendu", "On attend une liste de fichiers partagés.", "");
            }
        }
        return whole;
    }

    private YamlNode part(Path file, YamlNode named, List<Path> above) {
        String name = named instanceof YamlNode.Scalar scalar && scalar.text() != null ? scalar.text() : "";
        if (name.isEmpty() || name.startsWith("/") || name.contains("..") || name.contains("\\")) {
            faults.add(
                    named.line(), KEY, "chemin-invalide",
                    "On attend un fichier à côté de l’édition ou plus bas, comme common/typologies.yaml.", name);
            return null;
        }
        Path path = file.resolveSibling(name);
        if (above.contains(real(path))) {
            faults.add(named.line(), KEY, "chemin-invalide", "Ce fichier est une part de lui-même\u00a0: ôtez-le.",
                    name);
            return null;
        }
        return tree(path, named.line()) instanceof YamlNode.Entries entries
                ? whole(path, entries, Stream.concat(above.stream(), Stream.of(real(path))).toList())
                : null;
    }

    private static Path real(Path file) {
        return file.toAbsolutePath().normalize();
    }

    private YamlNode tree(Path file, int namedAt) {
        int before = faults.file(file);
        String text = text(file, namedAt);
        if (text == null) {
            return null;
        }
        files.add(file);
        return YamlTree.read(text, before, faults);
    }

    /** @param edition whether what is completed is the edition itself, for which it is put on record where a key comes from */
    private YamlNode.Entries completed(YamlNode.Entries own, YamlNode part, String path, boolean edition) {
        if (!(part instanceof YamlNode.Entries more)) {
            return own;
        }
        Map<String, YamlNode.Entry> keys = new LinkedHashMap<>();
        List<YamlNode.Entry> twice = new ArrayList<>();
        own.entries().forEach(e -> {
            if (keys.putIfAbsent(e.key(), e) != null) {
                twice.add(e);
            }
        });
        for (YamlNode.Entry entry : more.entries()) {
            String place = path.isEmpty() ? entry.key() : path + "." + entry.key();
            YamlNode.Entry mine = keys.get(entry.key());
            if (mine == null) {
                keys.put(entry.key(), entry);
                if (edition) {
                    included.add(new EditionFile.Included(faults.path(entry.line()), faults.line(entry.line()), place));
                }
            } else if (mine.value() instanceof YamlNode.Entries deeper) {
                keys.put(
                        entry.key(),
                        new YamlNode.Entry(mine.key(), mine.line(), completed(deeper, entry.value(), place, edition)));
            }
        }
        List<YamlNode.Entry> all = new ArrayList<>(keys.values());
        all.addAll(twice);
        return new YamlNode.Entries(own.line(), all);
    }

    private String text(Path file, int namedAt) {
        boolean part = namedAt > 0;
        try {
            if (Files.isDirectory(file)) {
                fault(namedAt, part, "edition-illisible", "est un dossier\u00a0: donnez un fichier.", file);
                return null;
            }
            if (Files.size(file) > LARGEST) {
                fault(
                        namedAt, part, "yaml-demesure",
                        "dépasse " + LARGEST / 1_000 + "\u00a0Ko\u00a0: est-ce bien une édition\u00a0?", file);
                return null;
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(file))).toString();
        } catch (NoSuchFileException e) {
            fault(namedAt, part, "edition-absente", "est introuvable.", file);
        } catch (CharacterCodingException e) {
            fault(namedAt, part, "edition-non-utf8", "n’est pas en UTF-8\u00a0: réenregistrez-le.", file);
        } catch (IOException e) {
            fault(namedAt, part, "edition-illisible", "ne peut pas être lu\u00a0: vérifiez ses droits.", file);
        }
        return null;
    }

    private void fault(int line, boolean part, String code, String what, Path file) {
        faults.add(
                line, part ? KEY : "", code, (part ? "Le fichier partagé " : "Le fichier d’édition ") + what,
                part ? file.getFileName().toString() : "");
    }
}

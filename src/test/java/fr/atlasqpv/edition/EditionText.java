package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads texts of editions, whole or in part, without a file, and tells what is wrong in them. */
final class EditionText {
    /** The shortest edition that says something in every section. */
    static final String VALID = resource();

    private EditionText() {}

    private static String resource() {
        try (var bytes = EditionText.class.getResourceAsStream("minimal.yaml")) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The valid text with something else in one place. */
    static String replaced(String from, String to) {
        assertThat(VALID).contains(from);
        return VALID.replace(from, to);
    }

    /** The line, from 1, on which a part of a text begins. */
    static long lineOf(String text, String part) {
        assertThat(text).contains(part);
        return text.substring(0, text.indexOf(part)).chars().filter(c -> c == '\n').count() + 1;
    }

    /** A whole edition, which must be sound. */
    static Edition edition(String text) {
        Faults faults = new Faults();
        Edition edition = new EditionReader(faults).read(tree(text, faults));
        faults.throwIfAny();
        return edition;
    }

    /** The faults of a whole edition, by line. */
    static List<EditionFault> faults(String text) {
        return faultsOf(text, root -> new EditionReader(root.faults()).read(root.node()));
    }

    /** The root of a text and where its faults go. */
    record Root(YamlNode node, Faults faults) {
        Section section() {
            return new Section(node, "", faults);
        }
    }

    /** The faults that reading a text in some way tells, by line. */
    static List<EditionFault> faultsOf(String text, Consumer<Root> reading) {
        Faults faults = new Faults();
        reading.accept(new Root(tree(text, faults), faults));
        try {
            faults.throwIfAny();
            return List.of();
        } catch (EditionFileException e) {
            return e.faults();
        }
    }

    /** The root section of a text. */
    static Section section(String text) {
        Faults faults = new Faults();
        return new Section(tree(text, faults), "", faults);
    }

    /** The catalogue that the sections of a text declare, sound or not. */
    static Catalogue catalogue(String text) {
        return new CatalogueReader(section(text)).read();
    }

    private static YamlNode tree(String text, Faults faults) {
        return YamlTree.read(text, faults.file(Path.of("edition.yaml")), faults);
    }
}

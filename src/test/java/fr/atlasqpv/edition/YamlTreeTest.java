package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.YamlNode.Entries;
import fr.atlasqpv.edition.YamlNode.Entry;
import fr.atlasqpv.edition.YamlNode.Items;
import fr.atlasqpv.edition.YamlNode.Scalar;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text becomes nodes that know their lines. */
class YamlTreeTest {
    private static YamlNode read(String text) {
        return YamlTree.read(text, 0, new Faults());
    }

    @Test
    void everyNodeKnowsTheLineItStandsOn() {
        assertThat(read("""
                # comment
                a: 1
                b:
                  c: x

                  d:
                    - y
                    - {e: z}
                """)).isEqualTo(new Entries(2, List.of(
                new Entry("a", 2, new Scalar(2, "1")),
                new Entry("b", 3, new Entries(4, List.of(
                        new Entry("c", 4, new Scalar(4, "x")),
                        new Entry("d", 6, new Items(7, List.of(
                                new Scalar(7, "y"),
                                new Entries(8, List.of(new Entry("e", 8, new Scalar(8, "z")))))))))))));
    }

    @Test
    void linesAreNumberedFromWhereTheFileBegins() {
        YamlNode root = YamlTree.read("a: 1\nb: 2\n", 3_000_000, new Faults());

        assertThat(root).isInstanceOfSatisfying(Entries.class, entries -> assertThat(entries.entries())
                .extracting(Entry::line).containsExactly(3_000_001, 3_000_002));
    }

    @ParameterizedTest
    @CsvSource({"01, 01", "1.50, 1.50", "true, true", "'\"32\"', 32", "'''QP01''', QP01", "2022-01-02, 2022-01-02"})
    void theTextIsTheOneOfTheFile(String written, String text) {
        assertThat(read("a: " + written)).isEqualTo(
                new Entries(1, List.of(new Entry("a", 1, new Scalar(1, text)))));
    }

    @Test
    void aKeyWithoutValueHasNoText() {
        assertThat(read("a:\nb: ''\n")).isEqualTo(new Entries(1, List.of(
                new Entry("a", 1, new Scalar(1, null)), new Entry("b", 2, new Scalar(2, "")))));
    }

    @Test
    void aKeyGivenTwiceIsKeptTwiceForTheReaderToTell() {
        assertThat(read("a: 1\na: 2\n")).isEqualTo(new Entries(1, List.of(
                new Entry("a", 1, new Scalar(1, "1")), new Entry("a", 2, new Scalar(2, "2")))));
    }

    @Test
    void aTextWithoutContentHasNoRootAndNoFault() {
        assertThat(read("# nothing\n")).isNull();
        assertThat(EditionText.faultsOf("# nothing\n", root -> {})).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} on line {2}")
    @CsvSource(delimiter = '|', value = {
            "a: &n 1\\nb: *n | renvoi-yaml | 2",
            "a: [1\\nb: 2 | yaml-illisible | 2",
            "a: 1\\n  b: 2 | yaml-illisible | 2",
    })
    void tellsTheLineOfWhatCannotBeRead(String text, String code, int line) {
        String lines = text.replace("\\n", "\n");

        assertThat(EditionText.faultsOf(lines, root -> {})).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.line()).isEqualTo(line);
        });
    }

    /** Names of files stay as they are written: the disk compares them sign by sign. */
    @Test
    void accentsWrittenApartAreTheSameLettersButInNamesOfFiles() {
        assertThat(read("e\u0301te\u0301: [cite\u0301]\nfile: cite\u0301.csv\n")).isEqualTo(new Entries(1, List.of(
                new Entry("\u00e9t\u00e9", 1, new Items(1, List.of(new Scalar(1, "cit\u00e9")))),
                new Entry("file", 2, new Scalar(2, "cite\u0301.csv")))));
    }
}

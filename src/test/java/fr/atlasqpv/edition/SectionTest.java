package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an accessor gives for what the file says, and what it tells of it. */
class SectionTest {
    private static final List<String> WORDS = List.of("rouge", "vert");

    private static final Map<String, Function<Section, Object>> ACCESSORS = Map.ofEntries(
            Map.entry("text", s -> s.text("k")),
            Map.entry("optionalText", s -> s.optionalText("k", "default")),
            Map.entry("flag", s -> s.flag("k", true)),
            Map.entry("decimal", s -> s.decimal("k", 1, 10)),
            Map.entry("optionalDecimal", s -> String.valueOf(s.optionalDecimal("k", 1, 10))),
            Map.entry("integer", s -> s.integer("k", 1, 10)),
            Map.entry("integers", s -> s.integers("k", 1, 10)),
            Map.entry("choice", s -> String.valueOf(s.<String>choice("k", "inconnu", SectionTest::word, WORDS))),
            Map.entry(
                    "optionalChoice",
                    s -> String.valueOf(s.<String>optionalChoice("k", "inconnu", SectionTest::word, WORDS))),
            Map.entry("choices", s -> s.choices("k", "inconnu", SectionTest::word, WORDS)),
            Map.entry("groups", s -> s.groups("k", "inconnu", SectionTest::word, WORDS)),
            Map.entry("texts", s -> s.texts("k")),
            Map.entry("section", s -> s.section("k", true).keys()),
            Map.entry("sections", s -> s.sections("k", "id").stream().map(Section::path).toList()));

    private static Optional<String> word(String word) {
        return WORDS.contains(word) ? Optional.of(word.toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    @ParameterizedTest(name = "{0} of {1} is {2}, {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "text | k: ' a ' | a | ``",
            "text | other: a | `` | cle-manquante",
            "text | k: [a] | `` | type-inattendu",
            "text | k: À REMPLIR (était a) | À REMPLIR (était a) | a-remplir",
            "optionalText | other: a | default | ``",
            "optionalText | k: | default | ``",
            "optionalText | k: {a: b} | default | type-inattendu",
            "flag | k: false | false | ``",
            "flag | other: a | true | ``",
            "flag | k: oui | false | type-inattendu",
            "decimal | k: 1 | 1 | ``",
            "decimal | k: 10 | 10 | ``",
            "decimal | k: 2.50 | 2.50 | ``",
            "decimal | k: 0.99 | 1 | nombre-hors-bornes",
            "decimal | k: 10.01 | 1 | nombre-hors-bornes",
            "decimal | k: 2,5 | 1 | type-inattendu",
            "decimal | other: 2 | 1 | cle-manquante",
            "optionalDecimal | other: 2 | null | ``",
            "optionalDecimal | k: 11 | 1 | nombre-hors-bornes",
            "integer | k: 10 | 10 | ``",
            "integer | k: 11 | 1 | nombre-hors-bornes",
            "integer | k: -1 | 1 | nombre-hors-bornes",
            "integer | k: 2.0 | 1 | type-inattendu",
            "integer | k: 9999999999 | 1 | type-inattendu",
            "integer | other: 2 | 1 | cle-manquante",
            "integers | k: [1, 10] | [1, 10] | ``",
            "integers | k: [2, 11] | [2, 1] | nombre-hors-bornes",
            "integers | other: 2 | [] | ``",
            "integers | k: 2 | [] | type-inattendu",
            "choice | k: vert | VERT | ``",
            "choice | k: verre | null | inconnu",
            "choice | other: vert | null | cle-manquante",
            "optionalChoice | other: vert | null | ``",
            "optionalChoice | k: bleu | null | inconnu",
            "choices | k: [vert, bleu, rouge] | [VERT, ROUGE] | inconnu",
            "choices | other: a | [] | ``",
            "groups | k: [[vert], [rouge, vert]] | [[VERT], [ROUGE, VERT]] | ``",
            "groups | k: [[vert, bleu]] | [[VERT]] | inconnu",
            "groups | k: [vert] | [[]] | type-inattendu",
            "texts | k: [a, ' b '] | [a, b] | ``",
            "texts | k: [a, [b]] | [a] | type-inattendu",
            "texts | k: | [] | ``",
            "section | k: {b: 1, a: 2} | [b, a] | ``",
            "section | k: | [] | ``",
            "section | other: a | [] | cle-manquante",
            "section | k: a | [] | type-inattendu",
            "sections | k: [{id: a}, {b: 1}] | [k[a], k[2]] | ``",
            "sections | k: [a] | [k[1]] | type-inattendu",
    })
    void givesWhatIsWrittenOrSomethingHarmlessAndAFault(String accessor, String text, String expected, String code) {
        List<Object> given = new ArrayList<>();
        List<EditionFault> faults =
                EditionText.faultsOf(text, root -> given.add(ACCESSORS.get(accessor).apply(root.section())));

        assertThat(given).singleElement().asString().isEqualTo(expected);
        assertThat(faults).extracting(EditionFault::code)
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        assertThat(faults).allSatisfy(fault -> assertThat(fault.line()).isEqualTo(1));
    }

    @Test
    void aKeyThatNoAccessorHasNamedIsTold() {
        assertThat(EditionText.faultsOf("a: 1\ntitre: 2\n", root -> {
            Section section = root.section();
            section.text("a");
            section.optionalText("title", "");
            section.finish();
        })).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("cle-inconnue");
            assertThat(fault.line()).isEqualTo(2);
            assertThat(fault.message()).contains("«\u00a0titre\u00a0»").contains("«\u00a0title\u00a0»");
        });
    }

    @Test
    void theFirstOfTwoKeysCounts() {
        List<String> read = new ArrayList<>();
        assertThat(EditionText.faultsOf("a: 1\nb: 2\na: 3\n", root -> read.add(root.section().text("a"))))
                .singleElement().satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("cle-en-double");
                    assertThat(fault.line()).isEqualTo(3);
                    assertThat(fault.message()).contains("ligne 1");
                });
        assertThat(read).containsExactly("1");
    }

    @Test
    void aPlaceIsToldFromTheRootAndALineByItsKey() {
        Section list = EditionText.section("a:\n  b:\n    - id: x\n      c: 1\n").section("a", true)
                .sections("b", "id").getFirst();

        assertThat(list.path()).isEqualTo("a.b[x]");
        assertThat(list.line()).isEqualTo(3);
        assertThat(list.line("c")).isEqualTo(4);
        assertThat(list.line("absent")).isEqualTo(3);
        assertThat(list.has("c")).isTrue();
        assertThat(list.has("absent")).isFalse();
    }

    @Test
    void freeKeysAreAllKnown() {
        assertThat(EditionText.faultsOf("a: 1\nb: 2\n", root -> {
            Section section = root.section();
            assertThat(section.allTexts()).isEqualTo(Map.of("a", "1", "b", "2"));
            section.finish();
        })).isEmpty();
    }
}

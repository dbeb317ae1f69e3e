package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that is not changed stays as it was written, and a changed one reads back as what was set. */
class EditionDraftTest {
    private static String after(String text, Consumer<EditionDraft> change) {
        EditionDraft draft = new EditionDraft(text);
        change.accept(draft);
        return draft.text();
    }

    @Test
    void nothingChangesByItself() {
        assertThat(new EditionDraft(EditionText.VALID).text()).isEqualTo(EditionText.VALID);
    }

    @ParameterizedTest(name = "{0} set to {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "year: \"2022\" | 2023 | year: \"2023\"",
            "year: 2022 # the year | 2023 | year: \"2023\" # the year",
            "year: 'it''s' # kept | a-b | year: a-b # kept",
            "year: 2022 | à \"peu\" près | year: \"à \\\"peu\\\" près\"",
            "year: | x | year: x",
    })
    void aValueIsReplacedAndTheRestOfItsLineStays(String line, String value, String expected) {
        assertThat(after("# top\nedition:\n  " + line + "\n  id: a\n", d -> d.setEdition("year", value)))
                .isEqualTo("# top\nedition:\n  " + expected + "\n  id: a\n");
    }

    @Test
    void aValueOfManyLinesIsPutInComment() {
        assertThat(after("edition:\n  year: >\n    two\n    lines\n  id: a\n", d -> d.setEdition("year", "one")))
                .isEqualTo("edition:\n  year: one\n#    two\n#    lines\n  id: a\n");
    }

    @Test
    void aGroupBetweenBracesKeepsItsOtherKeys() {
        String sources = "sources:\n  - {id: a, file: a.csv, group: G}\n  - {id: b, file: b.csv}\n";

        assertThat(after(sources, d -> d.setSource("a", "file", "c.csv")))
                .isEqualTo("sources:\n  - {id: a, file: c.csv, group: G}\n  - {id: b, file: b.csv}\n");
        assertThat(after(sources, d -> d.setSource("b", "member", "x.csv")))
                .isEqualTo("sources:\n  - {id: a, file: a.csv, group: G}\n  - {id: b, member: x.csv, file: b.csv}\n");
        assertThat(after(sources, d -> d.setSource("absent", "file", "c.csv"))).isEqualTo(sources);
    }

    @Test
    void aKeyThatASourceDoesNotHaveYetGoesUnderItsFile() {
        assertThat(
                after("sources:\n  - id: a\n    file: a.zip\n    label: L\n", d -> d.setSource("a", "member", "b.csv")))
                .isEqualTo("sources:\n  - id: a\n    file: a.zip\n    member: b.csv\n    label: L\n");
    }

    @Test
    void aNoteStandsOverItsSource() {
        assertThat(after("sources:\n  - id: a\n    file: a.csv\n", d -> d.noteOnSource("a", "Not found.")))
                .isEqualTo("sources:\n  # Not found.\n  - id: a\n    file: a.csv\n");
    }

    @Test
    void commentsAreAddedAtTheEnd() {
        assertThat(after("a: 1\n", d -> d.append(List.of("one", "", "two")))).isEqualTo("a: 1\n# one\n\n# two\n");
    }

    @Test
    void everythingThatDescribesAYearIsMarkedRefusedAndListed() {
        String marked = after(EditionText.VALID, EditionDraft::markVintages);
        int vintages = EditionText.VALID.split("millesime:", -1).length - 1;

        assertThat(EditionText.faults(marked)).allSatisfy(f -> assertThat(f.code()).isEqualTo("a-remplir"))
                .hasSize(vintages + 2);
        assertThat(marked).contains("year: \"À REMPLIR (était 2022)\"").contains("(était RP 2018)");
        assertThat(EditionDraft.toFill(marked)).hasSize(vintages + 2)
                .contains("ligne 4\u00a0: year: \"À REMPLIR (était 2022)\"");
    }

    @Test
    void aCommentHasNothingToFill() {
        assertThat(EditionDraft.toFill("# À REMPLIR\na: 1\n  b: À REMPLIR\n"))
                .containsExactly("ligne 3\u00a0: b: À REMPLIR");
    }

    @Test
    void theHeadCommentSaysWhatTheDraftIsAndKeepsWhatExplainsTheFile() {
        String model =
                "# yaml-language-server: $schema=s.json\n# The model.\n# Made for its year.\n#\n#   a  what is read\n\na: 1\n";

        assertThat(after(model, d -> d.head("The next one.")))
                .isEqualTo("# yaml-language-server: $schema=s.json\n# The next one.\n#\n#   a  what is read\n\na: 1\n");
        assertThat(after("a: 1\n", d -> d.head("The next one."))).isEqualTo("# The next one.\na: 1\n");
    }

    @Test
    void whatIsOfTheYearOfTheModelOnlyBecomesAComment() {
        assertThat(after("a: 1\naccept:\n  - {check: x}\n  - {check: y}\n\n# next\nb: 2\n",
                d -> d.setAside("accept", "Old.")))
                .isEqualTo("a: 1\n# Old.\n# accept:\n#   - {check: x}\n#   - {check: y}\n\n# next\nb: 2\n");
        assertThat(after("accept: [{check: x}]\nb: 2\n", d -> d.setAside("accept", "Old.")))
                .isEqualTo("# Old.\n# accept: [{check: x}]\nb: 2\n");
        assertThat(after("b: 2\n", d -> d.setAside("accept", "Old."))).isEqualTo("b: 2\n");
    }

    @Test
    void whatIsTheModelsAloneIsTakenAway() {
        assertThat(after("rules:\n  a: 1\n  key: \"00\"\nb: 2\n", d -> d.takeAway("rules", "key", "Gone.")))
                .isEqualTo("rules:\n  a: 1\n  # Gone.\nb: 2\n");
        assertThat(after("b: 2\n", d -> d.takeAway("rules", "key", "Gone."))).isEqualTo("b: 2\n");
    }

    @Test
    void aSimulatedSourceIsForAPersonToSay() {
        String sources = "sources:\n  - id: a\n    simulated: true\n  - id: b\n    simulated: false\n";

        assertThat(after(sources, EditionDraft::markSimulated)).isEqualTo(
                "sources:\n  - id: a\n    simulated: \"À REMPLIR (était true)\"\n  - id: b\n    simulated: false\n");
    }
}

package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sections of an edition as {@link EditionReader} reads them, and what they say of one another. */
class EditionReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"id", "year", "title", "subtitle", "series", "date", "publisher", "contact", "licence",
            "input", "qpv-of-france", "reject-ceiling"})
    void anEditionSaysWhatItIs(String key) {
        String text = EditionText.VALID.replaceFirst("\n  " + key + ": [^\n]*", "");

        assertThat(EditionText.faults(text)).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("cle-manquante");
            assertThat(fault.column()).isEqualTo("edition." + key);
            assertThat(fault.line()).isEqualTo(3);
        });
    }

    @ParameterizedTest(name = "{1}: {2} at {3}")
    @CsvSource(delimiter = '|', value = {
            "- \"200093201\" | - \"200093201\"\\n  - \"200093201\" | siren-en-double | zooms",
            "split-epci: [] | split-epci: [\"12\"] | siren-invalide | attachment.split-epci",
            "split-epci: [] | split-epcis: [] | cle-inconnue | attachment.split-epcis",
            "qpv-of-france: 1296 | qpv-of-france: 0 | nombre-hors-bornes | edition.qpv-of-france",
            "typologie_emploi:\\n    DYN | population:\\n    DYN | indicateur-inconnu | typologies.population",
            "zooms:\\n | zoom:\\n | cle-inconnue | zoom",
    })
    void tellsWhatIsNotKnownOrIsThereTwice(String from, String to, String code, String place) {
        String text = EditionText.replaced(lines(from), lines(to));

        assertThat(EditionText.faults(text)).filteredOn(f -> f.code().equals(code)).singleElement()
                .satisfies(fault -> assertThat(fault.column()).isEqualTo(place));
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"edition", "rules", "texts", "book", "indicators", "measures"})
    void aSectionThatIsIndispensableIsMissed(String section) {
        String text = EditionText.VALID.replaceFirst("(?m)^" + section + ":(?: .*)?\n(?:(?: .*)?\n)*", "");
        assertThat(text).isNotEqualTo(EditionText.VALID);

        assertThat(EditionText.faults(text)).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("cle-manquante");
            assertThat(fault.column()).isEqualTo(section);
        });
    }

    @Test
    void aSectionThatIsNotNeededMayBeLeftOut() {
        String text = EditionText.VALID.replaceFirst("(?m)^zooms:\n(?: .*\n)*", "");

        assertThat(EditionText.edition(text).zooms()).isEmpty();
        assertThat(EditionText.edition(text).previousEdition()).isEmpty();
        assertThat(EditionText.edition(text).splitEpci()).isEmpty();
    }
}

package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers and signs as French print has them; {@code _} stands for the narrow space, {@code ~} for the no-break one. */
class FrenchTest {
    private static String visible(String text) {
        return text.replace(French.THIN, '_').replace(French.NO_BREAK, '~');
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({"0, 0", "999, 999", "1296, 1_296", "653409, 653_409", "64844037, 64_844_037", "-1500, −1_500"})
    void thousandsArePartedByANarrowNoBreakSpace(long number, String printed) {
        assertThat(visible(French.integer(number))).isEqualTo(printed);
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(delimiter = '|', value = {
            "18.0|18,0", "7.05|7,05", "0.4|0,4", "-0.4|−0,4", "1234.5|1_234,5", "95|95", "-12.5|−12,5"
    })
    void theDecimalSignIsAComma(BigDecimal number, String printed) {
        assertThat(visible(French.decimal(number))).isEqualTo(printed);
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource(delimiter = '|', value = {"100|100", "40.0|40", "2.50|2,5", "1E+2|100"})
    void aPlainNumberHasNoUselessZero(BigDecimal number, String printed) {
        assertThat(visible(French.plain(number))).isEqualTo(printed);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "d'Artois|d’Artois",
            "Source : Insee|Source~: Insee",
            "un ; deux|un~; deux",
            "quoi ?|quoi~?",
            "15,4 % des|15,4~% des",
            "« dans les QPV »|«~dans les QPV~»",
            "au 1er janvier|au 1ᵉʳ janvier",
            "1 296 QPV|1_296 QPV",
            "https://x.fr|https://x.fr",
            "12:30|12:30"
    })
    void signsGetTheirSpaces(String typed, String printed) {
        assertThat(visible(French.typeset(typed))).isEqualTo(printed);
    }

    @Test
    void typesettingTwiceChangesNothing() {
        String once = French.typeset("L'an 2021 : « 1 296 » QPV, soit 15,4 % ; au 1er janvier ?");
        assertThat(French.typeset(once)).isEqualTo(once);
    }

    @Test
    void aNameInsideASentenceLosesItsCapitalUnlessItIsAnAcronym() {
        assertThat(French.inSentence("Taux de pauvreté")).isEqualTo("taux de pauvreté");
        assertThat(French.inSentence("ZFU")).isEqualTo("ZFU");
    }

    @Test
    void theLocaleOfTheMachineDoesNotMatter() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(French.capitals("cités")).isEqualTo("CITÉS");
            assertThat(visible(French.integer(1234))).isEqualTo("1_234");
        } finally {
            Locale.setDefault(before);
        }
    }
}

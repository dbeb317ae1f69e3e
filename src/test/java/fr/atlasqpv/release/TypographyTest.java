package fr.atlasqpv.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypographyTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', value = {
            "Quartier De L'Artilleur | Quartier de l’Artilleur",
            "Faubourg D'Isle | Faubourg d’Isle",
            "Champagne Moulin - Roux | Champagne Moulin – Roux",
            "Quartier De La Résidence | Quartier de la Résidence",
            "Coeur D'Etoile | Cœur d’Etoile",
            "La Croix Et Le Parc | La Croix et le Parc",
            "Le Mont-Liébaut | Le Mont-Liébaut",
            "ZUP La Source | ZUP La Source"
    })
    void names_of_neighbourhoods_take_french_signs_and_small_words(String read, String printed) {
        assertThat(Typography.neighbourhood(read)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', delimiter = '|', value = {
            "CC Coeur d'Ostrevent (CCCO) | CC Cœur d’Ostrevent (CCCO)",
            "CA de Lens - Liévin | CA de Lens – Liévin",
            "Villeneuve-d'Ascq | Villeneuve-d’Ascq",
            "Saint-Denis | Saint-Denis"
    })
    void names_of_communes_and_epci_only_change_their_signs(String read, String printed) {
        assertThat(Typography.name(read)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"CC Cœur d’Ostrevent (CCCO) | CC Cœur d’Ostrevent", "(x) | (x)"})
    void a_short_label_leaves_out_what_stands_in_brackets(String label, String shorter) {
        assertThat(Typography.shortened(label)).isEqualTo(shorter);
    }
}

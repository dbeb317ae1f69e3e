package fr.atlasqpv.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.indicator.Catalogue2022;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A manifest gives the catalogue back that it was given, and a damaged one gives none. */
class CatalogueJsonTest {
    private static final JsonNode WRITTEN = CatalogueJson.write(Catalogue2022.CATALOGUE);

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(CatalogueJson.read(WRITTEN).indicators()).isEqualTo(Catalogue2022.CATALOGUE.indicators());
    }

    @Test
    void aListThatDoesNotSayWhatItSaysIsNoneOfACatalogue() {
        String damaged = WRITTEN.toString().replaceFirst("\"says\"", "\"sais\"");

        assertThatThrownBy(() -> CatalogueJson.read(JsonMapper.shared().readTree(damaged)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ne dit pas ce que dit la liste de l’indicateur");
    }
}

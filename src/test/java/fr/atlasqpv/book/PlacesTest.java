package fr.atlasqpv.book;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    private final Attachment attachment = TwoRegions.attachment();
    private final Places places = new Places(attachment, Frames.metropole().reference());

    @ParameterizedTest
    @CsvSource({"REG, 32, Hauts-de-France", "DEP, 62, Pas-de-Calais", "EPCI, 200093201, CA de l’A",
            "QPV, QP062001, Quartier de la Gare", "FRANCE, F, France métropolitaine"})
    void aNameIsPrintedInFrenchTypography(Level level, String code, String name) {
        assertThat(places.name(new Territory(level, code))).isEqualTo(name);
    }

    @Test
    void aCommuneThatIsNotKnownIsItsCode() {
        assertThat(places.commune("62002")).isEqualTo("L’Île");
        assertThat(places.commune("62999")).isEqualTo("62999");
    }

    @ParameterizedTest(name = "{0} is printed in chapter {1} of book {2}")
    @CsvSource({"QP059001, 59, 32", "QP062001, 59, 32", "QP059003, 80, 22"})
    void aQpvIsPrintedWithItsEpci(String code, String chapter, String region) {
        AttachedQpv qpv = attachment.qpv().get(code);

        assertThat(places.chapterOf(qpv)).isEqualTo(chapter);
        assertThat(places.regionOf(qpv)).isEqualTo(region);
    }

    @Test
    void aQpvWithoutEpciIsPrintedWhereItIsCounted() {
        AttachedQpv alone = new AttachedQpv("QP062009", "Seul", "", "62", "32", List.of("62001"));

        assertThat(places.chapterOf(alone)).isEqualTo("62");
        assertThat(places.regionOf(alone)).isEqualTo("32");
    }
}
